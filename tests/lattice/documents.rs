//! The examples in the documents are real requests with their real answers.

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::{command, root};
use serde_json::Value;

/// What differs from one answer to the next,
/// and what is named by that.
const VOLATILE: [&str; 4] = ["processing_time_us", "issued", "timestamp", "fullUrl"];

/// Pages with examples, and how many each has at least.
const PAGES: [(&str, usize); 3] = [
    ("README.md", 1),
    ("docs/examples.md", 8),
    ("docs/mcp.md", 2),
];

/// Runs every `curl` and every `medical` of the pages and compares what it
/// prints with the block that follows.
pub(crate) fn documented_examples_are_true(lattice: &Lattice) -> anyhow::Result<()> {
    for (page, least) in PAGES {
        let checked = examples_are_true(lattice, page).context(page)?;
        ensure!(checked >= least, "only {checked} examples in {page}");
    }
    Ok(())
}

fn examples_are_true(lattice: &Lattice, page: &str) -> anyhow::Result<usize> {
    let page = std::fs::read_to_string(root().join(page))?;
    let program = std::env::var("MEDICAL_CLI").context("MEDICAL_CLI: run scripts/test.sh")?;
    let mut blocks = page.split("```").skip(1).step_by(2);
    let mut checked = 0;
    while let Some(block) = blocks.next() {
        let Some(script) = block.strip_prefix("sh\n") else {
            continue;
        };
        let script = if script.starts_with("curl") {
            script.replace("127.0.0.1:8080", &lattice.address().to_string())
        } else if let Some(arguments) = script.strip_prefix("medical ") {
            format!("{program} {arguments}")
        } else {
            continue;
        };
        let output = command("bash").args(["-c", &script]).output()?;
        let printed = String::from_utf8(output.stdout)?;
        let shown = blocks.next().context("a command without its answer")?;
        let (kind, shown) = shown.split_once('\n').context("an empty answer")?;
        if kind == "json" {
            let mut shown: Value = serde_json::from_str(shown).context("the shown answer")?;
            let mut real: Value = serde_json::from_str(&printed).context("the real answer")?;
            steady(&mut shown);
            steady(&mut real);
            ensure!(shown == real, "{script}\nshown: {shown}\nreal:  {real}");
        } else {
            let same = shown.trim() == printed.trim();
            ensure!(same, "{script}\nshown: {shown}\nreal:  {printed}");
        }
        checked += 1;
    }
    Ok(checked)
}

/// Takes out what differs from one answer to the next.
fn steady(document: &mut Value) {
    match document {
        Value::Object(members) => {
            for name in VOLATILE {
                members.remove(name);
            }
            members.values_mut().for_each(steady);
        }
        Value::Array(elements) => elements.iter_mut().for_each(steady),
        _ => {}
    }
}
