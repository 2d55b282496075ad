//! `fuse` as scripts call it.

use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Imports `example:a/one` and `example:a/two`.
const SOCKET: &str = r#"(component
    (import "example:a/one" (instance $one (export "number" (func (result u32)))))
    (import "example:a/two" (instance $two (export "number" (func (result u32)))))
    (import "wasi:cli/exit" (instance))
    (export "example:a/sum" (instance $one)))"#;

fn exports(name: &str, result: &str) -> String {
    format!(
        r#"(component
            (core module $module (func (export "number") (result {core}) {core}.const 7))
            (core instance $core (instantiate $module))
            (func $number (result {result}) (canon lift (core func $core "number")))
            (instance $instance (export "number" (func $number)))
            (export "{name}" (instance $instance)))"#,
        core = if result == "u64" { "i64" } else { "i32" },
    )
}

struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let bench = Self { folder };
        for (name, text) in [
            ("socket", SOCKET.to_owned()),
            ("one", exports("example:a/one", "u32")),
            ("two", exports("example:a/two", "u32")),
            ("wrong-two", exports("example:a/two", "u64")),
            ("other", exports("example:a/three", "u32")),
            ("module", "(module)".to_owned()),
        ] {
            let bytes = wat::parse_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            std::fs::write(bench.path(name), bytes).expect("writable");
        }
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn fuse(&self, names: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_fuse"))
            .args(names.iter().map(|name| self.path(name)))
            .output()
            .expect("fuse runs")
    }

    #[track_caller]
    fn refuses(&self, names: &[&str], expected: &str) {
        let output = self.fuse(names);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{names:?} were composed");
        assert!(said.contains(expected), "{names:?}: {said}");
        assert!(!self.path("out").exists(), "{names:?} left a file");
    }
}

#[test]
fn composes_the_same_bytes_each_time() {
    let bench = Bench::new();
    let compose = |plugs: [&str; 2]| {
        let output = bench.fuse(&["out", "socket", plugs[0], plugs[1]]);
        assert!(output.status.success(), "{output:?}");
        std::fs::read(bench.path("out")).expect("a file")
    };
    let first = compose(["one", "two"]);
    for _ in 0..5 {
        assert!(compose(["one", "two"]) == first, "other bytes");
    }
}

#[test]
fn refuses_what_is_missing_or_useless() {
    let bench = Bench::new();
    bench.refuses(
        &["out", "socket", "one"],
        "nothing here exports example:a/two",
    );
    bench.refuses(
        &["out", "socket", "one", "wrong-two"],
        "nothing here exports example:a/two",
    );
    bench.refuses(
        &["out", "socket", "one", "two", "other"],
        "other exports nothing that the first component imports",
    );
    bench.refuses(
        &["out", "socket", "one", "module"],
        "module is not a component",
    );
    bench.refuses(&["out", "socket", "one", "absent"], "absent cannot be read");
    bench.refuses(&["out", "socket"], "Usage: fuse");
}
