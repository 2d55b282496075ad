#!/usr/bin/env bash
# Stops the lattice that scripts/up.sh started, with the same settings, and
# leaves no process of it.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Process ids of this lattice: those it wrote down, and every program that runs
# out of its folder (the host unpacks providers there).
lattice_pids() {
    local file exe
    {
        for file in "$RUN"/downloads/{nats,wadm}.pid "$RUN"/pids; do
            [ ! -f "$file" ] || cat "$file"
            echo
        done
        for exe in /proc/[0-9]*/exe; do
            case $(readlink "$exe" 2>/dev/null) in
            "$RUN"/*) basename "$(dirname "$exe")" ;;
            esac
        done
    } | grep -x '[0-9]*' | sort -un | while read -r pid; do
        kill -0 "$pid" 2>/dev/null && echo "$pid"
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
if [ ! -d "$RUN" ]; then
    step "no lattice '$LATTICE' was started from here on NATS port $NATS_PORT"
    exit 0
fi
pids=$(lattice_pids)
step "stopping the lattice '$LATTICE'"
if command -v wash >/dev/null; then
    WASH_DOWNLOADS_DIR=$RUN/downloads TMPDIR=$RUN/tmp timeout 60 \
        wash down --all --lattice "$LATTICE" --ctl-host 127.0.0.1 --ctl-port "$NATS_PORT" \
        --purge-jetstream all >"$RUN/down.log" 2>&1 || true
fi
for signal in TERM KILL; do
    wait_gone 10 "$pids" && break
    lattice_pids | xargs -r kill "-$signal" 2>/dev/null || true
done
wait_gone 5 "$pids" || fail "processes of the lattice are still there: $(lattice_pids | tr '\n' ' ')" \
    "stop them by hand"
rm -rf "$RUN"
step "stopped"
