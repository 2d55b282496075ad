//! QT interval corrected for the heart rate by Hodges.

use super::{ASSUMPTIONS, INPUTS, QTC, correct};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qtc-hodges-1983",
    version: "1.0.1",
    category: Category::Heart,
    title: text(
        "Corrected QT interval (Hodges 1983)",
        "Intervalo QT corrigido (Hodges 1983)",
    ),
    description: text(
        "Corrects the QT interval linearly for the heart rate, 1.75 ms for each beat per minute \
         away from 60. Not for irregular rhythms; a wide QRS prolongs QT by itself.",
        "Corrige o intervalo QT de modo linear pela frequência cardíaca, 1,75 ms para cada \
         batimento por minuto de diferença de 60. Não usar em ritmos irregulares; um QRS largo \
         por si só prolonga o QT.",
    ),
    inputs: INPUTS,
    results: &[QTC],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Hodges M, Salerno D, Erlien D. Bazett's QT correction reviewed: evidence that a \
                   linear QT correction for heart rate is better. J Am Coll Cardiol 1983;1:694.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    correct(values, |qt, rate| qt + 1.75 * (rate - 60.0))
}
