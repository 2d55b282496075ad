//! Hunt and Hess grade of subarachnoid haemorrhage.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference,
    choice, output, score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::values::Values;

const STATES: &[Choice] = &[
    choice(
        "minimal-headache",
        "I: no symptoms, or minimal headache and slight neck stiffness",
        "I: assintomático, ou cefaleia mínima e leve rigidez de nuca",
    ),
    choice(
        "severe-headache",
        "II: moderate to severe headache and neck stiffness, no deficit but a cranial nerve palsy",
        "II: cefaleia moderada a intensa e rigidez de nuca, sem déficit além de paralisia de nervo \
         craniano",
    ),
    choice(
        "drowsy",
        "III: drowsy, confused, or with a mild focal deficit",
        "III: sonolento, confuso ou com déficit focal leve",
    ),
    choice(
        "stupor",
        "IV: stupor, moderate to severe hemiparesis, beginning decerebrate rigidity",
        "IV: torpor, hemiparesia moderada a grave, rigidez de descerebração inicial",
    ),
    choice(
        "deep-coma",
        "V: deep coma, decerebrate rigidity, moribund",
        "V: coma profundo, rigidez de descerebração, moribundo",
    ),
];
const STATE: OneOf = one_of(
    "hunt_hess_state",
    STATES,
    "Clinical state",
    "Estado clínico",
)
.defined(
    "The description that fits best, before the operation.",
    "A descrição que melhor se aplica, antes da cirurgia.",
);
const WORSE: Flag = flag(
    "serious_systemic_disease_or_vasospasm",
    "Serious systemic disease or severe vasospasm",
    "Doença sistêmica grave ou vasoespasmo grave",
)
.defined(
    "Hypertension, diabetes, severe arteriosclerosis or chronic lung disease that is serious, or \
     severe vasospasm on angiography.",
    "Hipertensão, diabetes, arteriosclerose grave ou doença pulmonar crônica importantes, ou \
     vasoespasmo grave na angiografia.",
);

const CRITERIA: &[Criterion] = &[STATE.adds(&[
    ("minimal-headache", 1.0),
    ("severe-headache", 2.0),
    ("drowsy", 3.0),
    ("stupor", 4.0),
    ("deep-coma", 5.0),
])];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "hunt-hess-1968",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("Hunt and Hess grade", "Escala de Hunt e Hess"),
    description: text(
        "Clinical grade of a subarachnoid haemorrhage from an aneurysm, 1 to 5. The paper of 1968 \
         moves it one grade up with serious systemic disease or severe vasospasm; many departments \
         do not: both are given.",
        "Grau clínico da hemorragia subaracnóidea por aneurisma, de 1 a 5. O artigo de 1968 \
         acrescenta um grau na presença de doença sistêmica grave ou vasoespasmo grave; muitos \
         serviços não o fazem: os dois são informados.",
    ),
    aliases: &[
        "Hunt-Hess",
        "HSA",
        "SAH",
        "hemorragia subaracnóidea",
        "aneurisma",
    ],
    inputs: &[STATE.input, WORSE.input],
    results: &[
        score(
            text("Grade by the clinical state", "Grau pelo estado clínico"),
            &[],
        ),
        output(
            OutputKind::Score,
            "adjusted_grade",
            text("Grade with the rule of 1968", "Grau com a regra de 1968"),
            "1",
            0,
        ),
    ],
    reference: Reference {
        citation: "Hunt WE, Hess RM. Surgical risk as related to time of intervention in the \
                   repair of intracranial aneurysms. J Neurosurg 1968;28:14-20.",
        doi: Some("10.3171/jns.1968.28.1.0014"),
        pmid: Some("5635959"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let step = if values.find(WORSE) == Some(true) {
        1.0
    } else {
        0.0
    };
    match outcome.last() {
        Some(grade) => outcome.and("adjusted_grade", (grade + step).min(5.0)),
        None => outcome,
    }
}
