//! Score of intracerebral haemorrhage.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, less_than, more, score, text,
};
use crate::handles::{Flag, Quantity, flag, quantity};
use crate::inputs::{ADULTS, AGE, GLASGOW_COMA_SCALE, INTRAVENTRICULAR_HEMORRHAGE};
use crate::units;

const VOLUME: Quantity = quantity(
    "hematoma_volume",
    &units::HEMATOMA_VOLUME,
    "Volume of the haematoma",
    "Volume do hematoma",
)
.defined(
    "On the first CT: length times width times height, halved (ABC/2).",
    "Na primeira tomografia: comprimento vezes largura vezes altura, dividido por dois (ABC/2).",
);
const INFRATENTORIAL: Flag = flag(
    "infratentorial_origin",
    "Infratentorial origin",
    "Origem infratentorial",
);

const CRITERIA: &[Criterion] = &[
    GLASGOW_COMA_SCALE.adds_by(&[less_than(5.0, 2.0), less_than(13.0, 1.0), more(0.0)]),
    VOLUME.adds_by(&[less_than(30.0, 0.0), more(1.0)]),
    INTRAVENTRICULAR_HEMORRHAGE.adds(1.0),
    INFRATENTORIAL.adds(1.0),
    AGE.adds_by(&[less_than(80.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ich-2001",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("ICH score", "Escore ICH (hemorragia intracerebral)"),
    description: text(
        "Severity of a spontaneous intracerebral haemorrhage of an adult, by the risk of death \
         within 30 days, 0 to 6 points. Not a reason to withhold treatment on the first day.",
        "Gravidade da hemorragia intracerebral espontânea de um adulto, pelo risco de óbito em 30 \
         dias, de 0 a 6 pontos. Não é motivo para limitar tratamento no primeiro dia.",
    ),
    aliases: &[
        "AVC hemorrágico",
        "ICH",
        "HIC",
        "intracerebral hemorrhage",
        "Hemphill",
    ],
    inputs: &[
        GLASGOW_COMA_SCALE.input,
        VOLUME.input,
        INTRAVENTRICULAR_HEMORRHAGE.input,
        INFRATENTORIAL.input,
        AGE.input,
    ],
    results: &[score(text("ICH score", "Escore ICH"), &[])],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Hemphill JC 3rd, Bonovich DC, Besmertis L, Manley GT, Johnston SC. The ICH \
                   score: a simple, reliable grading scale for intracerebral hemorrhage. Stroke \
                   2001;32:891-897.",
        doi: Some("10.1161/01.str.32.4.891"),
        pmid: Some("11283388"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
