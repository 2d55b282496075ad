//! The machine and what `/proc` says of a process.

use std::process::Command;

use anyhow::Context as _;
use serde::Serialize;

/// Ticks of `/proc/*/stat` in a second: the same on every Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// Where the figures come from.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    pub(crate) cpu: String,
    pub(crate) cores: usize,
    pub(crate) memory_gib: u64,
    pub(crate) kernel: String,
    pub(crate) versions: Vec<(&'static str, String)>,
    pub(crate) date: String,
}

/// This machine.
pub(crate) fn machine() -> anyhow::Result<Machine> {
    let cpus = std::fs::read_to_string("/proc/cpuinfo")?;
    let cpu = cpus.lines().find(|line| line.starts_with("model name"));
    let memory = std::fs::read_to_string("/proc/meminfo")?;
    let kilobytes = memory.split_whitespace().nth(1);
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let now = jiff::Timestamp::try_from(std::time::SystemTime::now())?;
    let environment = |name| std::env::var(name).unwrap_or_else(|_| "unknown".to_owned());
    Ok(Machine {
        cpu: cpu
            .and_then(|line| line.split(": ").nth(1))
            .unwrap_or("unknown")
            .to_owned(),
        cores: std::thread::available_parallelism()?.get(),
        memory_gib: kilobytes.unwrap_or_default().parse::<u64>()? / (1024 * 1024),
        kernel: kernel.trim().to_owned(),
        versions: vec![
            ("rustc", version("rustc")),
            ("wasmCloud host", environment("WASMCLOUD_VERSION")),
            ("nats-server", environment("NATS_VERSION")),
            ("wasmtime serve", environment("WASMTIME_VERSION")),
            ("elixir", version("elixir")),
        ],
        date: now
            .to_string()
            .split('T')
            .next()
            .unwrap_or_default()
            .to_owned(),
    })
}

/// The last line of what a program says of its version.
fn version(program: &str) -> String {
    let output = Command::new(program).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.unwrap_or_default();
    text.lines().last().unwrap_or("not installed").to_owned()
}

/// What a process has used so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    /// Processor time of all its threads, in seconds.
    pub(crate) cpu: f64,
    /// Page faults served without reading a file.
    pub(crate) faults: f64,
}

/// What a process has used so far; nothing when it is gone.
pub(crate) fn usage(pid: u32) -> anyhow::Result<Usage> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The second field is the program's name and may contain anything.
    let fields = text.rsplit(')').next().unwrap_or_default();
    let fields: Vec<f64> = fields
        .split_whitespace()
        .map(|field| field.parse().unwrap_or_default())
        .collect();
    let field = |number: usize| fields.get(number).copied().context("/proc/*/stat");
    Ok(Usage {
        cpu: (field(11)? + field(12)?) / TICKS_PER_SECOND,
        faults: field(7)?,
    })
}

/// Resident memory of a process in MiB: now, and the most it ever was.
pub(crate) fn memory(pid: u32) -> anyhow::Result<(f64, f64)> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let value = |name: &str| -> anyhow::Result<f64> {
        let line = text.lines().find(|line| line.starts_with(name));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        Ok(number.context("/proc/*/status")?.parse::<f64>()? / 1024.0)
    };
    Ok((value("VmRSS:")?, value("VmHWM:")?))
}

/// Lets the next [`memory`] count the most from now on. Without the permission
/// it counts from the start of the process.
pub(crate) fn forget_peak(pid: u32) {
    let _ = std::fs::write(format!("/proc/{pid}/clear_refs"), "5");
}
