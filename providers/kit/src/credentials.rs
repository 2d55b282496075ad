//! Who a provider is on its lattice.
//!
//! A host tells a provider on its standard input what it needs, and that is the
//! host's own user of NATS. With the setting `nats_creds`, the path of a credentials
//! file, a provider is a user of its own, with fewer rights. The file is read here and
//! not by the host: what is a setting is stored on the lattice.

use std::io::BufRead as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use anyhow::Context as _;
use data_encoding::BASE64;
use nkeys::{KeyPair, KeyPairType};
use wasmcloud_provider_sdk::core::HostData;
use wasmcloud_provider_sdk::provider::initialize_host_data;

use crate::ConfigError;

/// The setting's name.
pub const NATS_CREDS: &str = "nats_creds";

/// Reads what the host says, and makes it known to the SDK.
///
/// # Errors
///
/// When it cannot be read, or the credentials cannot be used.
pub(crate) fn host_data() -> anyhow::Result<&'static HostData> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let data = BASE64.decode(line.trim().as_bytes())?;
    // An error of serde could repeat what it read, which holds a seed.
    let data: HostData = serde_json::from_slice(&data)
        .ok()
        .context("the host's configuration is none")?;
    Ok(initialize_host_data(with_own_user(data)?)?)
}

fn with_own_user(mut data: HostData) -> Result<HostData, ConfigError> {
    let path = data.config.get(NATS_CREDS).map(|path| path.trim());
    if let Some(path) = path.filter(|path| !path.is_empty()) {
        (data.lattice_rpc_user_jwt, data.lattice_rpc_user_seed) = read(Path::new(path))?;
    }
    Ok(data)
}

/// The token and the seed in a credentials file.
///
/// # Errors
///
/// When it cannot be read, is none, or others on the machine may read it.
pub fn read(path: &Path) -> Result<(String, String), ConfigError> {
    let refused = |why: &str| ConfigError::new(NATS_CREDS, format!("{}: {why}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| refused(&error.to_string()))?;
    let mode = std::fs::metadata(path).map_err(|error| refused(&error.to_string()))?;
    if mode.permissions().mode() & 0o077 != 0 {
        return Err(refused("others on this machine may use it: chmod 600"));
    }
    let between = |begin: &str| {
        let (_, after) = text.split_once(begin)?;
        let line = after.lines().map(str::trim).find(|line| !line.is_empty());
        line.map(str::to_owned)
    };
    let jwt = between("-----BEGIN NATS USER JWT-----");
    let seed = between("-----BEGIN USER NKEY SEED-----").filter(|seed| {
        KeyPair::from_seed(seed).is_ok_and(|key| key.key_pair_type() == KeyPairType::User)
    });
    jwt.zip(seed)
        .ok_or_else(|| refused("is no credentials file of a NATS user"))
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;

    use tempfile::TempDir;

    use super::*;

    fn written(text: &str, mode: u32) -> (TempDir, std::path::PathBuf) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("ingress.creds");
        std::fs::write(&path, text).expect("a file");
        std::fs::set_permissions(&path, Permissions::from_mode(mode)).expect("a mode");
        (folder, path)
    }

    fn text(seed: &str) -> String {
        format!(
            "-----BEGIN NATS USER JWT-----\na.b.c\n------END NATS USER JWT------\n\n\
             -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
        )
    }

    #[test]
    fn a_provider_becomes_the_user_of_the_file() {
        let seed = KeyPair::new_user().seed().expect("a seed");
        let (_folder, path) = written(&text(&seed), 0o600);
        let mut data = HostData {
            lattice_rpc_user_jwt: "the host's".to_owned(),
            ..HostData::default()
        };
        let without = with_own_user(data.clone()).expect("the host's user");
        assert_eq!(without.lattice_rpc_user_jwt, "the host's");
        data.config
            .insert(NATS_CREDS.to_owned(), path.display().to_string());
        let own = with_own_user(data).expect("another user");
        assert_eq!(own.lattice_rpc_user_jwt, "a.b.c");
        assert_eq!(own.lattice_rpc_user_seed, seed);
    }

    #[test]
    fn what_cannot_be_used_is_refused_by_name_and_not_repeated() {
        let user = KeyPair::new_user().seed().expect("a seed");
        let account = KeyPair::new_account().seed().expect("a seed");
        for (content, mode) in [
            (String::new(), 0o600),
            (text("SU"), 0o600),
            (text(&account), 0o600),
            (text(&user), 0o604),
            (text(&user), 0o640),
            (text(&user), 0o620),
        ] {
            let (_folder, path) = written(&content, mode);
            let error = read(&path).expect_err("unusable");
            assert_eq!(error.key, NATS_CREDS);
            assert!(!error.reason.contains(&user), "{error}");
            assert!(!error.reason.contains(&account), "{error}");
        }
        assert!(read(Path::new("/nowhere")).is_err());
    }
}
