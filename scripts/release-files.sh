#!/usr/bin/env bash
# Builds, and lays out in a folder what is handed on, with all that someone else needs to
# know it again: components, provider archives, manifests that deploy them out of that
# folder, what each is made of (CycloneDX), and SHA256SUMS of all. scripts/verify.sh checks
# such a folder.
#
#   release-files.sh [FOLDER]   [build/release]
#
# Settings (environment):
#   MEDICAL_SIGNING_KEY  file with a secret key of minisign that signs SHA256SUMS; when it
#                        has a password, that is asked for
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

# The manifests whose images are all here, which leaves out what is only compared with.
copy_manifests() {
    local manifest image
    for manifest in wadm.yaml deploy/*.yaml; do
        sed 's|^\( *image: file://\).*build/|\1./|' "$manifest" >"$release/$(basename "$manifest")"
        while IFS= read -r image; do
            [ -f "$release/$image" ] || rm -f "$release/$(basename "$manifest")"
        done < <(sed -n 's|^ *image: file://\./||p' "$release/$(basename "$manifest")")
    done
}

# What a signature vouches for, beside the files.
comment() {
    local version commit
    version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
    commit=$(git rev-parse HEAD)
    [ -z "$(git status --porcelain)" ] || commit="$commit with changes"
    printf 'medical-platform %s, commit %s\n' "$version" "$commit"
}

sign() {
    if [ -z "$key" ]; then
        step "SHA256SUMS is NOT signed: MEDICAL_SIGNING_KEY names no key"
        return
    fi
    minisign -S -s "$key" -m "$release/SHA256SUMS" -t "$(comment)" >/dev/null ||
        fail "SHA256SUMS could not be signed with $key" "minisign's message above says why"
}

# may_replace FOLDER: nothing is deleted that this did not make.
may_replace() {
    [ ! -e "$1" ] || [ "$(cat "$1/release.txt" 2>/dev/null)" = "$made" ] ||
        fail "$1 is there and was not made by this" "delete it, or name a folder that can be replaced"
}

made="Laid out by scripts/release-files.sh, which replaces this folder."
folder=$(realpath --canonicalize-missing "${1:-$BUILD/release}")
may_replace "$folder"
may_replace "$folder.new"
key=${MEDICAL_SIGNING_KEY:-}
if [ -n "$key" ]; then
    [ -f "$key" ] || fail "MEDICAL_SIGNING_KEY is '$key', which is no file" "make a key with minisign -G"
    key=$(realpath "$key")
    need_package minisign minisign
fi
cd "$ROOT"
need_package git git
need_package python3 python3-pip python3-venv
"$ROOT/scripts/build.sh"
python=$(python_environment scripts "$ROOT/scripts/requirements.txt")
mapfile -t components < <(packages components cdylib)
mapfile -t providers < <(packages providers bin)

release=$folder.new
rm -rf "$release"
mkdir -p "$release"
printf '%s\n' "$made" >"$release/release.txt"
cp LICENSE "$release/"
for name in "${components[@]/%/.wasm}" "${providers[@]/%/.par.gz}"; do
    cp "$BUILD/$name" "$release/"
done
cp "$BUILD/ops" "$release/"
copy_manifests
step "listing what the artifacts are made of"
"$python" scripts/sbom.py wasm32-wasip2 "$release"/*.wasm
"$python" scripts/sbom.py "$(rustc --version --verbose | sed -n 's/^host: //p')" "$release"/*.par.gz "$release/ops"
(cd "$release" && sha256sum -- * >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
sign
rm -rf "$folder"
mv "$release" "$folder"
step "what is handed on is in $folder"
