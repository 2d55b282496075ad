//! Scores that are data: every table is whole, every limit is where it is printed, in
//! every unit, and the sum is the sum.

use clinical::definition::{Calculator, Criterion, Formula, Input, Kind, Range, Rule, Value};
use clinical::units::{AGE, Unit};
use clinical::{Raw, calculators};

use crate::{Inputs, ask, quantity, samples, with};

/// Every score with its criteria, groups of several taken apart.
fn scores() -> impl Iterator<Item = (&'static Calculator, Vec<&'static Criterion>)> {
    calculators::every().filter_map(|calculator| match &calculator.formula {
        Formula::Score(score) => {
            Some((calculator, score.criteria.iter().flat_map(apart).collect()))
        }
        Formula::Equation(_) => None,
    })
}

fn apart(criterion: &'static Criterion) -> Vec<&'static Criterion> {
    match criterion.rule {
        Rule::Greatest(criteria) => criteria.iter().flat_map(apart).collect(),
        _ => vec![criterion],
    }
}

#[test]
fn every_table_of_points_is_whole() {
    for (calculator, criteria) in scores() {
        let id = calculator.id;
        let mut names: Vec<_> = criteria.iter().map(|one| one.input).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), criteria.len(), "{id} counts an input twice");
        for criterion in criteria {
            let input = calculator.input(criterion.input);
            let input = input.unwrap_or_else(|| panic!("{id}: {}", criterion.input));
            table_is_whole(id, input, criterion.rule);
        }
    }
}

#[track_caller]
fn table_is_whole(id: &str, input: &Input, rule: Rule) {
    let name = input.name;
    match (rule, input.kind) {
        (Rule::Truth { .. }, Kind::Boolean) | (Rule::Itself, Kind::Integer { .. }) => {}
        (Rule::Codes(codes), Kind::Choice(choices)) => {
            let coded: Vec<_> = codes.iter().map(|(code, _)| *code).collect();
            let known: Vec<_> = choices.iter().map(|choice| choice.code).collect();
            assert_eq!(coded, known, "{id}: {name}");
        }
        (Rule::Ranges(ranges), Kind::Quantity(_) | Kind::Age | Kind::Integer { .. }) => {
            ascends(id, name, ranges);
        }
        (Rule::RangesIn(tables), Kind::Quantity(kind)) => {
            let mut tabled: Vec<_> = tables.iter().map(|(unit, _)| *unit).collect();
            let mut known: Vec<_> = kind.units.iter().map(|unit| unit.code).collect();
            tabled.sort_unstable();
            known.sort_unstable();
            assert_eq!(tabled, known, "{id}: {name}");
            for (_, ranges) in tables {
                ascends(id, name, ranges);
            }
        }
        (rule, kind) => panic!("{id}: {name} is {kind:?} and cannot give {rule:?}"),
    }
}

#[track_caller]
fn ascends(id: &str, name: &str, ranges: &[Range]) {
    let ends: Vec<f64> = ranges.iter().map(|range| range.end).collect();
    assert!(
        ends.windows(2).all(|pair| pair[0] < pair[1]),
        "{id}: {name} {ends:?}"
    );
    assert_eq!(ends.last(), Some(&f64::INFINITY), "{id}: {name} {ends:?}");
}

/// A number on a limit and a hair on either side of it, in each unit of a table.
#[test]
fn every_limit_is_where_it_is_printed() {
    let mut asked = 0;
    for (calculator, criteria) in scores() {
        let sample = samples::of(calculator);
        for criterion in criteria {
            let input = calculator.input(criterion.input).expect("an input");
            for (value, expected) in at_the_limits(input, criterion.rule) {
                let mut others = calculator.alternatives.iter();
                let others = others.find(|group| group.contains(&input.name));
                let mut inputs = sample.clone();
                inputs.retain(|(name, _)| !others.is_some_and(|all| all.contains(&name.as_str())));
                asked += usize::from(gives(calculator, criterion, &inputs, value, expected));
            }
        }
    }
    assert!(asked > 20, "{asked} limits were asked for");
}

/// Whether it was accepted; then it must give these points. Where several count by
/// the greatest, the item may be another's and greater.
fn gives(
    calculator: &'static Calculator,
    criterion: &Criterion,
    inputs: &Inputs,
    value: Raw,
    expected: f64,
) -> bool {
    let inputs = with(inputs, criterion.input, value.clone());
    let Ok(found) = ask(calculator, &inputs) else {
        return false;
    };
    let alone = calculator.formula.criteria().contains(criterion);
    let item = found.items.iter().find(|item| item.name == criterion.input);
    if let Some(item) = item.filter(|_| alone) {
        let (id, name) = (calculator.id, criterion.input);
        assert_eq!(item.points, expected, "{id}: {name} {value:?}");
    }
    true
}

/// Values around each limit with the points they must give, by a search that knows
/// nothing of the engine's.
fn at_the_limits(input: &Input, rule: Rule) -> Vec<(Raw, f64)> {
    match (rule, input.kind) {
        (Rule::Ranges(ranges), Kind::Quantity(kind)) => {
            let units = kind.units.iter();
            units
                .flat_map(|unit| beside(ranges, *unit, &|number| unit.from_canonical(number)))
                .collect()
        }
        (Rule::RangesIn(tables), Kind::Quantity(kind)) => {
            let tables = tables.iter();
            tables
                .flat_map(|(code, ranges)| {
                    let unit = kind.unit(code).expect("an admitted unit");
                    beside(ranges, unit, &|number| number)
                })
                .collect()
        }
        (Rule::Ranges(ranges), Kind::Age) => whole(ranges)
            .map(|(years, points)| (quantity(years, AGE.canonical().code), points))
            .collect(),
        (Rule::Ranges(ranges), Kind::Integer { .. }) => whole(ranges)
            .map(|(number, points)| (Raw::Number(number), points))
            .collect(),
        _ => Vec::new(),
    }
}

/// Each limit, and a millionth below and above it.
fn beside(ranges: &[Range], unit: Unit, sent: &dyn Fn(f64) -> f64) -> Vec<(Raw, f64)> {
    let mut found = Vec::new();
    for (place, range) in ranges.iter().enumerate().take(ranges.len() - 1) {
        let next = ranges[place + 1].points;
        let on = if range.included { range.points } else { next };
        let gap = range.end.abs().max(1.0) * 1e-6;
        for (number, points) in [
            (range.end - gap, range.points),
            (range.end, on),
            (range.end + gap, next),
        ] {
            found.push((quantity(sent(number), unit.code), points));
        }
    }
    found
}

/// The whole numbers on both sides of each limit.
fn whole(ranges: &[Range]) -> impl Iterator<Item = (f64, f64)> {
    let ends = ranges[..ranges.len() - 1].iter();
    ends.flat_map(|range| {
        [
            range.end.floor() - 1.0,
            range.end.floor(),
            range.end.floor() + 1.0,
        ]
    })
    .map(|number| {
        let inside = |range: &&Range| number < range.end || (range.included && number == range.end);
        let range = ranges.iter().find(inside).expect("the last has no end");
        (number, range.points)
    })
}

#[test]
fn a_score_is_the_sum_of_its_items() {
    let mut next = samples::numbers();
    for (calculator, _) in scores() {
        let Formula::Score(score) = &calculator.formula else {
            continue;
        };
        for _ in 0..200 {
            let inputs = samples::any(calculator, &mut next);
            let Ok(found) = ask(calculator, &inputs) else {
                continue;
            };
            let sum: f64 = found.items.iter().map(|item| item.points).sum();
            assert_eq!(found.results[0].output.name, "score", "{}", calculator.id);
            let value = Value::Number(score.base + sum);
            assert_eq!(found.results[0].value, value, "{}", calculator.id);
        }
    }
}
