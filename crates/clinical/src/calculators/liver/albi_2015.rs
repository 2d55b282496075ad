//! ALBI grade: function of the liver from albumin and bilirubin.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, output, rest, text, up_to,
};
use crate::inputs::{ALBUMIN, BILIRUBIN};
use crate::round::steady;
use crate::values::Values;

const ALBI: Output = Output {
    interpretations: &[
        up_to(
            -2.60,
            "grade-1",
            "grade 1: best function",
            "grau 1: melhor função",
        ),
        up_to(
            -1.39,
            "grade-2",
            "grade 2: intermediate function",
            "grau 2: função intermediária",
        ),
        rest("grade-3", "grade 3: worst function", "grau 3: pior função"),
    ],
    ..output(
        OutputKind::Laboratory,
        "albi",
        text("ALBI score", "Escore ALBI"),
        "1",
        2,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "albi-2015",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "ALBI grade (albumin-bilirubin)",
        "Grau ALBI (albumina-bilirrubina)",
    ),
    description: text(
        "Function of the liver in adults with hepatocellular carcinoma, from albumin and \
         bilirubin alone. It stratifies the prognosis; it does not choose a treatment.",
        "Função hepática em adultos com carcinoma hepatocelular, apenas por albumina e \
         bilirrubina. Estratifica o prognóstico; não define o tratamento.",
    ),
    aliases: &[
        "albumin-bilirubin",
        "CHC",
        "hepatocarcinoma",
        "HCC",
        "hepatocellular carcinoma",
    ],
    inputs: &[ALBUMIN.input, BILIRUBIN.input],
    results: &[ALBI],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Johnson PJ, Berhane S, Kagebayashi C, et al. Assessment of liver function in \
                   patients with hepatocellular carcinoma: a new evidence-based approach - the \
                   ALBI grade. J Clin Oncol 2015;33:550-558.",
        doi: Some("10.1200/JCO.2014.57.9151"),
        pmid: Some("25512453"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// In umol/L and g/L, as published.
fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let bilirubin = 17.1 * values.of(BILIRUBIN)?;
    let albumin = 10.0 * values.of(ALBUMIN)?;
    let albi = 0.66 * bilirubin.log10() - 0.085 * albumin;
    Ok(Outcome::number(ALBI.name, steady(albi)))
}
