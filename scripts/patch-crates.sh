#!/usr/bin/env bash
# Lays out in lattice/target/patched what lattice/ builds with changes: for each
# patch in lattice/patches the published source of its crate, with the patch
# applied. Touches nothing that is there already.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

patched() {
    local name=$1 version=$2 patch=$3 home key
    home=$ROOT/lattice/target/patched/$name
    key=$(sha256sum <"$patch")
    [ "$(cat "$home/.patched" 2>/dev/null)" = "$key" ] && return
    step "patching $name $version"
    unpack_crate "$name" "$version" "$home"
    patch --quiet --strip=1 --directory="$home" <"$patch" ||
        fail "the patch of $name $version does not apply" ""
    printf '%s\n' "$key" >"$home/.patched"
}

need_package patch patch
for file in "$ROOT"/lattice/patches/*.patch; do
    crate=$(basename "$file" .patch)
    patched "${crate%-*}" "${crate##*-}" "$file"
done
