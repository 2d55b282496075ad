//! The albumin-to-creatinine ratio from the two concentrations in one urine sample.

use super::{ALBUMINURIA, GUIDELINE, ON_THE_LIMIT, albuminuria};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::URINE_CREATININE;
use crate::round::steady;
use crate::units;
use crate::values::Values;

const URINE_ALBUMIN: Quantity = quantity(
    "urine_albumin",
    &units::URINE_ALBUMIN,
    "Urine albumin",
    "Albumina urinária",
)
.defined(
    "Albumin, not total protein, in the same sample as the creatinine.",
    "Albumina, não proteína total, na mesma amostra da creatinina.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "albumin-creatinine-ratio",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Urine albumin-to-creatinine ratio",
        "Relação albumina/creatinina urinária (RAC)",
    ),
    description: text(
        "Divides albumin by creatinine of one urine sample, best the first of the morning, and \
         names the KDIGO category: in mg/g where the creatinine came as a mass, in mg/mmol where \
         it came in moles, each with its own printed limits. Infection, fever, exercise and \
         menstruation raise it for a time: repeat before it counts.",
        "Divide a albumina pela creatinina de uma amostra de urina, de preferência a primeira da \
         manhã, e dá a categoria KDIGO: em mg/g se a creatinina veio em massa, em mg/mmol se veio \
         em mols, cada uma com seus limites impressos. Infecção, febre, exercício e menstruação a \
         elevam por um tempo: repetir antes de valorizar.",
    ),
    aliases: &[
        "ACR",
        "UACR",
        "RAC",
        "microalbuminúria",
        "microalbuminuria",
        "albuminúria",
    ],
    inputs: &[URINE_ALBUMIN.input, URINE_CREATININE.input],
    results: &[Output {
        interpretations: ALBUMINURIA,
        ..output(
            OutputKind::Laboratory,
            "albumin_creatinine_ratio",
            text("Albumin-to-creatinine ratio", "Relação albumina/creatinina"),
            "mg/g",
            1,
        )
    }],
    reference: GUIDELINE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let albumin = values.of(URINE_ALBUMIN)?;
    let (creatinine, sent) = values.as_sent(URINE_CREATININE)?;
    // Albumin is in mg/L; creatinine becomes g/L or mmol/L.
    let (creatinine, unit) = match sent {
        "mg/dL" => (creatinine / 100.0, "mg/g"),
        "g/L" => (creatinine, "mg/g"),
        "mmol/L" => (creatinine, "mg/mmol"),
        "umol/L" => (creatinine / 1000.0, "mg/mmol"),
        _ => return Err(NoResult::Defect("a unit of creatinine has no ratio")),
    };
    let ratio = steady(albumin / creatinine);
    let category = albuminuria(ratio, unit)?;
    Ok(Outcome::number("albumin_creatinine_ratio", ratio)
        .unit(unit)
        .meaning(category.code)
        .warn_if(category.on_the_limit, ON_THE_LIMIT))
}
