//! What evaluations mean for the reader of a card.

use text::Language;
use wire::{Definition, Evaluation, Meaning};

/// How urgent a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Indicator {
    Info,
    Warning,
    Critical,
}

impl Indicator {
    /// The code of CDS Hooks.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// How urgent an interpretation is, by its code; nothing where there is no need to
/// speak of it.
pub(crate) type Urgencies = &'static [(&'static str, Option<Indicator>)];

/// The urgency of a code. A meaning nobody told us about is no reason to be calm.
pub(crate) fn urgency(urgencies: Urgencies, code: &str) -> Option<Indicator> {
    let known = urgencies.iter().find(|(known, _)| *known == code);
    known.map_or(Some(Indicator::Warning), |(_, urgency)| *urgency)
}

/// The meanings of the principal result of a definition, by the value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scale(Vec<(Option<f64>, String)>);

impl Scale {
    pub(crate) fn of(definition: &Definition<'_>) -> Self {
        let meanings = definition.results.iter().take(1);
        let one = |meaning: &Meaning<'_>| {
            let below = meaning.below.map(|below| below.0);
            (below, meaning.code.to_string())
        };
        Self(
            meanings
                .flat_map(|one| &one.interpretations)
                .map(one)
                .collect(),
        )
    }

    /// The code for an unrounded value.
    pub(crate) fn code(&self, value: f64) -> Option<&str> {
        let mut all = self.0.iter();
        let found = all.find(|(below, _)| below.is_none_or(|below| value < below));
        found.map(|(_, code)| code.as_str())
    }
}

/// The evaluations that there are.
pub(crate) struct Findings<'a> {
    pub(crate) evaluations: Vec<&'a Evaluation<'a>>,
    /// What people call the result of each calculator that was asked.
    pub(crate) names: &'a [(&'static str, String)],
    /// The meanings of the service's principal result.
    pub(crate) scale: &'a Scale,
    pub(crate) language: Language,
}

impl<'a> Findings<'a> {
    /// The evaluation of a calculator.
    pub(crate) fn of(&self, calculator: &str) -> Option<&'a Evaluation<'a>> {
        let mut all = self.evaluations.iter().copied();
        all.find(|one| one.calculator == calculator)
    }

    /// What people call the result of a calculator.
    pub(crate) fn name(&self, calculator: &'a str) -> &'a str {
        let found = self.names.iter().find(|(known, _)| *known == calculator);
        found.map_or(calculator, |(_, name)| name)
    }
}

/// What they mean.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) indicator: Indicator,
    pub(crate) summary: String,
    /// The calculator whose result decided.
    pub(crate) decided_by: &'static str,
}
