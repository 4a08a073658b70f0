# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Hosts: a namespace with an ovsdb-server, an ovs-vswitchd and the bridge br-phy that holds the underlay address.

SCHEMA=/usr/share/openvswitch/vswitch.ovsschema

host_number() {                                        # h7 -> 7, if it is there
    [ -e "$D/$1/number" ] || die "no host $1"
    cat "$D/$1/number"
}
hosts() { { ls -d "$D"/h[0-9]* 2>/dev/null || true; } | sed 's,.*/,,' | sort -V; }
host_mac() { printf '02:99:00:00:%02x:%02x' "$1" "$2"; }               # host_mac KIND NUMBER
# What the tunnel address is now; `local-ip` changes it.
underlay_address() { cat "$D/$1/address"; }

ovs_env() { export OVS_RUNDIR=$D/$1/run OVS_DBDIR=$D/$1/db OVS_LOGDIR=$D/$1/log OVS_SYSCONFDIR=$D/$1/db; }
ovs() { ( ovs_env "$1"; name=$1; shift; exec ip netns exec "$LAB-$name" "$@" ); }       # ovs HOST CMD...
vsctl() { local name=$1; shift; ovs "$name" ovs-vsctl --timeout=30 "$@"; }

start_ovsdb() {                                        # without manager_options a manager would be ignored
    local more=()
    [ ! -e "$D/$1/db/vtep.db" ] || more=("$D/$1/db/vtep.db" --remote=db:hardware_vtep,Global,managers)
    # shellcheck disable=SC2046
    ovs "$1" $(own_clock "$1") ovsdb-server "$D/$1/db/conf.db" "${more[@]}" --remote="punix:$D/$1/run/db.sock" \
        --remote=db:Open_vSwitch,Open_vSwitch,manager_options --pidfile --detach --no-chdir \
        -vconsole:off --log-file -vfile:info
}
start_vswitchd() {
    # --disable-system: the Open_vSwitch table then offers the datapath type netdev alone, so that a controller
    # that makes a bridge can see that it must not ask for the kernel's, which may not be there.
    # shellcheck disable=SC2046
    ovs "$1" $(own_clock "$1") ovs-vswitchd "unix:$D/$1/run/db.sock" --disable-system --pidfile --detach --no-chdir \
        -vconsole:off --log-file -vfile:info
}
stop_vswitchd() { stop_file "$D/$1/run/ovs-vswitchd.pid"; }
stop_ovsdb() { stop_file "$D/$1/run/ovsdb-server.pid"; }
address_up() {                                         # br-phy is a new interface after each start
    for _ in {1..100}; do ip -n "$LAB-$1" link show br-phy >/dev/null 2>&1 && break; sleep 0.1; done
    ip -n "$LAB-$1" addr replace "$(underlay_address "$1")/24" dev br-phy
    ip -n "$LAB-$1" link set br-phy up
}

machine_up() {  # machine_up NAME NUMBER: cables, processes and br-phy, in a namespace that is there
    local k=$2 h=$1
    mkdir -p "$D/$h"/{run,db,log}
    echo "$k" >"$D/$h/number"
    echo "$UL.$k" >"$D/$h/address"
    no_ipv6 "$h"
    cable "$h" eth-ul 1500 underlay "ul-$h"; plug "ul-$h" br0
    cable "$h" mgmt 1500 underlay "mg-$h"; plug "mg-$h" brm
    ip -n "$LAB-$h" addr add "$MG.$k/24" dev mgmt
    ip -n "$LAB-$h" route add "$CTL/32" via "$MG.254" dev mgmt
    ovsdb-tool create "$D/$h/db/conf.db" "$SCHEMA"
    [ ! -e "$D/$h/vtep" ] || ovsdb-tool create "$D/$h/db/vtep.db" "$VTEP_SCHEMA"
    start_ovsdb "$h"
    # One handler and one revalidator: a hundred hosts share few cores.
    vsctl "$h" --no-wait init -- set Open_vSwitch . ovs_version="$(ovs-vswitchd --version | awk 'NR == 1 {print $NF}')" \
        external_ids:system-id="$(printf '99000000-0000-4000-8000-%012d' "$k")" external_ids:hostname="$h" \
        external_ids:rundir="$D/$h/run" other_config:local_ip="$UL.$k" \
        other_config:n-handler-threads=1 other_config:n-revalidator-threads=1
    start_vswitchd "$h"
    vsctl "$h" add-br br-phy -- set bridge br-phy datapath_type=netdev fail_mode=standalone \
        other_config:hwaddr="\"$(host_mac 0 "$k")\"" -- add-port br-phy eth-ul
    address_up "$h"
}

cmd_up() {
    local n=${1:?up N} k jobs=() bad=0 job
    [ "$n" -ge 0 ] && [ "$n" -le 199 ] || die "N is 0..199"
    net_up
    for ((k = 1; k <= n; k++)); do
        [ ! -e "$D/h$k" ] || continue
        ns_add "h$k"
        machine_up "h$k" "$k" & jobs+=($!)
        if [ ${#jobs[@]} -ge 4 ]; then wait "${jobs[0]}" || bad=1; jobs=("${jobs[@]:1}"); fi
    done
    for job in "${jobs[@]:+${jobs[@]}}"; do wait "$job" || bad=1; done
    [ $bad = 0 ] || die "a host did not come up: see $D/h*/log"
}
cmd_add() {
    [[ ${1:?add hK} =~ ^h([1-9][0-9]?|1[0-9][0-9])$ ]] || die "$1: a host is h1 to h199"
    [ ! -e "$D/$1" ] || die "host $1 is there already"
    net_up
    ns_add "$1"
    machine_up "$1" "${1#h}"
}
cmd_remove() {
    host_number "${1:?remove hK}" >/dev/null
    local vm
    for vm in $(vms_on "$1"); do vm_forget "$vm"; done
    stop_vswitchd "$1"
    stop_ovsdb "$1"
    ns_del "$1"
    rm -rf "${D:?}/$1" "$D/clock/$1"
    unplug_far "mg-$1" "ul-$1"
}
cmd_stop() { host_number "${1:?stop hK}" >/dev/null; stop_vswitchd "$1"; stop_ovsdb "$1"; }
cmd_start() { host_number "${1:?start hK}" >/dev/null; start_ovsdb "$1"; start_vswitchd "$1"; address_up "$1"; }
cmd_restart() {
    host_number "${1:?restart hK}" >/dev/null
    case ${2:-vswitchd} in
        vswitchd) stop_vswitchd "$1"; start_vswitchd "$1"; address_up "$1" ;;
        ovsdb)    stop_ovsdb "$1"; start_ovsdb "$1" ;;
        all)      cmd_stop "$1"; cmd_start "$1" ;;
        *)        die "restart what? vswitchd, ovsdb or all" ;;
    esac
}

crash_file() {                                         # crash_file PIDFILE
    local pid; pid=$(cat "$1")
    signal_file "$1" KILL
    await_gone "$pid" || die "process $pid does not end"
    rm -f "$1"
}
cmd_crash() {
    host_number "${1:?crash hK}" >/dev/null
    case ${2:-vswitchd} in
        vswitchd) crash_file "$D/$1/run/ovs-vswitchd.pid"; start_vswitchd "$1"; address_up "$1" ;;
        ovsdb)    crash_file "$D/$1/run/ovsdb-server.pid"; start_ovsdb "$1" ;;
        *)        die "crash what? vswitchd or ovsdb" ;;
    esac
}
cmd_freeze() { host_number "${1:?freeze hK}" >/dev/null; signal_file "$D/$1/run/ovs-vswitchd.pid" STOP; }
cmd_thaw() { host_number "${1:?thaw hK}" >/dev/null; signal_file "$D/$1/run/ovs-vswitchd.pid" CONT; }
cmd_permute() {
    local words=() names=() numbers=() name number i
    host_number "${1:?permute hK}" >/dev/null
    while IFS=, read -r name number; do
        names+=("${name//\"/}"); numbers+=("$number")
    done < <(vsctl "$1" --format=csv --no-headings --columns=name,ofport find interface 'external_ids:iface-id!=""' 'ofport>0')
    stop_vswitchd "$1"
    for ((i = 0; i < ${#names[@]}; i++)); do
        words+=(-- set interface "${names[i]}" "ofport_request=${numbers[(i + 1) % ${#names[@]}]}")
    done
    [ ${#words[@]} = 0 ] || vsctl "$1" --no-wait "${words[@]}"
    start_vswitchd "$1"; address_up "$1"
}

cmd_manager() {
    local target=${2:-tcp:$CTL:6640} h list=${1:?manager hK|all}
    [ "$list" != all ] || list=$(hosts)
    for h in $list; do
        host_number "$h" >/dev/null
        if [ "$target" = del ]; then vsctl "$h" del-manager; else vsctl "$h" set-manager "$target"; fi
    done
}
cmd_bridge() {
    local k; k=$(host_number "${1:?bridge hK}")
    vsctl "$1" add-br br-int -- set bridge br-int datapath_type=netdev fail_mode=secure protocols=OpenFlow13 \
        other_config:disable-in-band=true other_config:hwaddr="\"$(host_mac 1 "$k")\""
}
# br-int is the controller's to make. A VM cannot be plugged in before.
await_bridge() {                                       # await_bridge HOST SECONDS
    local i seconds=$2
    for ((i = 0; i < seconds * 10; i++)); do vsctl "$1" br-exists br-int && return 0; sleep 0.1; done
    die "$1 has had no br-int for $seconds s: is a manager set, and does the controller run?"
}
cmd_local-ip() {
    local old address=${2:?local-ip hK ADDRESS}
    host_number "$1" >/dev/null
    old=$(underlay_address "$1")
    echo "$address" >"$D/$1/address"
    address_up "$1"
    vsctl "$1" set Open_vSwitch . other_config:local_ip="$address"
    [ "$old" = "$address" ] || ip -n "$LAB-$1" addr del "$old/24" dev br-phy
}

hosts_down() {
    local h
    for h in $(hosts); do signal_file "$D/$h/run/ovs-vswitchd.pid" TERM; done          # all at once, then wait
    for h in $(hosts); do stop_vswitchd "$h"; stop_ovsdb "$h"; done
}
