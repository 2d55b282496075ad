//! The configuration of the NATS server of a lattice.

use std::path::{Path, PathBuf};

use anyhow::ensure;

use crate::files;

/// What JetStream may hold: manifests, links, configuration, and wadm's work. A few
/// megabytes are usual.
pub(crate) const STORED_AT_MOST: u64 = 1 << 30;

/// The same for what it holds in memory: the state of consumers.
pub(crate) const HELD_AT_MOST: u64 = 64 << 20;

/// Each process of a lattice has one or two.
const CONNECTIONS: u32 = 1_024;

/// A log file is renamed when it has this size, and so many of those are kept.
const LOG_BYTES: u32 = 10 << 20;
const LOGS: u32 = 5;

/// Where a server keeps its things.
#[derive(Debug, Clone)]
pub struct Server {
    /// JetStream's files.
    pub store: PathBuf,
    /// Its log.
    pub log: PathBuf,
}

impl Server {
    /// Writes its configuration, which takes the accounts from `accounts.conf`
    /// beside it.
    pub(crate) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let (store, log) = (quoted(&self.store)?, quoted(&self.log)?);
        let text = format!(
            "# Written by `ops keys make`.\n\
             include \"accounts.conf\"\n\n\
             # What is acknowledged is on the disk; nothing fills it.\n\
             jetstream {{\n  store_dir: {store}\n  sync_interval: always\n  \
             max_file_store: {STORED_AT_MOST}\n  max_memory_store: {HELD_AT_MOST}\n}}\n\n\
             max_connections: {CONNECTIONS}\n\
             # Whoever does not read for so long is cut off.\n\
             write_deadline: \"5s\"\n\n\
             log_file: {log}\nlogfile_size_limit: {LOG_BYTES}\nlogfile_max_num: {LOGS}\n"
        );
        files::write(path, &text)
    }
}

fn quoted(path: &Path) -> anyhow::Result<String> {
    let text = path.to_str().unwrap_or_default();
    let plain = !text.is_empty() && !text.contains(['"', '\\', '\n', '$']);
    ensure!(plain, "{} cannot stand in a configuration", path.display());
    Ok(format!("\"{text}\""))
}

/// Whom the server trusts: an operator, and by it accounts, each with its token.
pub(crate) fn accounts(operator: &str, system: &str, accounts: &[(String, String)]) -> String {
    let line = |(key, token): &(String, String)| format!("  {key}: \"{token}\"\n");
    let preload: String = accounts.iter().map(line).collect();
    format!(
        "operator: \"{operator}\"\nsystem_account: {system}\nresolver: MEMORY\n\
         resolver_preload {{\n{preload}}}\n"
    )
}
