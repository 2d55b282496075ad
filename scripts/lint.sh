#!/usr/bin/env bash
# Formatting, compiler, clippy and documentation warnings, shell scripts, workflows, and
# what the project depends on: unused, licences, origins, known vulnerabilities.
#
# Settings (environment):
#   MEDICAL_ADVISORY_DB  a clone of the RustSec advisory database, for machines
#                        that do not reach the original; once named, it has to be reached
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

# Fetches the advisories through git, from MEDICAL_ADVISORY_DB if that is set.
fetch_advisories() {
    local original=https://github.com/RustSec/advisory-db
    if [ -n "${MEDICAL_ADVISORY_DB:-}" ]; then
        export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=url.$MEDICAL_ADVISORY_DB.insteadOf
        export GIT_CONFIG_VALUE_0=$original
    fi
    GIT_TERMINAL_PROMPT=0 timeout 120 "$deny" --log-level off --config deny.toml fetch db 2>/dev/null
}

# The form of the workflows, and what they would give away.
check_workflows() {
    local python
    python=$(python_environment scripts "$ROOT/scripts/requirements.txt")
    { "$python" -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml &&
        "$python" -m check_jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml; } ||
        fail "a workflow has another form than GitHub reads" "the messages above say where"
    "$(dirname "$python")/zizmor" --offline --quiet --persona pedantic .github ||
        fail "a workflow is open to attack" "the messages above say how"
}

check_dependencies() {
    local deny=$CACHE/cargo-deny-$CARGO_DENY_VERSION/bin/cargo-deny manifest
    local checks=(bans licenses sources)
    python3 scripts/exceptions.py deny.toml || fail "an exception does not hold" "the messages above say why"
    if fetch_advisories; then
        checks+=(advisories)
    elif [ -n "${MEDICAL_ADVISORY_DB:-}" ]; then
        fail "no advisories could be fetched from $MEDICAL_ADVISORY_DB" "make it a git clone with a branch main"
    else
        step "known vulnerabilities are NOT checked: the advisory database cannot be reached"
    fi
    # The patched sources are part of the second workspace.
    "$ROOT/scripts/patch-crates.sh"
    for manifest in Cargo.toml lattice/Cargo.toml; do
        # A crate that names a file for its licence is judged by that file.
        "$deny" --locked --manifest-path "$manifest" --config deny.toml \
            check --allow no-license-field "${checks[@]}" ||
            fail "$manifest depends on something that deny.toml does not allow" "the messages above say what"
    done
}

cd "$ROOT"
need cargo "install Rust from https://rustup.rs"
need_package shellcheck shellcheck
need_package git git
need_package cc gcc libc6-dev
need_package python3 python3-pip python3-venv
mapfile -t components < <(packages components cdylib)
# The workload of the benchmarks is a component as well, and the guest of a test.
guests=("${components[@]}" workload endless)
native=(--workspace --exclude=endless "${components[@]/#/--exclude=}")

step "formatting"
# File by file: cargo fmt does not see modules that a macro declares.
git ls-files '*.rs' ':!lattice' | xargs rustfmt --check --edition 2024
git ls-files 'lattice/*.rs' | xargs rustfmt --check --edition 2021
step "shell scripts"
shellcheck --external-sources scripts/*.sh .ci/run
step "workflows"
check_workflows
step "clippy, native"
cargo clippy --quiet --locked "${native[@]}" --all-targets -- --deny warnings
step "clippy, components"
cargo clippy --quiet --locked --target wasm32-wasip2 "${guests[@]/#/--package=}" -- --deny warnings
step "documentation"
RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --locked --no-deps "${native[@]}"
RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --locked --no-deps --target wasm32-wasip2 \
    "${components[@]/#/--package=}"
step "unused dependencies"
mkdir -p "$CACHE"
cargo_program cargo-shear "$CARGO_SHEAR_VERSION" 1
"$CACHE/cargo-shear-$CARGO_SHEAR_VERSION/bin/cargo-shear" --locked --deny-warnings ||
    fail "there are dependencies or files that nothing uses" "remove them"
step "licences, origins and vulnerabilities of dependencies"
cargo_program cargo-deny "$CARGO_DENY_VERSION" 2
check_dependencies
step "lint passed"
