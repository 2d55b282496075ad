//! Every reader of foreign bytes, as a function that takes any bytes and panics when
//! something is wrong with what comes of them. `tests/replay.rs` runs each on its corpus;
//! `scripts/fuzz.sh` searches for more, guided by the code that is reached.

mod api_targets;
mod readers;

/// A reader, by its name, which is that of its folder in `corpus/`.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub static TARGETS: &[Target] = &[
    ("json", readers::json),
    ("times", readers::times),
    ("decimals", readers::decimals),
    ("headers", api_targets::headers),
    ("targets", api_targets::targets),
    ("figures", api_targets::figures),
    ("inputs", api_targets::inputs),
    ("batch", api_targets::batch),
    ("parameters", api_targets::parameters),
    ("observations", api_targets::observations),
    ("hooks", api_targets::hooks),
    ("prefetch", api_targets::prefetch),
    ("messages", api_targets::messages),
];

/// The reader of this name.
pub fn target(name: &str) -> Option<fn(&[u8])> {
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    found.map(|(_, run)| *run)
}
