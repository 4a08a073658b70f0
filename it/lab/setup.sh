# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
#
# What ./demo and ./test share: progress, installing what is missing, building. Sourced with ROOT set.

PATH=$PATH:/usr/sbin:/sbin
LOGS=$ROOT/target/logs
ASSEMBLY=$ROOT/karaf-distribution/target/assembly

clock() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }
step() { printf '\n[%s] %s\n' "$(clock)" "$*"; }
note() { printf '       %s\n' "$*"; }
fail() { printf '\n[%s] FAILED: %s\n' "$(clock)" "$*" >&2; exit 1; }

# Debian's package for each command that is used somewhere. Karaf does not run on a JDK newer than 21, and 17 is
# what is tested, so javac has to be that one wherever it stands.
packages() {
    cat <<P
mvn maven
ovs-vswitchd openvswitch-switch
vtep-ctl openvswitch-vtep
ip iproute2
ethtool ethtool
ping iputils-ping
iperf3 iperf3
tcpdump tcpdump
udhcpc udhcpc
dhclient isc-dhcp-client
dnsmasq dnsmasq-base
curl curl
jq jq
pgrep procps
python3 python3
setsid util-linux
cc gcc
P
}
find_jdk() {                                           # sets JAVA_HOME to a JDK 17, if there is one
    local home
    for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*17* /usr/lib/jvm/default-java; do
        [ -x "$home/bin/javac" ] || continue
        case $("$home/bin/javac" -version 2>&1) in
            "javac 17"|"javac 17."*) export JAVA_HOME=$home PATH=$home/bin:$PATH; return 0 ;;
        esac
    done
    return 1
}
require_root() { [ "$(id -u)" = 0 ] || fail "network namespaces need root: run this as root, or with sudo"; }

install_missing() {
    local missing=() command package
    mkdir -p "$LOGS"
    while read -r command package; do
        command -v "$command" >/dev/null || missing+=("$package")
    done < <(packages)
    [ -e /usr/include/dlfcn.h ] || missing+=(libc6-dev)      # for cc, and no command
    find_jdk || missing+=(openjdk-17-jdk-headless)
    if [ ${#missing[@]} -eq 0 ]; then note "nothing is missing"; return 0; fi
    command -v apt-get >/dev/null || fail "missing: ${missing[*]}. This is no Debian or Ubuntu: install them yourself"
    note "installing with apt: ${missing[*]}"
    note "(log: target/logs/apt.log)"
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
            >"$LOGS/apt.log" 2>&1 </dev/null; then
        tail -n 15 "$LOGS/apt.log" >&2
        fail "apt could not install ${missing[*]}"
    fi
    while read -r command package; do
        command -v "$command" >/dev/null || fail "$package is installed, but there is no command $command"
    done < <(packages)
    find_jdk || fail "openjdk-17-jdk-headless is installed, but there is no JDK 17 in /usr/lib/jvm"
}

# maven LOG ARGS...: shows a line per module, and where it fails the end of its log.
maven() {
    local log=$LOGS/$1 status=0; shift
    mkdir -p "$LOGS"
    note "mvn $* (log: target/logs/${log##*/})"
    (cd "$ROOT" && nice mvn -B -ntp "$@") </dev/null 2>&1 | tee "$log" | progress || status=${PIPESTATUS[0]}
    return "$status"
}
progress() {
    local line
    while IFS= read -r line; do
        case $line in
            *"] Building TenantNet"*\[*/*\]*) note "[$(clock)] ${line#*Building }" ;;
            *"] Running "*)          note "[$(clock)]   ${line##*Running }" ;;
            *"Tests run:"*" -- in "*) note "            ${line#*] }" ;;
            *"BUILD FAILURE"*)       note "[$(clock)] BUILD FAILURE" ;;
        esac
    done
}
errors_of() { grep -E '^\[(ERROR|FATAL)' "$LOGS/$1" | cut -c1-300 | head -n 15 >&2 || tail -n 15 "$LOGS/$1" >&2; }
