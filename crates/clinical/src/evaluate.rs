//! One calculator, one set of inputs: the results or every reason against them.

use crate::checks;
use crate::definition::{
    Calculator, Found, Interpretation, Meaning, NoResult, Outcome, Output, Points, Text, Validity,
    Value,
};
use crate::raw::Raw;
use crate::reading::{Context, read};
use crate::round::steady;
use crate::values::{Typed, Values};
use crate::violation::{Code, Finding, Violation};

/// What a calculator found.
#[derive(Debug)]
pub struct Evaluation {
    /// The calculator.
    pub calculator: &'static Calculator,
    /// The inputs as they were understood.
    pub inputs: Values,
    /// The results, the principal one first.
    pub results: Vec<EvaluationResult>,
    /// The points of each item, for scores.
    pub items: Vec<Item>,
    /// What to know before trusting a result.
    pub warnings: Vec<Text>,
    /// What the results rest on that was not sent.
    pub assumptions: Vec<Text>,
}

/// A result.
#[derive(Debug, Clone, Copy)]
pub struct EvaluationResult {
    /// Its definition.
    pub output: &'static Output,
    /// Unrounded value.
    pub value: Value,
    /// UCUM code of the unit of this value.
    pub unit: &'static str,
    /// LOINC code of this value, only where it is certain.
    pub loinc: Option<&'static str>,
    /// What the unrounded value means.
    pub interpretation: Option<Interpretation>,
}

/// The points of an item of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// Name of the input.
    pub name: &'static str,
    /// Name for people.
    pub title: Text,
    /// Points.
    pub points: f64,
}

/// Why there is no evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The inputs were refused, for every reason that was found.
    Refused(Vec<Violation>),
    /// The definition is wrong: whoever sent the inputs can do nothing about it.
    Defect(&'static str),
}

/// Evaluates a calculator.
///
/// # Errors
///
/// Every problem that was found with the inputs, or what is wrong with the
/// definition.
pub fn evaluate(
    calculator: &'static Calculator,
    sent: &[(String, Raw)],
    context: &Context,
) -> Result<Evaluation, Error> {
    let values = read_checked(calculator, sent, context).map_err(Error::Refused)?;
    match calculator.formula.calculate(&values) {
        Ok(outcome) => finish(calculator, values, outcome).map_err(Error::Defect),
        Err(NoResult::Inputs { inputs, code, text }) => {
            let all: Vec<_> = values.iter().map(|(name, _)| name).collect();
            let inputs = if inputs.is_empty() { &all } else { inputs };
            let found = Finding::at_each(inputs, code, text).into_iter();
            Err(Error::Refused(
                found.map(|one| one.say(context.language)).collect(),
            ))
        }
        Err(NoResult::Defect(what)) => Err(Error::Defect(what)),
    }
}

/// Most inputs that are looked at. No calculator has as many, and each refused one costs
/// a sentence in the answer.
pub const INPUT_LIMIT: usize = 32;

/// Reads what was sent for a calculator and checks all of it that can be checked
/// without calculating.
///
/// # Errors
///
/// Every problem that was found: first with the inputs one by one, then with
/// names that mean nothing, with the population, and between inputs. More inputs than
/// [`INPUT_LIMIT`] are not looked at.
pub fn read_checked(
    calculator: &'static Calculator,
    sent: &[(String, Raw)],
    context: &Context,
) -> Result<Values, Vec<Violation>> {
    if sent.len() > INPUT_LIMIT {
        let message = context.say(
            format!("there can be at most {INPUT_LIMIT} inputs"),
            format!("pode haver no máximo {INPUT_LIMIT} entradas"),
        );
        return Err(vec![Violation::new("", Code::TooMany, message)]);
    }
    let (values, mut violations) = read(calculator, sent, context);
    alternatives(calculator, sent, context, &mut violations);
    violations.extend(outside_validity(calculator, &values, context));
    let between = checks::between(&values).into_iter();
    violations.extend(between.map(|finding| finding.say(context.language)));
    if let Some(check) = calculator.check {
        let own: Vec<_> = check(&values)
            .into_iter()
            // An input that was sent but could not be read looks missing to a
            // check; what is wrong with it has been said.
            .filter(|found| {
                let mut told = violations.iter().map(|one| input_of(&one.field));
                found.code != Code::Missing || !told.any(|input| input == input_of(found.input))
            })
            .map(|finding| finding.say(context.language))
            .collect();
        violations.extend(own);
    }
    if violations.is_empty() {
        Ok(values)
    } else {
        Err(violations)
    }
}

/// Of each group exactly one must have been sent.
fn alternatives(
    calculator: &Calculator,
    sent: &[(String, Raw)],
    context: &Context,
    violations: &mut Vec<Violation>,
) {
    let was_sent = |name: &str| {
        sent.iter()
            .any(|(sent, raw)| sent == name && !raw.is_null())
    };
    for &group in calculator.alternatives {
        let names = group.join(", ");
        let there: Vec<_> = group.iter().filter(|name| was_sent(name)).collect();
        if let ([], [first, ..]) = (&there[..], group) {
            let message = context.say(
                format!("exactly one of {names} is required, with its unit"),
                format!("exatamente um de {names} é obrigatório, com sua unidade"),
            );
            violations.push(Violation::new(first, Code::Missing, message));
        }
        if there.len() > 1 {
            let message = context.say(
                format!("send one of {names} only: they say the same thing"),
                format!("envie apenas um de {names}: dizem a mesma coisa"),
            );
            let twice = |name: &&&str| Violation::new(name, Code::DuplicateField, message.clone());
            violations.extend(there.iter().map(twice));
        }
    }
}

/// The input that a field belongs to.
fn input_of(field: &str) -> &str {
    field.split('/').next().unwrap_or_default()
}

fn outside_validity(calculator: &Calculator, values: &Values, context: &Context) -> Vec<Violation> {
    let outside = calculator.validity.iter().filter(|limit| {
        let number = match values.get(limit.input) {
            Some(Typed::Quantity { canonical, .. }) => canonical,
            Some(Typed::Age { years, .. }) => f64::from(years),
            _ => return false,
        };
        number < limit.least
            || number > limit.greatest
            || (limit.exclusive && number >= limit.greatest)
    });
    outside
        .map(|limit| {
            let message = describe(limit, calculator, context);
            Violation::new(limit.input, Code::OutsideValidity, message)
        })
        .collect()
}

/// A sentence about a limit, with the unit it is in.
fn describe(limit: &Validity, calculator: &Calculator, context: &Context) -> String {
    let Validity {
        input,
        least,
        greatest,
        exclusive,
    } = *limit;
    let unit = calculator.canonical_unit(input);
    let range_en = match (least.is_finite(), greatest.is_finite(), exclusive) {
        (true, true, _) => format!("from {least} to {greatest}{unit}"),
        (true, false, _) => format!("{least}{unit} or more"),
        (false, _, true) => format!("less than {greatest}{unit}"),
        (false, _, false) => format!("{greatest}{unit} or less"),
    };
    let range_pt = match (least.is_finite(), greatest.is_finite(), exclusive) {
        (true, true, _) => format!("de {least} a {greatest}{unit}"),
        (true, false, _) => format!("{least}{unit} ou mais"),
        (false, _, true) => format!("menos de {greatest}{unit}"),
        (false, _, false) => format!("{greatest}{unit} ou menos"),
    };
    context.say(
        format!("{input} must be {range_en}: the formula holds for no one else"),
        format!("{input} deve ser {range_pt}: a fórmula não vale para os demais"),
    )
}

/// What a formula gave as its definition describes it, or what is wrong with the
/// two of them: then nothing of it may be shown.
fn finish(
    calculator: &'static Calculator,
    inputs: Values,
    outcome: Outcome,
) -> Result<Evaluation, &'static str> {
    let results = outcome
        .results
        .iter()
        .map(|found| result(calculator, found));
    let items = outcome.items.iter().map(|points| item(calculator, points));
    let mut assumptions = calculator.assumptions.to_vec();
    assumptions.extend(outcome.assumptions);
    Ok(Evaluation {
        calculator,
        results: results.collect::<Result<_, _>>()?,
        items: items.collect::<Result<_, _>>()?,
        inputs,
        warnings: outcome.warnings,
        assumptions,
    })
}

fn result(calculator: &Calculator, found: &Found) -> Result<EvaluationResult, &'static str> {
    let output = calculator
        .output(found.name)
        .ok_or("a formula gave a result that is not declared")?;
    if let Value::Number(number) = found.value
        && !number.is_finite()
    {
        return Err("a formula gave a number that is none");
    }
    Ok(EvaluationResult {
        output,
        value: found.value,
        unit: found.unit.unwrap_or(output.unit),
        loinc: found.loinc.or(output.loinc),
        interpretation: interpret(output, found)?,
    })
}

fn interpret(output: &Output, found: &Found) -> Result<Option<Interpretation>, &'static str> {
    let mut all = output.interpretations.iter().copied();
    match (found.meaning, found.value) {
        (Meaning::Chosen(code), _) => all
            .find(|one| one.code == code)
            .map(Some)
            .ok_or("a formula chose a meaning that is not declared"),
        (Meaning::ByValue, Value::Number(_)) if output.interpretations.is_empty() => Ok(None),
        (Meaning::ByValue, Value::Number(number)) => {
            // A figure on a limit must not end up a hair below it.
            let number = steady(number);
            all.find(|one| number < one.below || (one.included && number <= one.below))
                .map(Some)
                .ok_or("a result lies in no range of its meanings")
        }
        (Meaning::ByValue, Value::Date(_)) | (Meaning::None, _) => Ok(None),
    }
}

fn item(calculator: &Calculator, points: &Points) -> Result<Item, &'static str> {
    let input = calculator
        .input(points.item)
        .ok_or("a formula gave points to an input that is not declared")?;
    Ok(Item {
        name: input.name,
        title: input.title,
        points: points.points,
    })
}

impl Calculator {
    /// The input with this name.
    pub fn input(&self, name: &str) -> Option<&'static crate::definition::Input> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// The result with this name.
    pub fn output(&self, name: &str) -> Option<&'static Output> {
        self.results.iter().find(|output| output.name == name)
    }

    /// The canonical unit of an input with a space before it, or nothing.
    fn canonical_unit(&self, name: &str) -> String {
        use crate::definition::Kind;
        let unit = match self.input(name).map(|input| input.kind) {
            Some(Kind::Quantity(kind)) => kind.canonical().code,
            Some(Kind::Age) => "a",
            _ => return String::new(),
        };
        format!(" {unit}")
    }
}
