//! FHIR R4 at its boundary: one operation and the documents that describe it.

use api::negotiate::{Member, preferences};
use api::{
    Answer, Body, Call, Example, Group, LONG_BODY_LIMIT, Method, Operation, Problem, ProblemCode,
    Response, Schema,
};
use fhir::Issue;
use ports::{Error, Ports};
use serde_json::Value;
use text::text;
use wire::{Definition, Evaluation};

use crate::question::{context, problem, read};

/// The media type of FHIR as JSON.
pub(crate) const FHIR: &str = "application/fhir+json";

/// The version that is spoken, as `fhirVersion` names it.
const VERSION: &str = "4.0";

const fn document(schema: Schema) -> Answer {
    Answer {
        status: 200,
        media_types: &[FHIR],
        schema,
    }
}

const CACHED: Answer = Answer {
    status: 304,
    media_types: &[],
    schema: Schema::Nothing,
};

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "fhir",
    title: text("FHIR R4", "FHIR R4"),
    prefix: "/fhir",
    operations: &[METADATA, OPERATION, EVALUATE],
};

const METADATA: Operation<dyn Ports> = Operation {
    id: "fhir-metadata",
    method: Method::Get,
    path: "/fhir/metadata",
    summary: text(
        "FHIR R4 capability statement",
        "CapabilityStatement do FHIR R4",
    ),
    parameters: &[],
    body: None,
    answers: &[document(Schema::Named("CapabilityStatement")), CACHED],
    problems: &[ProblemCode::NotAcceptable],
    repeatable: true,
    example: Example {
        target: "/fhir/metadata",
        body: "",
    },
    answer: |call, _| {
        let statement = fhir::capability_statement(env!("CARGO_PKG_VERSION"));
        shared(&statement, call)
    },
};

const OPERATION: Operation<dyn Ports> = Operation {
    id: "fhir-operation-definition",
    method: Method::Get,
    path: "/fhir/OperationDefinition/evaluate",
    summary: text(
        "FHIR R4 definition of the operation $evaluate",
        "OperationDefinition do FHIR R4 da operação $evaluate",
    ),
    parameters: &[],
    body: None,
    answers: &[document(Schema::Named("OperationDefinition")), CACHED],
    problems: &[ProblemCode::NotAcceptable],
    repeatable: true,
    example: Example {
        target: "/fhir/OperationDefinition/evaluate",
        body: "",
    },
    answer: |call, _| shared(&fhir::operation_definition(), call),
};

const EVALUATE: Operation<dyn Ports> = Operation {
    id: "fhir-evaluate",
    method: Method::Post,
    path: "/fhir/$evaluate",
    summary: text(
        "FHIR R4: Parameters in, a Bundle of Observations out",
        "FHIR R4: Parameters entram, um Bundle de Observations sai",
    ),
    parameters: &[],
    body: Some(Body {
        media_types: &[FHIR, "application/json"],
        limit: LONG_BODY_LIMIT,
        most: text(
            "100000 JSON values, 512 parameters, 2000 Patients, Observations and components, \
             1024 bytes a reference",
            "100000 valores JSON, 512 parâmetros, 2000 Patients, Observations e components, \
             1024 bytes por referência",
        ),
        schema: Schema::Named("Parameters"),
    }),
    answers: &[document(Schema::Named("Bundle"))],
    problems: &[
        ProblemCode::InvalidJson,
        ProblemCode::DuplicateMember,
        ProblemCode::NotAcceptable,
        ProblemCode::InvalidInput,
        ProblemCode::InternalError,
    ],
    repeatable: true,
    example: Example {
        target: "/fhir/$evaluate",
        body: r#"{"resourceType": "Parameters", "parameter": [{"name": "calculator", "valueString": "bmi"}, {"name": "weight", "valueQuantity": {"value": 70, "system": "http://unitsofmeasure.org", "code": "kg"}}, {"name": "height", "valueQuantity": {"value": 1.75, "system": "http://unitsofmeasure.org", "code": "m"}}]}"#,
    },
    answer: evaluate,
};

/// A document that is the same for everyone.
fn shared(resource: &Value, call: &Call<'_>) -> Result<Response, Problem> {
    acceptable(call)?;
    let body = resource.to_string().into_bytes();
    Ok(Response::ok(FHIR, body, call.language).shared(call.headers))
}

/// Whether a media type names no other version of FHIR: who asked for R5 must not
/// believe that he got it.
pub(crate) fn version(member: &Member<'_>, call: &Call<'_>) -> Result<(), Problem> {
    let wanted = member.parameter("fhirVersion").unwrap_or(VERSION);
    let spoken = wanted == VERSION || wanted == "4.0.1";
    spoken
        .then_some(())
        .ok_or_else(|| Problem::new(ProblemCode::NotAcceptable, call.language))
}

/// Whether the client takes what there is: FHIR R4 as JSON.
fn acceptable(call: &Call<'_>) -> Result<(), Problem> {
    let refused = || Problem::new(ProblemCode::NotAcceptable, call.language);
    let is_json = |name: &str| {
        let known = [
            "*/*",
            "application/*",
            FHIR,
            "application/json",
            "json",
            "text/json",
        ];
        known.iter().any(|known| name.eq_ignore_ascii_case(known))
    };
    // The query's format counts before the header's.
    if let Some(format) = call.parameter("_format") {
        let member = Member::new(&format);
        // In a query, a plus sign is a space.
        let known = is_json(&member.name.replace(' ', "+"));
        return if known {
            version(&member, call)
        } else {
            Err(refused())
        };
    }
    let wanted = preferences(call.headers, "accept");
    if wanted.is_empty() {
        return Ok(());
    }
    let known = wanted.iter().find(|member| is_json(member.name));
    known.map_or_else(|| Err(refused()), |member| version(member, call))
}

/// Parameters in, a Bundle of Observations out.
fn evaluate(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let announced = call.headers.only("content-type").map(Member::new);
    if announced.is_some_and(|announced| version(&announced, call).is_err()) {
        return Err(Problem::unsupported_media_type(FHIR, call.language));
    }
    acceptable(call)?;
    let body = call.json()?;
    let calculator = match fhir::calculator(&body, call.language) {
        Ok(calculator) => calculator,
        Err(issues) => return Ok(refused(&issues, call)),
    };
    let definitions = match ports.definitions(&[calculator], call.language) {
        Ok(definitions) => definitions,
        Err(Error::UnknownCalculator) => {
            return Ok(refused(&fhir::unknown_calculator(call.language), call));
        }
        Err(error) => return Err(problem(error, "", call)),
    };
    let [definition]: [Definition<'_>; 1] = read(&definitions, call)?;
    let request = match fhir::parse(&body, &definition) {
        Ok(request) => request,
        Err(issues) => return Ok(refused(&issues, call)),
    };
    let inputs = request.inputs.to_string();
    let evaluation = match ports.evaluate(calculator, &inputs, &context(call)) {
        Ok(evaluation) => evaluation,
        Err(Error::Refused(violations)) => {
            let issues = fhir::issues_from_violations(&violations, &request);
            return Ok(refused(&issues, call));
        }
        Err(error) => return Err(problem(error, "", call)),
    };
    let evaluation: Evaluation<'_> = read(&evaluation, call)?;
    let bundle = fhir::bundle(&evaluation, &request.provenance, call.now);
    let body = bundle.to_string().into_bytes();
    Ok(Response::ok(FHIR, body, call.language))
}

/// One issue per reason, each with the place it came from.
fn refused(issues: &[Issue], call: &Call<'_>) -> Response {
    let body = fhir::operation_outcome(issues).to_string().into_bytes();
    let status = ProblemCode::InvalidInput.status().as_u16();
    Response::new(status, FHIR, body).in_language(call.language)
}
