//! QT interval corrected for the heart rate by the Framingham study.

use super::{ASSUMPTIONS, INPUTS, QTC, correct, rr};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qtc-framingham-1992",
    version: "1.0.1",
    category: Category::Heart,
    title: text(
        "Corrected QT interval (Framingham 1992)",
        "Intervalo QT corrigido (Framingham 1992)",
    ),
    description: text(
        "Corrects the QT interval for the heart rate linearly in the RR interval, as fitted in \
         adults of the Framingham Heart Study. Not for irregular rhythms; a wide QRS prolongs QT \
         by itself.",
        "Corrige o intervalo QT pela frequência cardíaca de modo linear no intervalo RR, como \
         ajustado em adultos do estudo de Framingham. Não usar em ritmos irregulares; um QRS \
         largo por si só prolonga o QT.",
    ),
    inputs: INPUTS,
    results: &[QTC],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Sagie A, Larson MG, Goldberg RJ, Bengtson JR, Levy D. An improved method for \
                   adjusting the QT interval for heart rate (the Framingham Heart Study). Am J \
                   Cardiol 1992;70:797-801.",
        doi: Some("10.1016/0002-9149(92)90562-D"),
        pmid: Some("1519533"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    correct(values, |qt, rate| qt + 154.0 * (1.0 - rr(rate)))
}
