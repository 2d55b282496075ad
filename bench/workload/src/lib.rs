//! What the benchmarks calculate. The same functions run natively, as a
//! WebAssembly component, and (the first and `figures` written again in
//! `bench/workload.exs`) in Elixir.

use std::sync::OnceLock;

use clinical::calculators::body::health_metrics::CALCULATOR;
use clinical::definition::Value;
use clinical::{Context, Language, Raw, Values, evaluate, read_checked};

#[cfg(target_family = "wasm")]
mod component;

/// The sum of sqrt(i) * sin(i) for i from 1 to `n`.
pub fn sum(n: u32) -> f64 {
    let terms = (1..=n).map(f64::from);
    terms.map(|x| x.sqrt() * x.sin()).sum()
}

/// The same with a sine that is compiled from the same source everywhere, not
/// the one of the C library.
pub fn sum_same_sine(n: u32) -> f64 {
    let terms = (1..=n).map(f64::from);
    terms.map(|x| x.sqrt() * libm::sin(x)).sum()
}

/// How many people differ from each other; all that come after are the same again.
const PEOPLE: u32 = 2_400;

/// The sum of all figures of `n` people, by the formulas alone: their inputs are read
/// and checked in the first call, and kept.
pub fn figures(n: u32) -> f64 {
    static READ: OnceLock<Vec<Values>> = OnceLock::new();
    let context = context();
    let read = READ.get_or_init(|| {
        let people = (0..PEOPLE).map(person);
        let people = people.map(|person| read_checked(&CALCULATOR, &person, &context));
        people.filter_map(Result::ok).collect()
    });
    let people = read.iter().cycle().take(n as usize);
    people.map(calculated).sum()
}

/// The same from inputs as they are sent: read, checked, calculated and told what they
/// mean, as for every request.
pub fn evaluations(n: u32) -> f64 {
    let context = context();
    let people = (0..n).map(person);
    people.map(|person| evaluated(&person, &context)).sum()
}

/// Ages are sent in years, so no figure depends on the day.
fn context() -> Context {
    Context {
        today: Default::default(),
        language: Language::English,
    }
}

/// The inputs of an adult between 50 and 99 kg.
fn person(number: u32) -> Vec<(String, Raw)> {
    let sex = if number.is_multiple_of(2) {
        "male"
    } else {
        "female"
    };
    vec![
        quantity("weight", f64::from(50 + number % 50), "kg"),
        quantity("height", f64::from(160 + number % 32) / 100.0, "m"),
        quantity("age", f64::from(20 + number % 60), "a"),
        ("sex".to_owned(), Raw::Text(sex.to_owned())),
    ]
}

fn quantity(name: &str, value: f64, unit: &str) -> (String, Raw) {
    let members = vec![
        ("value".to_owned(), Raw::Number(value)),
        ("unit".to_owned(), Raw::Text(unit.to_owned())),
    ];
    (name.to_owned(), Raw::Object(members))
}

fn calculated(person: &Values) -> f64 {
    let Ok(found) = CALCULATOR.formula.calculate(person) else {
        return f64::NAN;
    };
    let figures = found.results.iter().filter(|one| is_figure(one.name));
    figures.map(|one| number(one.value)).sum()
}

fn evaluated(person: &[(String, Raw)], context: &Context) -> f64 {
    let Ok(found) = evaluate(&CALCULATOR, person, context) else {
        return f64::NAN;
    };
    let figures = found.results.iter();
    let figures = figures.filter(|one| is_figure(one.output.name));
    figures.map(|one| number(one.value)).sum()
}

/// The factor that the energy is calculated with is no figure of the person.
fn is_figure(name: &str) -> bool {
    name != "activity_factor"
}

fn number(value: Value) -> f64 {
    match value {
        Value::Number(number) => number,
        Value::Date(_) => f64::NAN,
    }
}
