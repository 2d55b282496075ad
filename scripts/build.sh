#!/usr/bin/env bash
# Builds the components, all of them composed into one (medical.wasm), and the
# provider archive into build/, under the names that the manifests give them.
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

components=(medical-api health-calculator validator formatter)
timed "building the components" cargo build --quiet --locked --release --target wasm32-wasip2 \
    "${components[@]/#/--package=}"
for component in "${components[@]}"; do
    publish "$TARGET/wasm32-wasip2/release/${component//-/_}.wasm" "$BUILD/$component.wasm"
done

# All of them in one file: what each gets from the others over the lattice in
# wadm.yaml is plugged in here.
timed "building fuse" cargo build --quiet --locked --package fuse
files=("${components[@]/%/.wasm}")
"$TARGET/debug/fuse" "$BUILD/medical.wasm.fused" "${files[@]/#/"$BUILD/"}" ||
    fail "the components do not compose" "the message above says why"
publish "$BUILD/medical.wasm.fused" "$BUILD/medical.wasm"
rm "$BUILD/medical.wasm.fused"

timed "building the HTTP server provider" cargo build --quiet --locked --profile native \
    --package httpserver
# Archives are signed with the time, so the same binary gives another archive
# each time; only a changed binary is packaged again.
provider=$TARGET/native/httpserver
checksum=$(sha256sum "$provider" | cut -d' ' -f1)
if [ ! -f "$BUILD/httpserver.par.gz" ] ||
    [ "$(cat "$BUILD/httpserver.sha256" 2>/dev/null)" != "$checksum" ]; then
    step "packaging the provider"
    wash par create --vendor medical-platform --name httpserver --revision 0 \
        --version "$(cargo pkgid --package httpserver | sed 's/.*[#@]//')" \
        --arch "$(uname -m)-linux" --binary "$provider" --compress \
        --directory "$CACHE/keys" --destination "$BUILD/httpserver.new.par.gz" >/dev/null 2>&1 ||
        fail "wash could not package the provider" "run wash par create by hand to see why"
    mv -f "$BUILD/httpserver.new.par.gz" "$BUILD/httpserver.par.gz"
    echo "$checksum" >"$BUILD/httpserver.sha256"
fi
