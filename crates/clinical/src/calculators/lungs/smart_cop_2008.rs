//! SMART-COP: who with pneumonia will need support of breath or circulation.

use crate::criterion::sum_with;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Reference, below,
    less_than, more, rest, score, text,
};
use crate::handles::{Flag, Quantity, flag};
use crate::inputs::{
    self, ADULTS, AGE, ALBUMIN, ARTERIAL_PH, HEART_RATE, NEW_CONFUSION, OXYGEN_SATURATION, PAO2,
    RESPIRATORY_RATE, SYSTOLIC_BP,
};
use crate::round::steady;
use crate::values::Values;

const MULTILOBAR: Flag = flag(
    "multilobar_infiltrates",
    "Infiltrates in more than one lobe",
    "Infiltrado em mais de um lobo",
);
const FIO2: Quantity = inputs::FIO2.defined(
    "Of the breath with which the blood was drawn; 21 % is room air.",
    "No momento da coleta; 21 % é ar ambiente.",
);

/// Beside breath and oxygen, whose limits depend on the age.
const CRITERIA: &[Criterion] = &[
    SYSTOLIC_BP.adds_by(&[less_than(90.0, 2.0), more(0.0)]),
    MULTILOBAR.adds(1.0),
    ALBUMIN.adds_by(&[less_than(3.5, 1.0), more(0.0)]),
    HEART_RATE.adds_by(&[less_than(125.0, 0.0), more(1.0)]),
    NEW_CONFUSION.adds(1.0),
    ARTERIAL_PH.adds_by(&[less_than(7.35, 2.0), more(0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "smart-cop-2008",
    version: "1.0.0",
    category: Category::Lungs,
    title: text("SMART-COP score", "Escore SMART-COP"),
    description: text(
        "Risk that an adult with community-acquired pneumonia will need intensive respiratory or \
         vasopressor support, 0 to 11 points; the limits of breath and oxygen depend on the age. \
         It does not estimate mortality.",
        "Risco de um adulto com pneumonia adquirida na comunidade precisar de suporte respiratório \
         intensivo ou vasopressor, de 0 a 11 pontos; os limites da respiração e do oxigênio \
         dependem da idade. Não estima mortalidade.",
    ),
    aliases: &["SMARTCOP", "pneumonia", "PAC", "CAP", "UTI"],
    inputs: &[
        AGE.input,
        SYSTOLIC_BP.input,
        MULTILOBAR.input,
        ALBUMIN.input,
        RESPIRATORY_RATE.input,
        HEART_RATE.input,
        NEW_CONFUSION.input,
        PAO2.input,
        FIO2.input,
        OXYGEN_SATURATION.input,
        ARTERIAL_PH.input,
    ],
    results: &[score(
        text("SMART-COP score", "Escore SMART-COP"),
        &[
            below(
                3.0,
                "low",
                "0 to 2 points: low risk of needing intensive support",
                "0 a 2 pontos: risco baixo de precisar de suporte intensivo",
            ),
            rest(
                "raised",
                "3 points or more: raised risk of needing intensive support",
                "3 pontos ou mais: risco aumentado de precisar de suporte intensivo",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Charles PG, Wolfe R, Whitby M, et al. SMART-COP: a tool for predicting the need \
                   for intensive respiratory or vasopressor support in community-acquired \
                   pneumonia. Clin Infect Dis 2008;47:375-384.",
        doi: Some("10.1086/589754"),
        pmid: Some("18558884"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let young = values.of(AGE)? <= 50.0;
    let by_age = |up_to_50: f64, older: f64| if young { up_to_50 } else { older };
    let fast = values.of(RESPIRATORY_RATE)? >= by_age(25.0, 30.0);
    let pao2 = values.of(PAO2)?;
    let ratio = steady(100.0 * pao2 / values.of(FIO2)?);
    let hypoxic = pao2 < by_age(70.0, 60.0)
        || ratio < by_age(333.0, 250.0)
        || values.of(OXYGEN_SATURATION)? <= by_age(93.0, 90.0);
    let items = vec![
        RESPIRATORY_RATE.gives(if fast { 1.0 } else { 0.0 }),
        PAO2.gives(if hypoxic { 2.0 } else { 0.0 }),
    ];
    sum_with(values, items, CRITERIA)
}
