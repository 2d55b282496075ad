//! Sequential (sepsis-related) organ failure assessment.

use super::common::score;
use crate::checks::together;
use crate::definition::{
    Calculator, Category, Choice, Input, Kind, Outcome, Reference, choice, optional, required, text,
};
use crate::evaluate::both_languages;
use crate::inputs::{BILIRUBIN, CREATININE, boolean, quantity};
use crate::round::steady;
use crate::units;
use crate::values::{Typed, Values};
use crate::violation::{Code, Violation};

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
const DOSE: &str = "vasopressor_dose";

const INPUTS: &[Input] = &[
    quantity("pao2", &units::PAO2, "Arterial PaO2", "PaO2 arterial"),
    quantity("fio2", &units::FIO2, "FiO2", "FiO2"),
    boolean(
        "respiratory_support",
        "Respiratory support",
        "Suporte respiratório",
    ),
    quantity("platelets", &units::PLATELETS, "Platelets", "Plaquetas"),
    BILIRUBIN,
    quantity(
        "mean_arterial_pressure",
        &units::MEAN_PRESSURE,
        "Mean arterial pressure",
        "Pressão arterial média",
    ),
    required(
        "vasopressor",
        Kind::Choice(VASOPRESSORS),
        "Vasopressor",
        "Vasopressor",
    ),
    optional(
        DOSE,
        Kind::Quantity(&units::DRUG_RATE),
        "Vasopressor dose",
        "Dose do vasopressor",
    ),
    required(
        "glasgow_coma_scale",
        Kind::Integer {
            least: 3,
            greatest: 15,
            or: None,
        },
        "Glasgow coma scale",
        "Escala de coma de Glasgow",
    ),
    CREATININE,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sofa",
    version: "1.0.0",
    category: Category::Scores,
    title: text("SOFA score", "Escore SOFA"),
    description: text(
        "Degree of failure of six organ systems in intensive care, from the worst values of a \
         day, 0 to 24 points.",
        "Grau de falência de seis sistemas orgânicos em terapia intensiva, pelos piores valores \
         do dia, de 0 a 24 pontos.",
    ),
    inputs: INPUTS,
    results: &[score(text("SOFA score", "Escore SOFA"), &[])],
    validity: &[],
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
    calculate,
};

fn check(values: &Values) -> Vec<Violation> {
    let Some(Typed::Code(drug)) = values.get("vasopressor") else {
        return Vec::new();
    };
    let contradiction = |message| together(&["vasopressor", DOSE], &both_languages(message));
    match (drug, values.number_if_sent(DOSE)) {
        // Dobutamine scores the same at any dose.
        ("none" | "dobutamine", None) => Vec::new(),
        (_, None) => {
            let message = text(
                "vasopressor_dose is required with this vasopressor, in ug/kg/min",
                "vasopressor_dose é obrigatório com este vasopressor, em ug/kg/min",
            );
            vec![Violation::new(DOSE, Code::Missing, both_languages(message))]
        }
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

fn calculate(values: &Values) -> Outcome {
    let platelets = match values.number("platelets") {
        ..20.0 => 4.0,
        20.0..50.0 => 3.0,
        50.0..100.0 => 2.0,
        100.0..150.0 => 1.0,
        _ => 0.0,
    };
    let bilirubin = match steady(values.number("bilirubin")) {
        ..1.2 => 0.0,
        1.2..2.0 => 1.0,
        2.0..6.0 => 2.0,
        6.0..12.0 => 3.0,
        _ => 4.0,
    };
    let consciousness = match values.number("glasgow_coma_scale") {
        ..6.0 => 4.0,
        6.0..10.0 => 3.0,
        10.0..13.0 => 2.0,
        13.0..15.0 => 1.0,
        _ => 0.0,
    };
    let creatinine = match steady(values.number("creatinine")) {
        ..1.2 => 0.0,
        1.2..2.0 => 1.0,
        2.0..3.5 => 2.0,
        3.5..5.0 => 3.0,
        _ => 4.0,
    };
    // One item per organ, under the input that leads it: pao2 stands for the
    // ratio to FiO2, mean_arterial_pressure for the circulation.
    Outcome::score(&[
        ("pao2", respiration(values)),
        ("platelets", platelets),
        ("bilirubin", bilirubin),
        ("mean_arterial_pressure", circulation(values)),
        ("glasgow_coma_scale", consciousness),
        ("creatinine", creatinine),
    ])
}

fn respiration(values: &Values) -> f64 {
    let ratio = steady(values.number("pao2") * 100.0 / values.number("fio2"));
    // Without support the two worst grades cannot be reached.
    match (ratio, values.flag("respiratory_support")) {
        (..100.0, true) => 4.0,
        (..200.0, true) => 3.0,
        (..300.0, _) => 2.0,
        (..400.0, _) => 1.0,
        _ => 0.0,
    }
}

fn circulation(values: &Values) -> f64 {
    match values.code("vasopressor") {
        "none" if values.number("mean_arterial_pressure") < 70.0 => 1.0,
        "none" => 0.0,
        "dobutamine" => 2.0,
        "dopamine" => match values.number(DOSE) {
            ..=5.0 => 2.0,
            ..=15.0 => 3.0,
            _ => 4.0,
        },
        _ if values.number(DOSE) <= 0.1 => 3.0,
        _ => 4.0,
    }
}
