//! CDS Hooks at its boundary.

use api::{
    Answer, Body, Call, Choices, Example, Group, LONG_BODY_LIMIT, Method, Operation, Parameter,
    Place, Problem, ProblemCode, Response, Schema,
};
use ports::{Error, Ports};
use text::text;
use wire::{Definition, Evaluation};

use crate::question::{context, problem, read};

const fn json(schema: &'static str) -> Answer {
    Answer {
        status: 200,
        media_types: &["application/json"],
        schema: Schema::Named(schema),
    }
}

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "cds-hooks",
    title: text("CDS Hooks 2.0", "CDS Hooks 2.0"),
    prefix: "/cds-services",
    operations: &[SERVICES, SERVICE],
};

const SERVICES: Operation<dyn Ports> = Operation {
    id: "cds-services",
    method: Method::Get,
    path: "/cds-services",
    summary: text("CDS Hooks 2.0: the services", "CDS Hooks 2.0: os serviços"),
    parameters: &[],
    body: None,
    answers: &[
        json("CdsServices"),
        Answer {
            status: 304,
            media_types: &[],
            schema: Schema::Nothing,
        },
    ],
    problems: &[ProblemCode::InternalError],
    repeatable: true,
    example: Example {
        target: "/cds-services",
        body: "",
    },
    answer: services,
};

const SERVICE: Operation<dyn Ports> = Operation {
    id: "cds-service",
    method: Method::Post,
    path: "/cds-services/{id}",
    summary: text("CDS Hooks 2.0: a service", "CDS Hooks 2.0: um serviço"),
    parameters: &[Parameter {
        name: "id",
        place: Place::Path,
        title: text("Id of a service", "Id de um serviço"),
        choices: Choices::Of(cds::ids),
    }],
    body: Some(Body {
        media_types: &["application/json"],
        limit: LONG_BODY_LIMIT,
        most: text(
            "100000 JSON values, 2000 Patients, Observations and components",
            "100000 valores JSON, 2000 Patients, Observations e components",
        ),
        schema: Schema::Named("CdsRequest"),
    }),
    answers: &[json("CdsCards")],
    problems: &[
        ProblemCode::UnknownService,
        ProblemCode::InvalidJson,
        ProblemCode::DuplicateMember,
        ProblemCode::InvalidRequest,
        ProblemCode::MissingData,
        ProblemCode::InternalError,
    ],
    repeatable: true,
    example: Example {
        target: "/cds-services/body-figures",
        body: r#"{"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", "context": {"userId": "Practitioner/1", "patientId": "1"}, "prefetch": {"patient": {"resourceType": "Patient", "id": "1"}, "weight": {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "effectiveDateTime": "2026-06-01", "valueQuantity": {"value": 120, "system": "http://unitsofmeasure.org", "code": "kg"}}}]}, "height": {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "8302-2"}]}, "effectiveDateTime": "2026-06-01", "valueQuantity": {"value": 175, "system": "http://unitsofmeasure.org", "code": "cm"}}}]}}}"#,
    },
    answer: service,
};

fn internal(call: &Call<'_>) -> Problem {
    Problem::new(ProblemCode::InternalError, call.language)
}

fn services(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let definitions = ports
        .definitions(&cds::all_calculators(), call.language)
        .map_err(|error| problem(error, "", call))?;
    let definitions: Vec<Definition<'_>> = read(&definitions, call)?;
    let services = cds::services(&definitions, call.language).map_err(|_| internal(call))?;
    let response = Response::json(services.to_string(), call.language);
    Ok(response.shared(call.headers))
}

fn service(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let language = call.language;
    let calculators = cds::calculators(call.id)
        .ok_or_else(|| Problem::new(ProblemCode::UnknownService, language))?;
    let body = call.json()?;
    let definitions = ports
        .definitions(calculators, language)
        .map_err(|error| problem(error, "", call))?;
    let definitions: Vec<Definition<'_>> = read(&definitions, call)?;
    let plan = cds::plan(call.id, &body, &definitions, call.today());
    let plan = plan.map_err(|refusal| refused(refusal, call))?;
    let mut texts = Vec::new();
    for question in plan.questions() {
        let inputs = question.inputs.to_string();
        texts.push(ports.evaluate(question.calculator, &inputs, &context(call)));
    }
    let mut answers = Vec::new();
    for text in &texts {
        answers.push(match text {
            Ok(text) => Ok(read::<Evaluation<'_>>(text, call)?),
            Err(Error::Refused(violations)) => Err(violations.clone()),
            Err(other) => return Err(problem(other.clone(), "", call)),
        });
    }
    let cards = cds::cards(&plan, &answers, language);
    Ok(Response::json(cards.to_string(), language))
}

fn refused(refusal: cds::Refusal, call: &Call<'_>) -> Problem {
    let language = call.language;
    match refusal {
        cds::Refusal::UnknownService => Problem::new(ProblemCode::UnknownService, language),
        cds::Refusal::InvalidRequest(detail) => {
            Problem::new(ProblemCode::InvalidRequest, language).with_detail(language.of(detail))
        }
        cds::Refusal::WrongHook => {
            Problem::new(ProblemCode::InvalidRequest, language).with_detail(language.choose(
                "The service answers another hook.",
                "O serviço responde a outro hook.",
            ))
        }
        cds::Refusal::TooMany(limit) => Problem::new(ProblemCode::InvalidRequest, language)
            .with_detail(language.say(
                format!(
                    "prefetch may have up to {limit} Patients, Observations and components in all."
                ),
                format!(
                    "prefetch pode ter até {limit} Patients, Observations e components ao todo."
                ),
            )),
        cds::Refusal::MissingData(missing) => Problem::missing_data(&missing, language),
        cds::Refusal::Defect(_) => internal(call),
    }
}
