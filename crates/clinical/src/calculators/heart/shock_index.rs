//! Shock index: heart rate over systolic pressure.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, below, output, rest, text, up_to,
};
use crate::inputs::{HEART_RATE, SYSTOLIC_BP};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "shock-index-1967",
    version: "1.0.0",
    category: Category::Heart,
    title: text("Shock index", "Índice de choque"),
    description: text(
        "Heart rate over systolic pressure: it rises with loss of blood and with circulatory \
         failure before either alone is abnormal. Beta blockers, pacemakers, pain, fever and \
         pregnancy change it; a usual value rules nothing out. Not for children.",
        "Frequência cardíaca dividida pela pressão sistólica: sobe com a perda de sangue e a \
         falência circulatória antes que cada uma se altere. Betabloqueador, marca-passo, dor, \
         febre e gravidez o mudam; valor usual não exclui nada. Não usar em crianças.",
    ),
    aliases: &["haemorrhage", "hemorragia", "trauma", "choque"],
    inputs: &[HEART_RATE.input, SYSTOLIC_BP.input],
    results: &[Output {
        interpretations: &[
            up_to(
                0.7,
                "usual",
                "not raised: 0.5 to 0.7 is usual in healthy adults",
                "não elevado: 0,5 a 0,7 é o usual em adultos saudáveis",
            ),
            below(
                1.0,
                "raised",
                "above what is usual in healthy adults",
                "acima do usual em adultos saudáveis",
            ),
            rest(
                "high",
                "1 or more: goes with a poorer outcome in circulatory failure",
                "1 ou mais: acompanha pior evolução na falência circulatória",
            ),
        ],
        ..output(
            OutputKind::Measurement,
            "shock_index",
            text("Shock index", "Índice de choque"),
            "1",
            2,
        )
    }],
    assumptions: &[
        ADULT,
        text(
            "Rate and pressure were taken at the same time.",
            "Frequência e pressão são do mesmo momento.",
        ),
    ],
    reference: Reference {
        citation: "Allgöwer M, Burri C. \"Schockindex\". Dtsch Med Wochenschr 1967;92:1947-1950.",
        doi: Some("10.1055/s-0028-1106070"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let index = values.of(HEART_RATE)? / values.of(SYSTOLIC_BP)?;
    Ok(Outcome::number("shock_index", index))
}
