//! Average glucose of the last months from the glycated haemoglobin.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::HBA1C;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "estimated-average-glucose",
    version: "1.0.1",
    category: Category::Metabolism,
    title: text("Estimated average glucose", "Glicose média estimada"),
    description: text(
        "Translates an adult's HbA1c into the average glucose of the last two to three months. \
         Misleading where red cells live shorter or longer than usual: anaemia, bleeding, \
         transfusion, haemoglobin variants, pregnancy, advanced kidney disease.",
        "Traduz a HbA1c de um adulto na glicose média dos últimos dois a três meses. Engana quando \
         a vida das hemácias é mais curta ou mais longa: anemia, sangramento, transfusão, \
         variantes de hemoglobina, gravidez, doença renal avançada.",
    ),
    inputs: &[HBA1C.input],
    results: &[Output {
        name: "glucose",
        title: text("Estimated average glucose", "Glicose média estimada"),
        unit: "mg/dL",
        digits: 0,
        loinc: Some("27353-2"),
        kind: OutputKind::Laboratory,
        by: None,
        interpretations: &[],
    }],
    validity: &[HBA1C.between(4.0, 16.0)],
    reference: Reference {
        citation: "Nathan DM, Kuenen J, Borg R, Zheng H, Schoenfeld D, Heine RJ. Translating the \
                   A1C assay into estimated average glucose values. Diabetes Care \
                   2008;31:1473-1478.",
        doi: Some("10.2337/dc08-0545"),
        pmid: Some("18540046"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number("glucose", 28.7 * values.of(HBA1C)? - 46.7))
}
