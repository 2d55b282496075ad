//! Serum osmolality from sodium, glucose and blood urea nitrogen.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{BUN, GLUCOSE, SODIUM};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "serum-osmolality",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text(
        "Calculated serum osmolality",
        "Osmolalidade sérica calculada",
    ),
    description: text(
        "Calculates the osmolality of the serum from sodium, glucose and urea nitrogen, for \
         disorders of water and for comparison with the measured one (osmolal gap). It does not \
         see alcohols or other solutes.",
        "Calcula a osmolalidade do soro por sódio, glicose e nitrogênio ureico, nos distúrbios da \
         água e para comparação com a medida (gap osmolal). Não enxerga álcoois nem outros \
         solutos.",
    ),
    inputs: &[SODIUM.input, GLUCOSE.input, BUN.input],
    results: &[Output {
        name: "osmolality",
        title: text("Serum osmolality", "Osmolalidade sérica"),
        unit: "mosm/kg",
        digits: 0,
        loinc: None,
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
        citation: "Edelman IS, Leibman J, O'Meara MP, Birkenfeld LW. Interrelations between serum \
                   sodium concentration, serum osmolarity and total exchangeable sodium, total \
                   exchangeable potassium and total body water. J Clin Invest 1958;37:1236-1256.",
        doi: None,
        pmid: Some("13575523"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (glucose, bun) = (values.of(GLUCOSE)?, values.of(BUN)?);
    let osmolality = 2.0 * values.of(SODIUM)? + glucose / 18.0 + bun / 2.8;
    Ok(Outcome::number("osmolality", osmolality))
}
