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
        *)     die "controller start ASSEMBLY DIR | wait [SECONDS] | stop | kill" ;;
    esac
}
controller_start() {
    local assembly=${1:?controller start ASSEMBLY DIR} dir=${2:?controller start ASSEMBLY DIR}
    [ -x "$assembly/bin/karaf" ] || die "no Karaf in $assembly: build the project first"
    net_up
    if [ ! -e "$dir" ]; then mkdir -p "$(dirname "$dir")"; cp -a "$assembly" "$dir"; fi
    cmd_spawn ctl karaf "$(readlink -f "$dir")/bin/karaf" server
}
# Ready is: both southbound ports listen, and RESTCONF answers for the tenant model. Whether it says 200, or 404
# because there is no data yet, only RESTCONF answers in a YANG media type: before it is up, Jetty says 404 too.
controller_ready() {
    [ "$(in_ns ctl ss -Hltn '( sport = :6640 or sport = :6653 )' | wc -l)" -ge 2 ] || return 1
    in_ns ctl curl -s -o /dev/null -m 5 -w '%{http_code} %{content_type}' -u admin:admin \
        "$REST/tenantnet:tenant-networks?content=config" | grep -qE '^(200|404|409) application/yang'
}
controller_wait() {
    local end=$((SECONDS + ${1:-300}))
    until controller_ready; do
        cmd_alive karaf || die "Karaf ended: $(tail -n 3 "$D/spawn/karaf.log")"
        [ $SECONDS -lt $end ] || die "the controller is not ready after ${1:-300} s"
        sleep 1
    done
}
