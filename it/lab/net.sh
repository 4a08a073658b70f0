# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Namespaces, the cables between them, the underlay and the management network.

ns() { echo "$LAB-$1"; }
ns_exists() { [ -e "/run/netns/$LAB-$1" ]; }
ns_add() {
    ! ns_exists "$1" || die "namespace $LAB-$1 exists already"
    ip netns add "$LAB-$1"
    echo "$1" >>"$D/ns"
    ip -n "$LAB-$1" link set lo up
}
ns_del() {
    local pid
    for pid in $(ip netns pids "$LAB-$1" 2>/dev/null || true); do      # left over from `lab exec`, or a stranger
        if ours "$pid"; then kill "$pid" 2>/dev/null || true
        else echo "lab: process $pid in $LAB-$1 was not started by the lab; left alone" >&2; fi
    done
    ip netns del "$LAB-$1" 2>/dev/null || true
    sed -i "/^$1\$/d" "$D/ns"
}
in_ns() { local name=$1; shift; ip netns exec "$LAB-$name" "$@"; }
no_ipv6() { in_ns "$1" sysctl -qw net.ipv6.conf.default.disable_ipv6=1 net.ipv6.conf.all.disable_ipv6=1; }

no_offloads() {  # OVS reads frames from a raw socket: a checksum left for the hardware to fill in would leave wrong
    in_ns "$1" ethtool -K "$2" tx off tso off gso off gro off >/dev/null 2>&1 || true
}
cable() {                                              # cable NS IF MTU NS2 IF2: a veth, both ends up
    ip -n "$LAB-$1" link add "$2" mtu "$3" type veth peer name "$5" mtu "$3" netns "$LAB-$4"
    no_offloads "$1" "$2"
    no_offloads "$4" "$5"
    ip -n "$LAB-$1" link set "$2" up
    ip -n "$LAB-$4" link set "$5" up
}
# The kernel takes a namespace's cables away in its own time. Their far ends must be gone before another host comes, but not
# at once: who still sends to the old one is to hear that nobody is there.
unplug_far() {
    local end
    for end in "$@"; do
        for _ in {1..40}; do ip -n "$LAB-underlay" link show "$end" >/dev/null 2>&1 || continue 2; sleep 0.05; done
        ip -n "$LAB-underlay" link del "$end" 2>/dev/null || true
    done
}
plug() { ip -n "$LAB-underlay" link set "$1" master "$2"; }            # plug IF BRIDGE

net_up() {                                             # underlay, management and controller namespaces
    [ ! -e "$D/ns" ] || return 0
    mkdir -p "$D/vm" "$D/spawn"
    : >"$D/ns"
    ns_add underlay; no_ipv6 underlay
    ns_add ctl; no_ipv6 ctl
    # Where br_netfilter is loaded, the machine's own firewall rules would judge our frames; else the keys are not there.
    in_ns underlay sysctl -qw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-arptables=0 2>/dev/null || true
    local bridge
    for bridge in br0 brm; do
        ip -n "$LAB-underlay" link add "$bridge" type bridge mcast_snooping 0
        ip -n "$LAB-underlay" link set "$bridge" up
    done
    cable ctl mgmt 1500 underlay mg-ctl
    plug mg-ctl brm
    ip -n "$LAB-ctl" addr add "$MG.254/24" dev mgmt
    ip -n "$LAB-ctl" addr add "$CTL/32" dev lo
}
net_down() {
    local name
    ip link del "$LAB-access" 2>/dev/null || true
    for name in $(tac "$D/ns" 2>/dev/null); do ns_del "$name"; done
}

# The path from this machine to the controller is a veth with link-local addresses, which no router forwards:
# the controller, whose password everybody knows, is reachable from this machine alone. Each lab has a /30.
cmd_access() {
    local n third fourth
    [ -e "$D/ns" ] || die "no lab $LAB"
    n=$(($(cksum <<<"$LAB" | cut -d' ' -f1) % 8192))
    third=$((16 + n / 64)) fourth=$((n % 64 * 4))
    if ! ip link show "$LAB-access" >/dev/null 2>&1; then
        ip link add "$LAB-access" type veth peer name access netns "$LAB-ctl"
        ip link set "$LAB-access" addrgenmode none up
        ip -n "$LAB-ctl" link set access up
        ip addr add "169.254.$third.$((fourth + 1))/30" dev "$LAB-access"
        ip -n "$LAB-ctl" addr add "169.254.$third.$((fourth + 2))/30" dev access
    fi
    echo "169.254.$third.$((fourth + 2))"
}

# Unplugged at the far side, the host's own interface stays up: packets are lost and nobody is told.
cmd_cut() { host_number "${1:?cut hK}" >/dev/null; ip -n "$LAB-underlay" link set "mg-$1" nomaster; }
cmd_heal() { host_number "${1:?heal hK}" >/dev/null; plug "mg-$1" brm; }

cmd_exec() {
    local name=${1:?exec NAME CMD}; shift
    ns_exists "$name" || die "no namespace $LAB-$name"
    [ ! -d "$D/$name/run" ] || ovs_env "$name"
    exec ip netns exec "$LAB-$name" "$@"
}
