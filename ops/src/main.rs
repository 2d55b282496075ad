//! `ops`: what operates a lattice.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use ops::{Keys, Lattice, Server, User};

/// Operates a lattice of the medical platform.
#[derive(Debug, Parser)]
#[command(name = "ops", version)]
enum Command {
    /// Keys: who may do what on a lattice.
    #[command(subcommand)]
    Keys(KeysCommand),
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
        /// ctl, rpc, ingress, wadm or admin.
        user: User,
    },
    /// Ends what a user's former keys are good for, once NATS reads its configuration
    /// again.
    Revoke {
        #[command(flatten)]
        of: Of,
        /// ctl, rpc, ingress, wadm or admin.
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
    let Command::Keys(command) = Command::parse();
    match keys(command) {
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
