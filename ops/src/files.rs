//! Files that are nobody else's business.

use std::fs::{DirBuilder, OpenOptions, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use anyhow::Context as _;

/// Makes a folder, with those above it, that only its owner may enter.
pub(crate) fn private_folder(path: &Path) -> anyhow::Result<()> {
    let said = || format!("{} cannot be made private", path.display());
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(said)?;
    // It may have been there before.
    std::fs::set_permissions(path, Permissions::from_mode(0o700)).with_context(said)
}

/// Writes a file that only its owner may read, in one step: whoever reads it
/// meanwhile gets the old one.
pub(crate) fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let said = || format!("{} cannot be written", path.display());
    let new = path.with_extension("new");
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&new)
        .with_context(said)?;
    file.set_permissions(Permissions::from_mode(0o600))
        .and_then(|()| file.write_all(text.as_bytes()))
        .and_then(|()| file.sync_all())
        .and_then(|()| std::fs::rename(&new, path))
        .with_context(said)
}

/// Reads a file; nothing when there is none.
pub(crate) fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
}
