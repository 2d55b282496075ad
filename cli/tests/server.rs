//! `--url`: the same commands, answered by a server.

mod common;

use std::net::{TcpListener, TcpStream};

use common::{Answer, Request, Server, TestFile, canned, medical};
use serde_json::{Value, json};

/// A definition as the server sends it; of a calculator that this program has
/// not, so that nothing can come from here.
fn definition() -> String {
    json!({
        "id": "from-there", "version": "9.0.0", "category": "body",
        "title": "From there", "description": "Only the server has it.", "language": "en",
        "inputs": [
            {"name": "body_weight", "title": "Weight", "required": true,
             "kind": "quantity", "units": ["kg"]},
            {"name": "smoker", "title": "Smoker", "required": false, "kind": "boolean"},
        ],
        "results": [{"name": "x", "title": "X", "kind": "score", "unit": "1", "digits": 0}],
        "validity": [], "assumptions": [],
        "reference": {"citation": "A paper."},
        "schema": {"type": "object"},
    })
    .to_string()
}

fn evaluation() -> Value {
    json!({
        "calculator": "from-there", "version": "9.0.0", "category": "body",
        "title": "From there", "language": "en",
        "results": [{"name": "x", "title": "X", "kind": "score", "value": 7, "unit": "1",
                     "display": "7"}],
        "warnings": [], "assumptions": [],
        "inputs": {"body_weight": {"value": 70, "unit": "kg"}},
        "labels": {"body_weight": {"title": "Weight"}},
        "reference": {"citation": "A paper."},
        "processing_time_us": 12,
    })
}

fn problem(status: u16, code: &str, violations: &Value) -> Value {
    json!({"type": "about:blank", "title": "No", "status": status, "code": code,
           "detail": "No.", "violations": violations})
}

const RUN: [&str; 6] = [
    "run",
    "from-there",
    "--body-weight",
    "70kg",
    "--smoker",
    "true",
];

fn run(answers: Vec<Answer>, more: &[&str]) -> (common::Outcome, Server) {
    let server = Server::start(answers);
    let url = ["--url", &server.url];
    let outcome = medical(&[&RUN[..], &url, more].concat());
    (outcome, server)
}

#[test]
fn run_asks_for_the_definition_and_the_evaluation() {
    let answers = vec![
        canned(200, definition()),
        canned(200, evaluation().to_string()),
    ];
    let (found, server) = run(answers, &["--lang", "pt-BR"]);
    assert_eq!(found.code, Some(0), "{found:?}");
    assert!(found.stdout.contains("X  7"), "{}", found.stdout);
    let request = server.request();
    assert_eq!(request.line, "GET /api/v1/calculators/from-there");
    assert!(request.headers.contains("accept-language: pt-br"));
    let request = server.request();
    assert_eq!(request.line, "POST /api/v1/calculators/from-there");
    assert!(request.headers.contains("content-type: application/json"));
    let body: Value = serde_json::from_str(&request.body).unwrap();
    let inputs = json!({"body_weight": {"value": 70, "unit": "kg"}, "smoker": true});
    assert_eq!(body, json!({"inputs": inputs}));
}

#[test]
fn run_as_json_is_the_servers_answer() {
    let answers = vec![
        canned(200, definition()),
        canned(200, evaluation().to_string()),
    ];
    let (found, _server) = run(answers, &["--json"]);
    assert_eq!(found.json(), evaluation());
}

#[test]
fn a_refusal_there_reads_like_one_here() {
    let violations = json!([{"pointer": "/inputs/body_weight/value", "code": "out-of-range",
                             "message": "body_weight must be from 1 to 2 kg"}]);
    let refusal = problem(422, "invalid-input", &violations).to_string();
    let answers = || vec![canned(200, definition()), canned(422, refusal.clone())];
    let (found, _server) = run(answers(), &[]);
    assert_eq!((found.code, found.stdout.as_str()), (Some(1), ""));
    assert!(
        found.stderr.contains("body_weight/value  out-of-range"),
        "{found:?}"
    );
    let (found, _server) = run(answers(), &["--json"]);
    let violation = &found.json()["error"]["violations"][0];
    assert_eq!(violation["field"], "body_weight/value");
}

#[test]
fn a_wrong_answer_is_3() {
    let with = |name: &str, value: Value| {
        let mut other = evaluation();
        other[name] = value;
        canned(200, other.to_string())
    };
    for answer in [
        canned(
            500,
            problem(500, "internal-error", &Value::Null).to_string(),
        ),
        canned(200, "no JSON"),
        canned(200, "{}"),
        with("calculator", json!("another")),
        with("of_tomorrow", json!(1)),
        with("results", json!([{"name": "x"}])),
        canned(422, problem(422, "invalid-input", &json!([])).to_string()),
        canned(307, ""),
    ] {
        let (found, _server) = run(vec![canned(200, definition()), answer], &[]);
        assert_eq!((found.code, found.stdout.as_str()), (Some(3), ""));
    }
    let of_tomorrow = definition().replace("boolean", "of-tomorrow");
    let (found, _server) = run(vec![canned(200, of_tomorrow)], &[]);
    assert_eq!((found.code, found.stdout.as_str()), (Some(3), ""));
    let (found, _server) = run(vec![canned(200, r#"{"id":"from-there"}"#)], &["--json"]);
    assert_eq!(found.code, Some(3));
    let error: Value = serde_json::from_str(&found.stderr).unwrap();
    assert_eq!(error["error"]["code"], "server");
}

#[test]
fn a_server_that_is_not_there_is_3() {
    // The port of a client's end: taken, so that no one else gets it, but
    // nobody listens on it.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let client = TcpStream::connect(address).expect("a connection");
    let url = format!("http://{}", client.local_addr().expect("an address"));
    for command in [&["list"][..], &["show", "bmi"], &RUN] {
        let found = medical(&[command, &["--url", &url]].concat());
        assert_eq!((found.code, found.stdout.as_str()), (Some(3), ""));
        assert!(found.stderr.contains("could not be reached"), "{found:?}");
    }
}

#[test]
fn a_calculator_the_server_has_not_is_2() {
    let missing = problem(404, "not-found", &Value::Null).to_string();
    let (found, _server) = run(vec![canned(404, missing)], &[]);
    assert_eq!(found.code, Some(2));
    // No request at all for what would be another path.
    let found = medical(&["show", "../metrics", "--url", "http://127.0.0.1:1"]);
    assert_eq!(found.code, Some(2));
}

#[test]
fn list_and_show_print_the_servers_catalogue() {
    let summary = json!({
        "id": "from-there", "version": "9.0.0", "category": "of-there",
        "title": "From there", "description": "Only the server has it.",
    });
    let all = json!({"total": 1, "calculators": [summary]}).to_string();
    let server = Server::start(vec![canned(200, all), canned(200, definition())]);
    let category = ["--category", "of-there"];
    let found = medical(&[&["list", "--url", &server.url], &category[..]].concat());
    assert!(found.stdout.contains("from-there  From there"));
    assert_eq!(server.request().line, "GET /api/v1/calculators");
    let found = medical(&["show", "from-there", "--url", &format!("{}/", server.url)]);
    assert!(found.stdout.contains("--body-weight"), "{found:?}");
}

/// Answers every line by its id; refuses those with an odd one.
fn by_line(request: &Request) -> (u16, String) {
    let answers = request.body.lines().zip(1..).map(|(line, number)| {
        let case: Value = serde_json::from_str(line).expect("JSON");
        let id = &case["id"];
        if id.as_u64().is_some_and(|number| number % 2 == 1) {
            let violations =
                json!([{"pointer": "/inputs/height", "code": "missing", "message": "!"}]);
            json!({"id": id, "line": number, "status": 422,
                   "problem": problem(422, "invalid-input", &violations)})
        } else {
            json!({"id": id, "line": number, "status": 200, "evaluation": evaluation()})
        }
    });
    let lines: Vec<_> = answers.map(|answer| answer.to_string()).collect();
    (200, lines.join("\n") + "\n")
}

#[test]
fn batch_is_sent_in_portions_and_answered_like_here() {
    let mut content = String::from("{broken\n");
    for number in 0..1500 {
        content += &format!("{{\"id\":{number},\"calculator\":\"from-there\",\"inputs\":{{}}}}\n");
    }
    let file = TestFile::new("cases.ndjson", content);
    let server = Server::start(vec![Box::new(by_line), Box::new(by_line)]);
    let found = medical(&["batch", &file.path(), "--url", &server.url]);
    assert_eq!(found.code, Some(1), "{}", found.stderr);
    let answers = found.lines();
    assert_eq!(answers.len(), 1501);
    assert_eq!(answers[0]["error"]["code"], "invalid-json");
    assert_eq!(answers[1], json!({"id": 0, "evaluation": evaluation()}));
    let violation = json!({"field": "height", "code": "missing", "message": "!"});
    assert_eq!(
        answers[2],
        json!({"id": 1, "error": {"code": "refused", "violations": [violation]}})
    );
    assert!(found.stderr.starts_with("750 ok, 751 failed"));
    let first = server.request();
    assert_eq!(first.line, "POST /api/v1/batch");
    assert_eq!(first.body.lines().count(), 999);
    assert_eq!(server.request().body.lines().count(), 501);
}

#[test]
fn portions_stay_below_the_servers_limit_of_bytes() {
    let padding = "x".repeat(400 << 10);
    let line =
        |id: u64, padding: &str| format!("{{\"id\":{id},\"inputs\":{{\"a\":\"{padding}\"}}}}\n");
    let whole = padding.repeat(3);
    let content = line(0, &padding) + &line(2, &padding) + &line(4, &padding) + &line(6, &whole);
    let file = TestFile::new("cases.ndjson", content);
    let server = Server::start(vec![Box::new(by_line), Box::new(by_line)]);
    let found = medical(&["batch", &file.path(), "--url", &server.url]);
    let answers = found.lines();
    assert_eq!(answers.len(), 4, "{}", found.stderr);
    assert_eq!(answers[3]["error"]["code"], "too-large");
    assert_eq!(answers[3]["id"], 6);
    assert_eq!(server.request().body.lines().count(), 2);
}

#[test]
fn csv_asks_once_for_each_definition() {
    let content = "id,body_weight,smoker\n0,70kg,true\n2,71kg,\n";
    let file = TestFile::new("cases.csv", content);
    let echo: Answer = Box::new(|request| {
        let answers = request.body.lines().zip(1..).map(|(line, number)| {
            let case: Value = serde_json::from_str(line).expect("JSON");
            let mut found = evaluation();
            found["inputs"] = case["inputs"].clone();
            json!({"id": case["id"], "line": number, "status": 200, "evaluation": found})
                .to_string()
        });
        (200, answers.collect::<Vec<_>>().join("\n"))
    });
    let server = Server::start(vec![canned(200, definition()), echo]);
    let path = file.path();
    let arguments = ["batch", &path, "--calculator", "from-there"];
    let found = medical(&[&arguments[..], &["--url", &server.url]].concat());
    assert_eq!(found.code, Some(0), "{found:?}");
    let sent = &found.lines()[0];
    assert_eq!(sent["id"], "0");
    let inputs = &sent["evaluation"]["inputs"];
    assert_eq!(inputs["smoker"], true);
    assert_eq!(inputs["body_weight"]["unit"], "kg");
}

#[test]
fn answers_that_do_not_belong_to_the_cases_are_not_taken() {
    let content = "{\"id\":1,\"calculator\":\"from-there\",\"inputs\":{}}\n";
    let file = TestFile::new("cases.ndjson", content);
    let line = |id: u64, line: u64, evaluation: Value| {
        json!({"id": id, "line": line, "status": 200, "evaluation": evaluation}).to_string()
    };
    let of_another = line(2, 1, evaluation());
    for answer in [
        canned(200, line(1, 2, evaluation())),
        canned(200, line(1, 1, json!({"results": []}))),
        canned(200, of_another.clone()),
        canned(200, ""),
        canned(200, format!("{of_another}\n{of_another}\n")),
        canned(200, "no JSON\n"),
        canned(503, "{}"),
    ] {
        let server = Server::start(vec![answer]);
        let found = medical(&["batch", &file.path(), "--url", &server.url]);
        assert_eq!((found.code, found.stdout.as_str()), (Some(3), ""));
        assert!(found.stderr.starts_with("0 ok, 0 failed\n"), "{found:?}");
    }
}

#[test]
fn ids_come_back_from_the_server_as_they_were_written() {
    let ids = ["18446744073709551616", "0.1000000000000000055", "1E5"];
    let cases = ids.map(|id| format!("{{\"id\":{id},\"calculator\":\"x\",\"inputs\":{{}}}}\n"));
    let file = TestFile::new("cases.ndjson", cases.concat());
    let good = |id: &str, line: usize| {
        let evaluation = evaluation();
        format!("{{\"id\":{id},\"line\":{line},\"status\":200,\"evaluation\":{evaluation}}}\n")
    };
    let answers = ids.iter().zip(1..).map(|(id, line)| good(id, line));
    let server = Server::start(vec![canned(200, answers.collect::<String>())]);
    let found = medical(&["batch", &file.path(), "--url", &server.url]);
    assert_eq!(found.code, Some(0), "{found:?}");
    for (id, line) in ids.iter().zip(found.stdout.lines()) {
        let start = format!("{{\"id\":{id},\"evaluation\":{{");
        assert!(line.starts_with(&start), "{line}");
    }
    // The same number in other characters is not surely the same id.
    let answers = good(ids[0], 1) + &good("0.1", 2) + &good(ids[2], 3);
    let server = Server::start(vec![canned(200, answers)]);
    let found = medical(&["batch", &file.path(), "--url", &server.url]);
    assert_eq!((found.code, found.stdout.lines().count()), (Some(3), 1));
}

#[test]
fn a_case_without_an_id_has_none_in_the_answer() {
    let file = TestFile::new(
        "cases.ndjson",
        "{\"calculator\":\"from-there\",\"inputs\":{}}\n",
    );
    let answer = json!({"line": 1, "status": 200, "evaluation": evaluation()}).to_string();
    let server = Server::start(vec![canned(200, answer)]);
    let found = medical(&["batch", &file.path(), "--url", &server.url]);
    assert_eq!(found.code, Some(0), "{found:?}");
    assert_eq!(found.lines()[0]["id"], Value::Null);
}
