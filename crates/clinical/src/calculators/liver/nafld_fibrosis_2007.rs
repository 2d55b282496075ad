//! NAFLD fibrosis score.

use crate::calculators::body::bmi;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, output, rest, text, up_to,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, ALBUMIN, ALT, AST, HEIGHT, PLATELETS, WEIGHT};
use crate::round::steady;
use crate::values::Values;

const IMPAIRED_GLUCOSE: Flag = flag(
    "impaired_fasting_glucose_or_diabetes",
    "Impaired fasting glucose or diabetes",
    "Glicemia de jejum alterada ou diabetes",
);

const SCORE: Output = Output {
    interpretations: &[
        below(
            -1.455,
            "low",
            "advanced fibrosis unlikely",
            "fibrose avançada improvável",
        ),
        up_to(
            0.676,
            "indeterminate",
            "indeterminate: another test is needed",
            "indeterminado: é necessário outro exame",
        ),
        rest(
            "high",
            "advanced fibrosis likely",
            "fibrose avançada provável",
        ),
    ],
    ..output(
        OutputKind::Laboratory,
        "nafld_fibrosis_score",
        text("NAFLD fibrosis score", "Escore de fibrose da DHGNA (NFS)"),
        "1",
        3,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "nafld-fibrosis-2007",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "NAFLD fibrosis score",
        "Escore de fibrose da doença hepática gordurosa (NFS)",
    ),
    description: text(
        "Likelihood of advanced fibrosis in adults with metabolic steatotic liver disease (NAFLD, \
         MASLD), from age, body mass index, glucose, AST, ALT, platelets and albumin.",
        "Probabilidade de fibrose avançada em adultos com doença hepática esteatótica metabólica \
         (DHGNA, MASLD), por idade, índice de massa corporal, glicemia, AST, ALT, plaquetas e \
         albumina.",
    ),
    aliases: &[
        "NFS",
        "NAFLD",
        "MASLD",
        "DHGNA",
        "esteatose",
        "fibrose hepática",
        "liver fibrosis",
    ],
    inputs: &[
        AGE.input,
        WEIGHT.input,
        HEIGHT.input,
        IMPAIRED_GLUCOSE.input,
        AST.input,
        ALT.input,
        PLATELETS.input,
        ALBUMIN.input,
    ],
    results: &[SCORE],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Angulo P, Hui JM, Marchesini G, et al. The NAFLD fibrosis score: a noninvasive \
                   system that identifies liver fibrosis in patients with NAFLD. Hepatology \
                   2007;45:846-854.",
        doi: Some("10.1002/hep.21496"),
        pmid: Some("17393509"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let age = values.of(AGE)?;
    let index = bmi::equation(values.of(WEIGHT)?, values.of(HEIGHT)?);
    let glucose = if values.of(IMPAIRED_GLUCOSE)? {
        1.13
    } else {
        0.0
    };
    let score =
        -1.675 + 0.037 * age + 0.094 * index + glucose + 0.99 * values.of(AST)? / values.of(ALT)?
            - 0.013 * values.of(PLATELETS)?
            - 0.66 * values.of(ALBUMIN)?;
    Ok(Outcome::number(SCORE.name, steady(score)).warn_if(
        !(35.0..=65.0).contains(&age),
        text(
            "The score is less accurate below 35 and above 65 years.",
            "O escore é menos preciso abaixo de 35 e acima de 65 anos.",
        ),
    ))
}
