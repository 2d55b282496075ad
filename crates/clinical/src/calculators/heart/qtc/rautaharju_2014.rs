//! QT interval corrected for the heart rate by Rautaharju.

use super::{ASSUMPTIONS, INPUTS, QTC, correct};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qtc-rautaharju-2014",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "Corrected QT interval (Rautaharju 2014)",
        "Intervalo QT corrigido (Rautaharju 2014)",
    ),
    description: text(
        "Corrects the QT interval for the heart rate by a factor linear in the rate, (120 + rate) \
         / 180. Not for irregular rhythms; a wide QRS prolongs QT by itself.",
        "Corrige o intervalo QT pela frequência cardíaca com um fator linear na frequência, (120 + \
         FC) / 180. Não usar em ritmos irregulares; um QRS largo por si só prolonga o QT.",
    ),
    inputs: INPUTS,
    results: &[QTC],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Rautaharju PM, Mason JW, Akiyama T. New age- and sex-specific criteria for QT \
                   prolongation based on rate correction formulas that minimize bias at the upper \
                   normal limits. Int J Cardiol 2014;174:535-540.",
        doi: Some("10.1016/j.ijcard.2014.04.133"),
        pmid: Some("24793593"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    correct(values, |qt, rate| qt * (120.0 + rate) / 180.0)
}
