# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that source this use the variables
# What the scripts share: places, versions, and how they talk. Sourced, not run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Versions that were seen to work together.
CARGO_DENY_VERSION=0.20.2
CARGO_SHEAR_VERSION=1.13.4
WASH_VERSION=0.43.0
WASMCLOUD_VERSION=1.9.2
WADM_VERSION=0.21.1
NATS_VERSION=2.11.11
WASMTIME_VERSION=48.0.8

# Tools and the host are built once per machine, outside the checkout.
CACHE=${MEDICAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/medical-platform}
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
BUILD=$ROOT/build

# A component holds the places of its sources, for the messages of panics. Under these
# names it is the same wherever it is built. Blanks cannot be written so.
SOURCES=${CARGO_HOME:-$HOME/.cargo}/registry/src
if [[ $ROOT$TARGET$SOURCES != *[[:space:]]* ]]; then
    CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS="--remap-path-prefix=$ROOT=/medical-platform"
    CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS+=" --remap-path-prefix=$TARGET=/target"
    CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS+=" --remap-path-prefix=$SOURCES=/registry"
    export CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS
fi

# Seeds that sign provider archives; not in the cache, which CI hands on.
KEYS=${XDG_CONFIG_HOME:-$HOME/.config}/medical-platform/keys

# Where this lattice listens and what it is called.
LATTICE=${MEDICAL_LATTICE:-default}
HTTP_ADDRESS=${MEDICAL_HTTP_ADDRESS:-127.0.0.1:8080}
NATS_PORT=${MEDICAL_NATS_PORT:-4222}

# What belongs to the running lattice: logs, process ids, NATS's files, and the keys of
# those who talk on it (docs/lattice.md).
RUN=$ROOT/.lattice/$LATTICE-$NATS_PORT
LATTICE_KEYS=$RUN/keys

# wash asks nothing and reads no other lattice's settings. It is who may deploy.
export WASMCLOUD_LATTICE=$LATTICE
export WASMCLOUD_CTL_HOST=127.0.0.1 WASMCLOUD_CTL_PORT=$NATS_PORT
export WASMCLOUD_RPC_HOST=127.0.0.1 WASMCLOUD_RPC_PORT=$NATS_PORT
export WASH_CTL_CREDS=$LATTICE_KEYS/$LATTICE/admin.creds
# Debian has nginx and haproxy in /usr/sbin, which is not on everyone's path.
export PATH=$CACHE/wash-$WASH_VERSION/bin:$PATH:/usr/sbin

step() {
    printf '==> %s\n' "$*" >&2
}

# fail WHAT-HAPPENED WHAT-TO-DO
fail() {
    printf 'error: %s\n' "$1" >&2
    [ -z "${2:-}" ] || printf '       %s\n' "$2" >&2
    exit 1
}

# need PROGRAM WHAT-TO-DO
need() {
    command -v "$1" >/dev/null || fail "$1 is not installed" "$2"
}

# need_package PROGRAM PACKAGE...: Debian's packages that bring a program; root gets
# them, everyone else is told.
need_package() {
    local program=$1
    shift
    works "$program" && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        timed "installing $*" install_packages "$@"
    fi
    works "$program" ||
        fail "$program is not installed" \
            "install it with your system's package manager, for example apt-get install $*"
}

# Python without pip and virtual environments, as Debian has it, is no use here.
works() {
    case $1 in
    python3) python3 -c 'import ensurepip, pip' ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

# The list of packages may never have been fetched, or be old.
install_packages() {
    DEBIAN_FRONTEND=noninteractive apt-get install --yes "$@" >/dev/null 2>&1 ||
        { apt-get update >/dev/null 2>&1 &&
            DEBIAN_FRONTEND=noninteractive apt-get install --yes "$@" >/dev/null 2>&1; } || true
}

# timed DESCRIPTION COMMAND...: runs a long step and says how long it took.
timed() {
    local what=$1 start=$SECONDS
    shift
    step "$what"
    "$@"
    step "$what: done in $((SECONDS - start)) s"
}

# packages FOLDER KIND: names of the packages directly below a folder that cargo
# makes something of this kind of: cdylib (components) or bin (providers).
packages() {
    cargo metadata --quiet --no-deps --format-version 1 --manifest-path "$ROOT/Cargo.toml" |
        python3 -c '
import json, pathlib, sys

folder, kind = sys.argv[1:]
for package in json.load(sys.stdin)["packages"]:
    kinds = [kind for target in package["targets"] for kind in target["kind"]]
    if pathlib.Path(package["manifest_path"]).parts[-3] == folder and kind in kinds:
        print(package["name"])
' "$1" "$2"
}

# package PROVIDER BINARY VERSION: a provider archive in build/. Archives are signed
# with the time, so the same binary gives another archive each time; only a changed
# binary is packaged again.
package() {
    local name=$1 binary=$2 version=$3 checksum
    checksum=$(sha256sum "$binary" | cut -d' ' -f1)
    [ -f "$BUILD/$name.par.gz" ] &&
        [ "$(cat "$BUILD/$name.sha256" 2>/dev/null)" = "$checksum" ] && return
    step "packaging the provider $name"
    (umask 077 && mkdir -p "$KEYS")
    wash par create --vendor medical-platform --name "$name" --revision 0 \
        --version "$version" --arch "$(uname -m)-linux" --binary "$binary" --compress \
        --directory "$KEYS" --destination "$BUILD/$name.new.par.gz" >/dev/null 2>&1 ||
        fail "wash could not package the provider $name" "run wash par create by hand to see why"
    mv -f "$BUILD/$name.new.par.gz" "$BUILD/$name.par.gz"
    echo "$checksum" >"$BUILD/$name.sha256"
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

# Where a client on this machine reaches the HTTP server: by a loopback address when it
# listens on every one, because it serves no other name or address than its own.
http_url() {
    case $HTTP_ADDRESS in
    0.0.0.0:*) printf 'http://127.0.0.1:%s' "${HTTP_ADDRESS##*:}" ;;
    '[::]:'*) printf 'http://[::1]:%s' "${HTTP_ADDRESS##*:}" ;;
    *) printf 'http://%s' "$HTTP_ADDRESS" ;;
    esac
}

# Identifies the host and wadm that lattice/ builds.
lattice_key() {
    (
        cd "$ROOT"
        { find lattice -name target -prune -o -type f -print | LC_ALL=C sort | xargs sha256sum
            rustc --version; } | sha256sum | cut -c1-16
    )
}
