# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Processes. One is ended only if its id stands in a file of ours and it carries our mark in its
# environment: a pid may have been given to somebody else's process since.

ours() { [ -n "${1:-}" ] && tr '\0' '\n' 2>/dev/null <"/proc/$1/environ" | grep -qxF "TENANTNET_LAB=$D"; }

# With its last words said: while it ends, a process is no longer ours, but its connections may not be closed yet.
gone() { local rest; rest=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) || return 0; [[ -z $rest || $rest == [ZX]* ]]; }
await_gone() { local _; for _ in {1..250}; do ! gone "$1" || return 0; sleep 0.02; done; return 1; }

signal_file() {                                        # signal_file PIDFILE SIGNAL
    local pid; pid=$(cat "$1" 2>/dev/null) || return 0
    if ours "$pid"; then kill "-$2" "$pid" 2>/dev/null || true; fi
}
stop_file() {                                          # stop_file PIDFILE: TERM, wait, KILL
    local pid
    pid=$(cat "$1" 2>/dev/null) || return 0
    if ours "$pid"; then
        signal_file "$1" TERM
        await_gone "$pid" || signal_file "$1" KILL
    fi
    rm -f "$1"
}

# --- background commands: each in a process group of its own, whose leader's id is in the file ---------
spawn_file() { echo "$D/spawn/$1.pid"; }
group() {                                              # group TAG: its living processes
    local leader pid
    leader=$(cat "$(spawn_file "$1")" 2>/dev/null) || return 0
    for pid in $(pgrep -g "$leader" || true); do if ours "$pid"; then echo "$pid"; fi; done
}
signal_group() {                                       # signal_group TAG SIGNAL
    local pid; for pid in $(group "$1"); do kill "-$2" "$pid" 2>/dev/null || true; done
}
await_group() {                                        # await_group TAG SECONDS
    local i; for ((i = 0; i < $2 * 20; i++)); do [ -n "$(group "$1")" ] || return 0; sleep 0.05; done
    return 1
}

cmd_spawn() {
    local name=${1:?spawn NAME TAG CMD} tag=${2:?spawn NAME TAG CMD} file; shift 2
    file=$(spawn_file "$tag")
    [ -z "$(group "$tag")" ] || die "$tag runs already"
    rm -f "$file"
    # shellcheck disable=SC2016
    setsid bash -c 'echo $$ >"$1"; shift; exec "$@"' _ "$file" "$HERE/lab" exec "$name" "$@" \
        >"$D/spawn/$tag.log" 2>&1 </dev/null &
    for _ in {1..100}; do [ ! -s "$file" ] || return 0; sleep 0.02; done
    die "$tag did not start"
}
cmd_kill() {
    local tag=${1:?kill TAG} signal=${2:-TERM}
    [ -e "$(spawn_file "$tag")" ] || die "no background command $tag"
    signal_group "$tag" "$signal"
    await_group "$tag" 30 || { echo "lab: $tag did not end in 30 s: killed" >&2; signal_group "$tag" KILL; }
    rm -f "$(spawn_file "$tag")"
}
cmd_log() { cat "$D/spawn/${1:?log TAG}.log"; }
cmd_alive() { [ -n "$(group "${1:?alive TAG}")" ]; }

spawned_down() {
    local file
    for file in "$D"/spawn/*.pid; do signal_group "$(basename "$file" .pid)" TERM; done
    for file in "$D"/spawn/*.pid; do [ ! -e "$file" ] || cmd_kill "$(basename "$file" .pid)"; done
    for file in "$D"/iperf.*.pid; do [ ! -e "$file" ] || stop_file "$file"; done
}
