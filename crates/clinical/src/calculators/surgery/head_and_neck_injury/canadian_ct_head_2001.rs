//! Canadian CT head rule.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Reference, chosen, less_than,
    more, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{AGE, BASAL_SKULL_FRACTURE_SIGNS};
use crate::values::Values;

const GLASGOW: Flag = flag(
    "glasgow_below_15_after_2_hours",
    "Glasgow below 15 two hours after the injury",
    "Glasgow abaixo de 15 duas horas após o trauma",
);
const OPEN: Flag = flag(
    "open_or_depressed_skull_fracture",
    "Suspected open or depressed skull fracture",
    "Suspeita de fratura de crânio aberta ou com afundamento",
);
const VOMITING: Flag = flag(
    "vomited_twice",
    "Vomited twice or more",
    "Vomitou duas vezes ou mais",
);
const AMNESIA: Flag = flag(
    "amnesia_before_impact_30_min",
    "Amnesia of 30 minutes or more before the impact",
    "Amnésia de 30 minutos ou mais antes do impacto",
);
const MECHANISM: Flag = flag(
    "dangerous_mechanism",
    "Dangerous mechanism",
    "Mecanismo perigoso",
)
.defined(
    "On foot and struck by a vehicle, thrown out of a vehicle, or a fall from about 0.9 m or 5 \
     stairs or more.",
    "Atropelamento, ejeção de veículo, ou queda de cerca de 0,9 m ou 5 degraus ou mais.",
);

const CRITERIA: &[Criterion] = &[
    GLASGOW.adds(1.0),
    OPEN.adds(1.0),
    BASAL_SKULL_FRACTURE_SIGNS.adds(1.0),
    VOMITING.adds(1.0),
    AGE.adds_by(&[less_than(65.0, 0.0), more(1.0)]),
    AMNESIA.adds(1.0),
    MECHANISM.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "canadian-ct-head-2001",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "Canadian CT head rule",
        "Regra canadense de tomografia de crânio",
    ),
    description: text(
        "Whether a minor head injury from 16 years on needs a CT: five criteria foresee an \
         operation, two more an injury of the brain.",
        "Se um trauma craniano leve a partir de 16 anos precisa de tomografia: cinco critérios \
         preveem cirurgia, outros dois lesão cerebral.",
    ),
    aliases: &[
        "CCHR",
        "TCE",
        "head trauma",
        "trauma craniano",
        "tomografia",
    ],
    inputs: &[
        AGE.input,
        GLASGOW.input,
        OPEN.input,
        BASAL_SKULL_FRACTURE_SIGNS.input,
        VOMITING.input,
        AMNESIA.input,
        MECHANISM.input,
    ],
    results: &[score(
        text(
            "Criteria of the rule that are met",
            "Critérios da regra presentes",
        ),
        &[
            chosen(
                "no-ct",
                "CT not needed by the rule",
                "tomografia desnecessária pela regra",
            ),
            chosen(
                "medium-risk",
                "CT indicated: medium risk, of an injury of the brain",
                "tomografia indicada: risco médio, de lesão cerebral",
            ),
            chosen(
                "high-risk",
                "CT indicated: high risk, of needing neurosurgery",
                "tomografia indicada: risco alto, de precisar de neurocirurgia",
            ),
        ],
    )],
    validity: &[AGE.from(16.0)],
    assumptions: &[text(
        "It is a blunt injury within 24 hours with a Glasgow of 13 to 15 and a witnessed loss of \
         consciousness, amnesia or disorientation; without an anticoagulant or bleeding disorder, a \
         seizure after it, an obvious open fracture, shock or pregnancy.",
        "É um trauma fechado há até 24 horas com Glasgow de 13 a 15 e perda de consciência \
         testemunhada, amnésia ou desorientação; sem anticoagulante ou distúrbio de coagulação, \
         convulsão depois dele, fratura aberta evidente, choque ou gestação.",
    )],
    reference: Reference {
        citation: "Stiell IG, Wells GA, Vandemheen K, et al. The Canadian CT Head Rule for \
                   patients with minor head injury. Lancet 2001;357:1391-1396.",
        doi: Some("10.1016/S0140-6736(00)04561-X"),
        pmid: Some("11356436"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let medium = [AMNESIA.input.name, MECHANISM.input.name];
    let met = outcome.items.iter().filter(|item| item.points > 0.0);
    let (any, high) = met.fold((false, false), |(_, high), item| {
        (true, high || !medium.contains(&item.item))
    });
    outcome.meaning(match (any, high) {
        (_, true) => "high-risk",
        (true, false) => "medium-risk",
        (false, false) => "no-ct",
    })
}
