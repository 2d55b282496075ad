//! `medical-api` with what lies behind it replaced: it must never make up for
//! a component that is missing, broken or wrong.

use std::sync::OnceLock;

use http_body_util::{BodyExt as _, Full};
use hyper::{Request, StatusCode};
use serde_json::Value;
use tests::built;
use tokio::sync::oneshot;
use wasmtime::component::{Component, HasSelf, Linker, ResourceTable};
use wasmtime::{Config, Engine, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::bindings::ProxyPre;
use wasmtime_wasi_http::bindings::http::types::{ErrorCode, Scheme};
use wasmtime_wasi_http::body::HyperOutgoingBody;
use wasmtime_wasi_http::types::{HostFutureIncomingResponse, OutgoingRequestConfig};
use wasmtime_wasi_http::{HttpResult, WasiHttpCtx, WasiHttpView};

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

use medical::health_calc::calculations::{
    self, Activity, ActivitySource, BmiClassification, BmiResult, BmrResult, CalculationError,
    Formula, HealthResults, PatientMetrics, Refusal, RefusalCode,
};
use medical::health_calc::calculators::{self, Context, EvaluationError};
use medical::report::report::{self, Format, ReportError};
use medical::validation::validation::{
    self, Field, GenderType, Metrics, ValidationError, Violation, ViolationCode,
};

/// How the components behind the gateway behave.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    /// As their contracts say.
    Works,
    /// The validator refuses everything.
    Refuses,
    /// The validator accepts, but returns nothing.
    Forgets,
    /// The calculator refuses what the validator accepted.
    Disagrees,
    /// Calling the validator traps, as a missing link does on the host.
    NoValidator,
    /// Calling the calculator traps.
    NoCalculator,
}

struct Host {
    wasi: WasiCtx,
    http: WasiHttpCtx,
    table: ResourceTable,
    behind: Behind,
    calculated: usize,
}

impl WasiView for Host {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

impl WasiHttpView for Host {
    fn ctx(&mut self) -> &mut WasiHttpCtx {
        &mut self.http
    }

    fn table(&mut self) -> &mut ResourceTable {
        &mut self.table
    }

    fn send_request(
        &mut self,
        _: Request<HyperOutgoingBody>,
        _: OutgoingRequestConfig,
    ) -> HttpResult<HostFutureIncomingResponse> {
        // The gateway has no business calling anyone over HTTP.
        Err(ErrorCode::HttpRequestDenied.into())
    }
}

impl validation::Host for Host {
    fn validate(
        &mut self,
        _: validation::Calculation,
        _: Vec<Field>,
    ) -> wasmtime::Result<Result<Metrics, ValidationError>> {
        let accepted = Metrics {
            weight: Some(80.0),
            height: Some(2.0),
            age: Some(40),
            gender: Some(GenderType::Female),
            activity_level: None,
        };
        let refused = Violation {
            field: "weight".to_owned(),
            code: ViolationCode::OutOfRange,
            message: "too much".to_owned(),
        };
        match self.behind {
            Behind::NoValidator => anyhow::bail!("no link"),
            Behind::Refuses => Ok(Err(ValidationError::Refused(vec![refused]))),
            Behind::Forgets => Ok(Ok(Metrics {
                weight: None,
                height: None,
                age: None,
                gender: None,
                ..accepted
            })),
            Behind::Works | Behind::Disagrees | Behind::NoCalculator => Ok(Ok(accepted)),
        }
    }
}

type Answer<T> = wasmtime::Result<Result<T, CalculationError>>;

impl Host {
    /// The figures, if the calculator behaves.
    fn calculated<T>(&mut self, figures: T) -> Answer<T> {
        self.calculated += 1;
        let refusal = Refusal {
            input: "height".to_owned(),
            code: RefusalCode::OutsideValidity,
            message: "not for this height".to_owned(),
        };
        match self.behind {
            Behind::NoCalculator => anyhow::bail!("no link"),
            Behind::Disagrees => Ok(Err(CalculationError::Refused(vec![refusal]))),
            _ => Ok(Ok(figures)),
        }
    }
}

fn formula() -> Formula {
    Formula {
        id: "id".to_owned(),
        version: "1.0.0".to_owned(),
        citation: "citation".to_owned(),
    }
}

impl calculations::Host for Host {
    fn calculate_health_metrics(&mut self, _: PatientMetrics) -> Answer<HealthResults> {
        self.calculated(HealthResults {
            bmi: 20.0,
            bmr: 1500.0,
            ideal_weight: 80.0,
            body_fat_percentage: 25.0,
            daily_calories: 1800.0,
            classification: BmiClassification::Normal,
            healthy: true,
            activity: Activity {
                factor: 1.2,
                source: ActivitySource::AgeDefault,
            },
            assumptions: vec!["assumed".to_owned()],
            warnings: vec![],
            formulas: vec![formula()],
        })
    }

    fn calculate_bmi(&mut self, weight: f64, height: f64) -> Answer<BmiResult> {
        self.calculated(BmiResult {
            bmi: weight / (height * height),
            classification: BmiClassification::Normal,
            healthy: true,
            formula: formula(),
        })
    }

    fn calculate_bmr(&mut self, _: PatientMetrics) -> Answer<BmrResult> {
        self.calculated(BmrResult {
            bmr: 1500.0,
            formula: formula(),
        })
    }
}

impl calculators::Host for Host {
    fn definitions(&mut self, _: String) -> wasmtime::Result<Result<String, EvaluationError>> {
        self.catalogue("[]")
    }

    fn definition(
        &mut self,
        _: String,
        _: String,
    ) -> wasmtime::Result<Result<String, EvaluationError>> {
        self.catalogue("{}")
    }

    fn evaluate(
        &mut self,
        _: String,
        _: String,
        context: Context,
    ) -> wasmtime::Result<Result<String, EvaluationError>> {
        // The gateway's clock is the host's.
        assert!(context.today.starts_with("20"), "{context:?}");
        self.catalogue(r#"{"results": []}"#)
    }

    fn evaluate_many(
        &mut self,
        _: String,
        _: Context,
    ) -> wasmtime::Result<Result<String, EvaluationError>> {
        self.catalogue(r#"{"id": 1, "evaluation": {}}"#)
    }
}

impl Host {
    fn catalogue(&mut self, answer: &str) -> wasmtime::Result<Result<String, EvaluationError>> {
        match self.behind {
            Behind::NoCalculator => anyhow::bail!("no link"),
            Behind::Disagrees => Ok(Err(EvaluationError::NotAnObject)),
            _ => Ok(Ok(answer.to_owned())),
        }
    }
}

impl report::Host for Host {
    fn render(
        &mut self,
        _: String,
        _: Format,
        _: report::Context,
    ) -> wasmtime::Result<Result<String, ReportError>> {
        anyhow::bail!("these tests ask for JSON only")
    }
}

/// The component, compiled once for all tests.
fn compiled() -> &'static (Engine, Component) {
    static COMPILED: OnceLock<(Engine, Component)> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let mut config = Config::new();
        config.async_support(true);
        let engine = Engine::new(&config).expect("an engine");
        let component = Component::from_file(&engine, built("medical-api.wasm").expect("built"));
        (engine, component.expect("a valid component"))
    })
}

/// One request to a fresh instance: status and document, or the reason why
/// there was no response; and how often something was calculated.
async fn ask(
    behind: Behind,
    path: &str,
    body: &str,
) -> (wasmtime::Result<(StatusCode, Value)>, usize) {
    let (engine, component) = compiled();
    let mut linker = Linker::new(engine);
    wasmtime_wasi::p2::add_to_linker_async(&mut linker).expect("WASI");
    wasmtime_wasi_http::add_only_http_to_linker_async(&mut linker).expect("WASI HTTP");
    MedicalApi::add_to_linker::<_, HasSelf<_>>(&mut linker, |host| host).expect("our imports");
    let pre = ProxyPre::new(linker.instantiate_pre(component).expect("linked"));
    let host = Host {
        wasi: WasiCtx::builder().build(),
        http: WasiHttpCtx::new(),
        table: ResourceTable::new(),
        behind,
        calculated: 0,
    };
    let mut store = Store::new(engine, host);
    let body = Full::new(body.to_owned().into()).map_err(|never| match never {});
    let request = Request::post(format!("http://localhost{path}"))
        .header("content-type", "application/json")
        .body(body)
        .expect("a request");
    let (sender, receiver) = oneshot::channel();
    let request = store.data_mut().new_incoming_request(Scheme::Http, request);
    let out = store.data_mut().new_response_outparam(sender);
    let proxy = pre
        .expect("exports wasi:http")
        .instantiate_async(&mut store)
        .await;
    let handler = proxy.expect("an instance");
    let handler = handler.wasi_http_incoming_handler();
    let (request, out) = (request.expect("a request"), out.expect("an outparam"));
    // The body is small enough to be written before anyone reads it.
    let ended = handler.call_handle(&mut store, request, out).await;
    let calculated = store.data().calculated;
    let answer = async {
        ended?;
        let response = receiver.await??;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        Ok((status, serde_json::from_slice(&body)?))
    };
    (answer.await, calculated)
}

const PERSON: &str = r#"{"weight": 80, "height": 2}"#;

#[tokio::test]
async fn answers_with_what_the_calculator_says() {
    let (answer, calculated) = ask(Behind::Works, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!((status.as_u16(), calculated), (200, 1));
    assert_eq!(document["bmi"], 20.0);
}

#[tokio::test]
async fn never_calculates_what_was_refused() {
    let (answer, calculated) = ask(Behind::Refuses, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!((status.as_u16(), calculated), (422, 0));
    assert_eq!(document["violations"][0]["pointer"], "/weight");
}

#[tokio::test]
async fn never_calculates_what_was_not_validated() {
    let (answer, calculated) = ask(Behind::Forgets, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!((status.as_u16(), calculated), (500, 0));
    assert_eq!(document["code"], "internal-error");
}

#[tokio::test]
async fn passes_on_a_refusal_of_the_calculator() {
    let (answer, _) = ask(Behind::Disagrees, "/api/v1/bmi", PERSON).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!(status, 422);
    assert_eq!(document["violations"][0]["code"], "outside-validity");
    assert!(document.get("bmi").is_none());
}

const PATHS: [&str; 3] = ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"];

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
    let (answer, _) = ask(Behind::NoValidator, "/nowhere", PERSON).await;
    assert_eq!(answer.expect("an answer").0, 404, "this needs no link");
}

/// The catalogue's calculators check their own inputs; what they say is passed
/// on, and what their contract excludes is not.
#[tokio::test]
async fn the_catalogue_is_what_the_calculator_says() {
    let inputs = r#"{"inputs": {}}"#;
    let path = "/api/v1/calculators/bmi";
    let (answer, _) = ask(Behind::Works, path, inputs).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!(
        (status.as_u16(), &document["results"]),
        (200, &serde_json::json!([]))
    );
    assert!(document["processing_time_us"].is_u64());
    let (answer, _) = ask(Behind::Disagrees, path, inputs).await;
    let (status, document) = answer.expect("an answer");
    assert_eq!(
        (status.as_u16(), &document["code"]),
        (500, &"internal-error".into())
    );
    let (answer, _) = ask(Behind::NoCalculator, path, inputs).await;
    assert!(answer.is_err(), "{answer:?}");
}

#[tokio::test]
async fn every_path_answers_when_all_is_well() {
    for path in PATHS {
        let (answer, calculated) = ask(Behind::Works, path, PERSON).await;
        let (status, document) = answer.expect("an answer");
        assert_eq!((status.as_u16(), calculated), (200, 1), "{document}");
    }
}
