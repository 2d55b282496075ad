//! APRI: fibrosis of the liver from AST and platelets.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, output, rest, text, up_to,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{AST, PLATELETS};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const AST_LIMIT: Quantity = quantity(
    "ast_upper_limit",
    &units::AST_LIMIT,
    "Upper limit of normal of AST in that laboratory",
    "Limite superior da normalidade da AST (TGO) no laboratório",
);

const INDEX: Output = Output {
    interpretations: &[
        up_to(
            0.5,
            "no-significant-fibrosis",
            "significant fibrosis and cirrhosis unlikely",
            "fibrose significativa e cirrose improváveis",
        ),
        up_to(
            1.0,
            "no-cirrhosis",
            "cirrhosis unlikely, fibrosis undecided",
            "cirrose improvável, fibrose indefinida",
        ),
        up_to(1.5, "indeterminate", "undecided", "indefinido"),
        up_to(
            2.0,
            "significant-fibrosis",
            "significant fibrosis likely, cirrhosis undecided",
            "fibrose significativa provável, cirrose indefinida",
        ),
        rest("cirrhosis", "cirrhosis likely", "cirrose provável"),
    ],
    ..output(
        OutputKind::Laboratory,
        "apri",
        text("AST to platelet ratio index", "APRI"),
        "1",
        2,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "apri-2003",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "AST to platelet ratio index (APRI)",
        "APRI (relação AST/plaquetas)",
    ),
    description: text(
        "Likelihood of significant fibrosis and of cirrhosis in chronic hepatitis C, from AST \
         relative to the laboratory's limit and platelets. The limits were found in hepatitis C; \
         others are in use for hepatitis B. Not in acute hepatitis.",
        "Probabilidade de fibrose significativa e de cirrose na hepatite C crônica, pela AST em \
         relação ao limite do laboratório e pelas plaquetas. Os limites foram definidos na \
         hepatite C; outros são usados na hepatite B. Não usar na hepatite aguda.",
    ),
    aliases: &[
        "fibrose hepática",
        "liver fibrosis",
        "hepatite C",
        "cirrose",
    ],
    inputs: &[AST.input, AST_LIMIT.input, PLATELETS.input],
    results: &[INDEX],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Wai CT, Greenson JK, Fontana RJ, et al. A simple noninvasive index can predict \
                   both significant fibrosis and cirrhosis in patients with chronic hepatitis C. \
                   Hepatology 2003;38:518-526.",
        doi: Some("10.1053/jhep.2003.50346"),
        pmid: Some("12883497"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ast = values.of(AST)? / values.of(AST_LIMIT)?;
    let index = steady(100.0 * ast / values.of(PLATELETS)?);
    Ok(Outcome::number(INDEX.name, index))
}
