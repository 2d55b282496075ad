#!/usr/bin/env bash
# Builds the components of the last commit twice, in two folders and with two homes of
# cargo, and says whether they are equal: reproduce.sh [FOLDER | COMPONENT...]
#
# With a folder that scripts/release-files.sh made, its components have to be equal to
# these. With names, only these components are built, for a quick look.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# build FOLDER HOME: the components of the last commit; each knows nothing of this checkout.
build() {
    mkdir -p "$1/source"
    git -C "$ROOT" archive HEAD | tar -x -C "$1/source"
    (cd "$1/source" && env -u CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS CARGO_HOME="$2" \
        CARGO_TARGET_DIR="$1/target" scripts/build.sh "${components[@]}")
}

cd "$ROOT"
need git "install git"
need cargo "install Rust from https://rustup.rs"
released=
mapfile -t components < <(packages components cdylib)
if [ -n "${1:-}" ] && [ -f "$1/SHA256SUMS" ]; then
    released=$(cd "$1" && pwd)
elif [ $# -gt 0 ]; then
    components=("$@")
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The second home is another path to the same downloads.
mkdir "$work/home"
for name in registry config.toml; do
    [ ! -e "${CARGO_HOME:-$HOME/.cargo}/$name" ] || ln -s "${CARGO_HOME:-$HOME/.cargo}/$name" "$work/home/$name"
done
build "$work/one" "${CARGO_HOME:-$HOME/.cargo}"
CARGO_NET_OFFLINE=true build "$work/another/folder" "$work/home"

different=0
for component in "${components[@]}"; do
    wasm=$component.wasm
    for other in "$work/another/folder/source/build/$wasm" ${released:+"$released/$wasm"}; do
        cmp "$work/one/source/build/$wasm" "$other" || different=1
    done
    sha256sum "$work/one/source/build/$wasm" | sed 's|/.*/||'
done
[ $different = 0 ] || fail "components differ" "see what they hold: strings shows the places of sources"
step "${#components[@]} components are equal, wherever they were built"
