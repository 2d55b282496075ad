//! Basal metabolic rate by Katch and McArdle, from the lean body mass.

use super::BMR;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::LEAN_BODY_MASS;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-katch-mcardle",
    version: "1.0.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Katch-McArdle)",
        "Taxa metabólica basal (Katch-McArdle)",
    ),
    description: text(
        "Energy an adult needs at rest, from the lean body mass; the same for both sexes. It takes \
         the lean mass, not the body weight, and is as good as the measurement of that mass.",
        "Energia que um adulto gasta em repouso, pela massa corporal magra; igual para ambos os \
         sexos. Usa a massa magra, não o peso corporal, e vale tanto quanto a medida dessa massa.",
    ),
    inputs: &[LEAN_BODY_MASS.input],
    results: &[BMR],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "McArdle WD, Katch FI, Katch VL. Exercise Physiology: Energy, Nutrition, and \
                   Human Performance (textbook); constants from secondary sources.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// kg.
fn equation(lean_body_mass: f64) -> f64 {
    370.0 + 21.6 * lean_body_mass
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let rate = equation(values.of(LEAN_BODY_MASS)?);
    Ok(Outcome::number("bmr", rate))
}
