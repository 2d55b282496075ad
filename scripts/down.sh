#!/usr/bin/env bash
# Stops the lattice that scripts/up.sh started, with the same settings, and
# leaves no process of it.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Process ids of this lattice: every program that was started out of its folder.
# NATS, wadm and the host are started through links there, so it is the name they
# were started by that tells, not the file it leads to.
lattice_pids() {
    local process name
    for process in /proc/[0-9]*; do
        # A process can end while it is looked at.
        { IFS= read -r -d '' name <"$process/cmdline"; } 2>/dev/null || continue
        case $name in
        "$RUN"/*) basename "$process" ;;
        esac
    done
}

# wait_gone SECONDS PIDS: whether none of them is left in time.
wait_gone() {
    local deadline=$((SECONDS + $1)) pid left
    while :; do
        left=
        for pid in $2; do
            [ -d "/proc/$pid" ] && ! grep -q '^State:.Z' "/proc/$pid/status" 2>/dev/null && left=1
        done
        [ -n "$left" ] || return 0
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

check_settings
pids=$(lattice_pids)
if [ ! -d "$RUN" ] && [ -z "$pids" ]; then
    step "no lattice '$LATTICE' was started from here on NATS port $NATS_PORT"
    exit 0
fi
mkdir -p "$RUN"
step "stopping the lattice '$LATTICE'"
if command -v wash >/dev/null; then
    WASH_DOWNLOADS_DIR=$RUN/downloads TMPDIR=$RUN/tmp timeout 60 \
        wash down --all --lattice "$LATTICE" --ctl-host 127.0.0.1 --ctl-port "$NATS_PORT" \
        --ctl-credsfile "$WASH_CTL_CREDS" >"$RUN/down.log" 2>&1 || true
fi
for signal in TERM KILL; do
    wait_gone 10 "$pids" && break
    lattice_pids | xargs -r kill "-$signal" 2>/dev/null || true
done
pids=$(lattice_pids)
wait_gone 5 "$pids" || fail "processes of the lattice are still there: $(lattice_pids | tr '\n' ' ')" \
    "stop them by hand"
rm -rf "$RUN"
step "stopped"
