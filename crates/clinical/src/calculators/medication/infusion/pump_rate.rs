//! A dose by weight and time as the rate of a pump.

use super::{
    ARITHMETIC, DOSE_RATE, LEAST_SHARE, MAXIMUM_DOSE_RATE, MOST_BY_WEIGHT, SAME_SUBSTANCE,
    SAME_WEIGHT, TOO_FAST,
};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, output, text,
};
use crate::inputs::{DRUG_CONCENTRATION, WEIGHT};
use crate::round::steady;
use crate::values::Values;
use crate::violation::{Code, Finding};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "infusion-pump-rate",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Pump rate from a dose by weight",
        "Velocidade da bomba pela dose por peso",
    ),
    description: text(
        "Millilitres an hour that give a dose by body weight and time, for a drug in continuous \
         infusion. Refused above the maximum dose that was sent. Which drug, dose and maximum are \
         right it does not know.",
        "Mililitros por hora que fornecem uma dose por peso e tempo, para um medicamento em infusão \
         contínua. Recusado acima da dose máxima informada. Não sabe qual medicamento, dose ou \
         máximo são corretos.",
    ),
    aliases: &[
        "mcg/kg/min",
        "µg/kg/min",
        "bomba de infusão",
        "droga vasoativa",
        "noradrenalina",
        "dobutamina",
        "infusion pump",
    ],
    inputs: &[
        WEIGHT.input,
        DOSE_RATE.input,
        MAXIMUM_DOSE_RATE.input,
        DRUG_CONCENTRATION.input,
    ],
    results: &[
        output(
            OutputKind::Measurement,
            "rate",
            text("Rate of the pump", "Velocidade da bomba"),
            "mL/h",
            2,
        ),
        output(
            OutputKind::Measurement,
            "amount_per_minute",
            text("Drug in a minute", "Medicamento por minuto"),
            "ug/min",
            3,
        ),
        output(
            OutputKind::Measurement,
            "amount_per_hour",
            text("Drug in an hour", "Medicamento por hora"),
            "mg/h",
            4,
        ),
    ],
    assumptions: &[SAME_WEIGHT, SAME_SUBSTANCE],
    reference: ARITHMETIC,
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let pair = (values.find(DOSE_RATE), values.find(MAXIMUM_DOSE_RATE));
    match pair {
        (Some(dose), Some(maximum)) if dose > maximum => {
            let names = [DOSE_RATE.input.name, MAXIMUM_DOSE_RATE.input.name];
            let message = text(
                "the dose exceeds the maximum dose; check both units",
                "a dose excede a dose máxima; confira as duas unidades",
            );
            Finding::at_each(&names, Code::OutsideValidity, message)
        }
        (Some(dose), Some(maximum)) if steady(dose / maximum) < LEAST_SHARE => {
            let names = [DOSE_RATE.input.name, MAXIMUM_DOSE_RATE.input.name];
            let message = text(
                "the dose is less than a five hundredth of the maximum dose; check both units",
                "a dose é menor que 1/500 da dose máxima; confira as duas unidades",
            );
            Finding::together(&names, message)
        }
        _ => Vec::new(),
    }
}

/// Rates in mL/h that pumps run at.
const RATES: core::ops::RangeInclusive<f64> = 0.1..=1500.0;

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let micrograms = steady(values.of(DOSE_RATE)? * values.of(WEIGHT)?);
    let milligrams = steady(micrograms * 60.0 / 1000.0);
    let rate = steady(milligrams / values.of(DRUG_CONCENTRATION)?);
    if !RATES.contains(&rate) {
        return Err(NoResult::together(
            &["drug_concentration", "dose_rate"],
            text(
                "the rate is below 0.1 mL/h or above 1500 mL/h; check the units of \
                 drug_concentration and dose_rate, or dilute otherwise",
                "a velocidade fica abaixo de 0,1 mL/h ou acima de 1500 mL/h; confira as unidades de \
                 drug_concentration e dose_rate, ou mude a diluição",
            ),
        ));
    }
    if steady(rate / values.of(WEIGHT)?) > MOST_BY_WEIGHT {
        return Err(TOO_FAST);
    }
    Ok(Outcome::number("rate", rate)
        .and("amount_per_minute", micrograms)
        .and("amount_per_hour", milligrams))
}
