#!/usr/bin/env bash
# Every test: the crates, the HTTP server, the components on their own, the
# application on a real lattice, the same broken on purpose (a short form of
# scripts/chaos.sh), the scripts, and the rules of the repository. Installs and
# builds what is missing first.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
started=$SECONDS
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS
"$ROOT/scripts/build.sh"

# An independent FHIR validator, and the command line, for the lattice tests.
venv=$CACHE/fhir-$FHIR_RESOURCES_VERSION
if [ ! -x "$venv/bin/python" ]; then
    step "installing fhir.resources $FHIR_RESOURCES_VERSION"
    python3 -m venv "$venv.new"
    "$venv.new/bin/pip" install --quiet "fhir.resources==$FHIR_RESOURCES_VERSION" >&2 ||
        fail "fhir.resources could not be installed" "check the network, then run this again"
    mv "$venv.new" "$venv"
fi
export MEDICAL_FHIR_PYTHON=$venv/bin/python
export MEDICAL_CLI=$TARGET/debug/medical

timed "testing the crates, the HTTP server and the command line" cargo test --quiet --locked \
    --workspace --exclude tests \
    --exclude bench --exclude native --exclude upstream-httpserver --exclude workload \
    --exclude health-calculator --exclude validator --exclude medical-api --exclude formatter
timed "building the command line" cargo build --quiet --locked --package medical
timed "building the other tests" cargo test --quiet --locked --package tests --no-run
timed "testing components, lattice, chaos, scripts and repository" \
    cargo test --quiet --locked --package tests
step "all tests passed after $((SECONDS - started)) s"
