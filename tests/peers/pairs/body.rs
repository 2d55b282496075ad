//! Body size and energy.

use serde_json::{Value as Json, json};

use crate::pair::Same::{Class, Figure, Rounded};
use crate::pair::{Pair, pair};
use crate::sample::Sample;

pub(super) const PAIRS: &[Pair] = &[
    pair(
        "bmi",
        "bmi",
        |s| {
            Some(
                json!({"weight_kg": s.number("weight", "kg"), "height_cm": s.number("height", "cm")}),
            )
        },
        &[
            Rounded("bmi", "/result", 1),
            Class(
                "bmi",
                "/working/category",
                &[
                    ("severe-thinness", "underweight"),
                    ("moderate-thinness", "underweight"),
                    ("mild-thinness", "underweight"),
                    ("normal", "healthy weight"),
                    ("overweight", "overweight"),
                    ("obesity-class-1", "obesity class I"),
                    ("obesity-class-2", "obesity class II"),
                    ("obesity-class-3", "obesity class III"),
                ],
            ),
        ],
    ),
    Pair {
        never: &["hip"],
        ..pair(
            "waist-height-ratio",
            "waist_to_height_ratio",
            |s| {
                Some(
                    json!({"waist_cm": s.number("waist", "cm"), "height_cm": s.number("height", "cm")}),
                )
            },
            &[
                Rounded("ratio", "/result", 2),
                Class(
                    "ratio",
                    "/interpretation",
                    &[
                        ("no-increased-risk", "; below the 0.5"),
                        ("increased-risk", "; at or above the 0.5"),
                        ("very-high-risk", "; at or above the 0.5"),
                    ],
                ),
            ],
        )
    },
    pair(
        "waist-hip-ratio",
        "waist_to_hip_ratio",
        |s| {
            Some(json!({
                "adult": true,
                "sex": s.code("sex"),
                "waist_cm": s.number("waist", "cm"),
                "hip_cm": s.number("hip", "cm"),
            }))
        },
        &[
            Figure("ratio", "/result"),
            Class(
                "ratio",
                "/interpretation",
                &[
                    ("low-risk", "below the commonly"),
                    ("increased-risk", "at or above the commonly"),
                ],
            ),
        ],
    ),
    pair(
        "body-fat-navy-1984",
        "body_fat_circumference",
        |s| {
            let hip = s.has("hip").then(|| s.number("hip", "cm"));
            Some(json!({
                "sex": s.code("sex"),
                "height_cm": s.number("height", "cm"),
                "waist_cm": s.number("waist", "cm"),
                "neck_cm": s.number("neck", "cm"),
                "hip_cm": hip,
            }))
        },
        &[Rounded("body_fat", "/result", 1)],
    ),
    pair(
        "bsa-mosteller-1987",
        "body_surface_area",
        |s| {
            Some(
                json!({"weight_kg": s.number("weight", "kg"), "height_cm": s.number("height", "cm")}),
            )
        },
        &[Rounded("bsa", "/result", 2)],
    ),
    pair(
        "bmr-mifflin-st-jeor-1990",
        "energy_requirement",
        |s| basal(s, "mifflin_st_jeor"),
        BASAL,
    ),
    pair(
        "bmr-harris-benedict-1919",
        "energy_requirement",
        |s| basal(s, "harris_benedict_original"),
        BASAL,
    ),
    pair(
        "bmr-roza-shizgal-1984",
        "energy_requirement",
        |s| basal(s, "harris_benedict_revised"),
        BASAL,
    ),
    Pair {
        never: &["height"],
        ..pair(
            "bmr-schofield-1985",
            "energy_requirement",
            |s| {
                Some(json!({
                    "equation": "schofield",
                    "sex": s.code("sex"),
                    "age": s.years(),
                    "weight_kg": s.number("weight", "kg"),
                }))
            },
            BASAL,
        )
    },
    pair(
        "bmr-cunningham-1980",
        "energy_requirement",
        |s| {
            Some(
                json!({"equation": "cunningham", "lean_body_mass_kg": s.number("lean_body_mass", "kg")}),
            )
        },
        BASAL,
    ),
    pair(
        "tdee",
        "energy_requirement",
        daily,
        &[
            Rounded("tdee", "/result", 0),
            Rounded("bmr", "/working/basal_kcal_day", 0),
        ],
    ),
];

const BASAL: &[crate::pair::Same] = &[Rounded("bmr", "/result", 0)];

fn basal(s: &Sample, equation: &str) -> Option<Json> {
    Some(json!({
        "equation": equation,
        "sex": s.code("sex"),
        "age": s.years(),
        "weight_kg": s.number("weight", "kg"),
        "height_cm": s.number("height", "cm"),
    }))
}

fn daily(s: &Sample) -> Option<Json> {
    let equation = if s.has("equation") {
        s.code("equation")
    } else {
        "roza-shizgal-1984"
    };
    let mut question = basal(
        s,
        match equation {
            "roza-shizgal-1984" => "harris_benedict_revised",
            "mifflin-st-jeor-1990" => "mifflin_st_jeor",
            _ => "harris_benedict_original",
        },
    )?;
    question["activity_factor"] = json!(match s.code("activity_level") {
        "sedentary" => 1.2,
        "light" => 1.375,
        "moderate" => 1.55,
        "very-active" => 1.725,
        _ => 1.9,
    });
    Some(question)
}
