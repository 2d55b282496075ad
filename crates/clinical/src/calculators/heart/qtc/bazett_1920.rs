//! QT interval corrected for the heart rate by Bazett.

use super::{ASSUMPTIONS, INPUTS, QTC, correct, rr};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, Reference, text,
};
use crate::inputs::HEART_RATE;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qtc-bazett-1920",
    version: "1.0.1",
    category: Category::Heart,
    title: text(
        "Corrected QT interval (Bazett 1920)",
        "Intervalo QT corrigido (Bazett 1920)",
    ),
    description: text(
        "Corrects the QT interval for the heart rate by the square root of the RR interval. It \
         overcorrects above 100 beats per minute and undercorrects below 60. Not for irregular \
         rhythms; a wide QRS prolongs QT by itself.",
        "Corrige o intervalo QT pela frequência cardíaca com a raiz quadrada do intervalo RR. \
         Corrige demais acima de 100 batimentos por minuto e de menos abaixo de 60. Não usar em \
         ritmos irregulares; um QRS largo por si só prolonga o QT.",
    ),
    inputs: INPUTS,
    results: &[Output {
        loinc: Some("76635-2"),
        ..QTC
    }],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Bazett HC. An analysis of the time-relations of electrocardiograms. Heart \
                   1920;7:353-370.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let rate = values.of(HEART_RATE)?;
    Ok(correct(values, |qt, rate| qt / rr(rate).sqrt())?
        .warn_if(
            rate < 60.0,
            text(
                "Below 60 beats per minute Bazett undercorrects: the true value may be longer. \
                 Compare with another correction.",
                "Abaixo de 60 batimentos por minuto Bazett corrige de menos: o valor real pode \
                 ser maior. Compare com outra correção.",
            ),
        )
        .warn_if(
            rate > 100.0,
            text(
                "Above 100 beats per minute Bazett overcorrects: the true value may be shorter. \
                 Compare with another correction.",
                "Acima de 100 batimentos por minuto Bazett corrige demais: o valor real pode ser \
                 menor. Compare com outra correção.",
            ),
        ))
}
