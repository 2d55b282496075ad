//! From raw values to typed ones, reporting every problem at once.

mod age;
mod quantity;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::definition::{Calculator, Choice, Input, Kind, Language};
use crate::raw::Raw;
use crate::units::{self, QuantityKind};
use crate::values::{Typed, Values};
use crate::violation::{Code, Violation};

/// What evaluation needs to know besides the inputs.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// Today in UTC, for ages from a date of birth.
    pub today: Date,
    /// The language of messages and meanings.
    pub language: Language,
}

impl Context {
    pub(crate) fn say(&self, en: impl Into<String>, pt: impl Into<String>) -> String {
        self.language.say(en, pt)
    }
}

/// A problem, and where below the input it lies.
struct Problem {
    below: &'static str,
    code: Code,
    message: String,
}

fn problem<T>(below: &'static str, code: Code, message: String) -> Result<T, Problem> {
    Err(Problem {
        below,
        code,
        message,
    })
}

/// Reads what was sent for a calculator. Values holds whatever could be read.
pub(crate) fn read(
    calculator: &'static Calculator,
    sent: &[(String, Raw)],
    context: &Context,
) -> (Values, Vec<Violation>) {
    let mut values = Values::default();
    let mut violations = Vec::new();
    for input in calculator.inputs {
        let outcome = match input.kind {
            Kind::Age => age::age(sent, input, context),
            _ => single(sent, input.name, context)
                .and_then(|raw| raw.map(|raw| typed(raw, input, context)).transpose()),
        };
        match outcome {
            Ok(Some(value)) => values.insert(input.name, value),
            Ok(None) if input.required => violations.push(Violation::new(
                input.name,
                Code::Missing,
                missing(input, context),
            )),
            Ok(None) => {}
            Err(found) => {
                let pointer = format!("{}{}", input.name, found.below);
                violations.push(Violation::new(&pointer, found.code, found.message));
            }
        }
    }
    refuse_unknown(calculator, sent, context, &mut violations);
    (values, violations)
}

/// The value sent under a name; null is the same as nothing.
fn single<'a>(
    sent: &'a [(String, Raw)],
    name: &str,
    context: &Context,
) -> Result<Option<&'a Raw>, Problem> {
    let mut found = sent.iter().filter(|(known, _)| known == name);
    let value = found.next().map(|(_, value)| value);
    if found.next().is_some() {
        let message = context.say(
            format!("{name} was sent more than once; send it once"),
            format!("{name} foi enviado mais de uma vez; envie uma vez só"),
        );
        return problem("", Code::DuplicateField, message);
    }
    Ok(value.filter(|value| !value.is_null()))
}

fn missing(input: &Input, context: &Context) -> String {
    let takes = takes(input, context);
    let name = input.name;
    context.say(
        format!("{name} is required: {takes}"),
        format!("{name} é obrigatório: {takes}"),
    )
}

/// What an input takes, for a sentence.
fn takes(input: &Input, context: &Context) -> String {
    let list = |choices: &[Choice]| {
        let answered = choices.iter().filter(|choice| choice.refused.is_none());
        let codes: Vec<_> = answered.map(|choice| choice.code).collect();
        codes.join(", ")
    };
    match input.kind {
        Kind::Quantity(kind) => {
            let units = unit_list(kind);
            let bare = if kind.bare {
                context.say(", or a bare number", ", ou um número sem unidade")
            } else {
                String::new()
            };
            context.say(
                format!("a value with its unit, one of {units}{bare}"),
                format!("um valor com sua unidade, uma de {units}{bare}"),
            )
        }
        Kind::Age => {
            let units = unit_list(&units::AGE);
            context.say(
                format!("a value with its unit, one of {units}, or birth_date instead"),
                format!("um valor com sua unidade, uma de {units}, ou birth_date no lugar"),
            )
        }
        Kind::Boolean => context.say("true or false", "true ou false"),
        Kind::Integer {
            least,
            greatest,
            or,
        } => {
            let or = or.map_or_else(String::new, |code| {
                context.say(format!(", or \"{code}\""), format!(", ou \"{code}\""))
            });
            context.say(
                format!("a whole number from {least} to {greatest}{or}"),
                format!("um número inteiro de {least} a {greatest}{or}"),
            )
        }
        Kind::Choice(choices) => {
            let codes = list(choices);
            context.say(format!("one of {codes}"), format!("um de {codes}"))
        }
        Kind::Date => context.say(
            "an ISO 8601 date such as 2026-01-31",
            "uma data ISO 8601 como 2026-01-31",
        ),
    }
}

fn unit_list(kind: &QuantityKind) -> String {
    let codes: Vec<_> = kind.units.iter().map(|unit| unit.code).collect();
    codes.join(", ")
}

fn wrong_type<T>(input: &Input, context: &Context) -> Result<T, Problem> {
    problem("", Code::WrongType, must_be(input, context))
}

fn must_be(input: &Input, context: &Context) -> String {
    let (name, takes) = (input.name, takes(input, context));
    context.say(
        format!("{name} must be {takes}"),
        format!("{name} deve ser {takes}"),
    )
}

fn typed(raw: &Raw, input: &Input, context: &Context) -> Result<Typed, Problem> {
    match (input.kind, raw) {
        (Kind::Quantity(kind), raw) => quantity::quantity(raw, input, kind, context),
        (Kind::Boolean, Raw::Boolean(value)) => Ok(Typed::Boolean(*value)),
        (
            Kind::Integer {
                least, greatest, ..
            },
            Raw::Number(number),
        ) => integer(*number, input, (least, greatest), context),
        (Kind::Integer { or: Some(code), .. }, Raw::Text(sent)) if sent == code => {
            Ok(Typed::Code(code))
        }
        (Kind::Choice(choices), Raw::Text(sent)) => {
            let known = choices.iter().find(|choice| choice.code == sent);
            match known {
                Some(choice) => answered(choice, input, context),
                None => not_a_choice(input, context),
            }
        }
        (Kind::Choice(choices), Raw::Number(number)) if has_factors(choices) => {
            match of_factor(choices, *number) {
                Some(choice) => Ok(Typed::Code(choice.code)),
                None => not_a_choice(input, context),
            }
        }
        (Kind::Date, Raw::Text(text)) => {
            let date = date(text, input.name, context)?;
            near(date, input.name, context).map(Typed::Date)
        }
        _ => wrong_type(input, context),
    }
}

fn has_factors(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.factor.is_some())
}

/// The choice that stands for a number; the tolerance forgives a last bit only.
fn of_factor(choices: &'static [Choice], number: f64) -> Option<&'static Choice> {
    let stands_for = |factor: f64| (factor - number).abs() < 1e-9;
    choices
        .iter()
        .find(|choice| choice.factor.is_some_and(stands_for))
}

/// A choice, or why there is no answer to it.
fn answered(choice: &Choice, input: &Input, context: &Context) -> Result<Typed, Problem> {
    let Some(reason) = choice.refused else {
        return Ok(Typed::Code(choice.code));
    };
    let (name, reason) = (input.name, context.language.of(reason));
    problem("", Code::OutsideValidity, format!("{name}: {reason}"))
}

fn not_a_choice<T>(input: &Input, context: &Context) -> Result<T, Problem> {
    let mut message = must_be(input, context);
    if input.name == "sex" {
        message += &context.say(
            "; it selects one of the formula's published sets of constants, and there is none for \
             anyone else",
            "; seleciona um dos conjuntos de constantes publicados da fórmula, e não há outro",
        );
    }
    problem("", Code::NotAChoice, message)
}

fn integer(
    number: f64,
    input: &Input,
    (least, greatest): (i32, i32),
    context: &Context,
) -> Result<Typed, Problem> {
    let code = if !(f64::from(least)..=f64::from(greatest)).contains(&number) {
        Code::OutOfRange
    } else if number.fract() != 0.0 {
        Code::NotWhole
    } else {
        // Exact: a whole number between two i32.
        return Ok(Typed::Integer(number as i32));
    };
    problem("", code, must_be(input, context))
}

/// Years before and after today in which a day of someone alive can lie.
const YEARS: (i16, i16) = (100, 1);

/// The day, if it lies near enough to today for someone alive.
fn near(date: Date, name: &str, context: &Context) -> Result<Date, Problem> {
    let (before, after) = YEARS;
    let year = context.today.year();
    if (year.saturating_sub(before)..=year.saturating_add(after)).contains(&date.year()) {
        return Ok(date);
    }
    let message = context.say(
        format!("{name} must lie within the last {before} years or the next one"),
        format!("{name} deve estar nos últimos {before} anos ou no próximo"),
    );
    problem("", Code::OutOfRange, message)
}

fn date(text: &str, name: &str, context: &Context) -> Result<Date, Problem> {
    // Only the plain form: no time, no week dates, nothing to choose between.
    let plain = text.len() == 10
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_digit());
    match text.parse() {
        Ok(date) if plain => Ok(date),
        _ => problem(
            "",
            Code::NotADate,
            context.say(
                format!("{name} must be an ISO 8601 date such as 2026-01-31"),
                format!("{name} deve ser uma data ISO 8601 como 2026-01-31"),
            ),
        ),
    }
}

/// Longest part of a name that is repeated in an answer, in characters.
const NAME_LIMIT: usize = 64;

fn refuse_unknown(
    calculator: &Calculator,
    sent: &[(String, Raw)],
    context: &Context,
    violations: &mut Vec<Violation>,
) {
    let mut told = BTreeSet::new();
    let sent = sent.iter().map(|(name, _)| name.as_str());
    let sent = sent.filter(|name| !calculator.takes(name) && told.insert(*name));
    let names: Vec<_> = calculator.inputs.iter().map(|input| input.name).collect();
    violations.extend(unknown(sent, &names, context));
}

/// Refusals of names that mean nothing, where these do.
pub(crate) fn unknown<'a>(
    sent: impl Iterator<Item = &'a str>,
    names: &[&str],
    context: &Context,
) -> Vec<Violation> {
    let refuse = |(told, name): (usize, &str)| {
        // Names once, not in each sentence.
        let message = if told == 0 {
            let names = names.join(", ");
            context.say(
                format!("no such input; this calculator takes {names}"),
                format!("não existe; esta calculadora aceita {names}"),
            )
        } else {
            context.say("no such input", "não existe")
        };
        let short: String = name.chars().take(NAME_LIMIT).collect();
        let pointer = short.replace('~', "~0").replace('/', "~1");
        Violation::new(&pointer, Code::UnknownField, message)
    };
    sent.enumerate().map(refuse).collect()
}

impl Calculator {
    /// Whether something of this name can be sent: an input, or what can be sent instead
    /// of one.
    pub fn takes(&self, name: &str) -> bool {
        self.inputs.iter().any(|input| {
            input.name == name
                || (matches!(input.kind, Kind::Age) && [age::BIRTH_DATE, age::ON].contains(&name))
        })
    }
}
