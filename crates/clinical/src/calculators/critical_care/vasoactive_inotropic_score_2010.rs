//! Vasoactive-inotropic score.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, NoResult, Outcome, Output, Reference, score,
    text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{DOPAMINE, EPINEPHRINE, NOREPINEPHRINE};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const DOBUTAMINE: Quantity = quantity(
    "dobutamine_dose",
    &units::DRUG_RATE,
    "Dobutamine",
    "Dobutamina",
);
const MILRINONE: Quantity = quantity(
    "milrinone_dose",
    &units::DRUG_RATE,
    "Milrinone",
    "Milrinona",
);
const VASOPRESSIN: Quantity = quantity(
    "vasopressin_dose",
    &units::VASOPRESSIN_RATE,
    "Vasopressin",
    "Vasopressina",
)
.defined(
    "By body weight: units a minute divided by kilograms.",
    "Por peso: unidades por minuto divididas pelos quilogramas.",
);

/// What a unit of each dose adds.
const WEIGHTS: [(Quantity, f64); 6] = [
    (DOPAMINE, 1.0),
    (DOBUTAMINE, 1.0),
    (EPINEPHRINE, 100.0),
    (NOREPINEPHRINE, 100.0),
    (MILRINONE, 10.0),
    (VASOPRESSIN, 10_000.0),
];
const INPUTS: &[Input] = &[
    DOPAMINE.input,
    DOBUTAMINE.input,
    EPINEPHRINE.input,
    NOREPINEPHRINE.input,
    MILRINONE.input,
    VASOPRESSIN.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "vasoactive-inotropic-score-2010",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text(
        "Vasoactive-inotropic score (VIS)",
        "Escore vasoativo-inotrópico (VIS)",
    ),
    description: text(
        "How much support by vasoactive drugs the circulation gets at a moment, as one number. \
         Made for infants after cardiac surgery; later versions with more drugs are other scores.",
        "Quanto suporte por drogas vasoativas a circulação recebe em um momento, em um número. \
         Criado para lactentes após cirurgia cardíaca; versões posteriores com mais drogas são \
         outros escores.",
    ),
    aliases: &[
        "VIS",
        "inotrope score",
        "droga vasoativa",
        "vasopressor",
        "choque",
    ],
    inputs: INPUTS,
    results: &[Output {
        digits: 1,
        ..score(
            text("Vasoactive-inotropic score", "Escore vasoativo-inotrópico"),
            &[],
        )
    }],
    assumptions: &[text(
        "The doses run at the same time; the highest of a day is the highest sum, not the sum of \
         the highest doses.",
        "As doses correm ao mesmo tempo; o maior do dia é a maior soma, não a soma das maiores \
         doses.",
    )],
    reference: Reference {
        citation: "Gaies MG, Gurney JG, Yen AH, et al. Vasoactive-inotropic score as a predictor of \
                   morbidity and mortality in infants after cardiopulmonary bypass. Pediatr Crit \
                   Care Med 2010;11:234-238.",
        doi: Some("10.1097/PCC.0b013e3181b806fc"),
        pmid: Some("19794327"),
    },
    // Doses a minute that were not divided by the weight are mostly above these.
    validity: &[
        DOPAMINE.up_to(50.0),
        DOBUTAMINE.up_to(50.0),
        EPINEPHRINE.up_to(5.0),
        NOREPINEPHRINE.up_to(5.0),
        MILRINONE.up_to(2.0),
    ],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let mut items = Vec::with_capacity(WEIGHTS.len());
    for (drug, weight) in WEIGHTS {
        items.push(drug.gives(steady(values.of(drug)? * weight)));
    }
    let sum = items.iter().map(|item| item.points).sum();
    Ok(Outcome {
        items,
        ..Outcome::number("score", steady(sum))
    })
}
