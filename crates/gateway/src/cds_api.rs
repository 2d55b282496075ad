//! CDS Hooks at its boundary.

use crate::body::{self, BodyError};
use crate::endpoint::Moment;
use crate::problem::Problem;
use crate::response::{Response, ok_json};
use crate::services::{EvaluationError, Services};

/// `GET /cds-services`.
pub(crate) fn services(moment: &Moment<'_>) -> Response {
    ok_json(&cds::services(moment.language.tag()), moment.language)
}

/// `POST /cds-services/{id}`.
pub(crate) fn call(
    services: &impl Services,
    id: &str,
    body: Result<Vec<u8>, BodyError>,
    moment: &Moment<'_>,
) -> Result<Response, Problem> {
    let text = body::text(body)?;
    let plan = cds::plan(id, &text, moment.today()).map_err(|refusal| match refusal {
        cds::Refusal::UnknownService => Problem::unknown_service(),
        cds::Refusal::InvalidJson => Problem::invalid_request("The body is not JSON.".to_owned()),
        cds::Refusal::InvalidRequest(detail) => Problem::invalid_request(detail),
        cds::Refusal::WrongHook => {
            Problem::invalid_request("The service answers another hook.".to_owned())
        }
        cds::Refusal::MissingData(missing) => Problem::missing_data(&missing),
    })?;
    let context = moment.context();
    let mut answers = Vec::new();
    for question in plan.questions() {
        let inputs = question.inputs.to_string();
        let answer = match services.evaluate(question.calculator, &inputs, &context) {
            Ok(text) => Ok(serde_json::from_str(&text).map_err(|_| Problem::internal())?),
            Err(EvaluationError::Refused(violations)) => Err(violations
                .into_iter()
                .map(|violation| (violation.field, violation.code, violation.message))
                .collect()),
            Err(other) => return Err(Problem::evaluation(other, "")),
        };
        answers.push(answer);
    }
    let cards = cds::cards(&plan, &answers, moment.language.tag());
    Ok(ok_json(&cards, moment.language))
}
