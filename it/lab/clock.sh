# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# Clocks on the wall that go wrong, while the machine's and all clocks that never jump go right: see own-clock.c.

cmd_clocks() {
    net_up
    [ ! -e "$D/own-clock.so" ] || return 0
    mkdir -p "$D/clock"
    cc -O2 -Wall -Wextra -shared -fPIC -pthread -o "$D/own-clock.so" "$HERE/own-clock.c" -ldl
}
cmd_clock() {                                          # eight bytes in one write: no process sees half of them
    local name=${1:?clock ctl|hK SECONDS} seconds=${2:?clock ctl|hK SECONDS}
    [ -e "$D/clock/$name" ] || die "$name was not started with a clock of its own: see lab clocks"
    python3 - "$D/clock/$name" "$seconds" <<'P'
import os, struct, sys
os.pwrite(os.open(sys.argv[1], os.O_WRONLY), struct.pack("=q", int(sys.argv[2]) * 10**9), 0)
P
}
# own_clock NAME: the words before a command that give it NAME's clock; none unless `clocks` was called before.
own_clock() {
    [ -e "$D/own-clock.so" ] || return 0
    [ -e "$D/clock/$1" ] || head -c 8 /dev/zero >"$D/clock/$1"
    echo env "LD_PRELOAD=$D/own-clock.so" "TENANTNET_CLOCK=$D/clock/$1"
}
