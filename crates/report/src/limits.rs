//! Ranges of values, as definitions have them. Their units are UCUM codes: they are
//! what requests are written with.

use text::{Language, number};
use wire::{Definition, Input, Validity};

use crate::block::Block;

/// For whom a calculator holds.
pub(crate) fn validity(definition: &Definition<'_>) -> Vec<Block> {
    let limits = definition.validity.iter().map(|limit| {
        let Validity {
            least,
            greatest,
            below,
            unit,
            input,
        } = limit;
        let [least, greatest, below] =
            [least, greatest, below].map(|one| one.map(|number| number.0));
        let unit = unit.as_deref().unwrap_or_default();
        let text = match greatest {
            Some(greatest) => closed(least, greatest, unit, definition.language),
            None => {
                let outside = |value| End {
                    value,
                    included: false,
                };
                let [least, below] = [least, below].map(|one| one.map(outside));
                range(least, below, &after(unit), definition.language)
            }
        };
        Block::Entry(input.to_string(), text)
    });
    limits.collect()
}

/// The values that an input can have; empty where it has no limits.
pub(crate) fn plausible(input: &Input<'_>, language: Language) -> String {
    if let Some(range) = &input.plausible {
        return closed(Some(range.least.0), range.greatest.0, &range.unit, language);
    }
    match (input.least, input.greatest) {
        (Some(least), Some(greatest)) => {
            format!("{least} {} {greatest}", language.choose("to", "a"))
        }
        (Some(least), None) => format!("{least} {}", language.choose("or more", "ou mais")),
        (None, Some(greatest)) => {
            format!("{greatest} {}", language.choose("or less", "ou menos"))
        }
        (None, None) => String::new(),
    }
}

fn closed(least: Option<f64>, greatest: f64, unit: &str, language: Language) -> String {
    let unit = after(unit);
    let greatest = number(greatest, language);
    match least {
        Some(least) => {
            let least = number(least, language);
            format!("{least} {} {greatest}{unit}", language.choose("to", "a"))
        }
        None => format!(
            "{greatest}{unit} {}",
            language.choose("or less", "ou menos")
        ),
    }
}

/// A unit behind a number; counts and ratios have none.
fn after(unit: &str) -> String {
    match unit {
        "" | "1" => String::new(),
        unit => format!(" {unit}"),
    }
}

/// The end of a range, and whether it belongs to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End {
    pub(crate) value: f64,
    pub(crate) included: bool,
}

/// From the end of the range before to the end of this one, with a unit as it stands
/// behind a number; empty where there is neither.
pub(crate) fn range(from: Option<End>, to: Option<End>, unit: &str, language: Language) -> String {
    let [more_than, less_than, up_to] = [
        ("more than", "mais de"),
        ("less than", "menos de"),
        ("up to", "até"),
    ]
    .map(|(en, pt)| language.choose(en, pt));
    let from = from.map(|end| (number(end.value, language), end.included));
    let to = to.map(|end| {
        let word = if end.included { up_to } else { less_than };
        format!("{word} {}{unit}", number(end.value, language))
    });
    match (from, to) {
        (Some((from, true)), Some(to)) => format!("{more_than} {from}, {to}"),
        (Some((from, false)), Some(to)) => format!("{from} {} {to}", language.choose("to", "a")),
        (Some((from, true)), None) => format!("{more_than} {from}{unit}"),
        (Some((from, false)), None) => {
            format!("{from}{unit} {}", language.choose("or more", "ou mais"))
        }
        (None, Some(to)) => to,
        (None, None) => String::new(),
    }
}
