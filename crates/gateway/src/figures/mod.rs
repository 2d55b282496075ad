//! The roadmap's figures of an adult: flat names in, flat figures out.
//!
//! Nothing is calculated or limited here. A flat name stands for an input of a
//! calculator, in a unit that the name has always had; what the validator returned is
//! what gets calculated.

mod answer;
mod fields;

use api::{
    Answer, BODY_LIMIT, Body, Call, Example, Group, Method, Operation, Problem, ProblemCode,
    Response, Schema,
};
use ports::{Error, Ports};
use text::{Text, text};
use wire::{Evaluation, Named, Understood};

use crate::question::{context, problem, read};
use fields::Fields;

pub(crate) use fields::flat_fields;

/// An endpoint of this group.
struct Figures {
    /// The calculator that has the figures.
    calculator: &'static str,
    /// The fields it cannot do without.
    required: &'static [&'static str],
}

const HEALTH_METRICS: Figures = Figures {
    calculator: "health-metrics",
    required: &["weight", "height", "age", "gender"],
};
const BMI: Figures = Figures {
    calculator: "adult-bmi",
    required: &["weight", "height"],
};
const BMR: Figures = Figures {
    calculator: "adult-bmr",
    required: &["weight", "height", "age", "gender"],
};

/// What a person of an endpoint is called, by which calculator it is answered, and which
/// fields it must have.
pub(crate) const PERSONS: [(&str, &str, &[&str]); 3] = [
    (
        "HealthMetricsPerson",
        HEALTH_METRICS.calculator,
        HEALTH_METRICS.required,
    ),
    ("BmiPerson", BMI.calculator, BMI.required),
    ("BmrPerson", BMR.calculator, BMR.required),
];

const fn operation(
    id: &'static str,
    path: &'static str,
    summary: Text,
    (body, answer): (&'static str, &'static [Answer]),
    run: fn(&Call<'_>, &dyn Ports) -> Result<Response, Problem>,
) -> Operation<dyn Ports> {
    Operation {
        id,
        method: Method::Post,
        path,
        summary,
        parameters: &[],
        body: Some(Body {
            media_types: &["application/json"],
            limit: BODY_LIMIT,
            most: text("32 fields", "32 campos"),
            schema: Schema::Named(body),
        }),
        answers: answer,
        problems: &[
            ProblemCode::InvalidJson,
            ProblemCode::InvalidInput,
            ProblemCode::InternalError,
        ],
        repeatable: true,
        example: Example {
            target: path,
            body: r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#,
        },
        answer: run,
    }
}

const fn json(schema: &'static str) -> Answer {
    Answer {
        status: 200,
        media_types: &["application/json"],
        schema: Schema::Named(schema),
    }
}

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "figures",
    title: text(
        "Body and energy figures of an adult",
        "Medidas corporais e energia de um adulto",
    ),
    prefix: "/api/v1",
    operations: &[
        operation(
            "health-metrics",
            "/api/v1/health-metrics",
            text(
                "Body and energy figures of an adult",
                "Medidas corporais e energia de um adulto",
            ),
            ("HealthMetricsPerson", &[json("HealthMetrics")]),
            |call, ports| figures(&HEALTH_METRICS, call, ports, answer::health_metrics),
        ),
        operation(
            "bmi",
            "/api/v1/bmi",
            text(
                "Body mass index of an adult",
                "Índice de massa corporal de um adulto",
            ),
            ("BmiPerson", &[json("Bmi")]),
            |call, ports| figures(&BMI, call, ports, answer::bmi),
        ),
        operation(
            "bmr",
            "/api/v1/bmr",
            text(
                "Basal metabolic rate of an adult",
                "Taxa metabólica basal de um adulto",
            ),
            ("BmrPerson", &[json("Bmr")]),
            |call, ports| figures(&BMR, call, ports, answer::bmr),
        ),
    ],
};

/// Writes the figures of an evaluation; nothing when one is not there.
type Writer = fn(&Evaluation<'_>, u64) -> Option<String>;

fn figures(
    figures: &Figures,
    call: &Call<'_>,
    ports: &dyn Ports,
    write: Writer,
) -> Result<Response, Problem> {
    let context = context(call);
    let fields = Fields::read(figures.required, call)?;
    let checked = ports.check(figures.calculator, &fields.inputs(), &context);
    let checked = match checked {
        Ok(checked) if fields.are_sound() => checked,
        Ok(_) => return Err(fields.refuse(Vec::new(), call)),
        Err(Error::Refused(violations)) => return Err(fields.refuse(violations, call)),
        Err(error) => return Err(problem(error, "", call)),
    };
    // A validator that says yes and keeps something back breaks its contract.
    let returned: Named<'_, Understood<'_>> = read(&checked, call)?;
    if !fields.are_all_in(&returned) {
        return Err(Problem::new(ProblemCode::InternalError, call.language));
    }
    let evaluation = match ports.evaluate(figures.calculator, &checked, &context) {
        Ok(evaluation) => evaluation,
        Err(Error::Refused(violations)) => return Err(fields.refuse(violations, call)),
        Err(error) => return Err(problem(error, "", call)),
    };
    let evaluation: Evaluation<'_> = read(&evaluation, call)?;
    let body = write(&evaluation, (call.elapsed)())
        .filter(|_| evaluation.calculator == figures.calculator)
        .ok_or_else(|| Problem::new(ProblemCode::InternalError, call.language))?;
    Ok(Response::json(body, call.language))
}
