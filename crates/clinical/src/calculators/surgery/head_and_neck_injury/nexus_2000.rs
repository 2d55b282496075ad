//! NEXUS criteria for the cervical spine.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const TENDERNESS: Flag = flag(
    "midline_neck_tenderness",
    "Tenderness of the neck in the posterior midline",
    "Dor à palpação da linha média posterior do pescoço",
);
const DEFICIT: Flag = flag(
    "focal_neurological_deficit",
    "Focal neurological deficit",
    "Déficit neurológico focal",
);
const ALERTNESS: Flag = flag(
    "not_fully_alert",
    "Not fully alert",
    "Alteração do nível de alerta",
);
const INTOXICATION: Flag = flag(
    "intoxicated",
    "Sign of intoxication",
    "Sinal de intoxicação",
);
const DISTRACTING: Flag = flag(
    "painful_distracting_injury",
    "Painful injury elsewhere that distracts",
    "Outra lesão dolorosa que distrai",
)
.defined(
    "For example a fracture of a long bone or a large burn.",
    "Por exemplo, fratura de osso longo ou queimadura extensa.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "nexus-2000",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "NEXUS criteria for the cervical spine",
        "Critérios NEXUS para a coluna cervical",
    ),
    description: text(
        "Whether the cervical spine needs pictures after a blunt injury: not when none of the five \
         findings is there.",
        "Se a coluna cervical precisa de imagem após um trauma fechado: não, quando nenhum dos \
         cinco achados está presente.",
    ),
    aliases: &["NEXUS", "coluna cervical", "cervical spine", "trauma"],
    inputs: &[
        TENDERNESS.input,
        DEFICIT.input,
        ALERTNESS.input,
        INTOXICATION.input,
        DISTRACTING.input,
    ],
    results: &[score(
        text(
            "Findings that ask for pictures",
            "Achados que exigem imagem",
        ),
        &[
            below(
                1.0,
                "no-imaging",
                "no imaging needed",
                "imagem desnecessária",
            ),
            rest("imaging", "imaging indicated", "imagem indicada"),
        ],
    )],
    reference: Reference {
        citation: "Hoffman JR, Mower WR, Wolfson AB, Todd KH, Zucker MI. Validity of a set of \
                   clinical criteria to rule out injury to the cervical spine in patients with \
                   blunt trauma. N Engl J Med 2000;343:94-99.",
        doi: Some("10.1056/NEJM200007133430203"),
        pmid: Some("10891516"),
    },
    formula: Formula::score(&[
        TENDERNESS.adds(1.0),
        DEFICIT.adds(1.0),
        ALERTNESS.adds(1.0),
        INTOXICATION.adds(1.0),
        DISTRACTING.adds(1.0),
    ]),
    ..DEFAULTS
};
