#!/usr/bin/env bash
# Every test: the crates, the components on their own, the application on a
# real lattice, the scripts, and the rules of the repository. Installs and
# builds what is missing first.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
started=$SECONDS
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS
"$ROOT/scripts/build.sh"
timed "testing the crates" cargo test --quiet --locked --package clinical --package gateway
timed "building the other tests" cargo test --quiet --locked --package tests --no-run
timed "testing components, lattice, scripts and repository" \
    cargo test --quiet --locked --package tests
step "all tests passed after $((SECONDS - started)) s"
