//! What each endpoint does.

use serde::Serialize;

use crate::answer::{Envelope, Units};
use crate::body::{self, BodyError};
use crate::negotiate::Format;
use crate::problem::Problem;
use crate::response::{Response, ok_json};
use crate::route::Route;
use crate::services::{Calculation, Context, Services};
use crate::{batch, catalogue, cds_api, fhir_api, health};
use text::Language;

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint {
    /// Figures for the person in the body.
    Calculate(Calculation),
    /// The calculators that contain a text and are of a category.
    Catalogue {
        /// Words to look for.
        text: Option<String>,
        /// Code of the category.
        category: Option<String>,
    },
    /// The definition of a calculator.
    Definition(String),
    /// An evaluation of a calculator, written in a format.
    Evaluate(String, Format),
    /// Many evaluations, a line each.
    Batch,
    /// The OpenAPI document.
    OpenApi,
    /// The FHIR capability statement.
    FhirMetadata,
    /// The FHIR operation.
    FhirEvaluate,
    /// The list of CDS services.
    CdsServices,
    /// A CDS service.
    CdsService(String),
    /// Whether this component runs.
    Live,
    /// Whether the components behind it answer.
    Ready,
    /// Which versions run.
    Version,
}

/// When a request is answered, and in which language.
pub(crate) struct Moment<'a> {
    /// The present instant (RFC 3339, UTC).
    pub(crate) now: String,
    /// The language of the answer.
    pub(crate) language: Language,
    /// Microseconds since the request arrived.
    pub(crate) elapsed: &'a dyn Fn() -> u64,
}

impl Moment<'_> {
    /// Today in UTC.
    pub(crate) fn today(&self) -> &str {
        self.now.split('T').next().unwrap_or_default()
    }

    pub(crate) fn context(&self) -> Context {
        Context {
            today: self.today().to_owned(),
            language: self.language,
        }
    }
}

/// Answers a request.
///
/// `body` is what could be read of the body, empty for endpoints that take none.
/// `now` is the present instant (RFC 3339, UTC). `elapsed` gives the microseconds
/// since the request arrived.
pub fn respond(
    route: Route,
    body: Result<Vec<u8>, BodyError>,
    services: &impl Services,
    now: &str,
    elapsed: &dyn Fn() -> u64,
) -> Response {
    let language = route.language;
    let moment = Moment {
        now: now.to_owned(),
        language,
        elapsed,
    };
    let answer = match route.endpoint {
        Endpoint::Calculate(calculation) => calculate(calculation, body, services, elapsed),
        Endpoint::Catalogue { text, category } => {
            catalogue::list(services, language, text.as_deref(), category.as_deref())
        }
        Endpoint::Definition(id) => catalogue::definition(services, &id, language),
        Endpoint::Evaluate(id, format) => catalogue::evaluate(services, &id, format, body, &moment),
        Endpoint::Batch => batch::evaluate(services, body, &moment),
        Endpoint::OpenApi => catalogue::openapi(services),
        Endpoint::FhirMetadata => Ok(fhir_api::metadata(&moment)),
        Endpoint::FhirEvaluate => Ok(fhir_api::evaluate(services, body, &moment)),
        Endpoint::CdsServices => Ok(cds_api::services(&moment)),
        Endpoint::CdsService(id) => cds_api::call(services, &id, body, &moment),
        Endpoint::Live => json(&health::live()),
        Endpoint::Ready => health::ready(services, now).and_then(|ready| json(&ready)),
        Endpoint::Version => json(&health::version()),
    };
    answer.unwrap_or_else(Problem::into_response)
}

fn calculate(
    calculation: Calculation,
    body: Result<Vec<u8>, BodyError>,
    services: &impl Services,
    elapsed: &dyn Fn() -> u64,
) -> Result<Response, Problem> {
    let fields = body::parse(body)?;
    let metrics = services
        .validate(calculation, &fields)
        .map_err(Problem::invalid_input)?;
    let patient = || metrics.patient().ok_or_else(Problem::internal);
    match calculation {
        Calculation::HealthMetrics => {
            let figures = services.health_metrics(&patient()?);
            envelope(
                figures.map_err(Problem::invalid_input)?,
                Units::ALL,
                elapsed,
            )
        }
        Calculation::Bmr => {
            let figures = services.bmr(&patient()?);
            envelope(
                figures.map_err(Problem::invalid_input)?,
                Units::BMR,
                elapsed,
            )
        }
        Calculation::Bmi => {
            let (Some(weight), Some(height)) = (metrics.weight, metrics.height) else {
                return Err(Problem::internal());
            };
            let mut figures = services
                .bmi(weight, height)
                .map_err(Problem::invalid_input)?;
            if metrics.age.is_none() {
                let assumed = "No age was sent: the class is the one for adults.";
                figures.assumptions.push(assumed.to_owned());
            }
            envelope(figures, Units::BMI, elapsed)
        }
    }
}

fn envelope(
    figures: impl Serialize,
    units: Units,
    elapsed: &dyn Fn() -> u64,
) -> Result<Response, Problem> {
    json(&Envelope {
        figures,
        units,
        computed_by: "wasm_component",
        processing_time_us: elapsed(),
    })
}

/// These answers have fixed texts in English.
fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let value = serde_json::to_value(value).map_err(|_| Problem::internal())?;
    Ok(ok_json(&value, Language::English))
}
