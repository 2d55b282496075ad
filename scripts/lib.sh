# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that source this use the variables
# What the scripts share: places, versions, and how they talk. Sourced, not run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Versions that were seen to work together.
WASH_VERSION=0.43.0
WASMCLOUD_VERSION=1.9.2
WADM_VERSION=0.21.1
NATS_VERSION=2.11.11
FHIR_RESOURCES_VERSION=8.0.0
WASMTIME_VERSION=38.0.4

# Tools and the host are built once per machine, outside the checkout.
CACHE=${MEDICAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/medical-platform}
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
BUILD=$ROOT/build

# Where this lattice listens and what it is called.
LATTICE=${MEDICAL_LATTICE:-default}
HTTP_ADDRESS=${MEDICAL_HTTP_ADDRESS:-127.0.0.1:8080}
NATS_PORT=${MEDICAL_NATS_PORT:-4222}

# What belongs to the running lattice: logs, process ids, NATS's files.
RUN=$ROOT/.lattice/$LATTICE-$NATS_PORT

# wash asks nothing and reads no other lattice's settings.
export WASMCLOUD_LATTICE=$LATTICE
export WASMCLOUD_CTL_HOST=127.0.0.1 WASMCLOUD_CTL_PORT=$NATS_PORT
export WASMCLOUD_RPC_HOST=127.0.0.1 WASMCLOUD_RPC_PORT=$NATS_PORT
export PATH=$CACHE/wash-$WASH_VERSION/bin:$PATH

step() {
    printf '==> %s\n' "$*" >&2
}

# fail WHAT-HAPPENED WHAT-TO-DO
fail() {
    printf 'error: %s\n' "$1" >&2
    [ -z "${2:-}" ] || printf '       %s\n' "$2" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null || fail "$1 is not installed" "$2"
}

# timed DESCRIPTION COMMAND...: runs a long step and says how long it took.
timed() {
    local what=$1 start=$SECONDS
    shift
    step "$what"
    "$@"
    step "$what: done in $((SECONDS - start)) s"
}

is_port() {
    [[ $1 =~ ^[0-9]{1,5}$ ]] && (($1 > 0 && $1 < 65536))
}

# Refuses settings that cannot work before anything is built or started. A
# lattice name ends up in NATS subjects, file names and bucket names.
check_settings() {
    [[ $LATTICE =~ ^[A-Za-z0-9_-]{1,40}$ ]] ||
        fail "MEDICAL_LATTICE is '$LATTICE'" "use letters, digits, - and _ only"
    is_port "$NATS_PORT" ||
        fail "MEDICAL_NATS_PORT is '$NATS_PORT'" "use a port number from 1 to 65535"
    if ! [[ $HTTP_ADDRESS =~ ^([0-9.]+|\[[0-9a-fA-F:]+\]):[0-9]+$ ]] ||
        ! is_port "${HTTP_ADDRESS##*:}"; then
        fail "MEDICAL_HTTP_ADDRESS is '$HTTP_ADDRESS'" "use IP:PORT, for example 127.0.0.1:8080"
    fi
}

# Where a client on this machine reaches the HTTP server.
http_url() {
    printf 'http://%s' "${HTTP_ADDRESS/#0.0.0.0:/127.0.0.1:}"
}

# Identifies the host and wadm that lattice/ builds.
lattice_key() {
    (
        cd "$ROOT"
        { find lattice -name target -prune -o -type f -print | LC_ALL=C sort | xargs sha256sum
            rustc --version; } | sha256sum | cut -c1-16
    )
}
