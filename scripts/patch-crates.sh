#!/usr/bin/env bash
# Lays out in lattice/target/patched what lattice/ builds with changes: for each
# patch in lattice/patches the published source of its crate, with the patch
# applied. Touches nothing that is there already.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Where cargo keeps what it downloaded of a crate, if it did.
archive() {
    find "${CARGO_HOME:-$HOME/.cargo}/registry/cache" -name "$1-$2.crate" -print -quit 2>/dev/null || true
}

# Makes cargo download one crate, from the registry it is set up for: it reads the
# manifest of what it tells about. `cargo fetch` would take hundreds with it.
download() {
    local folder
    folder=$(mktemp -d)
    # Elsewhere, so that no workspace's lock file has a say.
    (cd "$folder" && cargo info --quiet "$1@$2" >/dev/null) ||
        fail "cargo could not download $1 $2" "check the network, then run this again"
    rm -r "$folder"
}

patched() {
    local name=$1 version=$2 patch=$3 home key archive published
    home=$ROOT/lattice/target/patched/$name
    key=$(sha256sum <"$patch")
    [ "$(cat "$home/.patched" 2>/dev/null)" = "$key" ] && return
    step "patching $name $version"
    [ -n "$(archive "$name" "$version")" ] || download "$name" "$version"
    archive=$(archive "$name" "$version")
    [ -n "$archive" ] || fail "cargo keeps no archive of $name $version" \
        "do not replace crates.io by a folder of sources"
    published=$(checksum "$name" "$version" any)
    sha256sum --check --status <<<"$published  $archive" ||
        fail "$archive is not what was published" "remove it and run this again"
    rm -rf "$home"
    mkdir -p "$home"
    tar -xzf "$archive" --strip-components=1 -C "$home"
    patch --quiet --strip=1 --directory="$home" <"$patch" ||
        fail "the patch of $name $version does not apply" ""
    printf '%s\n' "$key" >"$home/.patched"
}

need_package patch patch
for file in "$ROOT"/lattice/patches/*.patch; do
    crate=$(basename "$file" .patch)
    patched "${crate%-*}" "${crate##*-}" "$file"
done
