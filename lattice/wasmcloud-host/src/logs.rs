//! Keeps the log of a process from filling the disk.
//!
//! The log is standard error: of this process and of the providers that it starts,
//! which inherit it. Where that is a file that everyone appends to, what is in it moves
//! to another file when it is long; lines that are written in that moment are lost.
//! Anything else, a terminal or a pipe, is somebody else's to keep short.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// A log may be as long, and so many former ones are kept.
const BYTES: u64 = 100 << 20;
const KEPT: u32 = 4;

const LOOK_EVERY: Duration = Duration::from_secs(5);

/// What an open file's flags say in `/proc` when everything written is appended.
const APPEND: u32 = 0o2000;

/// Looks after standard error from now on.
pub fn keep_short() {
    thread::spawn(|| loop {
        // The next look may find a disk with room again.
        let _ = look();
        thread::sleep(LOOK_EVERY);
    });
}

fn look() -> io::Result<()> {
    let open = Path::new("/proc/self/fd/2");
    let file = open.metadata()?;
    if file.is_file() && file.len() >= BYTES && appends()? {
        shorten(&std::fs::read_link(open)?)?;
    }
    Ok(())
}

/// Otherwise a writer goes on where it was, behind a hole of the former length.
fn appends() -> io::Result<bool> {
    let info = std::fs::read_to_string("/proc/self/fdinfo/2")?;
    let flags = info.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    Ok(flags.unwrap_or_default() & APPEND != 0)
}

/// Moves what a log holds to another file, and that one's to the next.
fn shorten(log: &Path) -> io::Result<()> {
    let former = |number: u32| {
        let mut name = log.as_os_str().to_owned();
        name.push(format!(".{number}"));
        PathBuf::from(name)
    };
    for number in (1..KEPT).rev() {
        if former(number).exists() {
            std::fs::rename(former(number), former(number + 1))?;
        }
    }
    std::fs::copy(log, former(1))?;
    OpenOptions::new().write(true).open(log)?.set_len(0)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_log_starts_anew_and_few_are_kept() {
        let folder = std::env::temp_dir().join(format!("host-logs-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let log = folder.join("log");
        let mut writer = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&log)
            .expect("a log");
        for number in 0..7 {
            writeln!(writer, "line {number}").expect("a line");
            shorten(&log).expect("a shorter log");
        }
        writeln!(writer, "the last").expect("a line");
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert_eq!(read("log"), "the last\n");
        assert_eq!(read("log.1"), "line 6\n");
        assert_eq!(read("log.4"), "line 3\n");
        assert_eq!(read("log.5"), "");
        std::fs::remove_dir_all(&folder).expect("the folder");
    }
}
