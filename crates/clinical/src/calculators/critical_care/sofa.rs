//! Sequential (sepsis-related) organ failure assessment.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Reference, choice,
    score, text,
};
use crate::handles::{Flag, Integer, OneOf, Quantity, flag, integer, one_of, quantity};
use crate::inputs::{BILIRUBIN, CREATININE};
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
    choice("epinephrine", "epinephrine", "epinefrina"),
    choice("norepinephrine", "norepinephrine", "norepinefrina"),
];
const PAO2: Quantity = quantity("pao2", &units::PAO2, "Arterial PaO2", "PaO2 arterial");
const FIO2: Quantity = quantity("fio2", &units::FIO2, "FiO2", "FiO2");
const RESPIRATORY_SUPPORT: Flag = flag(
    "respiratory_support",
    "Respiratory support",
    "Suporte respiratório",
);
const PLATELETS: Quantity = quantity("platelets", &units::PLATELETS, "Platelets", "Plaquetas");
const MEAN_ARTERIAL_PRESSURE: Quantity = quantity(
    "mean_arterial_pressure",
    &units::MEAN_PRESSURE,
    "Mean arterial pressure",
    "Pressão arterial média",
);
const VASOPRESSOR: OneOf = one_of("vasopressor", VASOPRESSORS, "Vasopressor", "Vasopressor");
const DOSE: Quantity = quantity(
    "vasopressor_dose",
    &units::DRUG_RATE,
    "Vasopressor dose",
    "Dose do vasopressor",
)
.optional();
const GLASGOW_COMA_SCALE: Integer = integer(
    "glasgow_coma_scale",
    (3, 15),
    "Glasgow coma scale",
    "Escala de coma de Glasgow",
);

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
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sofa",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("SOFA score", "Escore SOFA"),
    description: text(
        "Degree of failure of six organ systems in intensive care, from the worst values of a \
         day, 0 to 24 points.",
        "Grau de falência de seis sistemas orgânicos em terapia intensiva, pelos piores valores \
         do dia, de 0 a 24 pontos.",
    ),
    inputs: INPUTS,
    results: &[score(text("SOFA score", "Escore SOFA"), &[])],
    assumptions: &[
        text(
            "The vasopressor has been given for at least an hour.",
            "O vasopressor foi administrado por pelo menos uma hora.",
        ),
        text(
            "The kidneys are judged by creatinine alone, without urine output.",
            "Os rins são avaliados só pela creatinina, sem o débito urinário.",
        ),
    ],
    reference: Reference {
        citation: "Vincent JL, Moreno R, Takala J, et al. The SOFA (Sepsis-related Organ Failure \
                   Assessment) score to describe organ dysfunction/failure. Intensive Care Med \
                   1996;22:707-710.",
        doi: None,
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
                "vasopressor_dose is required with this vasopressor, in ug/kg/min",
                "vasopressor_dose é obrigatório com este vasopressor, em ug/kg/min",
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

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let platelets = match values.of(PLATELETS)? {
        ..20.0 => 4.0,
        20.0..50.0 => 3.0,
        50.0..100.0 => 2.0,
        100.0..150.0 => 1.0,
        _ => 0.0,
    };
    let bilirubin = match values.of(BILIRUBIN)? {
        ..1.2 => 0.0,
        1.2..2.0 => 1.0,
        2.0..6.0 => 2.0,
        6.0..12.0 => 3.0,
        _ => 4.0,
    };
    let consciousness = match values.of(GLASGOW_COMA_SCALE)? {
        ..6.0 => 4.0,
        6.0..10.0 => 3.0,
        10.0..13.0 => 2.0,
        13.0..15.0 => 1.0,
        _ => 0.0,
    };
    let creatinine = match values.of(CREATININE)? {
        ..1.2 => 0.0,
        1.2..2.0 => 1.0,
        2.0..3.5 => 2.0,
        3.5..5.0 => 3.0,
        _ => 4.0,
    };
    // One item per organ, under the input that leads it: pao2 stands for the
    // ratio to FiO2, mean_arterial_pressure for the circulation.
    Ok(Outcome::score([
        PAO2.gives(respiration(values)?),
        PLATELETS.gives(platelets),
        BILIRUBIN.gives(bilirubin),
        MEAN_ARTERIAL_PRESSURE.gives(circulation(values)?),
        GLASGOW_COMA_SCALE.gives(consciousness),
        CREATININE.gives(creatinine),
    ]))
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
