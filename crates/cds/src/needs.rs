//! What a service is made from: definitions, and the inputs that come from the record.

use wire::{Definition, Input};

use crate::datum::Datum;
use crate::refusal::Defect;
use crate::verdict::Urgencies;

/// What a service needs.
pub(crate) struct Needed {
    /// The calculators it asks, the one first whose meanings decide.
    pub(crate) calculators: &'static [&'static str],
    /// How urgent those meanings are; all of them.
    pub(crate) urgencies: Urgencies,
    /// What it asks the record for, besides the patient.
    pub(crate) data: &'static [&'static Datum],
}

/// The definitions of a service, after making sure that they are what it was made for.
pub(crate) struct Needs<'a> {
    /// The definitions, the principal one first.
    definitions: Vec<&'a Definition<'a>>,
    data: Vec<(&'static Datum, &'a Input<'a>)>,
}

impl<'a> Needs<'a> {
    pub(crate) fn of(needed: &Needed, all: &'a [Definition<'a>]) -> Result<Self, Defect> {
        let definitions = needed.calculators.iter().map(|id| {
            let found = all.iter().find(|one| one.id == *id);
            found.ok_or_else(|| defect(id, "a definition".to_owned()))
        });
        let definitions = definitions.collect::<Result<Vec<_>, _>>()?;
        let data = needed.data.iter().copied();
        let data = data.map(|datum| Ok((datum, input(datum, &definitions)?)));
        let needs = Self {
            data: data.collect::<Result<_, _>>()?,
            definitions,
        };
        needs.check(needed.urgencies)?;
        Ok(needs)
    }

    /// Whether there are results, and all meanings of the one that decides are known.
    fn check(&self, urgencies: Urgencies) -> Result<(), Defect> {
        for (position, definition) in self.definitions.iter().enumerate() {
            let Some(result) = definition.results.first() else {
                return Err(defect(&definition.id, "a result".to_owned()));
            };
            if position > 0 {
                continue;
            }
            if result.interpretations.is_empty() {
                return Err(defect(&definition.id, "interpretations".to_owned()));
            }
            let mut codes = result.interpretations.iter().map(|one| &one.code);
            if let Some(code) =
                codes.find(|code| urgencies.iter().all(|(known, _)| **code != **known))
            {
                return Err(defect(&definition.id, format!("an urgency for {code}")));
            }
        }
        Ok(())
    }

    /// The definition whose result decides.
    pub(crate) fn principal(&self) -> Option<&'a Definition<'a>> {
        self.definitions.first().copied()
    }

    pub(crate) fn definition(&self, calculator: &str) -> Option<&'a Definition<'a>> {
        let mut all = self.definitions.iter().copied();
        all.find(|one| one.id == calculator)
    }

    /// The data with their inputs.
    pub(crate) fn data(&self) -> &[(&'static Datum, &'a Input<'a>)] {
        &self.data
    }

    /// The input that a datum gives.
    pub(crate) fn input(&self, datum: &Datum) -> Option<&'a Input<'a>> {
        let found = self.data.iter().find(|(known, _)| *known == datum);
        found.map(|(_, input)| *input)
    }
}

/// The input that a datum gives, as the first definition that takes it has it.
fn input<'a>(datum: &Datum, definitions: &[&'a Definition<'a>]) -> Result<&'a Input<'a>, Defect> {
    let mut inputs = definitions.iter().filter_map(|one| one.input(datum.input));
    let calculator = definitions.first().map_or("", |one| one.id.as_ref());
    let found = inputs.next();
    let found = found.ok_or_else(|| defect(calculator, format!("the input {}", datum.input)))?;
    if found.loinc.is_empty() && !datum.own {
        let code = format!("a LOINC code of {}", datum.input);
        return Err(defect(calculator, code));
    }
    Ok(found)
}

fn defect(calculator: &str, lacks: String) -> Defect {
    Defect {
        calculator: calculator.to_owned(),
        lacks,
    }
}
