//! Credentials files, as every client of NATS reads them.

use anyhow::{Context as _, ensure};
use nkeys::{KeyPair, KeyPairType};

/// A user's token and the seed of its key.
#[derive(Clone)]
pub struct Credentials {
    /// What the account says of the key.
    pub jwt: String,
    /// Proves that one has the key. Secret.
    pub seed: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Credentials")
    }
}

impl Credentials {
    /// Reads a credentials file.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let between = |begin: &str| {
            let after = text.split_once(begin)?.1;
            after.lines().map(str::trim).find(|line| !line.is_empty())
        };
        let jwt = between("-----BEGIN NATS USER JWT-----").context("no token of a user")?;
        let seed = between("-----BEGIN USER NKEY SEED-----").context("no seed of a user")?;
        let read = Self {
            jwt: jwt.to_owned(),
            seed: seed.to_owned(),
        };
        read.key()?;
        Ok(read)
    }

    pub(crate) fn key(&self) -> anyhow::Result<KeyPair> {
        let key = KeyPair::from_seed(&self.seed).context("the seed is none")?;
        ensure!(
            key.key_pair_type() == KeyPairType::User,
            "the seed is not a user's"
        );
        Ok(key)
    }

    /// The file's text.
    pub(crate) fn text(&self) -> String {
        let Self { jwt, seed } = self;
        format!(
            "-----BEGIN NATS USER JWT-----\n{jwt}\n------END NATS USER JWT------\n\n\
             Whoever has the following is this user.\n\n\
             -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let credentials = Credentials {
            jwt: "a.b.c".to_owned(),
            seed: KeyPair::new_user().seed().expect("a seed"),
        };
        let read = Credentials::parse(&credentials.text()).expect("credentials");
        assert_eq!((read.jwt, read.seed), (credentials.jwt, credentials.seed));
    }

    #[test]
    fn what_is_none_is_refused_and_not_repeated() {
        let account = KeyPair::new_account().seed().expect("a seed");
        let of_account = Credentials {
            jwt: "a.b.c".to_owned(),
            seed: account.clone(),
        };
        for text in ["", "a.b.c", &of_account.text()] {
            let error = Credentials::parse(text).expect_err("no user's credentials");
            assert!(!format!("{error:?}").contains(&account), "{error:?}");
        }
        assert!(!format!("{of_account:?}").contains(&account));
    }
}
