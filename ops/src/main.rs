//! `ops`: what operates a lattice.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use async_nats::{Client, ConnectOptions};
use clap::{Args, Parser, Subcommand};
use ops::policy::{self, List};
use ops::{Keys, Lattice, Server, User};

/// How long NATS may take to start.
const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// Operates a lattice of the medical platform.
#[derive(Debug, Parser)]
#[command(name = "ops", version)]
enum Command {
    /// Keys: who may do what on a lattice.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Answers hosts that ask what they may start, until it is stopped.
    Policy {
        /// The lattice.
        #[arg(long)]
        lattice: String,
        /// Where NATS listens.
        #[arg(long, default_value = "127.0.0.1:4222")]
        nats: String,
        /// The credentials file of the user `policy`.
        #[arg(long)]
        creds: PathBuf,
        /// What may be started: a line for each program, as sha256sum writes it.
        #[arg(long)]
        list: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// Makes the keys that are missing, and the configuration of NATS.
    Make {
        #[command(flatten)]
        of: Of,
        /// Ids of HTTP servers on the lattice [as before; at first the application's].
        #[arg(long = "server")]
        servers: Vec<String>,
        /// Days that a token counts, 0 for ever [as before; at first for ever].
        #[arg(long, value_parser = clap::value_parser!(u64).range(..=3_650))]
        days: Option<u64>,
        /// Where NATS stores what it has to keep.
        #[arg(long)]
        store: PathBuf,
        /// Where NATS writes its log.
        #[arg(long)]
        log: PathBuf,
    },
    /// Gives a user another key; the former one counts until `revoke`.
    Rotate {
        #[command(flatten)]
        of: Of,
        /// ctl, rpc, ingress, wadm, admin or policy.
        user: User,
    },
    /// Ends what a user's former keys are good for, once NATS reads its configuration
    /// again.
    Revoke {
        #[command(flatten)]
        of: Of,
        /// ctl, rpc, ingress, wadm, admin or policy.
        user: User,
    },
}

/// Which keys.
#[derive(Debug, Args)]
struct Of {
    /// The folder of the keys.
    folder: PathBuf,
    /// The lattice.
    #[arg(long)]
    lattice: String,
}

impl Of {
    fn kept(&self) -> anyhow::Result<Lattice> {
        Lattice::kept(&self.folder, &self.lattice)
    }

    fn open(&self) -> anyhow::Result<Keys> {
        Keys::open(&self.folder, &self.kept()?)
    }
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Keys(command) => keys(command),
        Command::Policy {
            lattice,
            nats,
            creds,
            list,
        } => policy(&lattice, &nats, &creds, &list),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn policy(lattice: &str, nats: &str, creds: &Path, list: &Path) -> anyhow::Result<String> {
    let list = List::open(list)?;
    let client = connected(nats, creds).await?;
    println!("answering what may be started on {lattice}");
    policy::serve(client, lattice, &list).await?;
    Ok(String::new())
}

/// NATS, which may just be starting.
async fn connected(nats: &str, creds: &Path) -> anyhow::Result<Client> {
    let deadline = Instant::now() + STARTS_WITHIN;
    loop {
        let options = ConnectOptions::with_credentials_file(creds).await;
        let options = options.with_context(|| format!("{} cannot be read", creds.display()))?;
        match options.name("policy").connect(nats).await {
            Ok(client) => return Ok(client),
            Err(error) if Instant::now() >= deadline => {
                return Err(error).with_context(|| format!("there is no NATS at {nats} for it"));
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(250)).await,
        }
    }
}

fn keys(command: KeysCommand) -> anyhow::Result<String> {
    match command {
        KeysCommand::Make {
            of,
            servers,
            days,
            store,
            log,
        } => {
            let mut lattice = of.kept()?;
            if !servers.is_empty() {
                lattice.servers = servers;
            }
            lattice.days = days.map_or(lattice.days, |days| (days > 0).then_some(days));
            let keys = Keys::make(&of.folder, &lattice, &Server { store, log })?;
            Ok(keys.server_config().display().to_string())
        }
        KeysCommand::Rotate { of, user } => {
            let keys = of.open()?;
            keys.rotate(user)?;
            Ok(format!(
                "{} has another key; the former one counts until it is revoked",
                keys.file(user).display()
            ))
        }
        KeysCommand::Revoke { of, user } => {
            let count = of.open()?.revoke(user)?;
            Ok(format!(
                "{count} former keys are revoked as soon as NATS reads its configuration again"
            ))
        }
    }
}
