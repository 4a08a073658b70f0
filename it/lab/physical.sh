# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# A physical network: an Open vSwitch of its own, in the namespace phys, as the switch between the hosts and machines
# that no controller knows. This kernel need have no VLAN devices: the switch puts frames of a machine into its VLAN.

physical_up() {
    [ ! -e "$D/phys" ] || return 0
    mkdir -p "$D/phys"/{run,db,log}
    : >"$D/phys/machines"
    ns_add phys; no_ipv6 phys
    ovsdb-tool create "$D/phys/db/conf.db" "$SCHEMA"
    start_ovsdb phys
    vsctl phys --no-wait init -- set Open_vSwitch . other_config:n-handler-threads=1 other_config:n-revalidator-threads=1
    start_vswitchd phys
    vsctl phys add-br sw0 -- set bridge sw0 datapath_type=netdev fail_mode=standalone
}
physical_down() {
    [ -e "$D/phys" ] || return 0
    stop_vswitchd phys
    stop_ovsdb phys
}

# The switch goes, with the machines at it and its cables to the hosts.
cmd_nophysical() {
    [ -e "$D/phys" ] || return 0
    local name
    while read -r name; do ns_del "$name"; done <"$D/phys/machines"
    physical_down
    ns_del phys
    rm -rf "${D:?}/phys"
}

# A cable from the switch, which carries all VLANs, to a new interface of the host; into a bridge if that is named.
cmd_physical() {
    local h=${1:?physical hK INTERFACE [BRIDGE]} if=${2:?physical hK INTERFACE [BRIDGE]} bridge=${3:-}
    host_number "$h" >/dev/null
    physical_up
    cable "$h" "$if" 1500 phys "$h-$if"
    vsctl phys add-port sw0 "$h-$if"
    [ -n "$bridge" ] || return 0
    vsctl "$h" --may-exist add-br "$bridge" -- set bridge "$bridge" datapath_type=netdev fail_mode=standalone \
        -- add-port "$bridge" "$if"
}
# A machine at the switch, in a VLAN or, without, in none.
cmd_outside() {
    local name=${1:?outside NAME MAC IP/LEN[@GW] [VLAN]} mac=${2:?outside NAME MAC IP/LEN[@GW] [VLAN]} vlan=${4:-}
    local address=${3:?outside NAME MAC IP/LEN[@GW] [VLAN]}
    physical_up
    ns_add "$name"
    echo "$name" >>"$D/phys/machines"
    cable phys "p-$name" 1500 "$name" eth0
    vsctl phys add-port sw0 "p-$name" ${vlan:+tag=$vlan}
    vm_address "$name" "$mac" "$address"
}
