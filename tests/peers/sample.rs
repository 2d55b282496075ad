//! Inputs that a calculator accepts, in any of its units, the same on every run, and
//! what it answers to them.

use std::collections::BTreeMap;

use clinical::definition::{Calculator, Criterion, Input, Kind, Rule, Value};
use clinical::units::{AGE, QuantityKind, Unit};
use clinical::{Context, Evaluation, Language, Raw, Typed, evaluate};
use serde_json::{Map, Value as Json, json};

use crate::pair::Pair;

/// Most that are tried for one that is accepted.
const TRIES: usize = 100;

/// Inputs that were accepted.
pub(crate) struct Sample {
    /// As they were sent.
    pub(crate) inputs: Vec<(String, Raw)>,
    /// What they gave.
    pub(crate) found: Evaluation,
}

impl Sample {
    fn typed(&self, name: &str) -> Option<Typed> {
        self.found.inputs.get(name)
    }

    /// A truth value that was sent.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.typed(name) {
            Some(Typed::Boolean(flag)) => flag,
            other => panic!("{}: {name} is {other:?}", self.found.calculator.id),
        }
    }

    /// A code that was sent.
    pub(crate) fn code(&self, name: &str) -> &'static str {
        match self.typed(name) {
            Some(Typed::Code(code)) => code,
            other => panic!("{}: {name} is {other:?}", self.found.calculator.id),
        }
    }

    /// A whole number that was sent; none where its code was.
    pub(crate) fn integer(&self, name: &str) -> Option<usize> {
        match self.typed(name) {
            Some(Typed::Integer(number)) => usize::try_from(number).ok(),
            _ => None,
        }
    }

    /// Completed years.
    pub(crate) fn years(&self) -> u32 {
        match self.typed("age") {
            Some(Typed::Age { years, .. }) => years,
            other => panic!("{}: age is {other:?}", self.found.calculator.id),
        }
    }

    /// Whether an input was sent.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.typed(name).is_some()
    }

    /// A quantity in this unit, without the noise of a conversion.
    pub(crate) fn number(&self, name: &str, unit: &str) -> f64 {
        match self.typed(name) {
            Some(Typed::Quantity {
                canonical,
                sent,
                unit: own,
                kind,
            }) => {
                if own == unit {
                    return sent;
                }
                let unit = kind
                    .unit(unit)
                    .unwrap_or_else(|| panic!("{name} in {unit}"));
                digits(unit.from_canonical(canonical), 12)
            }
            other => panic!("{}: {name} is {other:?}", self.found.calculator.id),
        }
    }

    /// A quantity as it was sent, for those who take its unit too.
    pub(crate) fn sent(&self, name: &str) -> (f64, &'static str) {
        match self.typed(name) {
            Some(Typed::Quantity { sent, unit, .. }) => (sent, unit),
            other => panic!("{}: {name} is {other:?}", self.found.calculator.id),
        }
    }

    /// Truth values by their names, which are those of ours or stand before them.
    pub(crate) fn flags(&self, names: &[(&str, &str)]) -> Json {
        let flags = names
            .iter()
            .map(|(theirs, ours)| ((*theirs).to_owned(), Json::from(self.flag(ours))));
        Json::Object(flags.collect())
    }

    /// A result that is a number.
    pub(crate) fn result(&self, name: &str) -> Option<f64> {
        let results = self.found.results.iter();
        let found = results.clone().find(|one| one.output.name == name)?;
        match found.value {
            Value::Number(number) => Some(number),
            Value::Date(_) => None,
        }
    }

    /// A result that is a number, in this unit.
    pub(crate) fn result_in(&self, name: &str, kind: &QuantityKind, unit: &str) -> Option<f64> {
        let results = &self.found.results;
        let found = results.iter().find(|one| one.output.name == name)?;
        let canonical = kind.unit(found.unit)?.to_canonical(self.result(name)?);
        Some(kind.unit(unit)?.from_canonical(canonical))
    }

    /// The code of what a result means.
    pub(crate) fn meaning(&self, name: &str) -> Option<&'static str> {
        let results = &self.found.results;
        let found = results.iter().find(|one| one.output.name == name)?;
        Some(found.interpretation?.code)
    }
}

/// One object with the members of both.
pub(crate) fn with(one: Json, other: Json) -> Json {
    let (Json::Object(mut all), Json::Object(more)) = (one, other) else {
        panic!("two objects");
    };
    all.extend(more);
    Json::Object(all)
}

/// So many inputs that the calculator accepts and the other can say.
pub(crate) fn samples(
    pair: &Pair,
    calculator: &'static Calculator,
    count: usize,
) -> Vec<(Sample, Json)> {
    let seed = pair.theirs.bytes().chain(pair.ours.bytes());
    let seed = seed.fold(7_u64, |hash, byte| hash.wrapping_mul(31) ^ u64::from(byte));
    let mut maker = Maker {
        next: fastrand::Rng::with_seed(seed),
        limits: limits(pair, calculator),
        pair,
        calculator,
        calm: false,
    };
    let mut found = Vec::new();
    for also in pair.also {
        let inputs = serde_json::from_str(also).map(raw_members);
        let asked = sample(pair, calculator, inputs.expect("JSON"));
        found.push(asked.unwrap_or_else(|| panic!("{}: {also} is refused", pair.ours)));
    }
    for _ in 0..count * TRIES {
        found.extend(sample(pair, calculator, maker.inputs()));
        if found.len() == count {
            return found;
        }
    }
    let (ours, few) = (pair.ours, found.len());
    panic!("{ours}: only {few} of {count} samples were accepted");
}

/// The inputs with what they gave, and the question to the other; none where ours refuses
/// them, or the other cannot say them.
fn sample(
    pair: &Pair,
    calculator: &'static Calculator,
    inputs: Vec<(String, Raw)>,
) -> Option<(Sample, Json)> {
    let context = Context {
        today: "2026-06-15".parse().expect("a date"),
        language: Language::English,
    };
    let found = evaluate(calculator, &inputs, &context).ok()?;
    let sample = Sample { inputs, found };
    let question = (pair.ask)(&sample)?;
    Some((sample, question))
}

/// The limits of each input: in a unit, or in the canonical one.
type Limits = BTreeMap<&'static str, Vec<(Option<&'static str>, f64)>>;

fn limits(pair: &Pair, calculator: &'static Calculator) -> Limits {
    let mut found = Limits::new();
    for criterion in calculator.formula.criteria() {
        of_criterion(criterion, &mut found);
    }
    for (name, numbers) in pair.limits {
        let numbers = numbers.iter().map(|number| (None, *number));
        found.entry(name).or_default().extend(numbers);
    }
    found
}

fn of_criterion(criterion: &'static Criterion, found: &mut Limits) {
    let mut add = |unit, ranges: &[clinical::definition::Range]| {
        let ends = ranges.iter().map(|range| range.end);
        let ends = ends.filter(|end| end.is_finite()).map(|end| (unit, end));
        found.entry(criterion.input).or_default().extend(ends);
    };
    match criterion.rule {
        Rule::Ranges(ranges) => add(None, ranges),
        Rule::RangesIn(tables) => tables
            .iter()
            .for_each(|(unit, ranges)| add(Some(*unit), ranges)),
        Rule::Greatest(criteria) => criteria.iter().for_each(|one| of_criterion(one, found)),
        _ => {}
    }
}

/// Makes inputs, most of them of someone.
struct Maker<'a> {
    next: fastrand::Rng,
    limits: Limits,
    pair: &'a Pair,
    calculator: &'static Calculator,
    calm: bool,
}

impl Maker<'_> {
    fn inputs(&mut self) -> Vec<(String, Raw)> {
        // One in three has little: the low ends of scores are reached by no other.
        self.calm = self.next.u8(..3) == 0;
        let mut found = Vec::new();
        for input in self.calculator.inputs {
            let name = input.name;
            let groups = self.calculator.alternatives.iter();
            let group = groups.copied().find(|group| group.contains(&name));
            let wanted = match group {
                // One of them, by the first one's turn.
                Some(group) => {
                    let others = found
                        .iter()
                        .any(|(sent, _): &(String, Raw)| group.contains(&sent.as_str()));
                    !others && (group.last() == Some(&name) || self.next.bool())
                }
                None => input.required || self.pair.always.contains(&name) || self.next.bool(),
            };
            if wanted && !self.pair.never.contains(&name) {
                found.push((name.to_owned(), self.value(input)));
            }
        }
        found
    }

    fn value(&mut self, input: &'static Input) -> Raw {
        match input.kind {
            Kind::Quantity(kind) => self.quantity(input.name, kind),
            Kind::Age => self.age(),
            Kind::Boolean => Raw::Boolean(!self.quiet() && self.next.bool()),
            Kind::Integer { or: Some(code), .. } if self.next.u8(..20) == 0 => {
                Raw::Text(code.to_owned())
            }
            Kind::Integer { least, .. } if self.quiet() => Raw::Number(f64::from(least)),
            Kind::Integer {
                least, greatest, ..
            } => Raw::Number(f64::from(self.next.i32(least..=greatest))),
            Kind::Choice(choices) if self.quiet() => Raw::Text(choices[0].code.to_owned()),
            Kind::Choice(choices) => {
                Raw::Text(choices[self.next.usize(..choices.len())].code.to_owned())
            }
            Kind::Date => panic!("no other takes dates"),
        }
    }

    /// Years, in one of three as months or days.
    fn age(&mut self) -> Raw {
        let (least, greatest) = self.range("age", AGE.least, 105.0);
        let years = match self.limit("age") {
            Some((_, limit)) => limit + f64::from(self.next.i8(-1..=1)),
            None => (least + self.next.f64() * (greatest - least)).floor(),
        };
        let unit = AGE.units[self.next.usize(..9).saturating_sub(6)];
        quantity(digits(unit.from_canonical(years), 12), unit.code)
    }

    /// A number in any admitted unit: on a limit or beside it, near what is ordinary, or
    /// anywhere.
    fn quantity(&mut self, name: &'static str, kind: &'static QuantityKind) -> Raw {
        let mut unit = kind.units[self.next.usize(..kind.units.len())];
        let (least, greatest) = self.range(name, kind.least, kind.greatest);
        let whole = self.pair.whole.contains(&name);
        if let Some((own, limit)) = self.limit(name) {
            let limit_unit = own
                .and_then(|code| kind.unit(code))
                .unwrap_or(kind.canonical());
            if own.is_some() {
                unit = limit_unit;
            }
            let step = if whole {
                1.0
            } else {
                (limit.abs() / 100.0).max(0.01)
            };
            let number = limit + step * f64::from(self.next.i8(-1..=1));
            return said(limit_unit, number, unit);
        }
        let span = greatest - least;
        let number = if self.quiet() {
            kind.ordinary * (0.95 + 0.1 * self.next.f64())
        } else if self.next.u8(..4) == 0 {
            least + self.next.f64() * span
        } else if kind.greatest / kind.ordinary > 5.0 && kind.ordinary > 0.0 {
            kind.ordinary * 4_f64.powf(self.next.f64() * 2.0 - 1.0)
        } else {
            kind.ordinary + (self.next.f64() - 0.5) * 0.5 * (kind.greatest - kind.least)
        };
        let number = number.clamp(least, greatest);
        if whole {
            return said(kind.canonical(), number.round(), unit);
        }
        // Laboratories give three digits, in the unit that they use.
        if self.next.bool() {
            said(kind.canonical(), digits(number, 3), unit)
        } else {
            quantity(digits(unit.from_canonical(number), 3), unit.code)
        }
    }

    /// Whether an input is left as it is in most people.
    fn quiet(&mut self) -> bool {
        self.calm && self.next.u8(..5) > 0
    }

    /// One of the limits of an input, at times.
    fn limit(&mut self, name: &str) -> Option<(Option<&'static str>, f64)> {
        let wanted = !self.quiet() && self.next.bool();
        let limits = self.limits.get(name)?;
        wanted.then(|| limits[self.next.usize(..limits.len())])
    }

    /// What is plausible and within the validity.
    fn range(&self, name: &str, least: f64, greatest: f64) -> (f64, f64) {
        let limits = self.calculator.validity.iter();
        let limits = limits.filter(|limit| limit.input == name);
        limits.fold((least, greatest), |(least, greatest), limit| {
            (least.max(limit.least), greatest.min(limit.greatest))
        })
    }
}

/// A number of one unit, said in another.
fn said(of: Unit, number: f64, unit: Unit) -> Raw {
    if of.code == unit.code {
        return quantity(number, unit.code);
    }
    quantity(
        digits(unit.from_canonical(of.to_canonical(number)), 14),
        unit.code,
    )
}

fn quantity(value: f64, unit: &str) -> Raw {
    Raw::Object(vec![
        ("value".to_owned(), Raw::Number(value)),
        ("unit".to_owned(), Raw::Text(unit.to_owned())),
    ])
}

/// A number with so many significant digits.
fn digits(number: f64, count: usize) -> f64 {
    let text = format!("{number:.*e}", count - 1);
    text.parse().expect("a number")
}

/// Raw inputs as a request has them, to show.
pub(crate) fn shown(inputs: &[(String, Raw)]) -> Json {
    let members = inputs.iter();
    let members: Map<_, _> = members
        .map(|(name, raw)| (name.clone(), json_of(raw)))
        .collect();
    Json::Object(members)
}

fn json_of(raw: &Raw) -> Json {
    match raw {
        Raw::Null | Raw::List => Json::Null,
        Raw::Boolean(flag) => json!(flag),
        Raw::Number(number) => json!(number),
        Raw::Text(text) => json!(text),
        Raw::Object(members) => shown(members),
    }
}

fn raw_members(members: Map<String, Json>) -> Vec<(String, Raw)> {
    let raw = |(name, value)| (name, raw(value));
    members.into_iter().map(raw).collect()
}

fn raw(json: Json) -> Raw {
    match json {
        Json::Null => Raw::Null,
        Json::Bool(flag) => Raw::Boolean(flag),
        Json::Number(number) => Raw::Number(number.as_f64().expect("a finite number")),
        Json::String(text) => Raw::Text(text),
        Json::Array(_) => Raw::List,
        Json::Object(members) => Raw::Object(raw_members(members)),
    }
}
