//! ROX index of breathing with a high-flow nasal cannula.

use crate::definition::{
    ADULT, Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, choice, chosen, output, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{FIO2, OXYGEN_SATURATION, RESPIRATORY_RATE};
use crate::round::steady;
use crate::values::Values;

const TIMES: &[Choice] = &[
    choice("2h", "2 hours", "2 horas"),
    choice("6h", "6 hours", "6 horas"),
    choice("12h", "12 hours", "12 horas"),
];
const TIME: OneOf = one_of(
    "hours_on_cannula",
    TIMES,
    "Time on the high-flow cannula",
    "Tempo de cânula nasal de alto fluxo",
)
.defined(
    "The limits were measured 2, 6 and 12 hours after it was begun.",
    "Os limites foram medidos 2, 6 e 12 horas após o início.",
);

/// At any of the three times, from here on intubation is unlikely.
const SUCCESS: f64 = 4.88;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "rox-2019",
    version: "1.0.0",
    category: Category::Lungs,
    title: text("ROX index", "Índice ROX"),
    description: text(
        "Chance that an adult with pneumonia and hypoxaemic respiratory failure on a high-flow \
         nasal cannula will need intubation. A low index must not wait for the next one; a high \
         one does not replace the bedside.",
        "Chance de intubação de um adulto com pneumonia e insuficiência respiratória hipoxêmica em \
         cânula nasal de alto fluxo. Um índice baixo não deve esperar o próximo; um alto não \
         substitui a avaliação à beira do leito.",
    ),
    aliases: &[
        "ROX",
        "CNAF",
        "cânula nasal de alto fluxo",
        "HFNC",
        "high-flow nasal cannula",
        "intubação",
    ],
    inputs: &[
        OXYGEN_SATURATION.input,
        FIO2.input,
        RESPIRATORY_RATE.input,
        TIME.input,
    ],
    results: &[Output {
        interpretations: &[
            chosen(
                "failure",
                "below the limit of this time: high risk of intubation",
                "abaixo do limite deste tempo: alto risco de intubação",
            ),
            chosen(
                "between",
                "between the limits: reassess within an hour or two",
                "entre os limites: reavaliar em uma a duas horas",
            ),
            chosen(
                "success",
                "4.88 or more: low risk of intubation",
                "4,88 ou mais: baixo risco de intubação",
            ),
        ],
        ..output(
            OutputKind::Score,
            "rox",
            text("ROX index", "Índice ROX"),
            "1",
            2,
        )
    }],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Roca O, Caralt B, Messika J, et al. An index combining respiratory rate and \
                   oxygenation to predict outcome of nasal high-flow therapy. Am J Respir Crit \
                   Care Med 2019;199:1368-1376.",
        doi: Some("10.1164/rccm.201803-0589OC"),
        pmid: Some("30576221"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = values.of(OXYGEN_SATURATION)? * 100.0 / values.of(FIO2)?;
    let rox = steady(ratio / values.of(RESPIRATORY_RATE)?);
    let failure = match values.of(TIME)? {
        "2h" => 2.85,
        "6h" => 3.47,
        "12h" => 3.85,
        _ => return Err(NoResult::Defect("a time has no limit")),
    };
    let meaning = match rox {
        rox if rox < failure => "failure",
        rox if rox < SUCCESS => "between",
        _ => "success",
    };
    Ok(Outcome::number("rox", rox).meaning(meaning))
}
