//! From a request to the questions it takes to answer it.

use serde_json::Value;
use wire::Definition;

use crate::needs::Needs;
use crate::question::Question;
use crate::reader::Reader;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::service::Service;
use crate::services::find;
use crate::verdict::Scale;

/// What one request needs before it can be answered.
pub struct Plan {
    pub(crate) service: &'static Service,
    pub(crate) questions: Vec<Question>,
    /// What people call the result of each question's calculator.
    pub(crate) names: Vec<(&'static str, String)>,
    /// Title and ISO 8601 date, as precise as the record, of what was used.
    pub(crate) measured: Vec<(String, String)>,
    /// The meanings of the service's principal result.
    pub(crate) scale: Scale,
}

impl Plan {
    /// The evaluations to make; [`cards`](crate::cards) takes the answers in this order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

/// Reads a request to a service. `definitions` are those of
/// [`calculators`](crate::calculators), in the language of the cards; others do no harm.
/// `today` is an ISO 8601 date in UTC, on which ages count.
///
/// # Errors
///
/// With the reason why nothing can be asked.
///
/// ```
/// use serde_json::json;
/// use text::Language;
///
/// let ids = cds::calculators("body-figures").unwrap();
/// let definitions = evaluator::definitions(ids, Language::English).unwrap();
/// let body = json!({
///     "hook": "patient-view", "hookInstance": "1", "context": {"patientId": "1"},
/// });
/// let missing = vec!["weight".to_owned(), "height".to_owned()];
/// assert_eq!(
///     cds::plan("body-figures", &body, &definitions, "2026-01-31").err(),
///     Some(cds::Refusal::MissingData(missing)),
/// );
/// ```
pub fn plan(
    service: &str,
    body: &Value,
    definitions: &[Definition<'_>],
    today: &str,
) -> Result<Plan, Refusal> {
    let service = find(service).ok_or(Refusal::UnknownService)?;
    let needs = Needs::of(&service.needs, definitions).map_err(Refusal::Defect)?;
    let request = Request::read(body, service.hook)?;
    let mut reader = Reader::new(&request, &needs, today);
    let questions = (service.ask)(&mut reader);
    let measured = reader.finish().map_err(Refusal::MissingData)?;
    let asked = questions.iter().map(|one| one.calculator);
    Ok(Plan {
        service,
        names: asked.map(|id| (id, name(service, &needs, id))).collect(),
        questions,
        measured,
        scale: needs.principal().map(Scale::of).unwrap_or_default(),
    })
}

/// What people call the result of a calculator.
fn name(service: &Service, needs: &Needs<'_>, calculator: &str) -> String {
    let Some(definition) = needs.definition(calculator) else {
        return calculator.to_owned();
    };
    let mut short = service.short_names.iter();
    let short = short.find(|(known, _)| *known == calculator);
    let short = short.map(|(_, name)| definition.language.of(*name));
    let title = definition.results.first().map(|one| one.title.as_ref());
    short.or(title).unwrap_or(calculator).to_owned()
}
