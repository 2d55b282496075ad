//! Adjusted body weight: the ideal weight and 40 % of the excess over it.

use super::ideal_weight::{ASSUMPTIONS, FROM_FIVE_FEET, devine_1974 as devine};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, text,
};
use crate::inputs::{HEIGHT, SEX, WEIGHT};
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "adjusted-body-weight",
    version: "1.0.1",
    category: Category::Body,
    title: text("Adjusted body weight", "Peso corporal ajustado"),
    description: text(
        "Weight for dosing some drugs in an adult with obesity of 152.4 cm (5 feet) or more: the \
         ideal weight by Devine and 40 % of the excess over it. Whether a drug is dosed by it is \
         for the drug's own information to say.",
        "Peso para doses de alguns fármacos em um adulto com obesidade de 152,4 cm (5 pés) ou \
         mais: o peso ideal de Devine e 40 % do excesso sobre ele. Se um fármaco deve ser dosado \
         por ele, cabe à bula dizer.",
    ),
    inputs: &[SEX.input, HEIGHT.input, WEIGHT.input],
    results: &[Output {
        name: "adjusted_weight",
        title: text("Adjusted body weight", "Peso corporal ajustado"),
        unit: "kg",
        digits: 1,
        loinc: None,
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[],
    }],
    validity: &[FROM_FIVE_FEET],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Convention of dosing by weight, rounded. Such factors were measured for \
                   aminoglycosides in: Traynor AM, Nafziger AN, Bertino JS Jr. Aminoglycoside \
                   dosing weight correction factors for patients of various body sizes. Antimicrob \
                   Agents Chemother 1995;39:545-548.",
        doi: None,
        pmid: None,
    },
    sources: &[Reference {
        citation: "Pai MP, Paloucek FP. The origin of the \"ideal\" body weight equations. Ann \
                   Pharmacother 2000;34:1066-1069 (the ideal weight).",
        doi: Some("10.1345/aph.19381"),
        pmid: None,
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let weight = values.of(WEIGHT)?;
    let ideal = devine::equation(values.of(SEX)?, values.of(HEIGHT)?);
    let adjusted = Outcome::number("adjusted_weight", ideal + 0.4 * (weight - ideal));
    Ok(adjusted.warn_if(weight < ideal, UNDER_IDEAL).warn_if(
        weight >= ideal && steady(weight) < steady(1.2 * ideal),
        NOT_OBESE,
    ))
}

const UNDER_IDEAL: Text = text(
    "The weight is below the ideal weight: there is no excess to adjust for, and the adjusted \
     weight is higher than the actual one.",
    "O peso está abaixo do ideal: não há excesso a ajustar, e o peso ajustado é maior que o real.",
);
const NOT_OBESE: Text = text(
    "The weight is below 120 % of the ideal weight: the adjusted weight is made for obesity.",
    "O peso está abaixo de 120 % do ideal: o peso ajustado é para obesidade.",
);
