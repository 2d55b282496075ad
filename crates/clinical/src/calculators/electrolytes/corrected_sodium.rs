//! Sodium as it would be without the water that glucose draws out of cells.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    output, text,
};
use crate::inputs::{GLUCOSE, SODIUM};
use crate::values::Values;

const CORRECTED: Output = output(
    OutputKind::Laboratory,
    "corrected_sodium_katz",
    text(
        "Corrected sodium (Katz, 1.6)",
        "Sódio corrigido (Katz, 1,6)",
    ),
    "mmol/L",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "corrected-sodium",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text(
        "Sodium corrected for glucose (Katz and Hillier)",
        "Sódio corrigido pela glicose (Katz e Hillier)",
    ),
    description: text(
        "Estimates the sodium that a person with a glucose of 100 mg/dL or more would have at 100, \
         by both published factors: 1.6 mmol/L for each 100 mg/dL (Katz, by calculation) and 2.4 \
         (Hillier, measured). Tonicity and treatment follow the sodium as measured.",
        "Estima o sódio que uma pessoa com glicose de 100 mg/dL ou mais teria com 100, pelos dois \
         fatores publicados: 1,6 mmol/L para cada 100 mg/dL (Katz, calculado) e 2,4 (Hillier, \
         medido). A tonicidade e o tratamento seguem o sódio medido.",
    ),
    aliases: &[
        "hiponatremia",
        "hyponatremia",
        "cetoacidose",
        "DKA",
        "CAD",
        "EHH",
        "sódio corrigido",
    ],
    inputs: &[SODIUM.input, GLUCOSE.input],
    results: &[
        CORRECTED,
        Output {
            name: "corrected_sodium_hillier",
            title: text(
                "Corrected sodium (Hillier, 2.4)",
                "Sódio corrigido (Hillier, 2,4)",
            ),
            ..CORRECTED
        },
    ],
    validity: &[GLUCOSE.from(100.0)],
    reference: Reference {
        citation: "Katz MA. Hyperglycemia-induced hyponatremia: calculation of expected serum \
                   sodium depression. N Engl J Med 1973;289:843-844.",
        doi: Some("10.1056/NEJM197310182891607"),
        pmid: Some("4763428"),
    },
    sources: &[Reference {
        citation: "Hillier TA, Abbott RD, Barrett EJ. Hyponatremia: evaluating the correction \
                   factor for hyperglycemia. Am J Med 1999;106:399-403.",
        doi: Some("10.1016/S0002-9343(99)00055-8"),
        pmid: Some("10225241"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (sodium, glucose) = (values.of(SODIUM)?, values.of(GLUCOSE)?);
    let hundreds = (glucose - 100.0) / 100.0;
    let bent = text(
        "Above 400 mg/dL of glucose sodium falls faster than by 1.6: the factor 2.4 fits better, \
         and may still be too low.",
        "Acima de 400 mg/dL de glicose o sódio cai mais do que por 1,6: o fator 2,4 ajusta melhor, \
         e ainda pode ser baixo.",
    );
    Ok(
        Outcome::number("corrected_sodium_katz", sodium + 1.6 * hundreds)
            .and("corrected_sodium_hillier", sodium + 2.4 * hundreds)
            .warn_if(glucose > 400.0, bent),
    )
}
