//! Alvarado score for acute appendicitis.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, less_than, more,
    rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{LEUKOCYTES, TEMPERATURE};

const MIGRATION_OF_PAIN: Flag = flag(
    "migration_of_pain",
    "Pain that migrated to the right iliac fossa",
    "Dor que migrou para a fossa ilíaca direita",
);
const ANOREXIA: Flag = flag(
    "anorexia",
    "Anorexia, or ketones in the urine",
    "Anorexia, ou cetonas na urina",
);
const NAUSEA_OR_VOMITING: Flag = flag(
    "nausea_or_vomiting",
    "Nausea or vomiting",
    "Náuseas ou vômitos",
);
const RIGHT_ILIAC_TENDERNESS: Flag = flag(
    "right_iliac_tenderness",
    "Tenderness in the right iliac fossa",
    "Dor à palpação na fossa ilíaca direita",
);
const REBOUND_TENDERNESS: Flag = flag(
    "rebound_tenderness",
    "Rebound tenderness",
    "Dor à descompressão brusca",
);
const LEFT_SHIFT: Flag = flag(
    "left_shift",
    "Shift of the leukocytes to the left",
    "Desvio à esquerda no leucograma",
)
.defined(
    "More than 75 % neutrophils.",
    "Mais de 75 % de neutrófilos.",
);

const CRITERIA: &[Criterion] = &[
    MIGRATION_OF_PAIN.adds(1.0),
    ANOREXIA.adds(1.0),
    NAUSEA_OR_VOMITING.adds(1.0),
    RIGHT_ILIAC_TENDERNESS.adds(2.0),
    REBOUND_TENDERNESS.adds(1.0),
    TEMPERATURE.adds_by(&[less_than(37.3, 0.0), more(1.0)]),
    LEUKOCYTES.adds_by(&[at_most(10.0, 0.0), more(2.0)]),
    LEFT_SHIFT.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "alvarado-1986",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("Alvarado score", "Escore de Alvarado"),
    description: text(
        "Likelihood of acute appendicitis in people with suspected appendicitis, from symptoms, \
         examination and leukocytes, 0 to 10 points. It is less reliable in small children, in \
         women of childbearing age and in the elderly, and neither makes nor rules out the \
         diagnosis alone.",
        "Probabilidade de apendicite aguda em pessoas com suspeita de apendicite, por sintomas, \
         exame e leucograma, de 0 a 10 pontos. É menos confiável em crianças pequenas, em \
         mulheres em idade fértil e em idosos, e sozinho não faz nem afasta o diagnóstico.",
    ),
    aliases: &["MANTRELS", "apendicite", "appendicitis"],
    inputs: &[
        MIGRATION_OF_PAIN.input,
        ANOREXIA.input,
        NAUSEA_OR_VOMITING.input,
        RIGHT_ILIAC_TENDERNESS.input,
        REBOUND_TENDERNESS.input,
        TEMPERATURE.input,
        LEUKOCYTES.input,
        LEFT_SHIFT.input,
    ],
    results: &[score(
        text("Alvarado score", "Escore de Alvarado"),
        &[
            below(
                5.0,
                "low",
                "below what is compatible with appendicitis",
                "abaixo do compatível com apendicite",
            ),
            below(
                7.0,
                "compatible",
                "compatible with appendicitis",
                "compatível com apendicite",
            ),
            below(
                9.0,
                "probable",
                "appendicitis probable",
                "apendicite provável",
            ),
            rest(
                "very-probable",
                "appendicitis very probable",
                "apendicite muito provável",
            ),
        ],
    )],
    reference: Reference {
        citation: "Alvarado A. A practical score for the early diagnosis of acute appendicitis. \
                   Ann Emerg Med 1986;15:557-564.",
        doi: Some("10.1016/S0196-0644(86)80993-3"),
        pmid: Some("3963537"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
