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

# An independent FHIR validator, and the command line, for the lattice tests.
requirements=$ROOT/tests/fhir/requirements.txt
venv=$CACHE/fhir-$(sha256sum "$requirements" | cut -c1-16)
if [ ! -x "$venv/bin/python" ]; then
    step "installing fhir.resources"
    python3 -m venv "$venv.new"
    "$venv.new/bin/pip" install --quiet --only-binary :all: --require-hashes \
        --requirement "$requirements" >&2 ||
        fail "fhir.resources could not be installed" "check the network, then run this again"
    mv "$venv.new" "$venv"
fi
mapfile -t components < <(packages components cdylib)
export MEDICAL_FHIR_PYTHON=$venv/bin/python
export MEDICAL_CLI=$TARGET/debug/medical

timed "testing the crates, the HTTP server and the command line" cargo test --quiet --locked \
    --workspace --exclude harness --exclude tests \
    --exclude bench --exclude native --exclude upstream-httpserver --exclude workload \
    "${components[@]/#/--exclude=}"
timed "building the command line" cargo build --quiet --locked --package medical
timed "building the other tests" cargo test --quiet --locked \
    --package harness --package tests --no-run
timed "testing components, lattice, chaos, scripts and repository" \
    cargo test --quiet --locked --package harness --package tests
step "all tests passed after $((SECONDS - started)) s"
