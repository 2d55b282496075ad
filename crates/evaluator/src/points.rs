//! What each input adds to a score, as data.

use clinical::Calculator;
use clinical::definition::{Formula, Input, Kind, Range, Rule};
use clinical::units;
use wire::{Number, Points, Str};

const NOTHING: Points<'static> = Points {
    truth: None,
    code: None,
    below: None,
    up_to: None,
    unit: None,
    points: None,
};

/// The points that a score starts from.
pub(crate) fn base(calculator: &Calculator) -> Option<Number> {
    match &calculator.formula {
        Formula::Score(score) => Some(Number(score.base)),
        Formula::Equation(_) => None,
    }
}

/// What an input adds.
pub(crate) fn of(calculator: &Calculator, input: &Input) -> Vec<Points<'static>> {
    let mut criteria = calculator.formula.criteria().iter();
    let Some(rule) = criteria.find_map(|one| one.rule_of(input.name)) else {
        return Vec::new();
    };
    match rule {
        Rule::Truth { yes, no } => [(true, yes), (false, no)].map(truth).to_vec(),
        Rule::Codes(codes) => codes.iter().copied().map(code).collect(),
        Rule::Itself => vec![NOTHING],
        // It was asked for the rule of one input.
        Rule::Greatest(_) => Vec::new(),
        Rule::Ranges(ranges) => in_unit(ranges, canonical(input)),
        Rule::RangesIn(tables) => {
            let tables = tables.iter();
            tables
                .flat_map(|(unit, ranges)| in_unit(ranges, Some(unit)))
                .collect()
        }
    }
}

/// The inputs of which the one that adds most counts, this one among them.
pub(crate) fn greatest_of(calculator: &Calculator, input: &Input) -> Vec<Str<'static>> {
    let groups = calculator.formula.criteria().iter();
    let mut groups = groups.filter_map(|one| match one.rule {
        Rule::Greatest(criteria) => Some(criteria),
        _ => None,
    });
    let found = groups.find(|group| group.iter().any(|one| one.input == input.name));
    let names = found.unwrap_or_default().iter();
    names.map(|one| one.input.into()).collect()
}

fn truth((truth, points): (bool, f64)) -> Points<'static> {
    Points {
        truth: Some(truth),
        points: Some(Number(points)),
        ..NOTHING
    }
}

fn code((code, points): (&'static str, f64)) -> Points<'static> {
    Points {
        code: Some(code.into()),
        points: Some(Number(points)),
        ..NOTHING
    }
}

/// The unit that a table without one is in.
fn canonical(input: &Input) -> Option<&'static str> {
    match input.kind {
        Kind::Quantity(kind) => Some(kind.canonical().code),
        Kind::Age => Some(units::AGE.canonical().code),
        _ => None,
    }
}

fn in_unit(ranges: &[Range], unit: Option<&'static str>) -> Vec<Points<'static>> {
    let range = |range: &Range| {
        let end = range.end.is_finite().then_some(Number(range.end));
        Points {
            below: end.filter(|_| !range.included),
            up_to: end.filter(|_| range.included),
            unit: unit.map(Str::from),
            points: Some(Number(range.points)),
            ..NOTHING
        }
    };
    ranges.iter().map(range).collect()
}
