//! PECARN rule for head injuries under 2 years.

use super::{ALTERED, CHILD, CHILD_RESULT, PECARN, grade};
use crate::definition::{Calculator, Category, Criterion, DEFAULTS, Formula, text};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;

const FRACTURE: Flag = flag(
    "palpable_skull_fracture",
    "Palpable skull fracture",
    "Fratura de crânio palpável",
);
const HAEMATOMA: Flag = flag(
    "non_frontal_scalp_haematoma",
    "Haematoma of the scalp that is not frontal",
    "Hematoma de couro cabeludo não frontal",
)
.defined(
    "Occipital, parietal or temporal.",
    "Occipital, parietal ou temporal.",
);
const UNCONSCIOUS: Flag = flag(
    "unconscious_5_seconds",
    "Loss of consciousness of 5 seconds or more",
    "Perda de consciência de 5 segundos ou mais",
);
const MECHANISM: Flag = flag(
    "severe_mechanism_under_2",
    "Severe mechanism",
    "Mecanismo grave",
)
.defined(
    "Crash with ejection, rollover or death of another; on foot or bicycle against a vehicle; fall \
     from more than 0.9 m; head struck by an object at high impact.",
    "Acidente com ejeção, capotamento ou morte de outro; a pé ou de bicicleta contra veículo; \
     queda de mais de 0,9 m; cabeça atingida por objeto com alto impacto.",
);
const BEHAVIOUR: Flag = flag(
    "not_acting_normally",
    "Does not act normally, say the parents",
    "Não age normalmente, segundo os pais",
);

const CRITERIA: &[Criterion] = &[
    ALTERED.adds(1.0),
    FRACTURE.adds(1.0),
    HAEMATOMA.adds(1.0),
    UNCONSCIOUS.adds(1.0),
    MECHANISM.adds(1.0),
    BEHAVIOUR.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "pecarn-head-under-2-2009",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "PECARN head injury rule, under 2 years",
        "Regra PECARN para trauma craniano, menores de 2 anos",
    ),
    description: text(
        "Who of the children under 2 years with a minor head injury can do without a CT. It finds \
         those at very low risk; it does not oblige to a CT for the rest.",
        "Quais crianças menores de 2 anos com trauma craniano leve dispensam tomografia. \
         Identifica as de risco muito baixo; não obriga a tomografia nas demais.",
    ),
    aliases: &["PECARN", "TCE", "head trauma", "trauma craniano"],
    inputs: &[
        AGE.input,
        ALTERED.input,
        FRACTURE.input,
        HAEMATOMA.input,
        UNCONSCIOUS.input,
        MECHANISM.input,
        BEHAVIOUR.input,
    ],
    results: &[CHILD_RESULT],
    validity: &[AGE.less_than(2.0)],
    assumptions: &[CHILD],
    reference: PECARN,
    formula: Formula::concluded(CRITERIA, |values, outcome| {
        grade(values, outcome, &[ALTERED, FRACTURE])
    }),
    ..DEFAULTS
};
