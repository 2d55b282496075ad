//! A client of NATS as an attacker would write one: it asks for anything, and tells
//! what the server said to it.

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use ops::Credentials;
use serde_json::{Value, json};

/// The server answers a ping at once.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// A connection.
pub(crate) struct Wire {
    lines: BufReader<TcpStream>,
    subscriptions: usize,
    heard: Vec<Heard>,
}

/// A message that was heard.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) subject: String,
    pub(crate) payload: Vec<u8>,
}

impl Wire {
    /// Connects as this user, or as nobody.
    pub(crate) fn connect(address: SocketAddr, user: Option<&Credentials>) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(ANSWERS_WITHIN))?;
        let mut wire = Self {
            lines: BufReader::new(stream),
            subscriptions: 0,
            heard: Vec::new(),
        };
        let info = wire.line()?;
        let info = info.strip_prefix("INFO ").context("no NATS")?;
        let info: Value = serde_json::from_str(info)?;
        let mut connect = json!({"verbose": false, "pedantic": false, "headers": false});
        if let Some(user) = user {
            let nonce = info["nonce"].as_str().context("no sign-in is asked for")?;
            connect["jwt"] = user.jwt.as_str().into();
            connect["sig"] = user.answer(nonce)?.into();
        }
        let refusals = wire.say(&format!("CONNECT {connect}\r\n"))?;
        ensure!(refusals.is_empty(), "{refusals:?}");
        Ok(wire)
    }

    /// Whether the server lets one listen to this.
    pub(crate) fn subscribe(&mut self, subject: &str) -> anyhow::Result<bool> {
        self.subscriptions += 1;
        let said = format!("SUB {subject} {}\r\n", self.subscriptions);
        self.allowed(&said)
    }

    /// Whether the server lets one say this.
    pub(crate) fn publish(&mut self, subject: &str, payload: &str) -> anyhow::Result<bool> {
        let said = format!("PUB {subject} {}\r\n{payload}\r\n", payload.len());
        self.allowed(&said)
    }

    /// What was heard until now.
    pub(crate) fn heard(&mut self) -> anyhow::Result<Vec<Heard>> {
        self.say("")?;
        Ok(std::mem::take(&mut self.heard))
    }

    fn allowed(&mut self, said: &str) -> anyhow::Result<bool> {
        let refusals = self.say(said)?;
        let other = refusals
            .iter()
            .find(|it| !it.contains("Permissions Violation"));
        ensure!(other.is_none(), "{said}: {other:?}");
        Ok(refusals.is_empty())
    }

    /// Says something, and returns the errors that the server answers with.
    fn say(&mut self, what: &str) -> anyhow::Result<Vec<String>> {
        let stream = self.lines.get_mut();
        stream.write_all(what.as_bytes())?;
        stream.write_all(b"PING\r\n")?;
        let mut refusals = Vec::new();
        loop {
            let line = self.line()?;
            match line.split(' ').next().unwrap_or_default() {
                "PONG" => return Ok(refusals),
                "PING" => self.lines.get_mut().write_all(b"PONG\r\n")?,
                "-ERR" => refusals.push(line),
                "MSG" => self.message(&line)?,
                "INFO" | "+OK" => {}
                other => bail!("the server says {other}"),
            }
            // The server ends with whoever it does not know.
            if refusals.iter().any(|it| it.contains("Authorization")) {
                return Ok(refusals);
            }
        }
    }

    fn message(&mut self, line: &str) -> anyhow::Result<()> {
        let words: Vec<_> = line.split(' ').collect();
        let subject = words.get(1).copied().unwrap_or_default().to_owned();
        let length: usize = words.last().copied().unwrap_or_default().parse()?;
        let mut payload = vec![0; length + 2];
        self.lines.read_exact(&mut payload)?;
        payload.truncate(length);
        self.heard.push(Heard { subject, payload });
        Ok(())
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(0) => bail!("the server ended the connection"),
            Ok(_) => Ok(line.trim_end().to_owned()),
            Err(error) if error.kind() == ErrorKind::WouldBlock => bail!("no answer"),
            Err(error) => Err(error.into()),
        }
    }
}
