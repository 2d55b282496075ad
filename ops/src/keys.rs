//! The folder with the keys of a lattice: what is missing is made, what is there
//! stays, and what changed is signed again.
//!
//! | file | what |
//! |---|---|
//! | `nats.conf`, `accounts.conf` | the server's configuration |
//! | `operator.seed`, `system.seed` | the keys that vouch for everything; nobody who runs needs them |
//! | `operator.jwt`, `system.jwt` | what they say |
//! | `L/account.seed`, `L/account.jwt` | the lattice `L` as an account, and who is revoked on it |
//! | `L/lattice.json` | what tokens of this lattice say besides: its HTTP servers, for how long |
//! | `L/USER.creds` | a user's token and seed |
//! | `L/USER.replaced` | public keys that the user had before, and that still count |

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use nkeys::{KeyPair, KeyPairType};
use serde_json::{Map, Value, json};

use crate::creds::Credentials;
use crate::files;
use crate::jwt::{Claims, now};
use crate::rights::{Rights, User};
use crate::server::{self, HELD_AT_MOST, STORED_AT_MOST, Server};

const DAY: u64 = 86_400;

/// A client sends its token in one line of 4,096 bytes, with some more in it.
const TOKEN_AT_MOST: usize = 3_600;

/// A lattice that keys are made for.
#[derive(Debug, Clone)]
pub struct Lattice {
    /// Its name.
    pub name: String,
    /// Ids of the HTTP servers on it.
    pub servers: Vec<String>,
    /// How long a token counts, in days; for ever without.
    pub days: Option<u64>,
}

impl Lattice {
    /// A lattice of this name, with the application's HTTP server.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            servers: vec!["medical_app-httpserver".to_owned()],
            days: None,
        }
    }

    /// The lattice of this name as its keys in this folder were made last; as
    /// [`Self::new`] has it when there are none.
    ///
    /// # Errors
    ///
    /// When it cannot have that name, or what was kept cannot be read.
    pub fn kept(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let mut lattice = Self::new(name);
        lattice.check()?;
        let path = lattice.file(folder);
        let Some(text) = files::read(&path)? else {
            return Ok(lattice);
        };
        let read = |kept: Value| {
            let servers = kept["servers"].as_array()?.iter();
            let servers = servers.map(|server| Some(server.as_str()?.to_owned()));
            let days = match &kept["days"] {
                Value::Null => None,
                days => Some(days.as_u64()?),
            };
            Some((servers.collect::<Option<_>>()?, days))
        };
        let kept = serde_json::from_str(&text).ok().and_then(read);
        (lattice.servers, lattice.days) =
            kept.with_context(|| format!("{} is not what ops wrote", path.display()))?;
        Ok(lattice)
    }

    fn file(&self, folder: &Path) -> PathBuf {
        folder.join(&self.name).join("lattice.json")
    }

    fn keep(&self, folder: &Path) -> anyhow::Result<()> {
        let kept = json!({"servers": self.servers, "days": self.days});
        files::write(&self.file(folder), &format!("{kept}\n"))
    }

    fn check(&self) -> anyhow::Result<()> {
        for (what, text) in std::iter::once(("lattice", &self.name))
            .chain(self.servers.iter().map(|server| ("server", server)))
        {
            let valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            ensure!(
                (1..=64).contains(&text.len()) && text.chars().all(valid),
                "the {what} '{text}' needs a name of 1 to 64 letters, digits, - and _"
            );
        }
        Ok(())
    }
}

/// The keys of a lattice, in a folder that belongs to them.
#[derive(Debug)]
pub struct Keys {
    folder: PathBuf,
    lattice: Lattice,
    operator: Key,
    account: Key,
}

/// A key pair, of which nothing is printed.
struct Key(KeyPair);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Keys {
    /// Makes what is missing in the folder, for this lattice too.
    ///
    /// # Errors
    ///
    /// When the lattice cannot have that name, or a file is not what it should be
    /// or cannot be written.
    pub fn make(folder: &Path, lattice: &Lattice, server: &Server) -> anyhow::Result<Self> {
        lattice.check()?;
        let of_lattice = folder.join(&lattice.name);
        files::private_folder(folder)?;
        files::private_folder(&of_lattice)?;
        let keys = Self {
            operator: key(&folder.join("operator.seed"), KeyPairType::Operator)?,
            account: key(&of_lattice.join("account.seed"), KeyPairType::Account)?,
            folder: folder.to_owned(),
            lattice: lattice.clone(),
        };
        for user in User::ALL {
            keys.ensure(user)?;
        }
        keys.write_account(&keys.revoked()?)?;
        server.write(&keys.server_config())?;
        lattice.keep(folder)?;
        Ok(keys)
    }

    /// The keys that [`Self::make`] made in this folder.
    ///
    /// # Errors
    ///
    /// When there are none for this lattice.
    pub fn open(folder: &Path, lattice: &Lattice) -> anyhow::Result<Self> {
        lattice.check()?;
        let account = folder.join(&lattice.name).join("account.seed");
        ensure!(
            account.is_file(),
            "{} has no keys for the lattice '{}'",
            folder.display(),
            lattice.name
        );
        Ok(Self {
            operator: key(&folder.join("operator.seed"), KeyPairType::Operator)?,
            account: key(&account, KeyPairType::Account)?,
            folder: folder.to_owned(),
            lattice: lattice.clone(),
        })
    }

    /// The configuration that a NATS server is started with.
    pub fn server_config(&self) -> PathBuf {
        self.folder.join("nats.conf")
    }

    /// The credentials file of a user.
    pub fn file(&self, user: User) -> PathBuf {
        self.of_lattice(&format!("{}.creds", user.name()))
    }

    /// The credentials of a user.
    ///
    /// # Errors
    ///
    /// When its file cannot be read.
    pub fn credentials(&self, user: User) -> anyhow::Result<Credentials> {
        let path = self.file(user);
        let text = files::read(&path)?;
        let text = text.with_context(|| format!("there is no {}", path.display()))?;
        Credentials::parse(&text).with_context(|| path.display().to_string())
    }

    /// Gives a user another key. The one it had counts until [`Self::revoke`], so
    /// that whoever uses it can change to the new one first.
    ///
    /// # Errors
    ///
    /// When its files cannot be read or written.
    pub fn rotate(&self, user: User) -> anyhow::Result<()> {
        let before = self.credentials(user)?.key()?.public_key();
        let path = self.replaced_file(user);
        let replaced = files::read(&path)?.unwrap_or_default();
        files::write(&path, &format!("{replaced}{before}\n"))?;
        self.sign(user, &KeyPair::new_user())
    }

    /// Ends what a user's former keys are good for, and returns how many those are.
    /// The server does so when it reads its configuration again.
    ///
    /// # Errors
    ///
    /// When the user's or the account's files cannot be read or written.
    pub fn revoke(&self, user: User) -> anyhow::Result<usize> {
        let path = self.replaced_file(user);
        let replaced = files::read(&path)?.unwrap_or_default();
        let mut former: Vec<_> = replaced.lines().collect();
        // A rotation that broke off has written down the key that still is the user's.
        if self.file(user).is_file() {
            let present = self.credentials(user)?.key()?.public_key();
            former.retain(|key| *key != present);
        }
        let mut revoked = self.revoked()?;
        for key in &former {
            revoked.insert((*key).to_owned(), now().into());
        }
        self.write_account(&revoked)?;
        files::write(&path, "")?;
        Ok(former.len())
    }

    fn of_lattice(&self, name: &str) -> PathBuf {
        self.folder.join(&self.lattice.name).join(name)
    }

    fn replaced_file(&self, user: User) -> PathBuf {
        self.of_lattice(&format!("{}.replaced", user.name()))
    }

    /// Makes a user's credentials unless they are there, say what they should, and
    /// count for long enough.
    fn ensure(&self, user: User) -> anyhow::Result<()> {
        if !self.file(user).is_file() {
            return self.sign(user, &KeyPair::new_user());
        }
        let credentials = self.credentials(user)?;
        let key = credentials.key()?;
        let said = Claims::verify(&credentials.jwt, &self.account.0.public_key());
        let should = self.claims(user, &key);
        let current = |said: Claims| {
            let lasts = match (said.expires, self.lattice.days) {
                (None, None) => true,
                (Some(expires), Some(days)) => expires > now() + days * DAY / 2,
                _ => false,
            };
            lasts && said.nats == should.nats && said.subject == should.subject
        };
        if said.is_ok_and(current) {
            return Ok(());
        }
        self.sign(user, &key)
    }

    fn claims(&self, user: User, key: &KeyPair) -> Claims {
        Claims {
            subject: key.public_key(),
            name: user.name().to_owned(),
            expires: self.lattice.days.map(|days| now() + days * DAY),
            nats: Rights::of(user, &self.lattice.name, &self.lattice.servers).claims(),
        }
    }

    fn sign(&self, user: User, key: &KeyPair) -> anyhow::Result<()> {
        let jwt = self.claims(user, key).sign(&self.account.0)?;
        ensure!(
            jwt.len() <= TOKEN_AT_MOST,
            "the token of {} has {} bytes, more than NATS reads: use shorter names",
            user.name(),
            jwt.len()
        );
        let seed = key.seed()?;
        files::write(&self.file(user), &Credentials { jwt, seed }.text())
    }

    /// Who is revoked, as the account's token has it.
    fn revoked(&self) -> anyhow::Result<Map<String, Value>> {
        let Some(token) = files::read(&self.of_lattice("account.jwt"))? else {
            return Ok(Map::new());
        };
        let claims = Claims::verify(&token, &self.operator.0.public_key());
        let mut claims = claims.context("account.jwt is not what this operator signed")?;
        let revoked = claims.nats["revocations"].take();
        Ok(revoked.as_object().cloned().unwrap_or_default())
    }

    /// Writes the account's token, and all of them for the server.
    fn write_account(&self, revoked: &Map<String, Value>) -> anyhow::Result<()> {
        let claims = account_claims(&self.lattice.name, &self.account.0, revoked);
        self.token(&self.of_lattice("account.jwt"), &claims)?;
        self.write_accounts()
    }

    fn write_accounts(&self) -> anyhow::Result<()> {
        let system = key(&self.folder.join("system.seed"), KeyPairType::Account)?;
        let system = system.0.public_key();
        let operator = Claims {
            subject: self.operator.0.public_key(),
            name: "operator".to_owned(),
            expires: None,
            nats: json!({"system_account": system, "type": "operator", "version": 2}),
        };
        let operator = self.token(&self.folder.join("operator.jwt"), &operator)?;
        let key = KeyPair::from_public_key(&system)?;
        let mut claims = account_claims("system", &key, &Map::new());
        // Where the server itself speaks nothing is stored.
        claims.nats["limits"]["mem_storage"] = 0.into();
        claims.nats["limits"]["disk_storage"] = 0.into();
        let token = self.token(&self.folder.join("system.jwt"), &claims)?;
        let mut accounts = vec![(system.clone(), token)];
        for entry in std::fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if !path.is_dir() {
                continue;
            }
            if let Some(token) = files::read(&path.join("account.jwt"))? {
                let claims = Claims::verify(&token, &self.operator.0.public_key())?;
                accounts.push((claims.subject, token));
            }
        }
        accounts.sort();
        let text = server::accounts(&operator, &system, &accounts);
        files::write(&self.folder.join("accounts.conf"), &text)
    }

    /// The operator's token with these claims, in this file. One that says the same stays:
    /// a server that runs takes no other one of the operator.
    fn token(&self, path: &Path, claims: &Claims) -> anyhow::Result<String> {
        let before = files::read(path)?.unwrap_or_default();
        let said = Claims::verify(&before, &self.operator.0.public_key());
        if said.is_ok_and(|said| said == *claims) {
            return Ok(before);
        }
        let token = claims.sign(&self.operator.0)?;
        files::write(path, &token)?;
        Ok(token)
    }
}

fn account_claims(name: &str, account: &KeyPair, revoked: &Map<String, Value>) -> Claims {
    let limits = json!({
        "subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1,
        "wildcards": true, "conn": -1, "leaf": -1,
        "mem_storage": HELD_AT_MOST, "disk_storage": STORED_AT_MOST,
        "streams": -1, "consumer": -1,
    });
    Claims {
        subject: account.public_key(),
        name: name.to_owned(),
        expires: None,
        nats: json!({
            "limits": limits,
            "default_permissions": {"pub": {"deny": [">"]}, "sub": {"deny": [">"]}},
            "revocations": revoked,
            "type": "account",
            "version": 2,
        }),
    }
}

/// The key pair whose seed is in this file; made when there is none.
fn key(path: &Path, kind: KeyPairType) -> anyhow::Result<Key> {
    if let Some(seed) = files::read(path)? {
        let key = KeyPair::from_seed(seed.trim());
        let key = key.with_context(|| format!("{} is no seed", path.display()))?;
        ensure!(
            key.key_pair_type() == kind,
            "{} is the seed of something else",
            path.display()
        );
        return Ok(Key(key));
    }
    let key = KeyPair::new(kind);
    files::write(path, &key.seed()?)?;
    Ok(Key(key))
}

#[cfg(test)]
mod tests;
