//! What must hold for every calculator, generated from the definitions: a new
//! one is covered the moment it is listed.

mod criteria;
mod defects;
mod definitions;
mod mistakes;
mod monotony;
mod panels;
mod refusals;
mod samples;
mod units;

use clinical::{
    Calculator, Code, Context, Error, Evaluation, Language, Raw, Violation, calculators, evaluate,
};

/// Named raw values, as a request has them.
type Inputs = Vec<(String, Raw)>;

fn context(language: Language) -> Context {
    Context {
        today: "2026-06-15".parse().expect("a date"),
        language,
    }
}

fn ask(calculator: &'static Calculator, inputs: &Inputs) -> Result<Evaluation, Vec<Violation>> {
    evaluate(calculator, inputs, &context(Language::English)).map_err(|error| match error {
        Error::Refused(violations) => violations,
        Error::Defect(what) => panic!("{}: {what}", calculator.id),
    })
}

/// The same inputs with one replaced.
fn with(inputs: &Inputs, name: &str, value: Raw) -> Inputs {
    let mut changed = without(inputs, name);
    changed.push((name.to_owned(), value));
    changed
}

/// The same inputs without one.
fn without(inputs: &Inputs, name: &str) -> Inputs {
    let others = inputs.iter().filter(|(known, _)| known != name);
    others.cloned().collect()
}

fn quantity(value: f64, unit: &str) -> Raw {
    Raw::Object(vec![
        ("value".to_owned(), Raw::Number(value)),
        ("unit".to_owned(), Raw::Text(unit.to_owned())),
    ])
}

/// Asserts that the inputs are refused with this code at this input.
#[track_caller]
fn refused(calculator: &'static Calculator, inputs: &Inputs, name: &str, code: Code) {
    let Err(found) = ask(calculator, inputs) else {
        panic!("{}: {name} should be refused as {code}", calculator.id);
    };
    let named = found.iter().any(|one| {
        one.code == code && one.field.split('/').next() == Some(name) && one.message.contains(name)
    });
    assert!(
        named,
        "{}: {name} as {code}, found {found:?}",
        calculator.id
    );
}

/// Every calculator with inputs it accepts.
fn each() -> impl Iterator<Item = (&'static Calculator, Inputs)> {
    calculators::every().map(|calculator| (calculator, samples::of(calculator)))
}
