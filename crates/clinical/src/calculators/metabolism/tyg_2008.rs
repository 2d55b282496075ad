//! Triglyceride-glucose index.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::inputs::{FASTING_GLUCOSE, TRIGLYCERIDES};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "tyg-2008",
    version: "1.0.0",
    category: Category::Metabolism,
    title: text(
        "Triglyceride-glucose index (TyG)",
        "Índice triglicerídeos-glicose (TyG)",
    ),
    description: text(
        "Index of insulin resistance from fasting triglycerides and glucose, without insulin. Two \
         forms are in print and are mixed up: the logarithm of half the product, around 8 to 9, \
         and half the logarithm of the product, around 4 to 5. Both are given; compare each with \
         cutoffs of its own form only.",
        "Índice de resistência à insulina por triglicerídeos e glicose em jejum, sem insulina. Duas \
         formas são publicadas e confundidas: o logaritmo da metade do produto, em torno de 8 a 9, \
         e a metade do logaritmo do produto, em torno de 4 a 5. As duas são dadas; compare cada \
         uma só com pontos de corte da mesma forma.",
    ),
    aliases: &[
        "TyG",
        "índice TyG",
        "resistência à insulina",
        "insulin resistance",
    ],
    inputs: &[TRIGLYCERIDES.input, FASTING_GLUCOSE.input],
    results: &[
        output(
            OutputKind::Laboratory,
            "tyg",
            text(
                "TyG, ln(triglycerides x glucose / 2)",
                "TyG, ln(triglicerídeos x glicose / 2)",
            ),
            "1",
            2,
        ),
        output(
            OutputKind::Laboratory,
            "tyg_half_logarithm",
            text(
                "Other form, ln(triglycerides x glucose) / 2",
                "Outra forma, ln(triglicerídeos x glicose) / 2",
            ),
            "1",
            2,
        ),
    ],
    assumptions: &[text(
        "Triglycerides and glucose are fasting values of the same sample.",
        "Triglicerídeos e glicose são valores em jejum da mesma amostra.",
    )],
    reference: Reference {
        citation: "Simental-Mendía LE, Rodríguez-Morán M, Guerrero-Romero F. The product of \
                   fasting glucose and triglycerides as surrogate for identifying insulin \
                   resistance in apparently healthy subjects. Metab Syndr Relat Disord \
                   2008;6:299-304.",
        doi: Some("10.1089/met.2008.0034"),
        pmid: Some("19067533"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let product = values.of(TRIGLYCERIDES)? * values.of(FASTING_GLUCOSE)?;
    Ok(Outcome::number("tyg", (product / 2.0).ln()).and("tyg_half_logarithm", product.ln() / 2.0))
}
