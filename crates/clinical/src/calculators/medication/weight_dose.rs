//! A dose by body weight, limited by a maximum, as a volume.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference,
    Text, choice, output, text,
};
use crate::handles::{OneOf, Quantity, one_of, quantity};
use crate::inputs::{DRUG_CONCENTRATION, WEIGHT};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const DOSE: Quantity = quantity(
    "dose_per_weight",
    &units::DOSE_BY_WEIGHT,
    "Dose by body weight",
    "Dose por peso",
)
.defined(
    "Of one administration. A dose by day has to be divided by the number of administrations \
     before.",
    "De uma administração. Uma dose por dia deve antes ser dividida pelo número de tomadas.",
);
const MAXIMUM: Quantity = quantity(
    "maximum_dose",
    &units::DRUG_AMOUNT,
    "Maximum dose",
    "Dose máxima",
)
.defined(
    "The most that one administration of this drug may have in this person, whatever the weight, \
     from its leaflet or protocol.",
    "O máximo que uma administração deste medicamento pode ter nesta pessoa, seja qual for o peso, \
     segundo a bula ou o protocolo.",
);
const OVER: OneOf = one_of(
    "over_maximum",
    OVERS,
    "When the dose by weight exceeds the maximum",
    "Quando a dose por peso excede a máxima",
);
const OVERS: &[Choice] = &[
    choice("refuse", "no result", "nenhum resultado"),
    choice("limit", "give the maximum", "dar a dose máxima"),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "weight-dose",
    version: "1.0.0",
    category: Category::Medication,
    title: text("Dose by weight, as a volume", "Dose por peso, em volume"),
    description: text(
        "Turns a dose by body weight into an amount and a volume of one administration, never \
         above the maximum that was sent. Which drug, dose and maximum are right it does not \
         know. Not for drugs in international units or milliequivalents.",
        "Transforma uma dose por peso em quantidade e volume de uma administração, nunca acima da \
         dose máxima informada. Não sabe qual medicamento, dose ou máximo são corretos. Não serve \
         para medicamentos em unidades internacionais ou miliequivalentes.",
    ),
    aliases: &[
        "mg/kg",
        "dose pediátrica",
        "paediatric dose",
        "regra de três",
        "cálculo de dose",
        "dose máxima",
        "mL",
    ],
    inputs: &[
        WEIGHT.input,
        DOSE.input,
        MAXIMUM.input,
        OVER.input,
        DRUG_CONCENTRATION.input,
    ],
    results: &[
        output(
            OutputKind::Measurement,
            "dose",
            text("Dose to give", "Dose a administrar"),
            "mg",
            2,
        ),
        output(
            OutputKind::Measurement,
            "volume",
            text("Volume to give", "Volume a administrar"),
            "mL",
            2,
        ),
        output(
            OutputKind::Measurement,
            "computed_dose",
            text(
                "Dose by weight, before the maximum",
                "Dose por peso, antes do máximo",
            ),
            "mg",
            2,
        ),
    ],
    assumptions: &[
        text(
            "The weight is the one that this drug is dosed by: actual, ideal or adjusted.",
            "O peso é aquele usado para dosar este medicamento: real, ideal ou ajustado.",
        ),
        text(
            "Dose, maximum and concentration are of the same substance: the salt or the base.",
            "Dose, máximo e concentração são da mesma substância: o sal ou a base.",
        ),
    ],
    reference: Reference {
        citation: "Arithmetic: dose by weight times weight, at most the maximum; divided by the \
                   concentration.",
        doi: None,
        pmid: None,
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Dose by weight in mg.
fn computed(values: &Values) -> Option<f64> {
    Some(steady(values.find(WEIGHT)? * values.find(DOSE)?))
}

fn check(values: &Values) -> Vec<Finding> {
    let (Some(dose), Some(maximum)) = (computed(values), values.find(MAXIMUM)) else {
        return Vec::new();
    };
    let share = steady(dose / maximum);
    let asked_for = dose <= maximum || values.find(OVER) == Some("limit");
    if share < LEAST_SHARE || share > GREATEST_SHARE && asked_for {
        return Finding::together(&[DOSE.input.name, MAXIMUM.input.name], OTHER_UNITS);
    }
    if dose <= maximum || values.find(OVER) != Some("refuse") {
        return Vec::new();
    }
    let names = [DOSE.input.name, MAXIMUM.input.name];
    let message = text(
        "the dose by weight exceeds the maximum dose; check the weight and both units, or send \
         over_maximum as \"limit\"",
        "a dose por peso excede a dose máxima; confira o peso e as duas unidades, ou envie \
         over_maximum como \"limit\"",
    );
    Finding::at_each(&names, Code::OutsideValidity, message)
}

/// Shares of the maximum that a dose by weight can be. A unit sent for another makes it
/// a thousand times as much or as little: the smallest newborn has about a two hundredth
/// of an adult's dose, the heaviest adult a few times the maximum.
const LEAST_SHARE: f64 = 0.002;
const GREATEST_SHARE: f64 = 10.0;
const OTHER_UNITS: Text = text(
    "the dose by weight is less than a five hundredth or more than ten times the maximum dose; \
     check both units and the weight",
    "a dose por peso é menor que 1/500 ou maior que dez vezes a dose máxima; confira as duas \
     unidades e o peso",
);

/// Below this, two digits after the point say too little of an amount.
const LEAST_AMOUNT: f64 = 0.1;
/// Volumes in mL that a syringe measures and that one administration has.
const VOLUMES: core::ops::RangeInclusive<f64> = 0.05..=5000.0;
/// Most mL for a kilogram that one administration of a drug has, and from where on it is
/// so unusual that the concentration may be in another unit.
const MOST_BY_WEIGHT: f64 = 50.0;
const MUCH_BY_WEIGHT: f64 = 10.0;

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let computed = steady(values.of(WEIGHT)? * values.of(DOSE)?);
    let maximum = values.of(MAXIMUM)?;
    let dose = computed.min(maximum);
    let volume = steady(dose / values.of(DRUG_CONCENTRATION)?);
    let (unit, times, by) = amounts(values.as_sent(DOSE)?.1)?;
    let shown = |milligrams: f64| steady(milligrams * times / by);
    if shown(dose) < LEAST_AMOUNT {
        return Err(TOO_LITTLE);
    }
    if !VOLUMES.contains(&volume) {
        return Err(NO_SYRINGE);
    }
    let by_weight = steady(volume / values.of(WEIGHT)?);
    if by_weight > MOST_BY_WEIGHT {
        return Err(TOO_MUCH);
    }
    Ok(Outcome::number("dose", shown(dose))
        .unit(unit)
        .and("volume", volume)
        .and("computed_dose", shown(computed))
        .unit(unit)
        .warn_if(computed > maximum, LIMITED)
        .warn_if(volume < 0.1, SMALL)
        .warn_if(by_weight > MUCH_BY_WEIGHT, LARGE))
}

/// The unit of an amount for a unit of dose by weight, and how many a milligram is.
/// An amount is answered in the unit it was asked in, so that nobody has to convert.
fn amounts(unit: &str) -> Result<(&'static str, f64, f64), NoResult> {
    match unit {
        "mg/kg" => Ok(("mg", 1.0, 1.0)),
        "ug/kg" => Ok(("ug", 1000.0, 1.0)),
        "g/kg" => Ok(("g", 1.0, 1000.0)),
        _ => Err(NoResult::Defect("a unit of dose has no unit of amount")),
    }
}

const TOO_LITTLE: NoResult = NoResult::together(
    &["dose_per_weight", "weight"],
    text(
        "less than a tenth of the unit of dose_per_weight comes out; send the dose in a smaller \
         unit",
        "o resultado é menor que um décimo da unidade de dose_per_weight; envie a dose em unidade \
         menor",
    ),
);
const NO_SYRINGE: NoResult = NoResult::together(
    &["drug_concentration", "dose_per_weight"],
    text(
        "the volume is below 0.05 mL or above 5000 mL; check the units of drug_concentration and \
         dose_per_weight, or dilute",
        "o volume fica abaixo de 0,05 mL ou acima de 5000 mL; confira as unidades de \
         drug_concentration e dose_per_weight, ou dilua",
    ),
);
const TOO_MUCH: NoResult = NoResult::together(
    &["drug_concentration", "weight"],
    text(
        "the volume is above 50 mL for a kilogram of body weight; check the unit of \
         drug_concentration",
        "o volume passa de 50 mL por quilograma de peso; confira a unidade de drug_concentration",
    ),
);
const LARGE: Text = text(
    "More than 10 mL for a kilogram of body weight: check the unit of the concentration.",
    "Mais de 10 mL por quilograma de peso: confira a unidade da concentração.",
);
const LIMITED: Text = text(
    "The dose by weight exceeds the maximum; the maximum is given instead.",
    "A dose por peso excede a máxima; vale a dose máxima.",
);
const SMALL: Text = text(
    "Less than 0.1 mL is hard to measure: consider a dilution.",
    "Menos de 0,1 mL é difícil de medir: considere diluir.",
);
