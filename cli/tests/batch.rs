//! `batch`, as a user sees it, without a server.

mod common;

use common::{TestFile, medical, medical_reading};
use fastrand::Rng;
use serde_json::{Value, json};

const GOOD: &str = r#"{"id":"a","calculator":"bmi","inputs":{"weight":{"value":70,"unit":"kg"},"height":{"value":175,"unit":"cm"}}}"#;

fn value(answer: &Value) -> f64 {
    let value = answer["evaluation"]["results"][0]["value"].as_f64();
    value.unwrap_or_else(|| panic!("{answer}"))
}

#[test]
fn ndjson_answers_line_by_line() {
    let file = TestFile::new("cases.ndjson", format!("{GOOD}\n\n{GOOD}\n"));
    let run = medical(&["batch", &file.path()]);
    assert_eq!(run.code, Some(0));
    let answers = run.lines();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["id"], "a");
    assert!((value(&answers[0]) - 22.857_142_857).abs() < 1e-6);
    assert_eq!(run.stderr, "2 ok, 0 failed\n");
}

#[test]
fn a_bad_line_spoils_only_itself() {
    let refused = r#"{"id":7,"calculator":"bmi","inputs":{"weight":70}}"#;
    let unknown = r#"{"id":8,"calculator":"nope","inputs":{}}"#;
    let shape = r#"{"id":9,"inputs":{}}"#;
    let twice = r#"{"id":10,"calculator":"bmi","inputs":{"height":{"value":175,"unit":"cm"},"weight":{"value":70,"unit":"kg"},"weight":{"value":80,"unit":"kg"}}}"#;
    let mut content =
        format!("{GOOD}\n{{broken\n{refused}\n{unknown}\n{shape}\n{twice}\n").into_bytes();
    content.extend_from_slice(b"\"\xff\"\n");
    content.extend_from_slice(GOOD.as_bytes());
    let file = TestFile::new("cases.ndjson", content);
    let run = medical(&["batch", &file.path()]);
    assert_eq!(run.code, Some(1));
    let codes: Vec<_> = run
        .lines()
        .iter()
        .map(|answer| answer["error"]["code"].as_str().unwrap_or("ok").to_owned())
        .collect();
    let expected = "ok invalid-json refused unknown-calculator wrong-shape refused invalid-json ok";
    assert_eq!(codes.join(" "), expected);
    for part in [
        "2 ok, 6 failed",
        "line 2  id null  invalid-json",
        "line 3  id 7     missing-unit weight, missing height",
        "line 6  id 10    duplicate-field weight",
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}

#[test]
fn ids_come_back_as_they_were_written() {
    let ids = [
        "18446744073709551616",
        "0.1000000000000000055",
        "1E5",
        "{ \"a\": [1.0] }",
    ];
    let refused = r#","calculator":"bmi","inputs":{}}"#;
    let mut content = String::new();
    for id in ids {
        content += &GOOD.replace("\"a\"", id);
        content += &format!("\n{{\"id\":{id}{refused}\n");
    }
    let file = TestFile::new("cases.ndjson", content);
    let run = medical(&["batch", &file.path(), "--json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let lines: Vec<_> = run.stdout.lines().collect();
    for (id, pair) in ids.iter().zip(lines.chunks(2)) {
        for (line, rest) in pair.iter().zip(["evaluation", "error"]) {
            let start = format!("{{\"id\":{id},\"{rest}\":{{");
            assert!(line.starts_with(&start), "{line}");
        }
        assert!(run.stderr.contains(&format!("\"id\":{id},")), "{run:?}");
    }
    assert_eq!(lines.len(), 2 * ids.len());
}

#[test]
fn csv_takes_units_in_cells_and_in_the_header() {
    let content = "\u{feff}id,weight,height:cm,age\r\n\
                   a,70kg,175,\r\n\
                   b,\"154.3236 [lb_av]\", 175 ,30a\r\n";
    let file = TestFile::new("cases.csv", content);
    let run = medical(&["batch", &file.path(), "--calculator", "bmi"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let answers = run.lines();
    assert_eq!(answers[0]["id"], "a");
    assert!((value(&answers[0]) - value(&answers[1])).abs() < 1e-4);
    assert_eq!(answers[1]["evaluation"]["inputs"]["age"]["value"], 30);
    assert_eq!(answers[0]["evaluation"]["inputs"]["age"], Value::Null);
}

#[test]
fn csv_rows_can_name_their_calculator() {
    let content = "calculator;weight:kg;height:cm;inr;bilirubin;albumin;ascites;encephalopathy\n\
                   bmi;70;175;;;;;\n\
                   child-pugh;;;2;2.6mg/dL;3.7g/dL;none;none\n\
                   nope;70;175;;;;;\n\
                   ;70;175;;;;;\n";
    let file = TestFile::new("cases.txt", content);
    let path = file.path();
    let arguments = ["batch", &path, "--format", "csv", "--delimiter", ";"];
    let run = medical(&arguments);
    let answers = run.lines();
    assert_eq!(run.code, Some(1));
    // Without a column id, the number of the line.
    assert_eq!(answers[0]["id"], 2);
    assert_eq!(answers[1]["evaluation"]["results"][0]["value"], 7);
    assert_eq!(answers[2]["error"]["code"], "unknown-calculator");
    assert_eq!(answers[3]["error"]["code"], "unknown-calculator");
    let run = medical(&[&arguments[..], &["--calculator", "bmi"]].concat());
    assert!(run.lines()[3]["evaluation"].is_object());
}

#[test]
fn a_bad_row_spoils_only_itself() {
    let content = "id,weight,height:cm,nonsense\n\
                   a,70kg,175,\n\
                   b,70,175,\n\
                   c,\"70kg,175,\n\
                   d,70kg,175\n\
                   e,70kg,175cm,\n\
                   f,70kg,175,x\n\
                   g,70kg,,\n\
                   h,70kg,175,\n";
    let file = TestFile::new("cases.csv", content);
    let run = medical(&["batch", &file.path(), "--calculator", "bmi", "--json"]);
    assert_eq!(run.code, Some(1));
    let answers = run.lines();
    let ok = answers.iter().filter(|one| one["evaluation"].is_object());
    let ok: Vec<_> = ok.map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ok, ["a", "h"]);
    let summary: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!((&summary["ok"], &summary["failed"]), (&json!(2), &json!(6)));
    let told = |index: usize| {
        let failure = &summary["failures"][index];
        let place = &failure["violations"][0];
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        [
            text(&failure["code"]),
            text(&place["code"]),
            text(&place["field"]),
        ]
        .join(" ")
    };
    assert_eq!(told(0), "refused missing-unit weight");
    assert_eq!(told(1), "invalid-csv - -");
    assert_eq!(told(2), "invalid-csv - -");
    assert_eq!(told(3), "refused wrong-type height/value");
    assert_eq!(told(4), "refused unknown-field nonsense");
    assert_eq!(told(5), "refused missing height");
    assert_eq!(summary["failures"][2]["line"], 5);
}

#[test]
fn two_columns_of_one_input_are_refused_only_when_both_are_filled() {
    let content = "id,weight:kg,weight:g,height:cm\na,70,,175\nb,,70000,175\nc,70,70000,175\n";
    let file = TestFile::new("cases.csv", content);
    let run = medical(&["batch", &file.path(), "--calculator", "bmi"]);
    let answers = run.lines();
    assert_eq!(value(&answers[0]), value(&answers[1]));
    let violation = &answers[2]["error"]["violations"][0];
    assert_eq!(violation["code"], "duplicate-field");
}

#[test]
fn the_first_twenty_failures_are_told() {
    let content = "{\n".repeat(1030);
    let run = medical_reading(&content, &["batch", "-", "--format", "ndjson"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.lines().len(), 1030);
    assert!(run.stderr.starts_with("0 ok, 1030 failed\n"));
    assert_eq!(run.stderr.matches("invalid-json").count(), 20);
    assert!(run.stderr.ends_with("and 1010 more\n"), "{}", run.stderr);
    let arguments = ["batch", "-", "--format", "ndjson", "--lang", "pt-BR"];
    let run = medical_reading("{", &arguments);
    assert!(run.stderr.contains("linha 1"), "{}", run.stderr);
}

#[test]
fn order_holds_over_many_portions() {
    let mut content = String::from("id,weight:kg,height:cm\n");
    for number in 0..2500 {
        content += &format!("n{number},70,{}\n", 150 + number % 40);
    }
    let file = TestFile::new("cases.csv", content);
    let output = file.beside("answers.ndjson");
    let output_path = output.display().to_string();
    let path = file.path();
    let arguments = ["batch", &path, "--calculator", "bmi"];
    let run = medical(&[&arguments[..], &["--output", &output_path]].concat());
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(run.stderr, "2500 ok, 0 failed\n");
    let written = std::fs::read_to_string(output).unwrap();
    for (number, line) in written.lines().enumerate() {
        let answer: Value = serde_json::from_str(line).unwrap();
        assert_eq!(answer["id"], format!("n{number}"));
        assert_eq!(
            answer["evaluation"]["inputs"]["height"]["value"],
            150 + number % 40
        );
    }
}

#[test]
fn what_cannot_be_read_or_written_is_4() {
    let good = TestFile::new("cases.ndjson", GOOD);
    let good = good.path();
    for arguments in [
        &["batch", "/no/such/file.csv"][..],
        &["batch", &good, "--output", "/no/such/folder/answers"],
    ] {
        let run = medical(arguments);
        assert_eq!(run.code, Some(4), "{run:?}");
        assert!(run.stderr.contains("/no/such"), "{run:?}");
    }
    for header in ["", "id,id,weight\n", "id,,weight\n", "id,\"weight\nx"] {
        let file = TestFile::new("cases.csv", header);
        let run = medical(&["batch", &file.path(), "--calculator", "bmi"]);
        assert_eq!(run.code, Some(4), "{header:?}: {run:?}");
    }
}

#[test]
fn an_ambiguous_command_line_is_2() {
    let csv = TestFile::new("cases.csv", "id,weight\n1,70kg\n");
    let ndjson = TestFile::new("cases.ndjson", GOOD);
    let (csv, ndjson) = (csv.path(), ndjson.path());
    for arguments in [
        &["batch", &csv][..],
        &["batch", "-"],
        &["batch", &ndjson, "--calculator", "bmi"],
        &["batch", &ndjson, "--output", &ndjson],
        &["batch", &csv, "--calculator", "bmi", "--delimiter", "é"],
    ] {
        let run = medical(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
    }
    assert_eq!(std::fs::read_to_string(&ndjson).unwrap(), GOOD);
}

/// A line with some of its bytes changed; never blank, never two.
fn spoilt(line: &str, random: &mut Rng) -> Vec<u8> {
    let mut bytes = line.as_bytes().to_vec();
    for _ in 0..random.usize(1..5) {
        let at = random.usize(..bytes.len());
        let byte = match random.u8(..3) {
            0 => random.u8(..),
            _ => *random.choice(b"\",;:{}[]\\09.-e \t").expect("a byte"),
        };
        match random.u8(..3) {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes.retain(|byte| !matches!(byte, b'\n' | b'\r'));
    bytes.insert(0, b'1');
    bytes
}

/// Whatever stands in a file, each of its lines has an answer, or there is one reason for
/// the whole.
#[test]
fn every_line_of_any_file_has_an_answer() {
    let csv = "id,calculator,weight:kg,height,sex\n";
    let rows = [
        "1,bmi,70,175 cm,",
        "2,\"bmi\",\"7,0\",1.75 m,male",
        "3,nope,,,",
    ];
    let refused = r#"{"id":7,"calculator":"findrisc","inputs":{}}"#;
    for (name, header, lines) in [
        ("cases.csv", csv, &rows[..]),
        ("cases.ndjson", "", &[GOOD, refused]),
    ] {
        let mut random = Rng::with_seed(7);
        let mut content = header.as_bytes().to_vec();
        const COUNT: usize = 1_500;
        for at in 0..COUNT {
            content.extend(spoilt(lines[at % lines.len()], &mut random));
            content.push(b'\n');
        }
        let file = TestFile::new(name, content);
        let run = medical(&["batch", &file.path()]);
        assert!(
            matches!(run.code, Some(0 | 1)),
            "{:?} {:.2000}",
            run.code,
            run.stderr
        );
        assert_eq!(run.lines().len(), COUNT, "{name}");
    }
    // A header can be anything too.
    let mut random = Rng::with_seed(7);
    for _ in 0..50 {
        let mut content = spoilt(csv.trim_end(), &mut random);
        content.extend_from_slice(b"\n1,bmi,70,175 cm,\n");
        let run = medical(&["batch", &TestFile::new("cases.csv", content).path()]);
        assert!(
            matches!(run.code, Some(0..=4)),
            "{:?} {:.2000}",
            run.code,
            run.stderr
        );
    }
}
