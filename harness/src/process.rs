//! Child processes that end with the test.

use std::fs::OpenOptions;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// How long a process may take to stop before it is killed.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// A child process; dropping it stops it.
#[derive(Debug)]
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts a command with its output at the end of a file.
    ///
    /// # Errors
    ///
    /// When the program cannot be started.
    pub fn start(command: &mut Command, log: &Path) -> anyhow::Result<Self> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(log)
            .with_context(|| format!("{}", log.display()))?;
        let child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("{command:?} could not be started"))?;
        Ok(Self {
            child,
            log: log.to_owned(),
        })
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything it has written.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Asks it to stop, kills it if it does not, and waits until it is gone.
    pub fn stop(&mut self) {
        signal(self.id(), "TERM");
        let deadline = Instant::now() + STOP_WITHIN;
        while Instant::now() < deadline {
            match self.child.try_wait() {
                Ok(None) => std::thread::sleep(Duration::from_millis(20)),
                Ok(Some(_)) | Err(_) => return,
            }
        }
        self.kill();
    }

    /// Kills it at once.
    pub fn kill(&mut self) {
        // It may have ended by itself meanwhile.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Sends a signal by name; a process that is gone is not an error.
pub fn signal(pid: u32, name: &str) {
    let _ = Command::new("kill")
        .args([format!("-{name}"), pid.to_string()])
        .stderr(Stdio::null())
        .status();
}

/// Ids of the processes that were started from this folder: whose program lies
/// in it, or was called by a link in it.
///
/// # Errors
///
/// When `/proc` cannot be read.
pub fn running_from(folder: &Path) -> io::Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let path = entry?.path();
        let pid = path
            .file_name()
            .and_then(|name| name.to_str()?.parse().ok());
        let program = std::fs::read_link(path.join("exe")).unwrap_or_default();
        let arguments = std::fs::read(path.join("cmdline")).unwrap_or_default();
        let called = arguments
            .split(|byte| *byte == 0)
            .next()
            .unwrap_or_default();
        let called = PathBuf::from(String::from_utf8_lossy(called).into_owned());
        if let Some(pid) = pid
            && (program.starts_with(folder) || called.starts_with(folder))
        {
            found.push(pid);
        }
    }
    Ok(found)
}

/// A port on the loopback interface that nobody listens on.
///
/// # Errors
///
/// When the system gives none.
pub fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
