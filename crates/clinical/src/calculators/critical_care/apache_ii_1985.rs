//! APACHE II, for the first day in intensive care.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, NoResult, Outcome, Points, Range,
    Reference, Score, at_most, choice, less_than, more, score, text, within,
};
use crate::handles::{Flag, OneOf, Quantity, flag, one_of, quantity};
use crate::inputs::{
    ADULTS, AGE, ARTERIAL_PH, CREATININE, FIO2, GLASGOW_COMA_SCALE, HEART_RATE, HEMATOCRIT,
    LEUKOCYTES, MEAN_ARTERIAL_PRESSURE, PAO2, POTASSIUM, RESPIRATORY_RATE, SODIUM, TEMPERATURE,
};
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const GRADIENT: Quantity = quantity(
    "aa_gradient",
    &units::ALVEOLAR_ARTERIAL,
    "Alveolar-arterial oxygen gradient",
    "Gradiente alvéolo-arterial de oxigênio",
)
.optional()
.defined(
    "Needed where FiO2 is 50% or more; below that pao2 is.",
    "Necessário com FiO2 de 50% ou mais; abaixo disso, pao2.",
);
const OXYGEN: Quantity = PAO2.optional();
const ACUTE_FAILURE: Flag = flag(
    "acute_renal_failure",
    "Acute renal failure",
    "Insuficiência renal aguda",
)
.defined(
    "Doubles the points of creatinine.",
    "Dobra os pontos da creatinina.",
);
const HEALTH: &[Choice] = &[
    choice(
        "none",
        "no severe chronic illness",
        "sem doença crônica grave",
    ),
    choice(
        "elective-surgery",
        "severe chronic illness, after elective surgery",
        "doença crônica grave, em pós-operatório eletivo",
    ),
    choice(
        "emergency-or-no-surgery",
        "severe chronic illness, after emergency surgery or without surgery",
        "doença crônica grave, em pós-operatório de urgência ou sem cirurgia",
    ),
];
const CHRONIC_HEALTH: OneOf = one_of(
    "chronic_health",
    HEALTH,
    "Severe organ insufficiency or immunosuppression before admission",
    "Insuficiência orgânica grave ou imunossupressão antes da internação",
)
.defined(
    "Cirrhosis with portal hypertension, heart failure of NYHA class IV, severe chronic lung \
     disease, chronic dialysis, or immunosuppression.",
    "Cirrose com hipertensão portal, insuficiência cardíaca NYHA IV, pneumopatia crônica grave, \
     diálise crônica ou imunossupressão.",
);

/// What is table only. Values between two rows of the chart belong to the lower one.
const CRITERIA: &[Criterion] = &[
    TEMPERATURE.adds_by(&[
        less_than(30.0, 4.0),
        less_than(32.0, 3.0),
        less_than(34.0, 2.0),
        less_than(36.0, 1.0),
        less_than(38.5, 0.0),
        less_than(39.0, 1.0),
        less_than(41.0, 3.0),
        more(4.0),
    ]),
    MEAN_ARTERIAL_PRESSURE.adds_by(&[
        less_than(50.0, 4.0),
        less_than(70.0, 2.0),
        less_than(110.0, 0.0),
        less_than(130.0, 2.0),
        less_than(160.0, 3.0),
        more(4.0),
    ]),
    HEART_RATE.adds_by(&[
        less_than(40.0, 4.0),
        less_than(55.0, 3.0),
        less_than(70.0, 2.0),
        less_than(110.0, 0.0),
        less_than(140.0, 2.0),
        less_than(180.0, 3.0),
        more(4.0),
    ]),
    RESPIRATORY_RATE.adds_by(&[
        less_than(6.0, 4.0),
        less_than(10.0, 2.0),
        less_than(12.0, 1.0),
        less_than(25.0, 0.0),
        less_than(35.0, 1.0),
        less_than(50.0, 3.0),
        more(4.0),
    ]),
    ARTERIAL_PH.adds_by(&[
        less_than(7.15, 4.0),
        less_than(7.25, 3.0),
        less_than(7.33, 2.0),
        less_than(7.5, 0.0),
        less_than(7.6, 1.0),
        less_than(7.7, 3.0),
        more(4.0),
    ]),
    SODIUM.adds_by(&[
        less_than(111.0, 4.0),
        less_than(120.0, 3.0),
        less_than(130.0, 2.0),
        less_than(150.0, 0.0),
        less_than(155.0, 1.0),
        less_than(160.0, 2.0),
        less_than(180.0, 3.0),
        more(4.0),
    ]),
    POTASSIUM.adds_by(&[
        less_than(2.5, 4.0),
        less_than(3.0, 2.0),
        less_than(3.5, 1.0),
        less_than(5.5, 0.0),
        less_than(6.0, 1.0),
        less_than(7.0, 3.0),
        more(4.0),
    ]),
    HEMATOCRIT.adds_by(&[
        less_than(20.0, 4.0),
        less_than(30.0, 2.0),
        less_than(46.0, 0.0),
        less_than(50.0, 1.0),
        less_than(60.0, 2.0),
        more(4.0),
    ]),
    LEUKOCYTES.adds_by(&[
        less_than(1.0, 4.0),
        less_than(3.0, 2.0),
        less_than(15.0, 0.0),
        less_than(20.0, 1.0),
        less_than(40.0, 2.0),
        more(4.0),
    ]),
    AGE.adds_by(&[
        less_than(45.0, 0.0),
        less_than(55.0, 2.0),
        less_than(65.0, 3.0),
        less_than(75.0, 5.0),
        more(6.0),
    ]),
    CHRONIC_HEALTH.adds(&[
        ("none", 0.0),
        ("elective-surgery", 2.0),
        ("emergency-or-no-surgery", 5.0),
    ]),
];
const BY_PAO2: &[Range] = &[
    less_than(55.0, 4.0),
    less_than(61.0, 3.0),
    at_most(70.0, 1.0),
    more(0.0),
];
const BY_GRADIENT: &[Range] = &[
    less_than(200.0, 0.0),
    less_than(350.0, 2.0),
    less_than(500.0, 3.0),
    more(4.0),
];
const BY_CREATININE: &[Range] = &[
    less_than(0.6, 2.0),
    less_than(1.5, 0.0),
    less_than(2.0, 2.0),
    less_than(3.5, 3.0),
    more(4.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "apache-ii-1985",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("APACHE II score", "Escore APACHE II"),
    description: text(
        "Severity of disease of an adult in intensive care, from the worst values of the first 24 \
         hours, age and chronic health, 0 to 71 points. It gives no probability of death: that \
         needs the weight of the diagnosis at admission.",
        "Gravidade da doença de um adulto em terapia intensiva, pelos piores valores das primeiras \
         24 horas, idade e doença crônica, de 0 a 71 pontos. Não dá probabilidade de óbito: esta \
         exige o peso do diagnóstico de admissão.",
    ),
    aliases: &[
        "APACHE 2",
        "gravidade",
        "UTI",
        "ICU severity",
        "prognóstico",
    ],
    inputs: &[
        AGE.input,
        TEMPERATURE.input,
        MEAN_ARTERIAL_PRESSURE.input,
        HEART_RATE.input,
        RESPIRATORY_RATE.input,
        FIO2.input,
        OXYGEN.input,
        GRADIENT.input,
        ARTERIAL_PH.input,
        SODIUM.input,
        POTASSIUM.input,
        CREATININE.input,
        ACUTE_FAILURE.input,
        HEMATOCRIT.input,
        LEUKOCYTES.input,
        GLASGOW_COMA_SCALE.input,
        CHRONIC_HEALTH.input,
    ],
    results: &[score(text("APACHE II score", "Escore APACHE II"), &[])],
    validity: &[ADULTS],
    assumptions: &[
        text(
            "Each value is the worst of the first 24 hours in intensive care; temperature is the \
             rectal one.",
            "Cada valor é o pior das primeiras 24 horas na UTI; a temperatura é a retal.",
        ),
        text(
            "The paper's substitute for people without arterial blood gases, venous bicarbonate, is \
             not used.",
            "O substituto do artigo para quem não tem gasometria arterial, o bicarbonato venoso, \
             não é usado.",
        ),
    ],
    reference: Reference {
        citation: "Knaus WA, Draper EA, Wagner DP, Zimmerman JE. APACHE II: a severity of disease \
                   classification system. Crit Care Med 1985;13:818-829.",
        doi: None,
        pmid: Some("3928249"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// FiO2 in percent from which on the gradient counts instead of PaO2.
const HIGH_FIO2: f64 = 50.0;

fn check(values: &Values) -> Vec<Finding> {
    let Some(fio2) = values.find(FIO2) else {
        return Vec::new();
    };
    let missing = |input, text| {
        let code = Code::Missing;
        vec![Finding { input, code, text }]
    };
    if fio2 >= HIGH_FIO2 && values.get(GRADIENT.input.name).is_none() {
        return missing(
            GRADIENT.input.name,
            text(
                "aa_gradient is required where fio2 is 50 % or more",
                "aa_gradient é obrigatório com fio2 de 50 % ou mais",
            ),
        );
    }
    if fio2 < HIGH_FIO2 && values.get(OXYGEN.input.name).is_none() {
        return missing(
            OXYGEN.input.name,
            text(
                "pao2 is required where fio2 is below 50 %",
                "pao2 é obrigatório com fio2 abaixo de 50 %",
            ),
        );
    }
    Vec::new()
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let tables = Score {
        base: 0.0,
        criteria: CRITERIA,
        conclude: None,
    };
    let mut items = tables.sum(values)?.items;
    items.push(oxygenation(values)?);
    let creatinine = points(BY_CREATININE, values.of(CREATININE)?)?;
    let times = if values.of(ACUTE_FAILURE)? { 2.0 } else { 1.0 };
    items.push(CREATININE.gives(creatinine * times));
    items.push(GLASGOW_COMA_SCALE.gives(15.0 - values.of(GLASGOW_COMA_SCALE)?));
    Ok(Outcome::score(items))
}

fn oxygenation(values: &Values) -> Result<Points, NoResult> {
    Ok(if values.of(FIO2)? >= HIGH_FIO2 {
        GRADIENT.gives(points(BY_GRADIENT, values.of(GRADIENT)?)?)
    } else {
        OXYGEN.gives(points(BY_PAO2, values.of(OXYGEN)?)?)
    })
}

fn points(table: &[Range], number: f64) -> Result<f64, NoResult> {
    within(table, number).ok_or(NoResult::Defect("a number has no points"))
}
