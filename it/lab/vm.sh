# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# VMs: a namespace each, whose eth0 is one end of a veth; the other end is the interface on the host's br-int.
# $D/vm/NAME holds six lines: host, interface, MAC, address, iface-id (or -), device on the host.

VM_MTU=1450                                            # what VXLAN leaves of the underlay's 1500

vms() { { ls "$D/vm" 2>/dev/null || true; } | sort -V; }
vms_on() { local vm; for vm in $(vms); do if [ "$(vm_get "$vm" 1)" = "$1" ]; then echo "$vm"; fi; done; }
vm_get() {                                             # vm_get NAME LINE
    [ -e "$D/vm/$1" ] || die "no VM $1"
    sed -n "${2}p" "$D/vm/$1"
}
device_name() {                                        # the kernel refuses some names that OVSDB accepts
    case $1 in .|..|*/*|*:*|*[[:space:]]*) return 1 ;; esac
    [ ${#1} -le 15 ]
}

# vm_plug HOST INTERFACE VM MAC ID DEVICE-IN-VM [trunk]: prints the name of the device on the host. An interface whose
# name the kernel refuses, or that is to carry VLANs, becomes a patch port, which leads to a small bridge of the VM's own.
vm_plug() {
    local h=$1 if=$2 vm=$3 mac=$4 id=$5 inside=$6 dev=$2 ids=() trunk=${7:-}
    ids=(external_ids:attached-mac="\"$mac\"" external_ids:vm-id="$vm" external_ids:iface-status=active)
    [ "$id" = - ] || ids+=(external_ids:iface-id="$id")
    if [ -z "$trunk" ] && device_name "$if"; then
        cable "$h" "$if" $VM_MTU "$vm" "$inside"
        vsctl "$h" add-port br-int "$if" -- set interface "$if" mtu_request=$VM_MTU "${ids[@]}"
    else
        dev=v-$vm
        cable "$h" "$dev" $VM_MTU "$vm" "$inside"
        vsctl "$h" add-br "x-$vm" -- set bridge "x-$vm" datapath_type=netdev fail_mode=standalone \
            -- add-port "x-$vm" "$dev" \
            -- add-port "x-$vm" "p-$vm" -- set interface "p-$vm" type=patch options:peer="\"$if\"" \
            -- add-port br-int "$if" -- set interface "$if" type=patch options:peer="p-$vm" "${ids[@]}"
    fi
    echo "$dev"
}
vm_unplug() {                                          # vm_unplug HOST INTERFACE VM DEVICE
    vsctl "$1" --if-exists del-port "$2" -- --if-exists del-br "x-$3"
    ip -n "$LAB-$1" link del "$4" 2>/dev/null || true
}
vm_address() {                                         # vm_address VM MAC IP/LEN[@GW]|none
    ip -n "$LAB-$1" link set eth0 address "$2" up
    [ "$3" != none ] || return 0
    ip -n "$LAB-$1" addr add "${3%@*}" dev eth0
    case $3 in *@*) ip -n "$LAB-$1" route add default via "${3#*@}" dev eth0 ;; esac
}
vm_forget() { ns_del "$1"; rm -f "$D/vm/$1"; }

cmd_vm() {
    [ $# -ge 4 ] || die "vm hK NAME MAC IP/LEN[@GW]|none [--id IFACE_ID] [--if INTERFACE] [--wait SECONDS] [--trunk yes]"
    local h=$1 vm=$2 mac=$3 address=$4 id=- if='' wait=30 trunk='' dev
    shift 4
    while [ $# -gt 1 ]; do
        case $1 in --id) id=$2 ;; --if) if=$2 ;; --wait) wait=$2 ;; --trunk) trunk=$2 ;; *) die "vm: what is $1?" ;; esac
        shift 2
    done
    [ "$if" ] || [ "$id" != - ] || die "vm: --id or --if or both"
    [[ $vm =~ ^[a-z][a-z0-9-]{0,11}$ ]] || die "vm: a VM's name is 1 to 12 small letters, digits and dashes"
    host_number "$h" >/dev/null
    [ "$if" ] || if=tap${id:0:11}
    await_bridge "$h" "$wait"
    ns_add "$vm"
    dev=$(vm_plug "$h" "$if" "$vm" "$mac" "$id" eth0 "$trunk")
    printf '%s\n' "$h" "$if" "$mac" "$address" "$id" "$dev" >"$D/vm/$vm"
    vm_address "$vm" "$mac" "$address"
}
# What a VM with --trunk does with VLAN devices of its own: a part of it, whose frames have the tag.
cmd_subvm() {
    local parent=${1:?subvm PARENT NAME MAC IP/LEN[@GW] VLAN} vm=${2:?subvm} mac=${3:?subvm} address=${4:?subvm}
    local vlan=${5:?subvm} h
    h=$(vm_get "$parent" 1)
    ns_add "$vm"
    cable "$h" "v-$vm" $VM_MTU "$vm" eth0
    vsctl "$h" add-port "x-$parent" "v-$vm" tag="$vlan"
    printf '%s\n' "$h" "v-$vm" "$mac" "$address" - "v-$vm" >"$D/vm/$vm"
    vm_address "$vm" "$mac" "$address"
}
cmd_novm() {
    local vm=${1:?novm NAME}
    vm_unplug "$(vm_get "$vm" 1)" "$(vm_get "$vm" 2)" "$vm" "$(vm_get "$vm" 6)"
    vm_forget "$vm"
}
cmd_move() {
    local vm=${1:?move NAME hK} to=${2:?move NAME hK} overlap=${3:-0} from if mac address id dev new
    { read -r from; read -r if; read -r mac; read -r address; read -r id; read -r dev; } <"$D/vm/$vm" || die "no VM $vm"
    host_number "$to" >/dev/null
    [ "$from" != "$to" ] || die "$vm is on $to already"
    await_bridge "$to" 30
    new=$(vm_plug "$to" "$if" "$vm" "$mac" "$id" arriving)
    sleep "$overlap"
    ip -n "$LAB-$vm" link del eth0                      # takes its far end on the old host with it
    ip -n "$LAB-$vm" link set arriving down
    ip -n "$LAB-$vm" link set arriving name eth0
    vm_address "$vm" "$mac" "$address"
    vm_unplug "$from" "$if" "$vm" "$dev"
    printf '%s\n' "$to" "$if" "$mac" "$address" "$id" "$new" >"$D/vm/$vm"
}
