#!/usr/bin/env bash
# Formatting, compiler and clippy warnings, shell scripts.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
need shellcheck "install it with your system's package manager, for example apt-get install shellcheck"

step "formatting"
# File by file: cargo fmt does not see modules that a macro declares.
git ls-files '*.rs' ':!lattice' | xargs rustfmt --check --edition 2024
git ls-files 'lattice/*.rs' | xargs rustfmt --check --edition 2021
step "clippy, native"
cargo clippy --quiet --locked --workspace --all-targets \
    --exclude health-calculator --exclude validator --exclude medical-api --exclude formatter \
    -- --deny warnings
step "clippy, components"
cargo clippy --quiet --locked --target wasm32-wasip2 \
    --package health-calculator --package validator --package medical-api --package formatter \
    --package workload \
    -- --deny warnings
step "shell scripts"
shellcheck --external-sources scripts/*.sh .ci/run
step "lint passed"
