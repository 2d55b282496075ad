#!/usr/bin/env bash
# Builds the components and the provider archive into build/, under the names that the
# manifests give them, and beside them `ops`, which operates a lattice.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
need wash "run scripts/tools.sh"
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
timed "building the components" cargo build --quiet --locked --release --target wasm32-wasip2 \
    "${components[@]/#/--package=}"
for component in "${components[@]}"; do
    publish "$TARGET/wasm32-wasip2/release/${component//-/_}.wasm" "$BUILD/$component.wasm"
done

timed "building the providers and ops" cargo build --quiet --locked --profile native \
    --package ops "${providers[@]/#/--package=}"
publish "$TARGET/native/ops" "$BUILD/ops"
for provider in "${providers[@]}"; do
    package "$provider" "$TARGET/native/$provider" \
        "$(cargo pkgid --package "$provider" | sed 's/.*[#@]//')"
done
