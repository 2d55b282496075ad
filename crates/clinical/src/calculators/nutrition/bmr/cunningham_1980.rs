//! Basal metabolic rate by Cunningham 1980, from the lean body mass.

use super::BMR;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::LEAN_BODY_MASS;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-cunningham-1980",
    version: "1.0.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Cunningham 1980)",
        "Taxa metabólica basal (Cunningham 1980)",
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
        citation: "Cunningham JJ. A reanalysis of the factors influencing basal metabolic rate in \
                   normal adults. Am J Clin Nutr 1980;33:2372-2374.",
        doi: Some("10.1093/ajcn/33.11.2372"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// kg.
fn equation(lean_body_mass: f64) -> f64 {
    500.0 + 22.0 * lean_body_mass
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let rate = equation(values.of(LEAN_BODY_MASS)?);
    Ok(Outcome::number("bmr", rate))
}
