#!/usr/bin/env bash
# Builds the components and the provider archive into build/, under the names that the
# manifests give them, and beside them `ops`, which operates a lattice.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
mkdir -p "$BUILD"
# Two builds at once would write the same files.
exec 8>"$BUILD/lock"
flock -w 3600 8 || fail "another build holds $BUILD/lock for an hour" "see what it does"

# Replaces a file only when its content changed, and in one step: a host may be
# reading the old one.
publish() {
    cmp -s "$1" "$2" && return
    cp "$1" "$2.new"
    mv -f "$2.new" "$2"
}

need cargo "install Rust from https://rustup.rs"
mapfile -t components < <(packages components cdylib)
mapfile -t providers < <(packages providers bin)
((${#components[@]} && ${#providers[@]})) || fail "cargo knows no components or no providers" ""
# build.sh COMPONENT... builds these components and nothing else (scripts/reproduce.sh).
for component in "$@"; do
    [[ " ${components[*]} " == *" $component "* ]] ||
        fail "there is no component '$component'" "there are ${components[*]}"
done
[ $# = 0 ] || components=("$@")
[ $# -gt 0 ] || need wash "run scripts/tools.sh"
# Flags of whoever builds would replace those of scripts/lib.sh.
timed "building the components" env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS \
    cargo build --quiet --locked --release --target wasm32-wasip2 "${components[@]/#/--package=}"
for component in "${components[@]}"; do
    publish "$TARGET/wasm32-wasip2/release/${component//-/_}.wasm" "$BUILD/$component.wasm"
done
[ $# = 0 ] || exit 0

timed "building the providers and ops" cargo build --quiet --locked --profile native \
    --package ops "${providers[@]/#/--package=}"
publish "$TARGET/native/ops" "$BUILD/ops"
for provider in "${providers[@]}"; do
    package "$provider" "$TARGET/native/$provider" \
        "$(cargo pkgid --package "$provider" | sed 's/.*[#@]//')"
done
