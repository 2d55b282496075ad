//! Weight of a fetus from ultrasound by the equations of Hadlock.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, Text,
    output, text,
};
use crate::handles::{Quantity, quantity};
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

const ABDOMEN: Quantity = quantity(
    "fetal_abdominal_circumference",
    &units::FETAL_ABDOMEN,
    "Abdominal circumference (AC)",
    "Circunferência abdominal (CA)",
);
const FEMUR: Quantity = quantity(
    "femur_length",
    &units::FEMUR,
    "Femur length (FL)",
    "Comprimento do fêmur (CF)",
);
const HEAD: Quantity = quantity(
    "fetal_head_circumference",
    &units::FETAL_HEAD,
    "Head circumference (HC)",
    "Circunferência cefálica (CC)",
)
.optional();
const BIPARIETAL: Quantity = quantity(
    "biparietal_diameter",
    &units::BIPARIETAL,
    "Biparietal diameter (BPD)",
    "Diâmetro biparietal (DBP)",
)
.optional();

/// Two standard deviations, of 7.3 to 7.5 % each.
const TWO_DEVIATIONS: f64 = 0.15;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fetal-weight-hadlock-1985",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text(
        "Estimated fetal weight (Hadlock 1985)",
        "Peso fetal estimado (Hadlock 1985)",
    ),
    description: text(
        "Weight of a fetus from abdomen and femur, with head circumference and biparietal diameter \
         where they were measured. One estimate in twenty is off by more than 15 %. It is no \
         centile; fetuses with a deformed abdomen, head or femur need another method.",
        "Peso do feto por abdome e fêmur, com circunferência cefálica e diâmetro biparietal quando \
         medidos. Uma estimativa em vinte erra mais de 15 %. Não é um percentil; fetos com abdome, \
         cabeça ou fêmur malformados requerem outro método.",
    ),
    aliases: &[
        "PFE",
        "EFW",
        "biometria fetal",
        "fetal biometry",
        "ultrassom obstétrico",
    ],
    inputs: &[ABDOMEN.input, FEMUR.input, HEAD.input, BIPARIETAL.input],
    results: &[
        output(
            OutputKind::Measurement,
            "fetal_weight",
            text("Estimated fetal weight", "Peso fetal estimado"),
            "g",
            0,
        ),
        output(
            OutputKind::Measurement,
            "least",
            text("15 % less", "15 % a menos"),
            "g",
            0,
        ),
        output(
            OutputKind::Measurement,
            "greatest",
            text("15 % more", "15 % a mais"),
            "g",
            0,
        ),
    ],
    reference: Reference {
        citation: "Hadlock FP, Harrist RB, Sharman RS, Deter RL, Park SK. Estimation of fetal \
                   weight with the use of head, body, and femur measurements - a prospective \
                   study. Am J Obstet Gynecol 1985;151:333-337.",
        doi: Some("10.1016/0002-9378(85)90298-4"),
        pmid: Some("3881966"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// A head is about as round as heads are, and a femur shorter than the abdomen is wide
/// around: else two were swapped, or one is in another unit.
fn check(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    let pair = |one, other| Some((values.find(one)?, values.find(other)?));
    if let Some((head, across)) = pair(HEAD, BIPARIETAL)
        && !(2.5..=5.0).contains(&(head / across))
    {
        let names = [HEAD.input.name, BIPARIETAL.input.name];
        found.extend(Finding::together(&names, NO_HEAD));
    }
    if let Some((abdomen, femur)) = pair(ABDOMEN, FEMUR)
        && !(2.5..=8.0).contains(&(abdomen / femur))
    {
        let names = [ABDOMEN.input.name, FEMUR.input.name];
        found.extend(Finding::together(&names, NO_BODY));
    }
    found
}

const NO_HEAD: Text = text(
    "fetal_head_circumference must be 2.5 to 5 times biparietal_diameter; check both and their \
     units",
    "fetal_head_circumference deve ser de 2,5 a 5 vezes biparietal_diameter; confira os dois e \
     suas unidades",
);
const NO_BODY: Text = text(
    "fetal_abdominal_circumference must be 2.5 to 8 times femur_length; check both and their units",
    "fetal_abdominal_circumference deve ser de 2,5 a 8 vezes femur_length; confira os dois e suas \
     unidades",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (ac, fl) = (values.of(ABDOMEN)?, values.of(FEMUR)?);
    // All in cm; the logarithm is that of the weight in g.
    let (logarithm, by) = match (values.find(HEAD), values.find(BIPARIETAL)) {
        (Some(hc), Some(bpd)) => (
            1.3596 - 0.003_86 * ac * fl
                + 0.0064 * hc
                + 0.000_61 * bpd * ac
                + 0.0424 * ac
                + 0.174 * fl,
            BY_ALL,
        ),
        (Some(hc), None) => (
            1.326 - 0.003_26 * ac * fl + 0.0107 * hc + 0.0438 * ac + 0.158 * fl,
            BY_HEAD,
        ),
        (None, Some(bpd)) => (
            1.335 - 0.0034 * ac * fl + 0.0316 * bpd + 0.0457 * ac + 0.1623 * fl,
            BY_BIPARIETAL,
        ),
        (None, None) => (
            1.304 + 0.052_81 * ac + 0.1938 * fl - 0.004 * ac * fl,
            BY_BODY,
        ),
    };
    let weight = 10_f64.powf(logarithm);
    Ok(Outcome::number("fetal_weight", weight)
        .and("least", weight * (1.0 - TWO_DEVIATIONS))
        .and("greatest", weight * (1.0 + TWO_DEVIATIONS))
        .assume_if(true, by))
}

const BY_ALL: Text = text(
    "Equation with BPD, HC, AC and FL.",
    "Equação com DBP, CC, CA e CF.",
);
const BY_HEAD: Text = text("Equation with HC, AC and FL.", "Equação com CC, CA e CF.");
const BY_BIPARIETAL: Text = text("Equation with BPD, AC and FL.", "Equação com DBP, CA e CF.");
const BY_BODY: Text = text("Equation with AC and FL.", "Equação com CA e CF.");
