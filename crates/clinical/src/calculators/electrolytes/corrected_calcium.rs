//! Total calcium corrected for albumin.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{ALBUMIN, CALCIUM};
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "corrected-calcium",
    version: "1.1.0",
    category: Category::Electrolytes,
    title: text(
        "Calcium corrected for albumin",
        "Cálcio corrigido pela albumina",
    ),
    description: text(
        "Estimates what the total calcium would be with a normal albumin, in the unit in which the \
         calcium was sent. Unreliable in critical illness, advanced kidney disease and acid-base \
         disorders: measure the ionized calcium there.",
        "Estima o cálcio total se a albumina fosse normal, na unidade em que o cálcio foi enviado. \
         Pouco confiável em doença crítica, doença renal avançada e distúrbios ácido-base: nesses \
         casos, meça o cálcio iônico.",
    ),
    inputs: &[CALCIUM.input, ALBUMIN.input],
    results: &[Output {
        name: "corrected_calcium",
        title: text("Corrected calcium", "Cálcio corrigido"),
        unit: "mg/dL",
        digits: 2,
        loinc: None,
        kind: OutputKind::Laboratory,
        by: None,
        interpretations: &[],
    }],
    assumptions: &[text(
        "The slope in common use: 0.8 mg/dL per g/dL of albumin below 4 g/dL, or 0.02 mmol/L per \
         g/L below 40 g/L. The publication found 1.0 mg/dL per g/dL in its own laboratory.",
        "A inclinação de uso corrente: 0,8 mg/dL por g/dL de albumina abaixo de 4 g/dL, ou \
         0,02 mmol/L por g/L abaixo de 40 g/L. A publicação encontrou 1,0 mg/dL por g/dL em seu \
         próprio laboratório.",
    )],
    reference: Reference {
        citation: "Payne RB, Little AJ, Williams RB, Milner JR. Interpretation of serum calcium \
                   in patients with abnormal serum proteins. Br Med J 1973;4:643-646.",
        doi: Some("10.1136/bmj.4.5893.643"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Less than a living body has, as for the measured one.
const NONE_LEFT: NoResult = NoResult::together(
    &[CALCIUM.input.name, ALBUMIN.input.name],
    text(
        "calcium and albumin together give a corrected calcium below 3 mg/dL (0.75 mmol/L); check \
         both values and their units",
        "cálcio e albumina juntos dão um cálcio corrigido abaixo de 3 mg/dL (0,75 mmol/L); confira \
         os dois valores e suas unidades",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let albumin = values.of(ALBUMIN)?;
    // The factors for the two units are not exact multiples of each other, so
    // each unit has its own equation and no conversion comes between.
    let (corrected, unit, least, code) = match values.as_sent(CALCIUM)? {
        (calcium, "mmol/L") => {
            let corrected = calcium + 0.02 * (40.0 - albumin * 10.0);
            (corrected, "mmol/L", 0.75, "29265-6")
        }
        (calcium, "mg/dL") => (calcium + 0.8 * (4.0 - albumin), "mg/dL", 3.0, "46099-8"),
        _ => return Err(NoResult::Defect("a unit of calcium has no equation")),
    };
    if steady(corrected) < least {
        return Err(NONE_LEFT);
    }
    Ok(Outcome::number("corrected_calcium", corrected)
        .unit(unit)
        .loinc(code))
}
