//! QT interval corrected for the heart rate by Fridericia.

use super::{ASSUMPTIONS, INPUTS, QTC, correct, rr};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qtc-fridericia-1920",
    version: "1.0.1",
    category: Category::Heart,
    title: text(
        "Corrected QT interval (Fridericia 1920)",
        "Intervalo QT corrigido (Fridericia 1920)",
    ),
    description: text(
        "Corrects the QT interval for the heart rate by the cube root of the RR interval; at fast \
         and slow rates it errs less than Bazett. Not for irregular rhythms; a wide QRS prolongs \
         QT by itself.",
        "Corrige o intervalo QT pela frequência cardíaca com a raiz cúbica do intervalo RR; em \
         frequências altas e baixas erra menos que Bazett. Não usar em ritmos irregulares; um QRS \
         largo por si só prolonga o QT.",
    ),
    inputs: INPUTS,
    results: &[QTC],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Fridericia LS. Die Systolendauer im Elektrokardiogramm bei normalen Menschen und \
                   bei Herzkranken. Acta Med Scand 1920;53:469-486.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    correct(values, |qt, rate| qt / rr(rate).cbrt())
}
