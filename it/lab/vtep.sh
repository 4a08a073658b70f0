# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Hardware VTEPs: Open vSwitch's emulator ovs-vtep in a namespace of its own, and bare metal behind its ports. One
# ovsdb-server holds both databases, as on many real switches. It is managed with vtep-ctl alone.
#
# The far end of port pN waits in the switch's namespace as pN-far until the first machine comes to the port.

VTEP_SCHEMA=/usr/share/openvswitch/vtep.ovsschema
VTEP_PROGRAM=/usr/share/openvswitch/scripts/ovs-vtep
VTEP_FIRST=201                                         # the first VTEP's tunnel address is 10.99.0.201

vteps() { { ls "$D"/*/vtep 2>/dev/null || true; } | awk -F/ '{print $(NF - 1)}' | sort; }
is_vtep() { [ -e "$D/$1/vtep" ] || die "no VTEP $1"; }
vtepctl() { local name=$1; shift; ovs "$name" vtep-ctl --timeout=30 --db="unix:$D/$name/run/db.sock" "$@"; }

cmd_vtep() {
    local v=${1:?vtep NAME [PORTS]} ports=${2:-2} k i
    [[ $v =~ ^[a-z][a-z0-9]{0,4}$ ]] || die "vtep: a name has 1 to 5 small letters and digits (ovs-vtep makes devices of it)"
    net_up
    k=$((VTEP_FIRST + $(vteps | wc -l)))
    ns_add "$v"
    mkdir -p "$D/$v/bin"
    : >"$D/$v/vtep"
    machine_up "$v" "$k"
    vsctl "$v" add-br "$v" -- set bridge "$v" datapath_type=netdev fail_mode=secure \
        other_config:disable-in-band=true other_config:hwaddr="\"$(host_mac 2 "$k")\""
    for ((i = 1; i <= ports; i++)); do
        cable "$v" "p$i" 1500 "$v" "p$i-far"
        vsctl "$v" add-port "$v" "p$i"
    done
    vtepctl "$v" add-ps "$v" -- set Physical_Switch "$v" tunnel_ips="$UL.$k" management_ips="$MG.$k"
    # ovs-vtep looks for vtep-ctl in PATH and does not tell it where the database is.
    printf '#!/bin/sh\nexec /usr/bin/vtep-ctl --db=unix:%s/run/db.sock "$@"\n' "$D/$v" >"$D/$v/bin/vtep-ctl"
    chmod +x "$D/$v/bin/vtep-ctl"
    start_emulator "$v"
    for ((i = 0; i < 100; i++)); do
        [ "$(vtepctl "$v" list-ports "$v" | wc -l)" -lt "$ports" ] || return 0
        sleep 0.1
    done
    die "$v shows no ports: see $D/$v/log"
}
start_emulator() {
    ( PATH=$D/$1/bin:$PATH
      ovs "$1" "$VTEP_PROGRAM" --pidfile="$D/$1/run/ovs-vtep.pid" --log-file="$D/$1/log/ovs-vtep.log" \
          -vconsole:off --detach --no-chdir "$1" )
}
stop_emulator() { stop_file "$D/$1/run/ovs-vtep.pid"; }

cmd_vtep-manager() {
    local target=${2:-tcp:$CTL:6640}
    is_vtep "${1:?vtep-manager NAME [TARGET|del]}"
    if [ "$target" = del ]; then vtepctl "$1" del-manager; else vtepctl "$1" set-manager "$target"; fi
}
cmd_vtep-ctl() { is_vtep "${1:?vtep-ctl NAME ARGS}"; vtepctl "$@"; }
cmd_vtep-restart() {
    is_vtep "${1:?vtep-restart NAME [emulator|ovsdb|all]}"
    case ${2:-emulator} in
        emulator) stop_emulator "$1"; start_emulator "$1" ;;
        ovsdb)    stop_ovsdb "$1"; start_ovsdb "$1" ;;
        # The emulator does not notice that its ovs-vswitchd has lost its flows.
        all)      vtep_stop "$1"; start_ovsdb "$1"; start_vswitchd "$1"; address_up "$1"; start_emulator "$1" ;;
        *)        die "restart what? emulator, ovsdb or all" ;;
    esac
}
vtep_stop() { stop_emulator "$1"; stop_vswitchd "$1"; stop_ovsdb "$1"; }
cmd_vtep-stop() { is_vtep "${1:?vtep-stop NAME}"; vtep_stop "$1"; }
cmd_vtep-start() {
    is_vtep "${1:?vtep-start NAME}"
    start_ovsdb "$1"; start_vswitchd "$1"; address_up "$1"; start_emulator "$1"
}
# The rows that matter, without UUIDs and in a fixed order; what a switch counts or learns is left out.
cmd_vtep-rows() {
    local v=${1:?vtep-rows NAME} ls port
    is_vtep "$v"
    for ls in $(vtepctl "$v" list-ls | sort); do
        echo "logical-switch $ls key $(vtepctl "$v" get Logical_Switch "$ls" tunnel_key) $(vtepctl "$v" get Logical_Switch "$ls" replication_mode)"
        vtepctl "$v" list-remote-macs "$ls" | sed -n "s/^ *\([^ ].* -> .*\)/remote $ls \1/p" | sort
    done
    for port in $(vtepctl "$v" list-ports "$v" | sort); do
        vtepctl "$v" list-bindings "$v" "$port" | sed "s/^/binding $port /" | sort
    done
}

cmd_vtep-remove() {
    is_vtep "${1:?vtep-remove NAME}"
    local name
    for name in $(metal_on "$1"); do cmd_nobm "$name"; done
    vtep_stop "$1"
    if [ -e "$D/tagger" ]; then
        for name in $(vsctl tagger list-br | grep "^b-$1-" || true); do vsctl tagger del-br "$name"; done
    fi
    ns_del "$1"
    rm -rf "${D:?}/$1"
    unplug_far "mg-$1" "ul-$1"
}

# Machines: $D/metal/NAME holds five lines: switch, port, MAC, address, VLAN. Kernels may lack 802.1Q: another Open
# vSwitch, which no controller knows, stands before each port in use and puts each machine's frames into its VLAN.
metal_on() { local file; for file in "$D"/metal/*; do if [ "$(sed -n 1p "$file" 2>/dev/null)" = "$1" ]; then basename "$file"; fi; done; }
cmd_bm() {
    [ $# -ge 5 ] || die "bm VTEP PORT NAME MAC IP/LEN[@GW]|none [VLAN]"
    local v=$1 port=$2 name=$3 mac=$4 address=$5 vlan=${6:-0}
    is_vtep "$v"
    [[ $name =~ ^[a-z][a-z0-9-]{0,11}$ ]] || die "bm: a machine's name is 1 to 12 small letters, digits and dashes"
    ns_add "$name"
    in_ns "$name" sysctl -qw net.ipv4.conf.default.arp_notify=1 net.ipv4.conf.all.arp_notify=1
    mkdir -p "$D/metal"
    printf '%s\n' "$v" "$port" "$mac" "$address" "$vlan" >"$D/metal/$name"
    bm_plug "$name"
}
bm_plug() {                                            # bm_plug NAME, as its file says
    local v port mac address vlan
    { read -r v; read -r port; read -r mac; read -r address; read -r vlan; } <"$D/metal/$1"
    tagger_port "$v" "$port"
    cable tagger "a-$1" $VM_MTU "$1" eth0
    vsctl tagger add-port "b-$v-$port" "a-$1" tag="$vlan"
    vm_address "$1" "$mac" "$address"
    ip -n "$LAB-$1" link set eth0 down                 # up again it says where it is
    ip -n "$LAB-$1" link set eth0 up
}
bm_unplug() { vsctl tagger del-port "a-$1"; ip -n "$LAB-tagger" link del "a-$1"; }
cmd_nobm() {
    [ -e "$D/metal/${1:?nobm NAME}" ] || die "no machine $1"
    bm_unplug "$1"; ns_del "$1"; rm -f "$D/metal/$1"
}
# To another port, perhaps of another switch, in the same VLAN.
cmd_bm-move() {
    local name=${1:?bm-move NAME VTEP PORT} v=${2:?bm-move NAME VTEP PORT} port=${3:?bm-move NAME VTEP PORT} mac address vlan
    is_vtep "$v"
    { read -r _; read -r _; read -r mac; read -r address; read -r vlan; } <"$D/metal/$name" || die "no machine $name"
    bm_unplug "$name"
    printf '%s\n' "$v" "$port" "$mac" "$address" "$vlan" >"$D/metal/$name"
    bm_plug "$name"
}

tagger_up() {
    [ ! -e "$D/tagger/run/ovs-vswitchd.pid" ] || return 0
    mkdir -p "$D"/tagger/{run,db,log}
    ns_add tagger; no_ipv6 tagger
    ovsdb-tool create "$D/tagger/db/conf.db" "$SCHEMA"
    start_ovsdb tagger
    vsctl tagger --no-wait init
    start_vswitchd tagger
}
tagger_port() {                                        # tagger_port VTEP PORT
    tagger_up
    ! vsctl tagger br-exists "b-$1-$2" || return 0
    ip -n "$LAB-$1" link show "$2-far" >/dev/null 2>&1 || die "no port $2 on $1"
    ip -n "$LAB-$1" link set "$2-far" netns "$LAB-tagger" name "$1-$2"
    ip -n "$LAB-tagger" link set "$1-$2" mtu $VM_MTU up
    no_offloads tagger "$1-$2"
    vsctl tagger add-br "b-$1-$2" -- set bridge "b-$1-$2" datapath_type=netdev fail_mode=standalone \
        -- add-port "b-$1-$2" "$1-$2"
}
vteps_down() {
    local v
    for v in $(vteps); do vtep_stop "$v"; done
    [ ! -e "$D/tagger" ] || { stop_vswitchd tagger; stop_ovsdb tagger; }
}
