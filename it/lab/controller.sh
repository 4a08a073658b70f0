# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# TenantNet's Karaf in the namespace ctl.

REST=http://127.0.0.1:8181/rests/data

cmd_controller() {
    local what=${1:-}; [ $# -eq 0 ] || shift
    case $what in
        start) controller_start "$@" ;;
        wait)  controller_wait "$@" ;;
        stop)  cmd_kill karaf TERM ;;
        kill)  cmd_kill karaf KILL ;;
        console) controller_console "$@" ;;
        pid)   controller_pid ;;
        threads) jcmd "$(controller_pid)" Thread.print; cat "$D/spawn/karaf.log" ;;   # and what it said outside its log
        *)     die "controller start ASSEMBLY DIR | wait [SECONDS] | console COMMAND | pid | threads | stop | kill" ;;
    esac
}
controller_start() {
    local assembly=${1:?controller start ASSEMBLY DIR} dir=${2:?controller start ASSEMBLY DIR}
    [ -x "$assembly/bin/karaf" ] || die "no Karaf in $assembly: build the project first"
    net_up
    if [ ! -e "$dir" ]; then mkdir -p "$(dirname "$dir")"; cp -a "$assembly" "$dir"; fi
    dir=$(readlink -f "$dir")
    # The log goes on over restarts; only what is written from now on tells of this one.
    { echo "$dir"; wc -l <"$dir/data/log/karaf.log" || echo 0; } >"$D/karaf" 2>/dev/null
    # shellcheck disable=SC2046
    cmd_spawn ctl karaf $(own_clock ctl) "$dir/bin/karaf" server
}
controller_console() {                                 # the client hangs at times where the command is an argument
    local dir
    read -r dir <"$D/karaf"
    printf '%s\n' "${1:?controller console COMMAND}" | timeout 120 ip netns exec "$LAB-ctl" "$dir/bin/client" -u karaf -p karaf -b
}
controller_pid() {                                     # of its Java process
    local pid
    for pid in $(group karaf); do
        case $(readlink "/proc/$pid/exe") in */java) echo "$pid"; return 0 ;; esac
    done
    die "Karaf does not run"
}
boot_error() {                                         # the line that says why Karaf will never be ready, if there is one
    { read -r dir; read -r from; } <"$D/karaf"
    tail -n "+$((from + 1))" "$dir/data/log/karaf.log" 2>/dev/null | grep -m1 -A1 -F 'Error installing boot features'
}
# Ready is: both southbound ports listen, and RESTCONF answers for the tenant model. Whether it says 200, or 404
# because there is no data yet, only RESTCONF answers in a YANG media type: before it is up, Jetty says 404 too.
controller_ready() {
    [ "$(in_ns ctl ss -Hltn '( sport = :6640 or sport = :6653 )' | wc -l)" -ge 2 ] || return 1
    in_ns ctl curl -s -o /dev/null -m 30 -w '%{http_code} %{content_type}' -u admin:admin \
        "$REST/tenantnet:tenant-networks?content=config" | grep -qE '^(200|404|409) application/yang'
}
controller_wait() {
    local end=$((SECONDS + ${1:-300})) dir from why
    until controller_ready; do
        if why=$(boot_error); then die "Karaf did not install its features: $why"; fi
        cmd_alive karaf || die "Karaf ended: $(tail -n 3 "$D/spawn/karaf.log")"
        [ $SECONDS -lt $end ] || die "the controller is not ready after ${1:-300} s"
        sleep 1
    done
}
