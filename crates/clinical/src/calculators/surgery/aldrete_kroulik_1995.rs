//! Aldrete-Kroulik recovery score, in the edition with oximetry.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    rest, score, text,
};
use crate::handles::{OneOf, one_of};

const MOVES: &[Choice] = &[
    choice("four-limbs", "moves four limbs", "move os quatro membros"),
    choice("two-limbs", "moves two limbs", "move dois membros"),
    choice("none", "moves none", "não move os membros"),
];
const BREATHS: &[Choice] = &[
    choice(
        "deep-and-coughs",
        "breathes deeply and coughs",
        "respira fundo e tosse",
    ),
    choice(
        "limited",
        "dyspnoea or limited breathing",
        "dispneia ou respiração limitada",
    ),
    choice("apnea", "apnoea", "apneia"),
];
const PRESSURES: &[Choice] = &[
    choice("within-20", "within 20% of it", "até 20% dela"),
    choice("20-to-50", "20 to 50% from it", "de 20 a 50% dela"),
    choice("beyond-50", "50% or more from it", "50% ou mais dela"),
];
const WAKES: &[Choice] = &[
    choice("awake", "fully awake", "totalmente desperto"),
    choice("to-call", "wakes when called", "desperta ao chamado"),
    choice("none", "does not respond", "não responde"),
];
const OXYGENS: &[Choice] = &[
    choice(
        "above-92-air",
        "above 92% in room air",
        "acima de 92% em ar ambiente",
    ),
    choice(
        "needs-oxygen",
        "needs oxygen to stay above 90%",
        "precisa de oxigênio para ficar acima de 90%",
    ),
    choice(
        "below-90-oxygen",
        "below 90% even with oxygen",
        "abaixo de 90% mesmo com oxigênio",
    ),
];

const ACTIVITY: OneOf = one_of("activity", MOVES, "Activity", "Atividade motora").defined(
    "On command or by itself.",
    "Voluntariamente ou sob comando.",
);
const RESPIRATION: OneOf = one_of("respiration", BREATHS, "Respiration", "Respiração");
const CIRCULATION: OneOf = one_of(
    "circulation",
    PRESSURES,
    "Blood pressure against that before anaesthesia",
    "Pressão arterial em relação à pré-anestésica",
);
const WAKEFULNESS: OneOf = one_of("wakefulness", WAKES, "Consciousness", "Consciência");
const OXYGENATION: OneOf = one_of(
    "oxygenation",
    OXYGENS,
    "Oxygen saturation",
    "Saturação de oxigênio",
);

const CRITERIA: &[Criterion] = &[
    ACTIVITY.adds(&[("four-limbs", 2.0), ("two-limbs", 1.0), ("none", 0.0)]),
    RESPIRATION.adds(&[("deep-and-coughs", 2.0), ("limited", 1.0), ("apnea", 0.0)]),
    CIRCULATION.adds(&[("within-20", 2.0), ("20-to-50", 1.0), ("beyond-50", 0.0)]),
    WAKEFULNESS.adds(&[("awake", 2.0), ("to-call", 1.0), ("none", 0.0)]),
    OXYGENATION.adds(&[
        ("above-92-air", 2.0),
        ("needs-oxygen", 1.0),
        ("below-90-oxygen", 0.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "aldrete-kroulik-1995",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "Aldrete-Kroulik score (modified, 1995)",
        "Índice de Aldrete e Kroulik (modificado, 1995)",
    ),
    description: text(
        "Recovery from anaesthesia by five signs, 0 to 10 points, with oxygen saturation instead of \
         the colour of 1970. The sum alone discharges no one: pain, nausea, bleeding and the kind \
         of anaesthesia count too.",
        "Recuperação anestésica por cinco sinais, de 0 a 10 pontos, com a saturação de oxigênio no \
         lugar da cor de 1970. A soma sozinha não dá alta: dor, náusea, sangramento e o tipo de \
         anestesia também contam.",
    ),
    aliases: &[
        "Aldrete",
        "SRPA",
        "recuperação pós-anestésica",
        "PACU",
        "post-anaesthesia recovery",
    ],
    inputs: &[
        ACTIVITY.input,
        RESPIRATION.input,
        CIRCULATION.input,
        WAKEFULNESS.input,
        OXYGENATION.input,
    ],
    results: &[score(
        text("Aldrete-Kroulik score", "Índice de Aldrete e Kroulik"),
        &[
            below(9.0, "below-9", "below 9", "abaixo de 9"),
            rest(
                "from-9",
                "9 or more: the usual limit for leaving the recovery room",
                "9 ou mais: limite usual para alta da sala de recuperação",
            ),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Aldrete JA. The post-anesthesia recovery score revisited. J Clin Anesth \
                   1995;7:89-91.",
        doi: Some("10.1016/0952-8180(94)00001-K"),
        pmid: Some("7772368"),
    },
    sources: &[Reference {
        citation: "Aldrete JA, Kroulik D. A postanesthetic recovery score. Anesth Analg \
                   1970;49:924-934.",
        doi: None,
        pmid: None,
    }],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
