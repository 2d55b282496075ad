//! Programs that others wrote, asked by lines of JSON.

use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value as Json;

/// What scripts/test.sh installed and a variable names.
pub(crate) fn installed(variable: &str) -> PathBuf {
    match std::env::var_os(variable) {
        Some(path) => path.into(),
        None => panic!("{variable} is not set: run scripts/test.sh"),
    }
}

/// What a program answers to lines of JSON, line by line.
pub(crate) fn answers(command: &mut Command, questions: &[Json]) -> Vec<Json> {
    let lines: Vec<_> = questions.iter().map(Json::to_string).collect();
    // A file cannot block, as two pipes can.
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(lines.join("\n").as_bytes())
        .expect("written");
    file.rewind().expect("the beginning");
    let output = command.stdin(file).output().expect("a program");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<Json> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(answers.len(), questions.len(), "{errors}");
    answers
}
