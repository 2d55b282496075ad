//! The search for bytes that a reader fails on, by libFuzzer: `MEDICAL_FUZZ` names the
//! reader, the arguments are libFuzzer's. `scripts/fuzz.sh` builds and runs it.

#![no_main]

use std::sync::LazyLock;

static RUN: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("MEDICAL_FUZZ").unwrap_or_default();
    fuzz::target(&name).unwrap_or_else(|| panic!("MEDICAL_FUZZ names no reader: {name}"))
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| RUN(bytes));
