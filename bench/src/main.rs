//! Benchmarks: measures everything side by side in one go.
//!
//! `scripts/bench.sh` builds what is needed and runs this.

mod arithmetic;
mod batch;
mod cold;
mod first_call;
mod growth;
mod http;
mod machine;
mod previous;
mod report;
mod systems;
mod worlds;

use anyhow::bail;
use harness::root;

use crate::report::Page;

/// The person of the example in the documents.
const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;

/// How thoroughly to measure.
struct Settings {
    /// Only see that everything works.
    quick: bool,
}

type Part = fn(&Settings, &mut Page) -> anyhow::Result<()>;

const PARTS: [(&str, Part); 6] = [
    ("cold", cold::run),
    ("previous", previous::run),
    ("arithmetic", arithmetic::run),
    ("http", http::run),
    ("batch", batch::run),
    ("growth", growth::run),
];

fn main() -> anyhow::Result<()> {
    let mut settings = Settings { quick: false };
    let mut chosen = Vec::new();
    for argument in std::env::args().skip(1) {
        let part = PARTS.iter().find(|(name, _)| *name == argument);
        match part {
            Some(part) => chosen.push(part),
            None if argument == "quick" => settings.quick = true,
            None => bail!("there is no part {argument}"),
        }
    }
    // What is kept was measured in one go and thoroughly.
    let keep = chosen.is_empty() && !settings.quick;
    if chosen.is_empty() {
        chosen.extend(&PARTS);
    }
    let machine = machine::machine()?;
    let mut page = Page::default();
    for (name, run) in chosen {
        eprintln!("==> measuring: {name}");
        run(&settings, &mut page)?;
    }
    let markdown = page.markdown(&machine);
    print!("{markdown}");
    if keep {
        std::fs::write(root().join("docs/benchmarks.md"), markdown)?;
        std::fs::write(root().join("bench/results.json"), page.json(&machine)?)?;
    }
    Ok(())
}
