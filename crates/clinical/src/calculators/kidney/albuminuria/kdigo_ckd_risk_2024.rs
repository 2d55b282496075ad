//! Risk of chronic kidney disease by filtration and albuminuria.

use super::{ALBUMINURIA, GUIDELINE, ON_THE_LIMIT, albuminuria};
use crate::calculators::kidney::egfr::KDIGO;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, below,
    output, rest, text,
};
use crate::inputs::{ALBUMIN_CREATININE_RATIO, EGFR};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "kdigo-ckd-risk-2024",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Risk of chronic kidney disease (KDIGO 2024, G and A)",
        "Risco da doença renal crônica (KDIGO 2024, G e A)",
    ),
    description: text(
        "Puts the filtration rate and the albumin-to-creatinine ratio of an adult into their KDIGO \
         categories and reads from both the risk of the disease getting worse, from 1 (low) to 4 \
         (very high). Both must last more than three months; low risk without any other sign of \
         kidney damage is no kidney disease. Protein-to-creatinine ratios do not belong here.",
        "Coloca a taxa de filtração e a relação albumina/creatinina de um adulto nas categorias \
         KDIGO e lê de ambas o risco de piora da doença, de 1 (baixo) a 4 (muito alto). As duas \
         devem persistir por mais de três meses; risco baixo sem outro sinal de lesão renal não é \
         doença renal. A relação proteína/creatinina não serve aqui.",
    ),
    aliases: &[
        "KDIGO",
        "CKD heat map",
        "DRC",
        "mapa de calor",
        "G3a A2",
        "albuminúria",
        "estadiamento DRC",
    ],
    inputs: &[EGFR.input, ALBUMIN_CREATININE_RATIO.input],
    results: &[
        Output {
            interpretations: &[
                below(2.0, "low", "low risk", "risco baixo"),
                below(
                    3.0,
                    "moderate",
                    "moderately increased risk",
                    "risco moderadamente aumentado",
                ),
                below(4.0, "high", "high risk", "risco alto"),
                rest("very-high", "very high risk", "risco muito alto"),
            ],
            ..output(
                OutputKind::Score,
                "risk",
                text("Risk, 1 to 4", "Risco, de 1 a 4"),
                "1",
                0,
            )
        },
        Output {
            interpretations: KDIGO,
            ..output(
                OutputKind::Laboratory,
                "egfr",
                text(
                    "Category of the filtration rate",
                    "Categoria da taxa de filtração",
                ),
                "mL/min/{1.73_m2}",
                0,
            )
        },
        Output {
            interpretations: ALBUMINURIA,
            ..output(
                OutputKind::Laboratory,
                "albumin_creatinine_ratio",
                text("Category of albuminuria", "Categoria da albuminúria"),
                "mg/g",
                1,
            )
        },
    ],
    assumptions: &[
        ADULT,
        text(
            "Both values have been so for more than three months, and there is no acute kidney \
             injury.",
            "Os dois valores persistem há mais de três meses, e não há lesão renal aguda.",
        ),
    ],
    reference: GUIDELINE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let egfr = values.of(EGFR)?;
    let (ratio, unit) = values.as_sent(ALBUMIN_CREATININE_RATIO)?;
    let category = albuminuria(ratio, unit)?;
    let column = match category.code {
        "A1" => 0,
        "A2" => 1,
        _ => 2,
    };
    let row: [f64; 3] = if egfr >= 60.0 {
        [1.0, 2.0, 3.0]
    } else if egfr >= 45.0 {
        [2.0, 3.0, 4.0]
    } else if egfr >= 30.0 {
        [3.0, 4.0, 4.0]
    } else {
        [4.0, 4.0, 4.0]
    };
    Ok(Outcome::number("risk", row[column])
        .and("egfr", egfr)
        .and("albumin_creatinine_ratio", ratio)
        .unit(unit)
        .meaning(category.code)
        .warn_if(category.on_the_limit, ON_THE_LIMIT))
}
