//! PECARN rule for head injuries from 2 to 17 years.

use super::{ALTERED, CHILD, CHILD_RESULT, PECARN, grade};
use crate::definition::{Calculator, Category, Criterion, DEFAULTS, Formula, Validity, text};
use crate::handles::{Flag, flag};
use crate::inputs::{AGE, BASAL_SKULL_FRACTURE_SIGNS};

const UNCONSCIOUS: Flag = flag(
    "loss_of_consciousness",
    "Any loss of consciousness",
    "Qualquer perda de consciência",
);
const VOMITING: Flag = flag("vomiting_after_injury", "Vomiting", "Vômitos");
const MECHANISM: Flag = flag(
    "severe_mechanism_from_2",
    "Severe mechanism",
    "Mecanismo grave",
)
.defined(
    "Crash with ejection, rollover or death of another passenger; struck by a motor vehicle on foot, \
     or on a bicycle without a helmet; fall from more than 1.5 m; head struck by an object at high \
     impact.",
    "Acidente com ejeção, capotamento ou morte de outro ocupante; atropelamento por veículo a motor, a \
     pé ou de bicicleta sem capacete; queda de mais de 1,5 m; cabeça atingida por objeto com alto \
     impacto.",
);
const HEADACHE: Flag = flag("severe_headache", "Severe headache", "Cefaleia intensa");

const CRITERIA: &[Criterion] = &[
    ALTERED.adds(1.0),
    BASAL_SKULL_FRACTURE_SIGNS.adds(1.0),
    UNCONSCIOUS.adds(1.0),
    VOMITING.adds(1.0),
    MECHANISM.adds(1.0),
    HEADACHE.adds(1.0),
];

const AGES: Validity = Validity {
    least: 2.0,
    ..AGE.less_than(18.0)
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "pecarn-head-from-2-2009",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "PECARN head injury rule, 2 to 17 years",
        "Regra PECARN para trauma craniano, 2 a 17 anos",
    ),
    description: text(
        "Who of the children of 2 to 17 years with a minor head injury can do without a CT. It \
         finds those at very low risk; it does not oblige to a CT for the rest.",
        "Quais crianças de 2 a 17 anos com trauma craniano leve dispensam tomografia. Identifica \
         as de risco muito baixo; não obriga a tomografia nas demais.",
    ),
    aliases: &["PECARN", "TCE", "head trauma", "trauma craniano"],
    inputs: &[
        AGE.input,
        ALTERED.input,
        BASAL_SKULL_FRACTURE_SIGNS.input,
        UNCONSCIOUS.input,
        VOMITING.input,
        MECHANISM.input,
        HEADACHE.input,
    ],
    results: &[CHILD_RESULT],
    validity: &[AGES],
    assumptions: &[CHILD],
    reference: PECARN,
    formula: Formula::concluded(CRITERIA, |values, outcome| {
        grade(values, outcome, &[ALTERED, BASAL_SKULL_FRACTURE_SIGNS])
    }),
    ..DEFAULTS
};
