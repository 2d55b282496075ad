//! Patient classification of Fugulin and others: how much nursing someone needs.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, rest,
    score, text,
};
use crate::handles::{OneOf, one_of};

const MENTAL: &[Choice] = &[
    choice(
        "oriented",
        "oriented in time and place",
        "orientado no tempo e no espaço",
    ),
    choice(
        "disoriented-at-times",
        "disoriented at times",
        "períodos de desorientação",
    ),
    choice(
        "unconscious-at-times",
        "unconscious at times",
        "períodos de inconsciência",
    ),
    choice("unconscious", "unconscious", "inconsciente"),
];
const OXYGEN: &[Choice] = &[
    choice("none", "no oxygen", "não depende de oxigênio"),
    choice(
        "intermittent",
        "oxygen at times, by mask or catheter",
        "oxigênio intermitente, por máscara ou cateter",
    ),
    choice(
        "continuous",
        "oxygen all the time, by mask or catheter",
        "oxigênio contínuo, por máscara ou cateter",
    ),
    choice(
        "ventilator",
        "mechanical ventilation",
        "ventilação mecânica",
    ),
];
const SIGNS: &[Choice] = &[
    choice(
        "every-8-hours",
        "routine, every 8 hours",
        "rotina, a cada 8 horas",
    ),
    choice("every-6-hours", "every 6 hours", "a cada 6 horas"),
    choice("every-4-hours", "every 4 hours", "a cada 4 horas"),
    choice(
        "every-2-hours-or-less",
        "every 2 hours or more often",
        "a cada 2 horas ou menos",
    ),
];
const MOTILITY: &[Choice] = &[
    choice(
        "all",
        "moves the whole body",
        "movimenta todos os segmentos",
    ),
    choice("limited", "limited movements", "limitação de movimentos"),
    choice(
        "difficult",
        "moves with difficulty; turned with the help of nursing",
        "dificuldade para movimentar-se; mudança de decúbito com auxílio da enfermagem",
    ),
    choice(
        "none",
        "moves nothing; turned by nursing on schedule",
        "incapaz de movimentar-se; mudança de decúbito programada pela enfermagem",
    ),
];
const WALKING: &[Choice] = &[
    choice("alone", "walks", "deambula"),
    choice("with-help", "walks with help", "deambula com auxílio"),
    choice("wheelchair", "by wheelchair", "cadeira de rodas"),
    choice("in-bed", "restricted to bed", "restrito ao leito"),
];
const FEEDING: &[Choice] = &[
    choice("alone", "alone", "autossuficiente"),
    choice("with-help", "by mouth with help", "por boca, com auxílio"),
    choice("tube", "by nasogastric tube", "por sonda nasogástrica"),
    choice(
        "central-line",
        "by central venous catheter",
        "por cateter central",
    ),
];
const BODY_CARE: &[Choice] = &[
    choice("alone", "alone", "autossuficiente"),
    choice(
        "with-help",
        "help with the shower or the mouth",
        "auxílio no banho de chuveiro ou na higiene oral",
    ),
    choice(
        "shower-by-nursing",
        "shower and mouth care by nursing",
        "banho de chuveiro e higiene oral pela enfermagem",
    ),
    choice(
        "bed-bath",
        "bath in bed and mouth care by nursing",
        "banho no leito e higiene oral pela enfermagem",
    ),
];
const ELIMINATION: &[Choice] = &[
    choice("alone", "alone", "autossuficiente"),
    choice(
        "toilet-with-help",
        "toilet with help",
        "vaso sanitário com auxílio",
    ),
    choice(
        "bedpan",
        "bedpan or in bed",
        "comadre ou eliminações no leito",
    ),
    choice(
        "bed-and-bladder-catheter",
        "in bed, with a bladder catheter to measure the urine",
        "evacuação no leito e sonda vesical para controle da diurese",
    ),
];
const DRUGS: &[Choice] = &[
    choice(
        "oral-or-intramuscular",
        "by mouth or into a muscle",
        "VO ou IM",
    ),
    choice(
        "intermittent-intravenous",
        "into a vein at times",
        "EV intermitente",
    ),
    choice(
        "continuous-intravenous-or-tube",
        "into a vein all the time, or by nasogastric tube",
        "EV contínua ou por sonda nasogástrica",
    ),
    choice(
        "vasoactive",
        "vasoactive drugs to hold the blood pressure",
        "drogas vasoativas para manter a pressão",
    ),
];

const MENTAL_STATE: OneOf = one_of(
    "fugulin_mental_state",
    MENTAL,
    "Mental state",
    "Estado mental",
);
const OXYGENATION: OneOf = one_of("fugulin_oxygenation", OXYGEN, "Oxygenation", "Oxigenação");
const VITAL_SIGNS: OneOf = one_of(
    "fugulin_vital_signs",
    SIGNS,
    "Vital signs: how often",
    "Sinais vitais: frequência",
);
const MOVEMENT: OneOf = one_of("fugulin_motility", MOTILITY, "Motility", "Motilidade");
const AMBULATION: OneOf = one_of("fugulin_ambulation", WALKING, "Walking", "Deambulação");
const FOOD: OneOf = one_of("fugulin_feeding", FEEDING, "Feeding", "Alimentação");
const HYGIENE: OneOf = one_of(
    "fugulin_body_care",
    BODY_CARE,
    "Body care",
    "Cuidado corporal",
);
const EXCRETION: OneOf = one_of(
    "fugulin_elimination",
    ELIMINATION,
    "Elimination",
    "Eliminação",
);
const THERAPY: OneOf = one_of("fugulin_therapy", DRUGS, "Medication", "Terapêutica");

const CRITERIA: &[Criterion] = &[
    MENTAL_STATE.adds(&[
        ("oriented", 1.0),
        ("disoriented-at-times", 2.0),
        ("unconscious-at-times", 3.0),
        ("unconscious", 4.0),
    ]),
    OXYGENATION.adds(&[
        ("none", 1.0),
        ("intermittent", 2.0),
        ("continuous", 3.0),
        ("ventilator", 4.0),
    ]),
    VITAL_SIGNS.adds(&[
        ("every-8-hours", 1.0),
        ("every-6-hours", 2.0),
        ("every-4-hours", 3.0),
        ("every-2-hours-or-less", 4.0),
    ]),
    MOVEMENT.adds(&[
        ("all", 1.0),
        ("limited", 2.0),
        ("difficult", 3.0),
        ("none", 4.0),
    ]),
    AMBULATION.adds(&[
        ("alone", 1.0),
        ("with-help", 2.0),
        ("wheelchair", 3.0),
        ("in-bed", 4.0),
    ]),
    FOOD.adds(&[
        ("alone", 1.0),
        ("with-help", 2.0),
        ("tube", 3.0),
        ("central-line", 4.0),
    ]),
    HYGIENE.adds(&[
        ("alone", 1.0),
        ("with-help", 2.0),
        ("shower-by-nursing", 3.0),
        ("bed-bath", 4.0),
    ]),
    EXCRETION.adds(&[
        ("alone", 1.0),
        ("toilet-with-help", 2.0),
        ("bedpan", 3.0),
        ("bed-and-bladder-catheter", 4.0),
    ]),
    THERAPY.adds(&[
        ("oral-or-intramuscular", 1.0),
        ("intermittent-intravenous", 2.0),
        ("continuous-intravenous-or-tube", 3.0),
        ("vasoactive", 4.0),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fugulin-2005",
    version: "1.0.0",
    category: Category::Function,
    title: text(
        "Fugulin patient classification (nine areas)",
        "Sistema de classificação de pacientes de Fugulin (nove áreas)",
    ),
    description: text(
        "How much nursing an adult in hospital needs, 9 to 36 points in nine areas, in the five \
         categories that Brazilian staffing uses. Not the version of 2007 with three areas of \
         wounds, which has other limits.",
        "Grau de dependência da enfermagem de um adulto internado, de 9 a 36 pontos em nove áreas, \
         nas cinco categorias do dimensionamento brasileiro. Não é a versão de 2007 com três áreas \
         de feridas, que tem outros limites.",
    ),
    aliases: &[
        "Fugulin",
        "SCP",
        "dimensionamento de enfermagem",
        "COFEN",
        "nursing workload",
    ],
    inputs: &[
        MENTAL_STATE.input,
        OXYGENATION.input,
        VITAL_SIGNS.input,
        MOVEMENT.input,
        AMBULATION.input,
        FOOD.input,
        HYGIENE.input,
        EXCRETION.input,
        THERAPY.input,
    ],
    results: &[score(
        text("Fugulin score", "Pontuação de Fugulin"),
        &[
            below(15.0, "minimal", "minimal care", "cuidado mínimo"),
            below(
                21.0,
                "intermediate",
                "intermediate care",
                "cuidado intermediário",
            ),
            below(
                27.0,
                "high-dependency",
                "high-dependency care",
                "cuidado de alta dependência",
            ),
            below(
                32.0,
                "semi-intensive",
                "semi-intensive care",
                "cuidado semi-intensivo",
            ),
            rest("intensive", "intensive care", "cuidado intensivo"),
        ],
    )],
    assumptions: &[text(
        "The person is an adult in hospital, classified by a nurse for the last 24 hours.",
        "A pessoa é um adulto internado, classificado por enfermeiro quanto às últimas 24 horas.",
    )],
    reference: Reference {
        citation: "Fugulin FMT, Gaidzinski RR, Kurcgant P. Sistema de classificação de pacientes: \
                   identificação do perfil assistencial dos pacientes das unidades de internação \
                   do HU-USP. Rev Latino-am Enfermagem 2005;13:72-78.",
        doi: Some("10.1590/S0104-11692005000100012"),
        pmid: None,
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
