//! Sequential (sepsis-related) organ failure assessment.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Input, NoResult, Outcome,
    Points, Reference, Text, at_most, choice, greatest, less_than, more, score, text,
};
use crate::handles::{Flag, OneOf, Quantity, flag, one_of, quantity};
use crate::inputs::{
    BILIRUBIN, CREATININE, FIO2, GLASGOW_COMA_SCALE, MEAN_ARTERIAL_PRESSURE, PAO2, PLATELETS,
};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const VASOPRESSORS: &[Choice] = &[
    choice("none", "none", "nenhum"),
    choice(
        "dobutamine",
        "dobutamine, any dose",
        "dobutamina, qualquer dose",
    ),
    choice("dopamine", "dopamine", "dopamina"),
    choice("epinephrine", "epinephrine", "epinefrina (adrenalina)"),
    choice(
        "norepinephrine",
        "norepinephrine",
        "norepinefrina (noradrenalina)",
    ),
    choice(
        "other",
        "another one alone (vasopressin, phenylephrine)",
        "outro isolado (vasopressina, fenilefrina)",
    )
    .refused(
        "SOFA 1996 has no points for another vasopressor; with one of the others too, send that one",
        "o SOFA de 1996 não tem pontos para outro vasopressor; havendo também um dos demais, envie-o",
    ),
];
const RESPIRATORY_SUPPORT: Flag = flag(
    "respiratory_support",
    "Respiratory support",
    "Suporte respiratório",
);
const VASOPRESSOR: OneOf = one_of("vasopressor", VASOPRESSORS, "Vasopressor", "Vasopressor")
    .defined(
        "Of several, the one that scores most; given for at least an hour.",
        "De vários, o que mais pontua; administrado por pelo menos uma hora.",
    );
const DOSE: Quantity = quantity(
    "vasopressor_dose",
    &units::DRUG_RATE,
    "Vasopressor dose",
    "Dose do vasopressor",
)
.optional();
const URINE_OUTPUT: Quantity = quantity(
    "urine_output",
    &units::URINE_OUTPUT,
    "Urine output",
    "Débito urinário",
)
.defined("Of the last 24 hours.", "Das últimas 24 horas.")
.optional();

const INPUTS: &[Input] = &[
    PAO2.input,
    FIO2.input,
    RESPIRATORY_SUPPORT.input,
    PLATELETS.input,
    BILIRUBIN.input,
    MEAN_ARTERIAL_PRESSURE.input,
    VASOPRESSOR.input,
    DOSE.input,
    GLASGOW_COMA_SCALE.input,
    CREATININE.input,
    URINE_OUTPUT.input,
];

/// The table prints bilirubin and creatinine in both units; a converted limit would be
/// another one. One item per organ, under the input that leads it.
const OF_CREATININE: Criterion = CREATININE.adds_in(&[
    (
        "mg/dL",
        &[
            less_than(1.2, 0.0),
            less_than(2.0, 1.0),
            less_than(3.5, 2.0),
            less_than(5.0, 3.0),
            more(4.0),
        ],
    ),
    (
        "umol/L",
        &[
            less_than(110.0, 0.0),
            less_than(171.0, 1.0),
            less_than(300.0, 2.0),
            at_most(440.0, 3.0),
            more(4.0),
        ],
    ),
]);
const OF_BILIRUBIN: Criterion = BILIRUBIN.adds_in(&[
    (
        "mg/dL",
        &[
            less_than(1.2, 0.0),
            less_than(2.0, 1.0),
            less_than(6.0, 2.0),
            less_than(12.0, 3.0),
            more(4.0),
        ],
    ),
    (
        "umol/L",
        &[
            less_than(20.0, 0.0),
            less_than(33.0, 1.0),
            less_than(102.0, 2.0),
            at_most(204.0, 3.0),
            more(4.0),
        ],
    ),
]);
const OF_PLATELETS: Criterion = PLATELETS.adds_by(&[
    less_than(20.0, 4.0),
    less_than(50.0, 3.0),
    less_than(100.0, 2.0),
    less_than(150.0, 1.0),
    more(0.0),
]);
const OF_CONSCIOUSNESS: Criterion = GLASGOW_COMA_SCALE.adds_by(&[
    less_than(6.0, 4.0),
    less_than(10.0, 3.0),
    less_than(13.0, 2.0),
    less_than(15.0, 1.0),
    more(0.0),
]);
const OF_THE_KIDNEYS: Criterion = greatest(&[
    OF_CREATININE,
    URINE_OUTPUT.adds_by(&[less_than(200.0, 4.0), less_than(500.0, 3.0), more(0.0)]),
]);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sofa",
    version: "2.0.0",
    category: Category::CriticalCare,
    title: text("SOFA score", "Escore SOFA"),
    description: text(
        "Degree of failure of six organ systems in intensive care, from the worst values of a \
         day, 0 to 24 points; the edition of 1996.",
        "Grau de falência de seis sistemas orgânicos em terapia intensiva, pelos piores valores \
         do dia, de 0 a 24 pontos; SOFA de 1996.",
    ),
    inputs: INPUTS,
    results: &[score(text("SOFA score", "Escore SOFA"), &[])],
    aliases: &["sepsis", "sepse", "organ failure", "disfunção orgânica"],
    assumptions: &[
        ADULT,
        text(
            "The vasopressor has been given for at least an hour.",
            "O vasopressor foi administrado por pelo menos uma hora.",
        ),
    ],
    reference: Reference {
        citation: "Vincent JL, Moreno R, Takala J, et al. The SOFA (Sepsis-related Organ Failure \
                   Assessment) score to describe organ dysfunction/failure. Intensive Care Med \
                   1996;22:707-710.",
        doi: Some("10.1007/BF01709751"),
        pmid: Some("8844239"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let Some(drug) = values.find(VASOPRESSOR) else {
        return Vec::new();
    };
    let names = [VASOPRESSOR.input.name, DOSE.input.name];
    let contradiction = |text| Finding::together(&names, text);
    match (drug, values.find(DOSE)) {
        // Dobutamine scores the same at any dose.
        ("none" | "dobutamine", None) => Vec::new(),
        (_, None) => vec![Finding {
            input: DOSE.input.name,
            code: Code::Missing,
            text: text(
                "vasopressor_dose is required with this vasopressor, in µg/kg/min (unit ug/kg/min)",
                "vasopressor_dose é obrigatório com este vasopressor, em mcg/kg/min (unidade \
                 ug/kg/min)",
            ),
        }],
        ("none", Some(dose)) if dose > 0.0 => contradiction(text(
            "there is a dose but no vasopressor; name the drug or leave the dose out",
            "há dose mas nenhum vasopressor; informe a droga ou omita a dose",
        )),
        ("none", Some(_)) => Vec::new(),
        (_, Some(dose)) if dose <= 0.0 => contradiction(text(
            "a vasopressor is named but its dose is 0; send the dose, or \"none\" as vasopressor",
            "um vasopressor foi informado mas sua dose é 0; envie a dose, ou \"none\" como \
             vasopressor",
        )),
        _ => Vec::new(),
    }
}

const WITHOUT_URINE: Text = text(
    "No urine output was sent: the kidneys are judged by creatinine alone.",
    "Débito urinário não enviado: os rins são avaliados só pela creatinina.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let counted = |criterion: Criterion| {
        let (item, points) = (criterion.input, criterion.points(values)?);
        let points = points.ok_or(NoResult::Defect("an organ has no points"))?;
        Ok(Points { item, points })
    };
    // pao2 stands for the ratio to FiO2, mean_arterial_pressure for the circulation.
    let score = Outcome::score([
        PAO2.gives(respiration(values)?),
        counted(OF_PLATELETS)?,
        counted(OF_BILIRUBIN)?,
        MEAN_ARTERIAL_PRESSURE.gives(circulation(values)?),
        counted(OF_CONSCIOUSNESS)?,
        counted(OF_THE_KIDNEYS)?,
    ]);
    Ok(score.assume_if(values.find(URINE_OUTPUT).is_none(), WITHOUT_URINE))
}

fn respiration(values: &Values) -> Result<f64, NoResult> {
    let ratio = steady(values.of(PAO2)? * 100.0 / values.of(FIO2)?);
    // Without support the two worst grades cannot be reached.
    Ok(match (ratio, values.of(RESPIRATORY_SUPPORT)?) {
        (..100.0, true) => 4.0,
        (..200.0, true) => 3.0,
        (..300.0, _) => 2.0,
        (..400.0, _) => 1.0,
        _ => 0.0,
    })
}

fn circulation(values: &Values) -> Result<f64, NoResult> {
    let points = match values.of(VASOPRESSOR)? {
        "none" if values.of(MEAN_ARTERIAL_PRESSURE)? < 70.0 => 1.0,
        "none" => 0.0,
        "dobutamine" => 2.0,
        "dopamine" => match values.of(DOSE)? {
            ..=5.0 => 2.0,
            ..=15.0 => 3.0,
            _ => 4.0,
        },
        "epinephrine" | "norepinephrine" if values.of(DOSE)? <= 0.1 => 3.0,
        "epinephrine" | "norepinephrine" => 4.0,
        _ => return Err(NoResult::Defect("a vasopressor has no points")),
    };
    Ok(points)
}
