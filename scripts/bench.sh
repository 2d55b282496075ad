#!/usr/bin/env bash
# Measures everything side by side and writes bench/results.json and
# docs/benchmarks.md: bench.sh [quick] [cold|previous|arithmetic|http|batch|growth]...
#
# With names, only these parts are measured; with `quick`, briefly, to see that
# everything works. Both only print: what is written down is measured in one go.
# MEDICAL_BASELINE is a folder with the component of another release to compare with
# (medical-whole.wasm, or medical.wasm as the first one called it); without it,
# `previous` is left out.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/fetch.sh
. "$ROOT/scripts/fetch.sh"

for argument in "$@"; do
    case $argument in
    quick | cold | previous | arithmetic | http | batch | growth) ;;
    *) fail "there is no part '$argument'" "bench.sh [quick] [cold|previous|arithmetic|http|batch|growth]..." ;;
    esac
done

cd "$ROOT"
MEDICAL_DOWNLOADS=$("$ROOT/scripts/tools.sh")
export MEDICAL_DOWNLOADS
"$ROOT/scripts/build.sh"

# `wasmtime serve`, as fast as it can be built: the competition.
wasmtime=$CACHE/wasmtime-$WASMTIME_VERSION/bin/wasmtime
if [ ! -x "$wasmtime" ]; then
    unpack_crate wasmtime-cli "$WASMTIME_VERSION" "$CACHE/sources-wasmtime"
    timed "building wasmtime $WASMTIME_VERSION from crates.io (about 10 minutes on two cores)" \
        env CARGO_TARGET_DIR="$CACHE/target-wasmtime" \
        cargo install --quiet --locked --path "$CACHE/sources-wasmtime" --no-default-features \
        --features run,serve,cranelift,pooling-allocator,component-model,parallel-compilation,threads \
        --root "$CACHE/wasmtime-$WASMTIME_VERSION" >&2 ||
        fail "wasmtime could not be built" "the compiler's messages above say why"
    rm -rf "$CACHE/target-wasmtime" "$CACHE/sources-wasmtime"
fi

timed "building the workload" cargo build --quiet --locked --release --target wasm32-wasip2 \
    --package workload
timed "building what is compared" cargo build --quiet --locked --profile native \
    --package native --package upstream-httpserver
timed "building the benchmarks" cargo build --quiet --locked --profile bench --package bench

package upstream-httpserver "$TARGET/native/upstream-httpserver" 0.0.0

command -v elixir >/dev/null ||
    step "elixir is not installed; install it (apt-get install elixir) to compare with it"
export MEDICAL_WASMTIME=$wasmtime MEDICAL_NATIVE=$TARGET/native/native
# For the head of the page.
export WASMCLOUD_VERSION WASMTIME_VERSION NATS_VERSION
RUST_BACKTRACE=0 timed "measuring" "$TARGET/release/bench" "$@"
