//! Serum osmolality from sodium, glucose and urea.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::handles::Quantity;
use crate::inputs::{BUN, GLUCOSE, SODIUM, UREA, UREA_OR_BUN};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "serum-osmolality",
    version: "2.0.0",
    category: Category::Electrolytes,
    title: text(
        "Calculated serum osmolality",
        "Osmolalidade sérica calculada",
    ),
    description: text(
        "Calculates the osmolality of the serum from sodium, glucose and urea or its nitrogen, for \
         disorders of water and for comparison with the measured one (osmolal gap). It does not \
         see alcohols or other solutes.",
        "Calcula a osmolalidade do soro por sódio, glicose e ureia (ou seu nitrogênio), nos distúrbios da \
         água e para comparação com a medida (gap osmolal). Não enxerga álcoois nem outros \
         solutos.",
    ),
    inputs: &[
        SODIUM.input,
        GLUCOSE.input,
        UREA.optional().input,
        BUN.optional().input,
    ],
    alternatives: &[UREA_OR_BUN],
    aliases: &["osmolaridade", "osmolarity"],
    results: &[Output {
        name: "osmolality",
        title: text("Serum osmolality", "Osmolalidade sérica"),
        unit: "mosm/kg",
        digits: 0,
        loinc: Some("18182-6"),
        kind: OutputKind::Laboratory,
        by: None,
        interpretations: &[],
    }],
    assumptions: &[text(
        "Sodium with its anions, glucose and urea are the only solutes; the factors are the \
         simplified ones in common use.",
        "Sódio com seus ânions, glicose e ureia são os únicos solutos; os fatores são os \
         simplificados de uso corrente.",
    )],
    reference: Reference {
        citation: "Simplified convention in clinical use: twice the sodium, glucose and urea, each \
                   in mmol/L, or their mg/dL over 18, 6 (urea) and 2.8 (nitrogen). Compared with \
                   others in: Dorwart WV, Chalmers L. Comparison of methods for calculating serum \
                   osmolality from chemical concentrations, and the prognostic value of such \
                   calculations. Clin Chem 1975;21:190-194.",
        doi: None,
        pmid: Some("1112025"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Each solute in mmol/L: as sent, or its mg/dL over the factor in common use.
fn solute(values: &Values, input: Quantity, divisor: f64) -> Result<f64, NoResult> {
    match values.as_sent(input)? {
        (value, "mmol/L") => Ok(value),
        (value, "mg/dL") => Ok(value / divisor),
        _ => Err(NoResult::Defect("a unit of a solute has no factor")),
    }
}

/// The calculated osmolality; the osmolal gap is measured from it.
pub(super) fn osmolality(values: &Values) -> Result<f64, NoResult> {
    let glucose = solute(values, GLUCOSE, 18.0)?;
    let urea = match values.find(UREA) {
        Some(_) => solute(values, UREA, 6.0)?,
        None => solute(values, BUN, 2.8)?,
    };
    Ok(2.0 * values.of(SODIUM)? + glucose + urea)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number("osmolality", osmolality(values)?))
}
