//! Panels: calculators that are asked together, from one set of inputs.
//!
//! What two members call by the same name is the same thing, of the same kind; a test
//! over all panels holds that.

use text::{Text, text};

use crate::calculators::{
    body, critical_care, electrolytes, heart, kidney, liver, lungs, metabolism, nutrition,
    paediatrics,
};
use crate::definition::{Calculator, Input};
use crate::evaluate::{Error, Evaluation};
use crate::raw::Raw;
use crate::reading::{self, Context};
use crate::violation::{Code, Violation};

/// Calculators that are asked together.
#[derive(Debug)]
pub struct Panel {
    /// Stable identifier, in kebab-case.
    pub id: &'static str,
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub description: Text,
    /// Its members, in the order of the answer.
    pub calculators: &'static [&'static Calculator],
}

impl Panel {
    /// The inputs of all members, each once, in the order in which members ask for them.
    pub fn inputs(&self) -> Vec<&'static Input> {
        let mut inputs: Vec<&'static Input> = Vec::new();
        for input in self.calculators.iter().flat_map(|one| one.inputs) {
            if !inputs.iter().any(|known| known.name == input.name) {
                inputs.push(input);
            }
        }
        inputs
    }
}

/// What a member of a panel says.
#[derive(Debug)]
pub enum Found {
    /// It had what it needs.
    Evaluation(Evaluation),
    /// It misses these inputs.
    Missing(Vec<Violation>),
    /// It has no answer to these inputs.
    Refused(Vec<Violation>),
}

/// Evaluates every member that has what it needs. The inputs that a member does not
/// take are not sent to it.
///
/// # Errors
///
/// Every problem with an input that no member could use, whoever takes it: then nothing
/// is evaluated. Or what is wrong with a definition.
pub fn evaluate(
    panel: &'static Panel,
    sent: &[(String, Raw)],
    context: &Context,
) -> Result<Vec<(&'static Calculator, Found)>, Error> {
    let mut unusable = unknown(panel, sent, context);
    let mut answers = Vec::new();
    for &calculator in panel.calculators {
        let takes = |name: &str| calculator.takes(name);
        let own: Vec<_> = sent
            .iter()
            .filter(|(name, _)| takes(name))
            .cloned()
            .collect();
        let found = match crate::evaluate(calculator, &own, context) {
            Ok(evaluation) => Found::Evaluation(evaluation),
            Err(Error::Refused(violations)) => told(violations, &mut unusable),
            Err(defect) => return Err(defect),
        };
        answers.push((calculator, found));
    }
    if unusable.is_empty() {
        Ok(answers)
    } else {
        Err(Error::Refused(unusable))
    }
}

/// What a member says of its refusals; those that hold for every member go to `unusable`.
fn told(violations: Vec<Violation>, unusable: &mut Vec<Violation>) -> Found {
    let mut missing = Vec::new();
    let mut own = Vec::new();
    for violation in violations {
        match violation.code {
            Code::Missing if !violation.field.contains('/') => missing.push(violation),
            // A member can have no use for what another takes.
            Code::OutsideValidity | Code::ImplausibleCombination | Code::UnknownField => {
                own.push(violation);
            }
            _ if unusable.contains(&violation) => {}
            _ => unusable.push(violation),
        }
    }
    // Without what it misses nobody knows whether the rest would do.
    if missing.is_empty() {
        Found::Refused(own)
    } else {
        Found::Missing(missing)
    }
}

/// What no member takes.
fn unknown(panel: &Panel, sent: &[(String, Raw)], context: &Context) -> Vec<Violation> {
    let takes = |name: &str| panel.calculators.iter().any(|one| one.takes(name));
    let names: Vec<_> = panel.inputs().iter().map(|input| input.name).collect();
    let mut unknown: Vec<&str> = sent.iter().map(|(name, _)| name.as_str()).collect();
    unknown.retain(|name| !takes(name));
    unknown.sort_unstable();
    unknown.dedup();
    reading::unknown(unknown.into_iter(), &names, context)
}

/// The panel with this id.
pub fn find(id: &str) -> Option<&'static Panel> {
    ALL.iter().find(|panel| panel.id == id)
}

/// Every panel.
pub static ALL: &[Panel] = &[
    Panel {
        id: "health-metrics",
        title: text("Health metrics", "Métricas de saúde"),
        description: text(
            "Body and energy of an adult, as a check-up begins.",
            "Corpo e energia de um adulto, como um check-up começa.",
        ),
        calculators: &[
            &body::bmi::CALCULATOR,
            &nutrition::bmr::roza_shizgal_1984::CALCULATOR,
            &body::ideal_weight::lorentz_1929::CALCULATOR,
            &body::body_fat::deurenberg_1991::CALCULATOR,
            &nutrition::tdee::CALCULATOR,
        ],
    },
    Panel {
        id: "kidney",
        title: text("Kidney", "Rim"),
        description: text(
            "Filtration, for staging and for doses, and the risk that albuminuria adds.",
            "Filtração, para estadiamento e para doses, e o risco que a albuminúria acrescenta.",
        ),
        calculators: &[
            &kidney::egfr::ckd_epi_2021::CALCULATOR,
            &kidney::egfr::ckd_epi_2021_cr_cys::CALCULATOR,
            &kidney::egfr::ckid_u25_2021::CALCULATOR,
            &kidney::egfr::schwartz_2009::CALCULATOR,
            &kidney::creatinine_clearance_cockcroft_gault::CALCULATOR,
            &kidney::albuminuria::kdigo_ckd_risk_2024::CALCULATOR,
            &kidney::kfre_4_2016::CALCULATOR,
        ],
    },
    Panel {
        id: "liver",
        title: text("Liver", "Fígado"),
        description: text(
            "Severity of cirrhosis and of end-stage liver disease, and fibrosis.",
            "Gravidade da cirrose e da doença hepática terminal, e fibrose.",
        ),
        calculators: &[
            &liver::child_pugh::CALCULATOR,
            &liver::meld::meld_3_0::CALCULATOR,
            &liver::meld::meld_na_2016::CALCULATOR,
            &liver::meld::meld_2001::CALCULATOR,
            &liver::albi_2015::CALCULATOR,
            &liver::fib_4_2006::CALCULATOR,
            &liver::apri_2003::CALCULATOR,
        ],
    },
    Panel {
        id: "sepsis",
        title: text("Sepsis", "Sepse"),
        description: text(
            "Deterioration, organ failure and severity in suspected infection.",
            "Deterioração, falência orgânica e gravidade na suspeita de infecção.",
        ),
        calculators: &[
            &critical_care::qsofa::CALCULATOR,
            &critical_care::sirs_1992::CALCULATOR,
            &critical_care::news2::CALCULATOR,
            &critical_care::sofa::CALCULATOR,
            &critical_care::sofa_2_2025::CALCULATOR,
            &heart::mean_arterial_pressure::CALCULATOR,
            &lungs::curb_65::CALCULATOR,
            &electrolytes::anion_gap::CALCULATOR,
        ],
    },
    Panel {
        id: "cardiovascular-risk",
        title: text("Cardiovascular risk", "Risco cardiovascular"),
        description: text(
            "Risk in people without cardiovascular disease, and the lipids behind it.",
            "Risco em pessoas sem doença cardiovascular, e os lipídios por trás dele.",
        ),
        calculators: &[
            &heart::cardiovascular_risk::prevent_2023::CALCULATOR,
            &heart::cardiovascular_risk::ascvd_pce_2013::CALCULATOR,
            &heart::cardiovascular_risk::score2_2021::CALCULATOR,
            &heart::cardiovascular_risk::framingham_2008::CALCULATOR,
            &metabolism::ldl::martin_hopkins_2013::CALCULATOR,
            &metabolism::ldl::sampson_2020::CALCULATOR,
            &metabolism::ldl::friedewald_1972::CALCULATOR,
            &body::bmi::CALCULATOR,
        ],
    },
    Panel {
        id: "adult-nutrition",
        title: text("Nutrition of an adult", "Nutrição do adulto"),
        description: text(
            "Size, composition and energy need of an adult.",
            "Medidas, composição e necessidade energética de um adulto.",
        ),
        calculators: &[
            &body::bmi::CALCULATOR,
            &body::waist::height_ratio::CALCULATOR,
            &body::waist::hip_ratio::CALCULATOR,
            &body::body_fat::gallagher_2000::CALCULATOR,
            &body::ideal_weight::devine_1974::CALCULATOR,
            &body::adjusted_body_weight::CALCULATOR,
            &nutrition::bmr::mifflin_st_jeor_1990::CALCULATOR,
            &nutrition::tdee::CALCULATOR,
        ],
    },
    Panel {
        id: "child-growth",
        title: text("Growth of a child", "Crescimento infantil"),
        description: text(
            "Growth, expected height and blood pressure of a child or adolescent.",
            "Crescimento, estatura-alvo e pressão arterial de uma criança ou adolescente.",
        ),
        calculators: &[
            &paediatrics::who_growth::CALCULATOR,
            &paediatrics::mid_parental_height::CALCULATOR,
            &paediatrics::blood_pressure_screening::CALCULATOR,
            &paediatrics::holliday_segar::CALCULATOR,
        ],
    },
];
