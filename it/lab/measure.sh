# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Pings, throughput, captures and dumps.

address_of() {                                         # VM, host or address -> address
    local address
    if [ -e "$D/vm/$1" ]; then
        address=$(vm_get "$1" 4)
        [ "$address" != none ] || address=$(ip -n "$LAB-$1" -4 -o addr show scope global | awk '{print $4; exit}')
        echo "${address%%[/@]*}"
    elif [ -e "$D/metal/$1" ]; then sed -n '4s/[/@].*//p' "$D/metal/$1"
    elif [ -e "$D/$1/address" ]; then underlay_address "$1"
    else echo "$1"; fi
}

# What ping printed, as one line: FROM TO IP sent=N received=N lost=SEQ,SEQ..|none gap=MS. A last packet that was
# on its way when ping was interrupted is not counted as sent. The gap is the longest time without an answer.
ping_line() {                                          # ping_line FROM TO IP <output
    awk -v head="$1 $2 $3" '
        match($0, /icmp_seq=[0-9]+ .*time=/) {
            seq = substr($0, RSTART + 9) + 0
            if (!(seq in got)) { got[seq] = 1; received++ }
            if (seq > last) last = seq
            if ($1 ~ /^\[/) { now = substr($1, 2) + 0; if (at && now - at > gap) gap = now - at; at = now }
        }
        / packets transmitted/ { sent = $1 + 0; end = 1 }
        END {
            if (!end) { print head, "sent=0 received=0 lost=none error"; exit }
            if (last && last == sent - 1 && interrupted) sent--
            for (seq = 1; seq <= sent; seq++) if (!(seq in got)) lost = lost (lost == "" ? "" : ",") seq
            printf "%s sent=%d received=%d lost=%s gap=%d\n", head, sent, received, lost == "" ? "none" : lost, gap * 1000
        }' interrupted="${4:-}" -
}
cmd_ping() {
    local from=${1:?ping A B} ip count=${3:-4}
    ip=$(address_of "${2:?ping A B}")
    { in_ns "$from" ping -D -n -c "$count" -i 0.2 -W 1 "$ip" 2>&1 || true; } | ping_line "$from" "$2" "$ip"
}
cmd_matrix() {
    local count=4 from to out jobs=()
    if [ "${1:-}" = --count ]; then count=$2; shift 2; fi
    [ $# -gt 0 ] || { mapfile -t list < <(vms); set -- "${list[@]}"; }
    out=$(mktemp -d "$D/matrix.XXXXXX")
    for to in "$@"; do echo "$to $(address_of "$to")"; done >"$out/targets"
    for from in "$@"; do
        # One entry into the namespace for all of a VM's pings: entering costs more than a ping. The starts are
        # spread a little, or the machine's cores, not the network, would decide what is lost.
        # shellcheck disable=SC2016
        in_ns "$from" bash -c '
            while read -r to ip; do
                [ "$to" != "$2" ] || continue
                ping -D -n -c "$3" -i 0.2 -W 1 "$ip" >"$1/$2~$to" 2>&1 &
                sleep 0.02
            done <"$1/targets"; wait' _ "$out" "$from" "$count" & jobs+=($!)
    done
    wait "${jobs[@]}"
    for from in "$@"; do
        while read -r to ip; do
            [ "$from" = "$to" ] || ping_line "$from" "$to" "$ip" <"$out/$from~$to"
        done <"$out/targets"
    done
    rm -rf "$out"
}
cmd_pings() {
    local tag=${1:?pings TAG A B} ip
    ip=$(address_of "${3:?pings TAG A B}")
    echo "$2 $3 $ip" >"$D/spawn/$tag.pings"
    cmd_spawn "$2" "$tag" ping -D -n -i "${4:-0.1}" -W 1 "$ip"
}
cmd_pings-end() {
    local tag=${1:?pings-end TAG} from to ip
    read -r from to ip <"$D/spawn/$tag.pings" || die "no pings $tag"
    cmd_kill "$tag" INT
    ping_line "$from" "$to" "$ip" yes <"$D/spawn/$tag.log"
    rm -f "$D/spawn/$tag.pings"
}
cmd_iperf() {
    local from=${1:?iperf A B} to=${2:?iperf A B} ip file=$D/iperf.$$.pid status=0
    shift 2
    ip=$(address_of "$to")
    in_ns "$to" iperf3 -s -1 -D -I "$file" >/dev/null
    for _ in {1..100}; do [ -z "$(in_ns "$to" ss -Hltn 'sport = :5201')" ] || break; sleep 0.05; done
    in_ns "$from" iperf3 -c "$ip" --connect-timeout 5000 "$@" || status=$?
    stop_file "$file"
    return $status
}
cmd_capture() {
    local tag=${1:?capture TAG FILTER}; shift
    cmd_spawn underlay "$tag" tcpdump -lnni br0 "$@"
    for _ in {1..100}; do ! grep -q 'listening on' "$D/spawn/$tag.log" || return 0; sleep 0.05; done
    cat "$D/spawn/$tag.log" >&2
    die "tcpdump does not listen"
}

# Sorted and without counters, so that two dumps can be compared; by name, since port numbers differ from one
# start of Open vSwitch to the next.
cmd_flows() {
    local h=${1:?flows hK} bridge=${2:-br-int} what
    host_number "$h" >/dev/null
    for what in dump-flows dump-groups dump-meters; do
        ovs "$h" ovs-ofctl -O OpenFlow13 --names --no-stats "$what" "$bridge" | sed -E '/reply|^NX|^OFPST/d; s/^ *//' | LC_ALL=C sort
    done
}
cmd_dump() {
    local h vm
    [ -e "$D/ns" ] || die "no lab $LAB"
    echo "namespaces:" $(sed "s/^/$LAB-/" "$D/ns")
    for h in $(hosts); do
        echo "== $h tunnel address $(underlay_address "$h"), management $MG.$(host_number "$h")"
        vsctl "$h" show || true
    done
    for vm in $(vms); do echo "VM $vm:" $(cat "$D/vm/$vm"); done
}
