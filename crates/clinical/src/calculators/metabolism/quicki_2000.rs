//! Quantitative insulin sensitivity check index.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::inputs::{FASTING_GLUCOSE, FASTING_INSULIN};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "quicki-2000",
    version: "1.0.0",
    category: Category::Metabolism,
    title: text(
        "Insulin sensitivity (QUICKI)",
        "Sensibilidade à insulina (QUICKI)",
    ),
    description: text(
        "Index of insulin sensitivity from fasting insulin and glucose: the lower, the more \
         resistant. It has no general cutoff, and says nothing in people who are treated with \
         insulin.",
        "Índice de sensibilidade à insulina por insulina e glicose em jejum: quanto menor, mais \
         resistente. Não tem ponto de corte geral e não informa nada em quem usa insulina.",
    ),
    aliases: &["QUICKI", "resistência à insulina", "insulin sensitivity"],
    inputs: &[FASTING_INSULIN.input, FASTING_GLUCOSE.input],
    results: &[output(
        OutputKind::Laboratory,
        "quicki",
        text("QUICKI", "QUICKI"),
        "1",
        3,
    )],
    assumptions: &[text(
        "Glucose and insulin are fasting values of the same sample.",
        "Glicose e insulina são valores em jejum da mesma amostra.",
    )],
    reference: Reference {
        citation: "Katz A, Nambi SS, Mather K, et al. Quantitative insulin sensitivity check \
                   index: a simple, accurate method for assessing insulin sensitivity in humans. \
                   J Clin Endocrinol Metab 2000;85:2402-2410.",
        doi: Some("10.1210/jcem.85.7.6661"),
        pmid: Some("10902785"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (insulin, glucose) = (values.of(FASTING_INSULIN)?, values.of(FASTING_GLUCOSE)?);
    let sum = insulin.log10() + glucose.log10();
    if sum <= 0.0 {
        return Err(NoResult::together(
            &[FASTING_INSULIN.input.name, FASTING_GLUCOSE.input.name],
            text(
                "insulin and glucose are so low together that the index has no answer",
                "insulina e glicose são tão baixas juntas que o índice não tem resposta",
            ),
        ));
    }
    Ok(Outcome::number("quicki", 1.0 / sum))
}
