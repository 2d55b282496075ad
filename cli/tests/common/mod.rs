//! What the tests share: running the program, files, a server of canned answers.

#![allow(
    dead_code,
    reason = "every test file is a program of its own and uses a part"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn lines(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }
}

/// The program in an English environment.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_medical"));
    command.args(arguments).env("LC_ALL", "C.UTF-8");
    command
}

fn outcome(command: &mut Command) -> Outcome {
    let output = command.output().expect("the program runs");
    Outcome {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

pub(crate) fn medical(arguments: &[&str]) -> Outcome {
    outcome(&mut program(arguments))
}

pub(crate) fn medical_in(locale: &str, arguments: &[&str]) -> Outcome {
    outcome(
        program(arguments)
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", locale),
    )
}

/// The program with something on its standard input.
pub(crate) fn medical_reading(input: &str, arguments: &[&str]) -> Outcome {
    let mut child = program(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(input.as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    Outcome {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder with one file in it; gone when dropped.
pub(crate) struct TestFile {
    folder: tempfile::TempDir,
    name: &'static str,
}

impl TestFile {
    pub(crate) fn new(name: &'static str, content: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(name), content).expect("a file");
        Self { folder, name }
    }

    pub(crate) fn path(&self) -> String {
        self.beside(self.name).display().to_string()
    }

    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A request that the server got.
#[derive(Debug)]
pub(crate) struct Request {
    /// Method and path.
    pub(crate) line: String,
    pub(crate) headers: String,
    pub(crate) body: String,
}

/// A server on a free port that gives these answers, one per connection, and
/// then is gone. An answer can look at the request.
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Receiver<Request>,
}

pub(crate) type Answer = Box<dyn Fn(&Request) -> (u16, String) + Send>;

/// Always the same answer.
pub(crate) fn canned(status: u16, body: impl Into<String>) -> Answer {
    let body = body.into();
    Box::new(move |_| (status, body.clone()))
}

const DEADLINE: Duration = Duration::from_secs(20);

impl Server {
    pub(crate) fn start(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (sender, requests) = channel();
        std::thread::spawn(move || {
            for answer in answers {
                let Ok((stream, _)) = listener.accept() else {
                    return;
                };
                let request = serve(stream, &answer);
                if sender.send(request).is_err() {
                    return;
                }
            }
        });
        Self {
            url: format!("http://{address}"),
            requests,
        }
    }

    /// The next request that was answered.
    pub(crate) fn request(&self) -> Request {
        self.requests.recv_timeout(DEADLINE).expect("a request")
    }
}

fn serve(mut stream: TcpStream, answer: &Answer) -> Request {
    stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
    let mut reader = BufReader::new(stream.try_clone().expect("a socket"));
    let mut line = String::new();
    reader.read_line(&mut line).expect("a request line");
    let mut headers = String::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).expect("a header");
        if header.trim().is_empty() {
            break;
        }
        headers += &header.to_lowercase();
    }
    let length = headers
        .lines()
        .find_map(|header| header.strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("a body");
    let request = Request {
        line: line.trim_end_matches(" HTTP/1.1\r\n").to_owned(),
        headers,
        body: String::from_utf8(body).expect("UTF-8"),
    };
    let (status, text) = answer(&request);
    let length = text.len();
    write!(
        stream,
        "HTTP/1.1 {status} Status\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
    )
    .expect("the answer is read");
    request
}
