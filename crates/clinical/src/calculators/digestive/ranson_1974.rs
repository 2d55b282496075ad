//! Ranson's signs of severity in acute pancreatitis, complete at 48 hours.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference, at_most,
    below, less_than, more, output, rest, score, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{ADULTS, AGE, AST, CALCIUM, GLUCOSE, LEUKOCYTES, PAO2};
use crate::units;
use crate::values::Values;

const LDH: Quantity = quantity(
    "ldh",
    &units::LDH,
    "Lactate dehydrogenase (LDH)",
    "Desidrogenase láctica (DHL)",
);
const HEMATOCRIT_FALL: Quantity = quantity(
    "hematocrit_fall",
    &units::HEMATOCRIT_FALL,
    "Fall of the haematocrit within 48 hours",
    "Queda do hematócrito em 48 horas",
)
.defined(
    "In percentage points, first value less the value at 48 hours: from 44 % to 32 % it is 12.",
    "Em pontos percentuais, o primeiro valor menos o de 48 horas: de 44 % para 32 % são 12.",
);
const UREA_RISE: Quantity = quantity(
    "urea_rise",
    &units::UREA_RISE,
    "Rise of urea within 48 hours",
    "Aumento da ureia em 48 horas",
)
.optional();
const BUN_RISE: Quantity = quantity(
    "bun_rise",
    &units::BUN_RISE,
    "Rise of blood urea nitrogen within 48 hours",
    "Aumento do nitrogênio ureico (BUN) em 48 horas; não é a ureia",
)
.optional();
const LOWEST_CALCIUM: Quantity = CALCIUM.titled(text(
    "Total calcium (lowest within 48 hours)",
    "Cálcio total (menor em 48 horas)",
));
const LOWEST_PAO2: Quantity = PAO2.titled(text(
    "Arterial PaO2 (lowest within 48 hours)",
    "PaO2 arterial (menor em 48 horas)",
));
const BASE_EXCESS: Quantity = quantity(
    "base_excess",
    &units::BASE_EXCESS,
    "Base excess (lowest within 48 hours)",
    "Excesso de base, BE (menor em 48 horas)",
)
.defined(
    "With its sign: a deficit is negative.",
    "Com o sinal: déficit é negativo.",
);
const FLUID_SEQUESTRATION: Quantity = quantity(
    "fluid_sequestration",
    &units::FLUID_BALANCE,
    "Estimated fluid sequestration within 48 hours",
    "Sequestro estimado de líquidos em 48 horas",
)
.defined(
    "What was given less what was lost (urine, drains, vomit).",
    "O que foi administrado menos o que se perdeu (urina, drenos, vômitos).",
);

/// On admission the first five.
const ON_ADMISSION: usize = 5;
const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[at_most(55.0, 0.0), more(1.0)]),
    LEUKOCYTES.adds_by(&[at_most(16.0, 0.0), more(1.0)]),
    GLUCOSE.adds_by(&[at_most(200.0, 0.0), more(1.0)]),
    LDH.adds_by(&[at_most(350.0, 0.0), more(1.0)]),
    AST.adds_by(&[at_most(250.0, 0.0), more(1.0)]),
    HEMATOCRIT_FALL.adds_by(&[at_most(10.0, 0.0), more(1.0)]),
    UREA_RISE.adds_in(&[
        ("mg/dL", &[at_most(10.7, 0.0), more(1.0)]),
        ("mmol/L", &[at_most(1.8, 0.0), more(1.0)]),
    ]),
    BUN_RISE.adds_by(&[at_most(5.0, 0.0), more(1.0)]),
    LOWEST_CALCIUM.adds_by(&[less_than(8.0, 1.0), more(0.0)]),
    LOWEST_PAO2.adds_by(&[less_than(60.0, 1.0), more(0.0)]),
    BASE_EXCESS.adds_by(&[less_than(-4.0, 1.0), more(0.0)]),
    FLUID_SEQUESTRATION.adds_by(&[at_most(6.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ranson-1974",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("Ranson's criteria", "Critérios de Ranson"),
    description: text(
        "Severity of acute pancreatitis that gallstones did not cause, by five signs on admission \
         and six within 48 hours, 0 to 11 points. Pancreatitis by gallstones has another table \
         (1982), which is not this one. BISAP answers on the first day.",
        "Gravidade da pancreatite aguda de causa não biliar, por cinco sinais na admissão e seis \
         em 48 horas, de 0 a 11 pontos. A pancreatite biliar tem outra tabela (1982), que não é \
         esta. O BISAP responde no primeiro dia.",
    ),
    aliases: &["pancreatite aguda", "acute pancreatitis", "Ranson score"],
    inputs: &[
        AGE.input,
        LEUKOCYTES.input,
        GLUCOSE.input,
        LDH.input,
        AST.input,
        HEMATOCRIT_FALL.input,
        UREA_RISE.input,
        BUN_RISE.input,
        LOWEST_CALCIUM.input,
        LOWEST_PAO2.input,
        BASE_EXCESS.input,
        FLUID_SEQUESTRATION.input,
    ],
    alternatives: &[&[UREA_RISE.input.name, BUN_RISE.input.name]],
    results: &[
        score(
            text("Ranson's signs at 48 hours", "Sinais de Ranson em 48 horas"),
            &[
                below(
                    3.0,
                    "mild",
                    "severe course unlikely",
                    "curso grave improvável",
                ),
                rest("severe", "severe course likely", "curso grave provável"),
            ],
        ),
        output(
            OutputKind::Score,
            "admission_score",
            text(
                "Signs on admission (of five)",
                "Sinais na admissão (de cinco)",
            ),
            "1",
            0,
        ),
    ],
    assumptions: &[
        text(
            "Age, leukocytes, glucose, LDH and AST are those of the admission.",
            "Idade, leucócitos, glicose, DHL e AST são da admissão.",
        ),
        text(
            "Gallstones did not cause the pancreatitis.",
            "A causa da pancreatite não é biliar.",
        ),
        text(
            "The rise of urea nitrogen of 5 mg/dL is taken as one of urea of 10.7 mg/dL or 1.8 \
             mmol/L.",
            "O aumento de 5 mg/dL de nitrogênio ureico corresponde a 10,7 mg/dL ou 1,8 mmol/L de \
             ureia.",
        ),
    ],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Ranson JH, Rifkind KM, Roses DF, Fink SD, Eng K, Spencer FC. Prognostic signs \
                   and the role of operative management in acute pancreatitis. Surg Gynecol \
                   Obstet 1974;139:69-81.",
        doi: None,
        pmid: Some("4834279"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let first = outcome.items.iter().take(ON_ADMISSION);
    let admission = first.map(|item| item.points).sum();
    outcome.and("admission_score", admission)
}
