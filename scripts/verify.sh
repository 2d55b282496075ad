#!/usr/bin/env bash
# Whether a folder that scripts/release-files.sh made holds exactly what was signed, and
# nothing else: verify.sh [--unsigned] FOLDER
#
# With --unsigned only the sums are compared: that finds damage, and not whoever changed
# the files and the sums.
#
# Settings (environment):
#   MEDICAL_PUBLIC_KEY  the public key of minisign that must have signed, or a file with it
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

check_signature() {
    local key=${MEDICAL_PUBLIC_KEY:-} argument=-P
    [ -n "$key" ] || fail "MEDICAL_PUBLIC_KEY names no key" \
        "set it to the key of whoever released this; verify.sh --unsigned only finds damage"
    need_package minisign minisign
    [ ! -f "$key" ] || argument=-p
    # It says what was signed: of which version and commit these files are.
    minisign -V -m "$folder/SHA256SUMS" -x "$folder/SHA256SUMS.minisig" "$argument" "$key" >&2 ||
        fail "SHA256SUMS is not signed by this key" "do not use what is in $folder"
}

# The list has plain names only, each once, and the folder these and no others.
check_names() {
    local listed present
    ! grep -qvE '^[0-9a-f]{64}  [A-Za-z0-9_][A-Za-z0-9._-]*$' "$folder/SHA256SUMS" ||
        fail "SHA256SUMS has a line that is no sum of a file" "do not use what is in $folder"
    listed=$(cut -c67- "$folder/SHA256SUMS" | LC_ALL=C sort)
    present=$(find "$folder" -mindepth 1 ! -path "$folder/SHA256SUMS" \
        ! -path "$folder/SHA256SUMS.minisig" -printf '%P\n' | LC_ALL=C sort)
    [ "$listed" = "$present" ] ||
        fail "the files of $folder are not those that SHA256SUMS lists" \
            "$(diff <(printf '%s\n' "$listed") <(printf '%s\n' "$present") | grep '^[<>]' | tr '\n' ' ')"
    [ -z "$(find "$folder" -mindepth 1 ! -type f -print -quit)" ] ||
        fail "$folder has something in it that is no file" "do not use what is in it"
}

unsigned=
[ "${1:-}" != --unsigned ] || { unsigned=1 && shift; }
[ $# = 1 ] || fail "give one folder" "verify.sh [--unsigned] FOLDER"
folder=${1%/}
[ -s "$folder/SHA256SUMS" ] || fail "$folder has no SHA256SUMS" "name a folder that scripts/release-files.sh made"
[ -n "$unsigned" ] || check_signature
check_names
(cd "$folder" && sha256sum --check --strict --quiet SHA256SUMS) >&2 ||
    fail "a file of $folder is not what was released" "do not use what is in it"
if [ -n "$unsigned" ]; then
    step "nothing in $folder is damaged; who made it was NOT checked"
else
    step "$folder is what was signed"
fi
