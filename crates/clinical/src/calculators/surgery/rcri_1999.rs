//! Revised cardiac risk index before an operation (Lee).

use super::INSULIN;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    at_most, below, less_than, more, output, rest, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{self, CREATININE};
use crate::values::Values;

const HIGH_RISK_SURGERY: Flag = flag(
    "high_risk_surgery",
    "High-risk surgery",
    "Cirurgia de alto risco",
)
.defined(
    "Intraperitoneal, intrathoracic or suprainguinal vascular.",
    "Intraperitoneal, intratorácica ou vascular suprainguinal.",
);
const ISCHEMIC_HEART_DISEASE: Flag = flag(
    "ischemic_heart_disease",
    "Ischaemic heart disease",
    "Doença cardíaca isquêmica",
)
.defined(
    "Infarction before, positive exercise test, current ischaemic chest pain, use of nitrates, or \
     pathological Q waves. Revascularisation alone does not count.",
    "Infarto prévio, teste ergométrico positivo, dor torácica isquêmica atual, uso de nitrato ou \
     ondas Q patológicas. Revascularização sem isso não conta.",
);
const HEART_FAILURE: Flag = flag(
    "history_of_heart_failure",
    "Congestive heart failure",
    "Insuficiência cardíaca congestiva",
)
.defined(
    "Ever: pulmonary oedema, paroxysmal nocturnal dyspnoea, rales on both sides, third heart \
     sound, or redistribution in the radiograph.",
    "Em qualquer época: edema pulmonar, dispneia paroxística noturna, estertores bilaterais, \
     terceira bulha ou redistribuição na radiografia.",
);
const CEREBROVASCULAR_DISEASE: Flag = inputs::CEREBROVASCULAR_DISEASE.defined(
    "Stroke or transient ischaemic attack before.",
    "AVC ou ataque isquêmico transitório prévio.",
);

const CRITERIA: &[Criterion] = &[
    HIGH_RISK_SURGERY.adds(1.0),
    ISCHEMIC_HEART_DISEASE.adds(1.0),
    HEART_FAILURE.adds(1.0),
    CEREBROVASCULAR_DISEASE.adds(1.0),
    INSULIN.adds(1.0),
    CREATININE.adds_by(&[at_most(2.0, 0.0), more(1.0)]),
];

const COMPLICATIONS: Output = output(
    OutputKind::Risk,
    "major_cardiac_complications",
    text(
        "Major cardiac complications, in the validation of 1999",
        "Complicações cardíacas maiores, na validação de 1999",
    ),
    "%",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "rcri-1999",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "Revised cardiac risk index (Lee 1999)",
        "Índice de risco cardíaco revisado (Lee 1999)",
    ),
    description: text(
        "Risk of infarction, pulmonary oedema, ventricular fibrillation, cardiac arrest or \
         complete heart block around major non-cardiac surgery that is not urgent, 0 to 6 points. \
         Derived in people of 50 years or more.",
        "Risco de infarto, edema pulmonar, fibrilação ventricular, parada cardíaca ou bloqueio \
         atrioventricular total em torno de cirurgia não cardíaca de grande porte e não urgente, \
         de 0 a 6 pontos. Derivado em pessoas de 50 anos ou mais.",
    ),
    aliases: &[
        "RCRI",
        "Lee index",
        "índice de Lee",
        "preoperative",
        "pré-operatório",
        "risco cirúrgico",
    ],
    inputs: &[
        HIGH_RISK_SURGERY.input,
        ISCHEMIC_HEART_DISEASE.input,
        HEART_FAILURE.input,
        CEREBROVASCULAR_DISEASE.input,
        INSULIN.input,
        CREATININE.input,
    ],
    results: &[
        score(
            text(
                "Revised cardiac risk index",
                "Índice de risco cardíaco revisado",
            ),
            &[
                below(1.0, "class-i", "class I", "classe I"),
                below(2.0, "class-ii", "class II", "classe II"),
                below(3.0, "class-iii", "class III", "classe III"),
                rest("class-iv", "class IV", "classe IV"),
            ],
        ),
        COMPLICATIONS,
    ],
    assumptions: &[text(
        "The person is an adult, and the rates of 1999 apply: where troponin is measured in \
         everyone after the operation, more infarctions are found.",
        "A pessoa é adulta, e valem as taxas de 1999: onde se mede troponina de todos no \
         pós-operatório, encontram-se mais infartos.",
    )],
    reference: Reference {
        citation: "Lee TH, Marcantonio ER, Mangione CM, et al. Derivation and prospective \
                   validation of a simple index for prediction of cardiac risk of major noncardiac \
                   surgery. Circulation 1999;100:1043-1049.",
        doi: Some("10.1161/01.CIR.100.10.1043"),
        pmid: Some("10477528"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let table = [
        less_than(1.0, 0.4),
        less_than(2.0, 0.9),
        less_than(3.0, 6.6),
        more(11.0),
    ];
    match outcome.last().and_then(|points| within(&table, points)) {
        Some(rate) => outcome.and(COMPLICATIONS.name, rate),
        None => outcome,
    }
}
