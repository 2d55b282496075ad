//! `medical-api` with what lies behind it replaced: it must never make up for
//! a component that is missing, broken or wrong.

use bytes::Bytes;
use harness::sandbox::{ProxyPre, send};
use http::{Request, StatusCode};
use serde_json::Value;
use wasmtime::component::HasSelf;

use super::{Guest, sandbox};

wasmtime::component::bindgen!({
    path: [
        "../wit/validation",
        "../wit/health-calc",
        "../wit/report",
        "../wit/medical-api",
    ],
    world: "medical:api/medical-api",
    imports: { default: trappable },
});

use medical::health_calc::calculators::{self, Context, EvaluationError};
use medical::report::report::{self, Format, ReportError};
use medical::validation::validation::{self, CheckError};

/// How the components behind the gateway behave.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    /// As their contracts say.
    Works,
    /// The validator refuses everything.
    Refuses,
    /// The validator accepts, but returns something else.
    Forgets,
    /// The calculator refuses what the validator accepted.
    Disagrees,
    /// The calculator answers what its contract excludes.
    Babbles,
    /// Calling the validator traps, as a missing link does on the host.
    NoValidator,
    /// Calling the calculator traps.
    NoCalculator,
}

/// What the validator makes of every person: the gateway has to use this, and nothing
/// that a client sent.
const CHECKED: &str = r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":2,"unit":"m"},
    "age":{"value":40,"unit":"a"},"sex":"female"}"#;

/// The components behind the gateway.
struct Parts {
    behave: Behind,
    calculated: usize,
}

impl validation::Host for Parts {
    fn check(
        &mut self,
        calculator: String,
        _: String,
        _: validation::Context,
    ) -> wasmtime::Result<Result<String, CheckError>> {
        let refused = validation::Violation {
            field: "weight/value".to_owned(),
            code: "out-of-range".to_owned(),
            message: "too much".to_owned(),
        };
        // A body mass index needs no more than these.
        let short = calculator == "bmi";
        let accepted = if short {
            r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":2,"unit":"m"}}"#
        } else {
            CHECKED
        };
        match self.behave {
            Behind::NoValidator => wasmtime::bail!("no link"),
            Behind::Refuses => Ok(Err(CheckError::Refused(vec![refused]))),
            Behind::Forgets => Ok(Ok("{}".to_owned())),
            _ => Ok(Ok(accepted.to_owned())),
        }
    }
}

type Answer = wasmtime::Result<Result<String, EvaluationError>>;

impl calculators::Host for Parts {
    fn summaries(&mut self, _: String) -> Answer {
        Ok(Ok("[]".to_owned()))
    }

    fn definitions(&mut self, _: Vec<String>, _: String) -> Answer {
        Ok(Ok("[]".to_owned()))
    }

    fn evaluate(&mut self, calculator: String, inputs: String, context: Context) -> Answer {
        // The gateway's clock is the host's.
        assert!(context.today.starts_with("20"), "{context:?}");
        let refusal = calculators::Violation {
            field: "height".to_owned(),
            code: "outside-validity".to_owned(),
            message: "not for this height".to_owned(),
        };
        match self.behave {
            Behind::NoCalculator => wasmtime::bail!("no link"),
            Behind::Disagrees => return Ok(Err(EvaluationError::Refused(vec![refusal]))),
            Behind::Babbles => return Ok(Ok(r#"{"results": []}"#.to_owned())),
            _ => {}
        }
        let context = evaluator::context(&context.today, text::Language::English)
            .map_err(|error| wasmtime::format_err!("{error:?}"))?;
        Ok(match evaluator::evaluate(&calculator, &inputs, &context) {
            Ok(found) => {
                self.calculated += 1;
                Ok(serde_json::to_string(&found)?)
            }
            Err(_) => Err(EvaluationError::Defect),
        })
    }

    fn panels(&mut self, _: String) -> Answer {
        Ok(Ok("[]".to_owned()))
    }

    fn evaluate_panel(&mut self, _: String, _: String, _: Context) -> Answer {
        Ok(Err(EvaluationError::UnknownCalculator))
    }

    fn evaluate_many(&mut self, _: String, _: Context) -> Answer {
        Ok(Ok(String::new()))
    }
}

impl report::Host for Parts {
    fn render(&mut self, _: String, _: Format) -> wasmtime::Result<Result<String, ReportError>> {
        wasmtime::bail!("these tests ask for JSON only")
    }
}

/// One request to a fresh instance: status and document, or the reason why
/// there was no response; and how often something was calculated.
async fn ask(
    behave: Behind,
    path: &str,
    body: &str,
) -> (wasmtime::Result<(StatusCode, Value)>, usize) {
    let parts = Parts {
        behave,
        calculated: 0,
    };
    let (mut store, component, mut linker) = sandbox("medical-api.wasm", parts);
    MedicalApi::add_to_linker::<_, HasSelf<_>>(&mut linker, |guest: &mut Guest<Parts>| {
        &mut guest.behind
    })
    .expect("our imports");
    let pre = ProxyPre::new(linker.instantiate_pre(&component).expect("linked"));
    let pre = pre.expect("exports wasi:http");
    let instance = pre.instantiate_async(&mut store).await;
    let request = Request::post(format!("http://localhost{path}"))
        .header("content-type", "application/json")
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .expect("a request");
    let answer = send(&mut store, &instance.expect("an instance"), request).await;
    let answer = answer.and_then(|response| {
        let document = serde_json::from_slice(response.body())?;
        Ok((response.status(), document))
    });
    (answer, store.data().behind.calculated)
}

const PERSON: &str = r#"{"weight": 70, "height": 1.6, "age": 30, "gender": "male"}"#;

const PATHS: [&str; 3] = ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"];

#[tokio::test]
async fn calculates_what_the_validator_returned() {
    let (answer, calculated) = ask(Behind::Works, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!((status.as_u16(), calculated), (200, 1));
    // 80 kg at 2 m, whatever the client said.
    assert_eq!(document["bmi"], 20.0);
}

#[tokio::test]
async fn never_calculates_what_was_refused() {
    for path in PATHS {
        let (answer, calculated) = ask(Behind::Refuses, path, PERSON).await;
        let (status, document) = answer.expect("an answer");
        assert_eq!((status.as_u16(), calculated), (422, 0));
        assert_eq!(document["violations"][0]["pointer"], "/weight");
    }
}

#[tokio::test]
async fn never_calculates_what_was_not_validated() {
    for path in PATHS {
        let (answer, calculated) = ask(Behind::Forgets, path, PERSON).await;
        let (status, document) = answer.expect("an answer");
        assert_eq!((status.as_u16(), calculated), (500, 0));
        assert_eq!(document["code"], "internal-error");
    }
}

#[tokio::test]
async fn passes_on_a_refusal_of_the_calculator() {
    let (answer, _) = ask(Behind::Disagrees, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!(status, 422);
    assert_eq!(document["violations"][0]["code"], "outside-validity");
    assert!(document.get("bmi").is_none());
}

#[tokio::test]
async fn nothing_of_a_broken_answer_is_passed_on() {
    let inputs = r#"{"inputs": {}}"#;
    for (path, body) in [
        ("/api/v1/health-metrics", PERSON),
        ("/api/v1/calculators/bmi", inputs),
    ] {
        let (answer, _) = ask(Behind::Babbles, path, body).await;
        let (status, document) = answer.expect("an answer");
        let code = &document["code"];
        assert_eq!((status.as_u16(), code), (500, &"internal-error".into()));
    }
}

/// Without a link every call behind the gateway traps: no response at all, so
/// none with a figure.
#[tokio::test]
async fn has_no_answer_of_its_own_without_links() {
    for path in PATHS {
        let (answer, calculated) = ask(Behind::NoValidator, path, PERSON).await;
        assert!(answer.is_err(), "{answer:?}");
        assert_eq!(calculated, 0, "nothing unvalidated is calculated");
        let (answer, _) = ask(Behind::NoCalculator, path, PERSON).await;
        assert!(answer.is_err(), "{answer:?}");
    }
    let evaluation = ("/api/v1/calculators/bmi", r#"{"inputs": {}}"#);
    let (answer, _) = ask(Behind::NoCalculator, evaluation.0, evaluation.1).await;
    assert!(answer.is_err(), "{answer:?}");
    let (answer, _) = ask(Behind::NoValidator, "/nowhere", PERSON).await;
    assert_eq!(answer.expect("an answer").0, 404, "this needs no link");
}

#[tokio::test]
async fn every_path_answers_when_all_is_well() {
    for path in PATHS {
        let (answer, calculated) = ask(Behind::Works, path, PERSON).await;
        let (status, document) = answer.expect("an answer");
        assert_eq!((status.as_u16(), calculated), (200, 1), "{document}");
    }
}
