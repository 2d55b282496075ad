//! Severity of alcohol withdrawal.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Reference, score, text,
};
use crate::handles::{Integer, integer};

const fn seven(name: &'static str, en: &'static str, pt: &'static str) -> Integer {
    integer(name, (0, 7), en, pt)
}

const NAUSEA: Integer = seven("nausea_vomiting", "Nausea and vomiting", "Náusea e vômito").defined(
    "0 none, 1 mild nausea, 4 intermittent nausea with retching, 7 constant nausea with frequent \
     retching and vomiting.",
    "0 ausente, 1 náusea leve, 4 náusea intermitente com esforço de vômito, 7 náusea constante com \
     vômitos frequentes.",
);
const TREMOR: Integer = seven("tremor", "Tremor", "Tremor").defined(
    "Arms extended, fingers spread: 0 none, 1 felt but not seen, 4 moderate, 7 severe even with \
     arms at rest.",
    "Braços estendidos, dedos abertos: 0 ausente, 1 sentido mas não visível, 4 moderado, 7 grave \
     mesmo com os braços em repouso.",
);
const SWEATS: Integer = seven("sweats", "Sweating", "Sudorese").defined(
    "0 none, 1 palms barely moist, 4 beads on the forehead, 7 drenched.",
    "0 ausente, 1 palmas pouco úmidas, 4 gotas na testa, 7 profusa.",
);
const ANXIETY: Integer = seven("anxiety", "Anxiety", "Ansiedade").defined(
    "0 at ease, 1 mild, 4 moderate or guarded, 7 as in a panic attack.",
    "0 tranquilo, 1 leve, 4 moderada ou retraído, 7 como em crise de pânico.",
);
const AGITATION: Integer = seven("agitation", "Agitation", "Agitação").defined(
    "0 normal activity, 1 a little more, 4 restless, 7 pacing or thrashing all the time.",
    "0 atividade normal, 1 um pouco aumentada, 4 inquieto, 7 anda ou se debate o tempo todo.",
);
const TACTILE: Integer = seven(
    "tactile_disturbances",
    "Tactile disturbances",
    "Alterações táteis",
)
.defined(
    "Itching, pins and needles, burning, numbness: 0 none, 1 to 3 very mild to moderate, 4 to 7 \
     hallucinations, moderate to continuous.",
    "Coceira, formigamento, queimação, dormência: 0 ausente, 1 a 3 muito leve a moderada, 4 a 7 \
     alucinações, moderadas a contínuas.",
);
const AUDITORY: Integer = seven(
    "auditory_disturbances",
    "Auditory disturbances",
    "Alterações auditivas",
)
.defined(
    "Sounds that are harsh or frighten: 0 none, 1 to 3 very mild to moderate, 4 to 7 \
     hallucinations, moderate to continuous.",
    "Sons desagradáveis ou que assustam: 0 ausente, 1 a 3 muito leve a moderada, 4 a 7 alucinações, \
     moderadas a contínuas.",
);
const VISUAL: Integer = seven(
    "visual_disturbances",
    "Visual disturbances",
    "Alterações visuais",
)
.defined(
    "Light that is too bright or hurts: 0 none, 1 to 3 very mild to moderate, 4 to 7 \
     hallucinations, moderate to continuous.",
    "Luz forte demais ou que incomoda: 0 ausente, 1 a 3 muito leve a moderada, 4 a 7 alucinações, \
     moderadas a contínuas.",
);
const HEADACHE: Integer = seven(
    "headache",
    "Headache, fullness in the head",
    "Cefaleia, peso na cabeça",
)
.defined(
    "0 none, 1 very mild, 4 moderately severe, 7 extremely severe; without dizziness.",
    "0 ausente, 1 muito leve, 4 moderadamente grave, 7 extremamente grave; sem contar tontura.",
);
const ORIENTATION: Integer = integer(
    "orientation",
    (0, 4),
    "Orientation and clouding of the sensorium",
    "Orientação e turvação da consciência",
)
.defined(
    "0 oriented and adds in series, 1 unsure of the date or cannot add, 2 wrong date by two days at \
     most, 3 by more, 4 disoriented in place or person.",
    "0 orientado e soma em série, 1 incerto da data ou não soma, 2 erra a data em até dois dias, 3 \
     em mais, 4 desorientado no lugar ou na pessoa.",
);

const CRITERIA: &[Criterion] = &[
    NAUSEA.adds_itself(),
    TREMOR.adds_itself(),
    SWEATS.adds_itself(),
    ANXIETY.adds_itself(),
    AGITATION.adds_itself(),
    TACTILE.adds_itself(),
    AUDITORY.adds_itself(),
    VISUAL.adds_itself(),
    HEADACHE.adds_itself(),
    ORIENTATION.adds_itself(),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ciwa-ar-1989",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "CIWA-Ar, alcohol withdrawal",
        "CIWA-Ar (abstinência alcoólica)",
    ),
    description: text(
        "Severity of the symptoms of alcohol withdrawal at a moment, 0 to 67 points, in an adult \
         who can answer. No diagnosis; the limits for treatment are those of the protocol in use.",
        "Gravidade dos sintomas de abstinência alcoólica em um momento, de 0 a 67 pontos, em um \
         adulto capaz de responder. Não é diagnóstico; os limites de tratamento são os do protocolo \
         em uso.",
    ),
    aliases: &[
        "CIWA",
        "SAA",
        "síndrome de abstinência alcoólica",
        "alcohol withdrawal",
        "delirium tremens",
    ],
    inputs: &[
        NAUSEA.input,
        TREMOR.input,
        SWEATS.input,
        ANXIETY.input,
        AGITATION.input,
        TACTILE.input,
        AUDITORY.input,
        VISUAL.input,
        HEADACHE.input,
        ORIENTATION.input,
    ],
    results: &[score(text("CIWA-Ar score", "Escore CIWA-Ar"), &[])],
    assumptions: &[
        ADULT,
        text(
            "Withdrawal from alcohol is known, and the person can take part in the interview.",
            "A abstinência alcoólica é conhecida, e a pessoa consegue participar da entrevista.",
        ),
    ],
    reference: Reference {
        citation: "Sullivan JT, Sykora K, Schneiderman J, Naranjo CA, Sellers EM. Assessment of \
                   alcohol withdrawal: the revised Clinical Institute Withdrawal Assessment for \
                   Alcohol scale (CIWA-Ar). Br J Addict 1989;84:1353-1357.",
        doi: Some("10.1111/j.1360-0443.1989.tb00737.x"),
        pmid: Some("2597811"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
