#!/usr/bin/env bash
# Breaks a lattice of its own on purpose, under load, in every way and at full
# size, and writes what clients saw to docs/chaos.md. Installs and builds what is
# missing first. scripts/test.sh runs a short form of it.
#
#   scripts/chaos.sh              every case, under 15 minutes
#   scripts/chaos.sh nats_is      cases with this in their name; writes nothing
#
# Settings (environment):
#   MEDICAL_CHAOS_SEED    repeats the random choices of a run that printed it
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
started=$SECONDS
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS MEDICAL_CHAOS=full
"$ROOT/scripts/build.sh"
export MEDICAL_ENDLESS=$TARGET/wasm32-wasip2/release/endless.wasm
cargo build --quiet --locked --release --target wasm32-wasip2 --package endless
timed "building the tests" cargo test --quiet --locked --package tests --test chaos --no-run
cargo test --quiet --locked --package tests --test chaos -- "$@"
step "done in $((SECONDS - started)) s"
[ $# -gt 0 ] || step "what clients saw is in docs/chaos.md"
