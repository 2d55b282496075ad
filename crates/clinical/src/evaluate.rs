//! One calculator, one set of inputs: the results or every reason against them.

use crate::checks;
use crate::definition::{
    Calculator, Found, Interpretation, Outcome, Output, Text, Validity, Value,
};
use crate::raw::Raw;
use crate::reading::{Context, read};
use crate::values::Values;
use crate::violation::{Code, Violation};

/// What a calculator found.
#[derive(Debug)]
pub struct Evaluation {
    /// The calculator.
    pub calculator: &'static Calculator,
    /// The inputs as they were understood.
    pub inputs: Values,
    /// The results, the principal one first.
    pub results: Vec<Result>,
    /// The points of each item, for scores.
    pub items: Vec<Item>,
    /// What to know before trusting a result.
    pub warnings: Vec<Text>,
    /// What the results rest on that was not sent.
    pub assumptions: Vec<Text>,
}

/// A result.
#[derive(Debug, Clone, Copy)]
pub struct Result {
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

/// Evaluates a calculator.
///
/// # Errors
///
/// Every problem that was found with the inputs.
pub fn evaluate(
    calculator: &'static Calculator,
    sent: &[(String, Raw)],
    context: &Context,
) -> core::result::Result<Evaluation, Vec<Violation>> {
    let (values, mut violations) = read(calculator, sent, context);
    violations.extend(outside_validity(&values, context));
    violations.extend(checks::between(&values, context.language));
    if let Some(check) = calculator.check {
        let known: Vec<String> = violations
            .iter()
            .map(|one| input_of(one).to_owned())
            .collect();
        let found = check(&values).into_iter().map(|violation| Violation {
            message: in_language(&violation.message, context),
            ..violation
        });
        // An input that was sent but could not be read looks missing to a check;
        // what is wrong with it has been said.
        violations.extend(found.filter(|violation| {
            violation.code != Code::Missing || !known.iter().any(|name| name == input_of(violation))
        }));
    }
    if !violations.is_empty() {
        return Err(violations);
    }
    let outcome = (calculator.calculate)(&values);
    finish(calculator, values, outcome, context)
}

/// The input a violation is about.
fn input_of(violation: &Violation) -> &str {
    violation.field.split('/').next().unwrap_or_default()
}

/// Messages of a calculator's own check hold both languages, see
/// [`both_languages`].
fn in_language(message: &str, context: &Context) -> String {
    match message.split_once(SEPARATOR) {
        Some((en, pt)) => context.say(en, pt),
        None => message.to_owned(),
    }
}

const SEPARATOR: &str = "\u{1f}";

/// A message of a calculator's own check, in both languages.
pub(crate) fn both_languages(text: Text) -> String {
    format!("{}{SEPARATOR}{}", text.en, text.pt)
}

fn outside_validity(values: &Values, context: &Context) -> Vec<Violation> {
    let calculator = values.calculator();
    let outside = calculator.validity.iter().filter(|limit| {
        values.number_if_sent(limit.input).is_some_and(|number| {
            number < limit.least
                || number > limit.greatest
                || (limit.exclusive && number >= limit.greatest)
        })
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

fn finish(
    calculator: &'static Calculator,
    values: Values,
    outcome: Outcome,
    context: &Context,
) -> core::result::Result<Evaluation, Vec<Violation>> {
    let results: Option<Vec<Result>> = outcome
        .results
        .iter()
        .map(|found| result(calculator, found))
        .collect();
    // A result that is no number, or a definition that asks for what it does not
    // declare: nothing of it may be shown.
    let (Some(results), false) = (results, values.misused()) else {
        let message = context.say(
            "these inputs together have no result",
            "estas entradas juntas não têm resultado",
        );
        let names: Vec<_> = values.iter().map(|(name, _)| name).collect();
        return Err(checks::together(&names, &message));
    };
    let items = outcome.items.iter().map(|item| Item {
        name: item.item,
        title: calculator
            .input(item.item)
            .map_or(crate::definition::text(item.item, item.item), |input| {
                input.title
            }),
        points: item.points,
    });
    let items = items.collect();
    let mut assumptions = calculator.assumptions.to_vec();
    assumptions.extend(outcome.assumptions);
    Ok(Evaluation {
        calculator,
        inputs: values,
        results,
        items,
        warnings: outcome.warnings,
        assumptions,
    })
}

/// A result as its definition describes it; nothing when it is no number or is
/// not declared.
fn result(calculator: &Calculator, found: &Found) -> Option<Result> {
    let output = calculator.output(found.name)?;
    if let Value::Number(number) = found.value
        && !number.is_finite()
    {
        return None;
    }
    Some(Result {
        output,
        value: found.value,
        unit: found.unit.unwrap_or(output.unit),
        loinc: found.loinc.or(output.loinc),
        interpretation: interpret(output, found.value, found.code),
    })
}

fn interpret(output: &Output, value: Value, code: Option<&'static str>) -> Option<Interpretation> {
    let mut all = output.interpretations.iter();
    let found = match (code, value) {
        (Some(code), _) => all.find(|one| one.code == code),
        (None, Value::Number(number)) => all.find(|one| number < one.below),
        (None, Value::Date(_)) => None,
    };
    found.copied()
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
