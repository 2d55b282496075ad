//! A calculator of ours beside the one of `clincalc` that says the same.

use clinical::units::QuantityKind;
use serde_json::Value as Json;

use crate::sample::Sample;

/// Two calculators that must agree.
pub(crate) struct Pair {
    /// Id of ours.
    pub(crate) ours: &'static str,
    /// Name of theirs.
    pub(crate) theirs: &'static str,
    /// The inputs as they take them; none where they cannot say it.
    pub(crate) ask: fn(&Sample) -> Option<Json>,
    /// What must be the same.
    pub(crate) same: &'static [Same],
    /// Quantities that they take as whole numbers, in our canonical unit.
    pub(crate) whole: &'static [&'static str],
    /// Optional inputs without which they have no answer.
    pub(crate) always: &'static [&'static str],
    /// Optional inputs that they do not know.
    pub(crate) never: &'static [&'static str],
    /// Limits of ours that stand in an equation, in the canonical unit: numbers on them
    /// and beside them are asked for.
    pub(crate) limits: &'static [(&'static str, &'static [f64])],
    /// Inputs of ours that are asked besides, as JSON: where the two are known to differ
    /// and chance rarely leads.
    pub(crate) also: &'static [&'static str],
}

/// A pair of which nothing needs to be said but what is asked and what is the same.
pub(crate) const fn pair(
    ours: &'static str,
    theirs: &'static str,
    ask: fn(&Sample) -> Option<Json>,
    same: &'static [Same],
) -> Pair {
    Pair {
        ours,
        theirs,
        ask,
        same,
        whole: &[],
        always: &[],
        never: &[],
        limits: &[],
        also: &[],
    }
}

/// What must be the same: a result of ours by name, and where theirs stands in their
/// answer, as a JSON pointer.
#[derive(Clone, Copy)]
pub(crate) enum Same {
    /// Points: exactly.
    Score(&'static str, &'static str),
    /// A figure that they give whole: to a millionth.
    Figure(&'static str, &'static str),
    /// A figure that they round to so many digits after the point.
    Rounded(&'static str, &'static str, u8),
    /// A figure that they give in one unit, and ours in the one that it was sent in.
    RoundedIn(
        &'static str,
        &'static str,
        &'static QuantityKind,
        &'static str,
        u8,
    ),
    /// The codes of our meanings, and the words that their text has for each: of several
    /// that it has, the longest count.
    Class(
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
    ),
}

impl Same {
    /// The result of ours.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Score(name, _)
            | Self::Figure(name, _)
            | Self::Rounded(name, ..)
            | Self::RoundedIn(name, ..)
            | Self::Class(name, ..) => name,
        }
    }

    /// What differs, if anything.
    pub(crate) fn differs(self, sample: &Sample, answer: &Json) -> Option<Difference> {
        let name = self.name();
        let ours = sample.result(name);
        match self {
            Self::Score(_, at) => apart(name, ours, answer, at, 0.0),
            Self::Figure(_, at) => {
                let most = ours.unwrap_or_default().abs() * 1e-6;
                apart(name, ours, answer, at, most)
            }
            Self::Rounded(_, at, digits) => apart(name, ours, answer, at, half(digits)),
            Self::RoundedIn(_, at, kind, unit, digits) => {
                let ours = sample.result_in(name, kind, unit);
                apart(name, ours, answer, at, half(digits))
            }
            Self::Class(_, at, words) => {
                let ours = sample.meaning(name);
                let text = answer.pointer(at).and_then(Json::as_str).unwrap_or("");
                let found = words.iter().filter(|(_, word)| text.contains(word));
                let longest = found.clone().map(|(_, word)| word.len()).max();
                let mut found = found.filter(|(_, word)| Some(word.len()) == longest);
                // Where ours has none, for a child or for an organ that cannot be tested.
                let agrees = ours.is_none_or(|ours| found.any(|(code, _)| *code == ours));
                let text = format!("{name} means {ours:?}, theirs {text:?}");
                (!agrees).then_some(Difference { apart: 0.0, text })
            }
        }
    }
}

/// Where the two differ.
pub(crate) struct Difference {
    /// How far beyond what rounding explains, as a part of our figure; points where they
    /// are points.
    pub(crate) apart: f64,
    /// Ours and theirs.
    pub(crate) text: String,
}

/// Half of the last digit that is given, and what is lost in writing it.
fn half(digits: u8) -> f64 {
    0.5 * 10_f64.powi(-i32::from(digits)) + 1e-9
}

fn apart(name: &str, ours: Option<f64>, answer: &Json, at: &str, most: f64) -> Option<Difference> {
    let found = answer.pointer(at);
    let theirs = found.and_then(|found| match found {
        Json::String(text) => text.parse().ok(),
        other => other.as_f64(),
    });
    let apart = match (ours, theirs) {
        (Some(ours), Some(theirs)) if most == 0.0 => (ours - theirs).abs(),
        (Some(ours), Some(theirs)) => ((ours - theirs).abs() - most) / ours.abs().max(1.0),
        (None, None) => 0.0,
        _ => f64::INFINITY,
    };
    let text = format!("{name} is {ours:?}, theirs {found:?}");
    (apart > 0.0).then_some(Difference { apart, text })
}
