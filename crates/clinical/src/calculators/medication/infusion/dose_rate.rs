//! What a running pump gives, by weight and time.

use super::{
    ARITHMETIC, GREATEST_SHARE, INFUSION_RATE, LEAST_SHARE, MAXIMUM_DOSE_RATE, SAME_SUBSTANCE,
    SAME_WEIGHT,
};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, chosen, output, text,
};
use crate::inputs::{DRUG_CONCENTRATION, WEIGHT};
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "infusion-dose-rate",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Dose by weight from a pump rate",
        "Dose por peso pela velocidade da bomba",
    ),
    description: text(
        "Dose by body weight and time that an infusion gives at the rate at which it runs, and \
         whether that is above the maximum that was sent.",
        "Dose por peso e tempo que uma infusão fornece na velocidade em que corre, e se ela está \
         acima da dose máxima informada.",
    ),
    aliases: &[
        "mcg/kg/min",
        "µg/kg/min",
        "bomba de infusão",
        "droga vasoativa",
        "dose de noradrenalina",
        "infusion pump",
    ],
    inputs: &[
        WEIGHT.input,
        INFUSION_RATE.input,
        DRUG_CONCENTRATION.input,
        MAXIMUM_DOSE_RATE.input,
    ],
    results: &[
        crate::definition::Output {
            interpretations: &[
                chosen("within", "within the maximum", "dentro do máximo"),
                chosen("above", "above the maximum", "acima do máximo"),
            ],
            ..output(
                OutputKind::Measurement,
                "dose_rate",
                text("Dose by weight and time", "Dose por peso e tempo"),
                "ug/kg/min",
                4,
            )
        },
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
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const OTHER_UNITS: NoResult = NoResult::together(
    &["drug_concentration", "infusion_rate", "maximum_dose_rate"],
    text(
        "the dose is less than a five hundredth or more than ten times the maximum dose; check the \
         units of drug_concentration, infusion_rate and maximum_dose_rate",
        "a dose é menor que 1/500 ou maior que dez vezes a dose máxima; confira as unidades de \
         drug_concentration, infusion_rate e maximum_dose_rate",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let milligrams = steady(values.of(INFUSION_RATE)? * values.of(DRUG_CONCENTRATION)?);
    let dose = steady(milligrams * 1000.0 / 60.0 / values.of(WEIGHT)?);
    let maximum = values.of(MAXIMUM_DOSE_RATE)?;
    let above = dose > maximum;
    if dose < 0.001 {
        return Err(NoResult::together(
            &["drug_concentration", "infusion_rate"],
            text(
                "less than 0.001 ug/kg/min comes out; check the units of drug_concentration and \
                 infusion_rate",
                "o resultado é menor que 0,001 ug/kg/min; confira as unidades de \
                 drug_concentration e infusion_rate",
            ),
        ));
    }
    if !(LEAST_SHARE..=GREATEST_SHARE).contains(&steady(dose / maximum)) {
        return Err(OTHER_UNITS);
    }
    Ok(Outcome::number("dose_rate", dose)
        .meaning(if above { "above" } else { "within" })
        .and("amount_per_hour", milligrams)
        .warn_if(
            above,
            text(
                "The dose is above the maximum that was sent.",
                "A dose está acima da máxima informada.",
            ),
        ))
}
