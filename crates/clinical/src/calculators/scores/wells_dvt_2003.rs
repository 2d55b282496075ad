//! Wells score for deep vein thrombosis, the version of 2003.

use super::common::score;
use crate::definition::{Calculator, Category, Input, Outcome, Reference, below, rest, text};
use crate::inputs::boolean;
use crate::values::Values;

const INPUTS: &[Input] = &[
    boolean(
        "active_cancer",
        "Active cancer (treated within 6 months or palliative)",
        "Câncer ativo (tratado nos últimos 6 meses ou paliativo)",
    ),
    boolean(
        "paralysis_or_immobilization",
        "Paralysis, paresis or plaster immobilization of a leg",
        "Paralisia, paresia ou imobilização gessada de uma perna",
    ),
    boolean(
        "bedridden_or_recent_surgery",
        "Bedridden for 3 days or more, or major surgery within 12 weeks",
        "Acamado por 3 dias ou mais, ou cirurgia de grande porte nas últimas 12 semanas",
    ),
    boolean(
        "localized_tenderness",
        "Tenderness along the deep veins",
        "Dor à palpação no trajeto das veias profundas",
    ),
    boolean(
        "entire_leg_swollen",
        "Entire leg swollen",
        "Edema de toda a perna",
    ),
    boolean(
        "calf_swelling_over_3cm",
        "Calf at least 3 cm larger than the other one",
        "Panturrilha ao menos 3 cm maior que a outra",
    ),
    boolean(
        "pitting_edema",
        "Pitting oedema confined to the symptomatic leg",
        "Edema com cacifo apenas na perna sintomática",
    ),
    boolean(
        "collateral_superficial_veins",
        "Collateral superficial veins (not varicose)",
        "Veias superficiais colaterais (não varicosas)",
    ),
    boolean(
        "previous_dvt",
        "Previously documented deep vein thrombosis",
        "Trombose venosa profunda prévia documentada",
    ),
    boolean(
        "alternative_diagnosis_as_likely",
        "Another diagnosis at least as likely",
        "Outro diagnóstico ao menos tão provável",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "wells-dvt-2003",
    version: "1.0.0",
    category: Category::Scores,
    title: text(
        "Wells score for deep vein thrombosis",
        "Escore de Wells para trombose venosa profunda",
    ),
    description: text(
        "Probability of deep vein thrombosis before testing, in outpatients with suspected \
         thrombosis of the leg, -2 to 9 points.",
        "Probabilidade pré-teste de trombose venosa profunda em pacientes ambulatoriais com \
         suspeita de trombose da perna, de -2 a 9 pontos.",
    ),
    inputs: INPUTS,
    results: &[score(
        text("Wells score", "Escore de Wells"),
        &[
            below(
                2.0,
                "unlikely",
                "deep vein thrombosis unlikely",
                "trombose venosa profunda improvável",
            ),
            rest(
                "likely",
                "deep vein thrombosis likely",
                "trombose venosa profunda provável",
            ),
        ],
    )],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Wells PS, Anderson DR, Rodger M, et al. Evaluation of D-dimer in the diagnosis \
                   of suspected deep-vein thrombosis. N Engl J Med 2003;349:1227-1235.",
        doi: None,
        pmid: Some("14507948"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    Outcome::score(&[
        values.points_if("active_cancer", 1.0),
        values.points_if("paralysis_or_immobilization", 1.0),
        values.points_if("bedridden_or_recent_surgery", 1.0),
        values.points_if("localized_tenderness", 1.0),
        values.points_if("entire_leg_swollen", 1.0),
        values.points_if("calf_swelling_over_3cm", 1.0),
        values.points_if("pitting_edema", 1.0),
        values.points_if("collateral_superficial_veins", 1.0),
        values.points_if("previous_dvt", 1.0),
        values.points_if("alternative_diagnosis_as_likely", -2.0),
    ])
}
