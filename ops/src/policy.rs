//! What may be started on a lattice: programs whose bytes are on a list.
//!
//! A host that is told of a policy asks before it starts a component or a provider, and
//! starts nothing that it is not allowed. The list has a line for each program, as
//! `sha256sum` writes it; it is read again for every question, so that a release is
//! allowed by writing it down.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, bail, ensure};
use async_nats::{Client, Message};
use data_encoding::HEXLOWER;
use futures_util::StreamExt as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How long a change of the list may go unnoticed by those who were refused.
const LOOKS_EVERY: Duration = Duration::from_secs(2);

/// Refusals that are remembered, in case the list changes.
const REMEMBERED: usize = 256;

/// Largest program that is looked at, in bytes.
const PROGRAM_AT_MOST: u64 = 512 << 20;

/// Where hosts of a lattice ask.
pub fn asked_on(lattice: &str) -> String {
    format!("policy.{lattice}.ask")
}

/// Where hosts hear that an answer has changed.
pub fn changed_on(lattice: &str) -> String {
    format!("policy.{lattice}.changed")
}

/// The list of what may be started.
#[derive(Debug)]
pub struct List(PathBuf);

/// A question of a host, as far as it matters here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Question {
    request_id: String,
    kind: String,
    request: Asked,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    #[serde(default)]
    image_ref: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    request_id: String,
    permitted: bool,
    message: Option<String>,
}

impl List {
    /// A list in a file.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or a line of it is none.
    pub fn open(file: &Path) -> anyhow::Result<Self> {
        let list = Self(file.to_owned());
        list.hashes()?;
        Ok(list)
    }

    fn hashes(&self) -> anyhow::Result<BTreeSet<String>> {
        let text = std::fs::read_to_string(&self.0)
            .with_context(|| format!("{} cannot be read", self.0.display()))?;
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty());
        let hash = |(line, number): (&str, usize)| {
            let hash = line.split_whitespace().next().unwrap_or_default();
            let hex = hash.len() == 64 && HEXLOWER.decode(hash.as_bytes()).is_ok();
            let file = self.0.display();
            ensure!(hex, "{file}, line {number}: begins with no SHA-256");
            Ok(hash.to_owned())
        };
        lines.map(hash).collect()
    }

    /// Whether a program may be started; if not, why.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn allows(&self, reference: &str) -> anyhow::Result<()> {
        // Of a provider a host names the path alone.
        let path = reference.strip_prefix("file://").unwrap_or(reference);
        let hash = match path.starts_with('/').then_some(path) {
            Some(file) => of_file(Path::new(file))?,
            // A tag can be made to mean something else; a digest cannot.
            None => match reference.split_once("@sha256:") {
                Some((_, digest)) => digest.to_owned(),
                None => bail!("an image is allowed by its digest only"),
            },
        };
        ensure!(self.hashes()?.contains(&hash), "it is not on the list");
        Ok(())
    }

    fn changed(&self) -> Option<SystemTime> {
        std::fs::metadata(&self.0).and_then(|it| it.modified()).ok()
    }
}

fn of_file(path: &Path) -> anyhow::Result<String> {
    let file = File::open(path).context("it cannot be read")?;
    ensure!(file.metadata()?.is_file(), "it is no file");
    let (mut file, mut hash) = (file.take(PROGRAM_AT_MOST + 1), Sha256::new());
    let length = std::io::copy(&mut file, &mut hash)?;
    ensure!(length <= PROGRAM_AT_MOST, "it is too large");
    Ok(HEXLOWER.encode(&hash.finalize()))
}

/// Answers the hosts of a lattice until NATS is gone for good.
///
/// # Errors
///
/// When NATS does not let it listen.
pub async fn serve(nats: Client, lattice: &str, list: &List) -> anyhow::Result<()> {
    // Of several that serve a lattice one answers.
    let asked = nats.queue_subscribe(asked_on(lattice), "policy".to_owned());
    let mut asked = asked.await.context("questions are not heard")?;
    let mut refused: Vec<(String, String)> = Vec::new();
    let mut known = list.changed();
    let mut look = tokio::time::interval(LOOKS_EVERY);
    loop {
        tokio::select! {
            message = asked.next() => match message {
                Some(message) => answer(&nats, &message, list, &mut refused).await,
                None => bail!("NATS is gone"),
            },
            _ = look.tick() => if list.changed() != known {
                known = list.changed();
                allow_what_was_refused(&nats, lattice, list, &mut refused).await;
            },
        }
    }
}

async fn answer(
    nats: &Client,
    message: &Message,
    list: &List,
    refused: &mut Vec<(String, String)>,
) {
    let Some(reply) = message.reply.clone() else {
        return;
    };
    // What is no question gets no answer, and whoever asked starts nothing.
    let Ok(question) = serde_json::from_slice::<Question>(&message.payload) else {
        return;
    };
    let reference = question.request.image_ref;
    let allowed = match question.kind.as_str() {
        // What runs was allowed to start.
        "performInvocation" => Ok(()),
        "startComponent" | "startProvider" => list.allows(&reference),
        kind => Err(anyhow::anyhow!("'{kind}' is nothing that is answered")),
    };
    if let Err(error) = &allowed {
        println!("refused {}: {error:#}", clean(&reference));
        refused.truncate(REMEMBERED - 1);
        refused.insert(0, (question.request_id.clone(), reference));
    }
    let answer = Answer {
        request_id: question.request_id,
        permitted: allowed.is_ok(),
        message: allowed.err().map(|error| format!("{error:#}")),
    };
    say(nats, reply.to_string(), &answer).await;
}

/// A host remembers what it was told; what has come to be allowed is said again.
async fn allow_what_was_refused(
    nats: &Client,
    lattice: &str,
    list: &List,
    refused: &mut Vec<(String, String)>,
) {
    let (allowed, still) = refused
        .drain(..)
        .partition(|(_, reference)| list.allows(reference).is_ok());
    *refused = still;
    let allowed: Vec<(String, String)> = allowed;
    for (request_id, reference) in allowed {
        println!("allowed now: {}", clean(&reference));
        let answer = Answer {
            request_id,
            permitted: true,
            message: None,
        };
        say(nats, changed_on(lattice), &answer).await;
    }
}

async fn say(nats: &Client, subject: String, answer: &Answer) {
    let text = serde_json::to_vec(answer).unwrap_or_default();
    // An answer that is lost is a refusal: the host does not start what it asked about.
    if let Err(error) = nats.publish(subject, text.into()).await {
        println!("an answer could not be sent: {error}");
    }
}

/// A reference as it can stand in a line of a log.
fn clean(reference: &str) -> String {
    let printable = |c: char| if c.is_control() { '?' } else { c };
    reference.chars().take(200).map(printable).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(folder: &Path, text: &str) -> List {
        let file = folder.join("list");
        std::fs::write(&file, text).expect("written");
        List(file)
    }

    #[test]
    fn only_listed_bytes_are_allowed() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("program.wasm");
        std::fs::write(&program, b"bytes").expect("written");
        let hash = of_file(&program).expect("a hash");
        let reference = format!("file://{}", program.display());
        let none = list(folder.path(), "");
        assert!(none.allows(&reference).is_err());
        let one = list(folder.path(), &format!("{hash}  program.wasm\n"));
        assert!(one.allows(&reference).is_ok());
        assert!(one.allows(&program.display().to_string()).is_ok());
        assert!(one.allows(&format!("registry/it@sha256:{hash}")).is_ok());
        for other in ["registry/it:1.0", "registry/it", "file:///", "file:///none"] {
            assert!(one.allows(other).is_err(), "{other}");
        }
        std::fs::write(&program, b"other").expect("written");
        assert!(one.allows(&reference).is_err(), "other bytes of that name");
    }

    #[test]
    fn a_list_with_something_else_in_it_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        for text in ["program.wasm\n", "abc  program.wasm\n"] {
            let list = list(folder.path(), text);
            assert!(List::open(&list.0).is_err(), "{text}");
        }
        assert!(List::open(&folder.path().join("nothing")).is_err());
    }
}
