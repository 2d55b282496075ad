#!/usr/bin/env bash
# Searches for bytes that a reader of foreign bytes fails on, guided by the code that they
# reach (libFuzzer, on the stable compiler). Begins with fuzz/corpus/; what it finds stays
# in the target folder, and what fails is named.
#
#   scripts/fuzz.sh [SECONDS [READER...]]     each reader for so long; 60, and all of them
#   scripts/fuzz.sh --keep [READER...]        takes what reaches more into fuzz/corpus/
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cd "$ROOT"
need cargo "install Rust from https://rustup.rs"
need_package c++ g++

keep='' seconds=60
case ${1:-} in
--keep) keep=1 && shift ;;
[0-9]*) seconds=$1 && shift ;;
esac

host=$(rustc -vV | sed -n 's/^host: //p')
folder=$TARGET/fuzz

# The counters of libFuzzer, as cargo-fuzz asks the compiler for them. A sanitizer would
# need a nightly compiler, and there is no unsafe code for it to watch.
build() {
    local flags=(
        -Cpasses=sancov-module
        -Cllvm-args=-sanitizer-coverage-level=4
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
        -Cllvm-args=-sanitizer-coverage-pc-table
        -Cllvm-args=-sanitizer-coverage-trace-compares
    )
    # A target by name leaves build scripts and macros without counters.
    RUSTFLAGS="${flags[*]}" CARGO_PROFILE_DEV_OPT_LEVEL=2 CARGO_TARGET_DIR=$folder \
        cargo build --quiet --locked --package fuzz --features guided --target "$host"
}

# search READER OPTION...: libFuzzer on a reader, which runs in the folder of its finds.
search() {
    local reader=$1
    shift
    MEDICAL_FUZZ=$reader "$folder/$host/debug/guided" -dict="$ROOT/fuzz/words.dict" \
        -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$folder/failed-$reader-" "$@"
}

timed "building the readers with counters" build
readers=("$@")
if ((!${#readers[@]})); then
    mapfile -t readers < <(cd fuzz/corpus && printf '%s\n' *)
fi
failed=()
for reader in "${readers[@]}"; do
    [ -d "fuzz/corpus/$reader" ] ||
        fail "there is no reader $reader" "the readers are $(cd fuzz/corpus && echo *)"
    found=$folder/corpus/$reader
    mkdir -p "$found"
    log=$folder/$reader.log
    if [ -n "$keep" ]; then
        search "$reader" -merge=1 -max_len=2048 "fuzz/corpus/$reader" "$found" >"$log" 2>&1 ||
            fail "merging the files of $reader failed" "see $log"
        continue
    fi
    step "searching in $reader for $seconds s"
    search "$reader" -max_total_time="$seconds" -max_len=4096 \
        "$found" "fuzz/corpus/$reader" >"$log" 2>&1 || failed+=("$reader")
    grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "$log" >&2 || true
done
((!${#failed[@]})) ||
    fail "these readers failed: ${failed[*]}" \
        "see $folder/READER.log, mend what is wrong, and keep the bytes in fuzz/corpus/READER"
step "no reader failed"
