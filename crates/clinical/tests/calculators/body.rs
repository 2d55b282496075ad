//! The calculators of body size and energy: values worked by hand, thresholds
//! from both sides, and who is refused.

use clinical::definition::Value;
use clinical::{Code, Evaluation, Language, Raw};

use crate::{Inputs, ask, measured};

/// Inputs as `name=value unit`, or `sex=female`.
fn inputs(written: &str) -> Inputs {
    let one = |part: &str| {
        let (name, value) = part.split_once('=').expect("name=value");
        match value.split_once(' ') {
            Some((value, unit)) => measured(name, value.parse().expect("a number"), unit),
            None => (name.to_owned(), Raw::Text(value.to_owned())),
        }
    };
    written.split(", ").map(one).collect()
}

fn found(id: &str, written: &str) -> Evaluation {
    ask(id, &inputs(written), Language::English)
        .unwrap_or_else(|violations| panic!("{id} {written}: {violations:?}"))
}

fn number(id: &str, written: &str) -> f64 {
    match found(id, written).results[0].value {
        Value::Number(number) => number,
        Value::Date(date) => panic!("{id}: {date}"),
    }
}

fn meaning(id: &str, written: &str) -> &'static str {
    let interpretation = found(id, written).results[0].interpretation;
    interpretation.expect("a meaning").code
}

/// Fields and codes of the refusal.
fn refused(id: &str, written: &str) -> Vec<(String, Code)> {
    let violations = ask(id, &inputs(written), Language::English).expect_err("a refusal");
    violations
        .into_iter()
        .map(|one| (one.field, one.code))
        .collect()
}

fn assert_all(id: &str, tolerance: f64, cases: &[(&str, f64)]) {
    for (written, expected) in cases {
        let number = number(id, written);
        assert!(
            (number - expected).abs() < tolerance,
            "{id} {written}: found {number}, expected {expected}"
        );
    }
}

#[test]
fn schofield_has_a_line_for_each_age_group() {
    assert_all(
        "bmr-schofield-1985",
        1e-9,
        &[
            // 59.512 x 12 - 30.4; 58.317 x 12 - 31.1
            ("sex=male, age=2 a, weight=12 kg", 683.744),
            ("sex=female, age=35 mo, weight=12 kg", 668.704),
            // A newborn: 59.512 x 2 - 30.4
            ("sex=male, age=3 d, weight=2 kg", 88.624),
            // 22.706 x 15 + 504.3; 20.315 x 28 + 485.9
            ("sex=male, age=36 mo, weight=15 kg", 844.89),
            ("sex=female, age=9 a, weight=28 kg", 1054.72),
            // 17.686 x 30 + 658.2; 13.384 x 30 + 692.6
            ("sex=male, age=10 a, weight=30 kg", 1188.78),
            ("sex=female, age=17 a, weight=30 kg", 1094.12),
            // 15.057 x 70 + 692.2; 14.818 x 60 + 486.6
            ("sex=male, age=18 a, weight=70 kg", 1746.19),
            ("sex=female, age=29 a, weight=60 kg", 1375.68),
            // 11.472 x 80 + 873.1; 8.126 x 60 + 845.6
            ("sex=male, age=59 a, weight=80 kg", 1790.86),
            ("sex=female, age=30 a, weight=60 kg", 1333.16),
            // 11.711 x 80 + 587.7; 9.082 x 60 + 658.5
            ("sex=male, age=60 a, weight=80 kg", 1524.58),
            ("sex=female, age=90 a, weight=60 kg", 1203.42),
            // The height changes nothing.
            ("sex=male, age=60 a, weight=80 kg, height=180 cm", 1524.58),
        ],
    );
    // 58.317 x 0.5 - 31.1 is negative: no body lives on that.
    let nobody = refused("bmr-schofield-1985", "sex=female, age=0 a, weight=0.5 kg");
    assert!(nobody.contains(&("weight".to_owned(), Code::ImplausibleCombination)));
    let swapped = refused(
        "bmr-schofield-1985",
        "sex=male, age=30 a, weight=180 kg, height=80 cm",
    );
    assert!(swapped.contains(&("height".to_owned(), Code::ImplausibleCombination)));
}

#[test]
fn lean_mass_gives_the_basal_rate() {
    // 370 + 21.6 x 60; 500 + 22 x 60
    assert_all(
        "bmr-katch-mcardle",
        1e-9,
        &[("lean_body_mass=60 kg", 1666.0)],
    );
    assert_all(
        "bmr-cunningham-1980",
        1e-9,
        &[("lean_body_mass=60 kg", 1820.0)],
    );
    assert_eq!(
        found("bmr-katch-mcardle", "lean_body_mass=60 kg")
            .assumptions
            .len(),
        1
    );
    assert_eq!(
        found("bmr-cunningham-1980", "lean_body_mass=60 kg")
            .assumptions
            .len(),
        1
    );
}

#[test]
fn ideal_weight_counts_inches_over_sixty() {
    // At 60 inches the constant, at 70 ten steps more.
    for (id, male, female) in [
        ("ibw-devine-1974", [50.0, 73.0], [45.5, 68.5]),
        ("ibw-robinson-1983", [52.0, 71.0], [49.0, 66.0]),
        ("ibw-miller-1983", [56.2, 70.3], [53.1, 66.7]),
        ("ibw-hamwi-1964", [48.0, 75.0], [45.5, 67.5]),
    ] {
        for (sex, [at_sixty, at_seventy]) in [("male", male), ("female", female)] {
            for (height, expected) in [
                ("60 [in_i]", at_sixty),
                ("152.4 cm", at_sixty),
                ("1.524 m", at_sixty),
                ("70 [in_i]", at_seventy),
                ("177.8 cm", at_seventy),
            ] {
                let written = format!("sex={sex}, height={height}");
                assert_all(id, 1e-9, &[(&written, expected)]);
            }
        }
        for short in ["150 cm", "152.3 cm", "59.9 [in_i]"] {
            assert_eq!(
                refused(id, &format!("sex=male, height={short}")),
                [("height".to_owned(), Code::OutsideValidity)]
            );
        }
    }
}

#[test]
fn adjusted_weight_adds_two_fifths_of_the_excess() {
    let id = "adjusted-body-weight";
    assert_all(
        id,
        1e-9,
        &[
            // 73 + 0.4 x (100 - 73)
            ("sex=male, height=70 [in_i], weight=100 kg", 83.8),
            // 45.5 + 0.4 x (40 - 45.5)
            ("sex=female, height=60 [in_i], weight=40 kg", 43.3),
        ],
    );
    let warnings = |written| found(id, written).warnings.len();
    assert_eq!(warnings("sex=male, height=60 [in_i], weight=49.9 kg"), 1);
    // Made for obesity: at least 120 % of the ideal weight, which is 50 kg here.
    assert_eq!(warnings("sex=male, height=60 [in_i], weight=50 kg"), 1);
    assert_eq!(warnings("sex=male, height=60 [in_i], weight=59.9 kg"), 1);
    assert_eq!(warnings("sex=male, height=60 [in_i], weight=60 kg"), 0);
    assert_eq!(
        refused(id, "sex=male, height=150 cm, weight=90 kg"),
        [("height".to_owned(), Code::OutsideValidity)]
    );
}

#[test]
fn navy_body_fat_takes_the_hip_of_women_only() {
    let id = "body-fat-navy-1984";
    assert_all(
        id,
        1e-3,
        &[
            // log10(90 - 40) = 1.698970, log10 180 = 2.255273:
            // 495 / (1.0324 - 0.324113 + 0.348575) - 450 = 495 / 1.056862 - 450
            ("sex=male, height=180 cm, waist=90 cm, neck=40 cm", 18.3675),
            // log10(75 + 95 - 30) = 2.146128, log10 165 = 2.217484:
            // 495 / (1.29579 - 0.751231 + 0.490064) - 450 = 495 / 1.034623 - 450
            (
                "sex=female, height=165 cm, waist=75 cm, neck=30 cm, hip=95 cm",
                28.4352,
            ),
        ],
    );
    assert_eq!(
        refused(id, "sex=female, height=165 cm, waist=75 cm, neck=30 cm"),
        [("hip".to_owned(), Code::Missing)]
    );
    let man = "sex=male, height=180 cm, waist=90 cm, neck=40 cm, hip=100 cm";
    assert_eq!(refused(id, man), [("hip".to_owned(), Code::UnknownField)]);
    let message = |language| {
        let violations = ask(id, &inputs(man), language).expect_err("a refusal");
        violations[0].message.clone()
    };
    assert!(message(Language::English).contains("not used for men"));
    assert!(message(Language::Portuguese).contains("não é usado para homens"));
    // A waist no wider than the neck, and one so little wider that no fat is left.
    let narrow = refused(id, "sex=male, height=180 cm, waist=40 cm, neck=40 cm");
    assert!(narrow.contains(&("neck".to_owned(), Code::ImplausibleCombination)));
    let lean = refused(id, "sex=male, height=180 cm, waist=42 cm, neck=40 cm");
    assert!(lean.contains(&("waist".to_owned(), Code::ImplausibleCombination)));
}

#[test]
fn gallagher_body_fat_is_for_adults_and_warns_beyond_its_range() {
    let id = "body-fat-gallagher-2000";
    assert_all(
        id,
        1e-9,
        &[
            // BMI 25: 64.5 - 33.92 + 0.079 x 40
            ("sex=female, age=40 a, weight=81 kg, height=180 cm", 33.74),
            // BMI 20: 64.5 - 42.4 + 0.079 x 60 - 16.4 + 0.05 x 60 + 1.95
            ("sex=male, age=60 a, weight=64.8 kg, height=180 cm", 15.39),
            // BMI 40: 64.5 - 21.2 + 0.079 x 40
            ("sex=female, age=40 a, weight=160 kg, height=200 cm", 46.46),
        ],
    );
    // BMI 35 exactly is within the range.
    let warnings = |weight: &str| {
        let written = format!("sex=female, age=40 a, weight={weight} kg, height=200 cm");
        found(id, &written).warnings.len()
    };
    assert_eq!(
        [warnings("139.9"), warnings("140"), warnings("140.1")],
        [0, 0, 1]
    );
    assert_eq!(
        refused(id, "sex=male, age=17 a, weight=70 kg, height=175 cm"),
        [("age".to_owned(), Code::OutsideValidity)]
    );
}

#[test]
fn surface_area_by_three_formulas() {
    assert_all(
        "bsa-mosteller-1987",
        1e-9,
        &[
            // sqrt(180 x 80 / 3600) = sqrt 4; sqrt(80 x 20 / 3600) = 40 / 60
            ("weight=80 kg, height=180 cm", 2.0),
            ("weight=20 kg, height=80 cm", 40.0 / 60.0),
        ],
    );
    let person = "weight=70 kg, height=170 cm";
    // 0.007184 x 6.083684 x 41.407162; 0.024265 x 9.824122 x 7.658610
    assert_all("bsa-dubois-1916", 1e-4, &[(person, 1.8097)]);
    assert_all("bsa-haycock-1978", 1e-4, &[(person, 1.8257)]);
}

#[test]
fn units_agree() {
    for id in ["bsa-mosteller-1987", "bsa-dubois-1916", "bsa-haycock-1978"] {
        let metric = number(id, "weight=68.0388555 kg, height=1.7018 m");
        let pounds = number(id, "weight=150 [lb_av], height=67 [in_i]");
        assert!(
            (metric / pounds - 1.0).abs() < 1e-9,
            "{id}: {metric}, {pounds}"
        );
    }
}

#[test]
fn waist_hip_ratio_has_a_threshold_for_each_sex() {
    let id = "waist-hip-ratio";
    assert_all(id, 1e-9, &[("sex=male, waist=95 cm, hip=100 cm", 0.95)]);
    for (written, code) in [
        ("sex=male, waist=89.9 cm, hip=100 cm", "low-risk"),
        ("sex=male, waist=90 cm, hip=100 cm", "increased-risk"),
        ("sex=male, waist=90.1 cm, hip=100 cm", "increased-risk"),
        ("sex=female, waist=84.9 cm, hip=100 cm", "low-risk"),
        ("sex=female, waist=85 cm, hip=100 cm", "increased-risk"),
        ("sex=female, waist=85.1 cm, hip=100 cm", "increased-risk"),
        // Displays as 0.90, and is below it.
        ("sex=male, waist=89.6 cm, hip=100 cm", "low-risk"),
        // The same thresholds in inches and metres.
        ("sex=male, waist=36 [in_i], hip=40 [in_i]", "increased-risk"),
        (
            "sex=female, waist=34 [in_i], hip=40 [in_i]",
            "increased-risk",
        ),
        ("sex=male, waist=0.99 m, hip=1.1 m", "increased-risk"),
    ] {
        assert_eq!(meaning(id, written), code, "{written}");
    }
    // Inches sent as centimetres.
    assert_eq!(
        refused(id, "sex=male, waist=38 cm, hip=100 cm"),
        [
            ("waist".to_owned(), Code::OutsideValidity),
            ("waist".to_owned(), Code::ImplausibleCombination),
            ("hip".to_owned(), Code::ImplausibleCombination),
        ]
    );
}

#[test]
fn waist_height_ratio_has_three_bands() {
    let id = "waist-height-ratio";
    assert_all(id, 1e-9, &[("waist=90 cm, height=180 cm", 0.5)]);
    for (written, code) in [
        ("waist=89.9 cm, height=180 cm", "no-increased-risk"),
        ("waist=90 cm, height=180 cm", "increased-risk"),
        ("waist=90.1 cm, height=180 cm", "increased-risk"),
        ("waist=107.9 cm, height=180 cm", "increased-risk"),
        ("waist=108 cm, height=180 cm", "very-high-risk"),
        ("waist=108.1 cm, height=180 cm", "very-high-risk"),
        ("waist=42 [in_i], height=70 [in_i]", "very-high-risk"),
        ("waist=35 [in_i], height=70 [in_i]", "increased-risk"),
        ("waist=1.08 m, height=180 cm", "very-high-risk"),
    ] {
        assert_eq!(meaning(id, written), code, "{written}");
    }
    let inches = refused(id, "waist=38 cm, height=180 cm");
    assert_eq!(inches.len(), 3);
    let swapped = refused(id, "waist=180 cm, height=80 cm");
    assert_eq!(swapped.len(), 3);
}

/// A body whose index is a limit of the WHO exactly belongs to the class above it, in
/// whatever units it was measured: every such body in half centimetres and grams.
#[test]
fn an_index_on_a_limit_is_in_the_class_above() {
    let limits = [
        (160, "moderate-thinness"),
        (170, "mild-thinness"),
        (185, "normal"),
        (250, "overweight"),
        (300, "obesity-class-1"),
        (350, "obesity-class-2"),
        (400, "obesity-class-3"),
    ];
    let mut asked = 0;
    // In half centimetres and tenths of the index, all whole numbers.
    for half in 260_u64..=440 {
        for (tenths, class) in limits {
            // kg = index x (half / 200)^2, in grams.
            let grams = tenths * half * half;
            if grams % 400 != 0 {
                continue;
            }
            let (grams, height) = ((grams / 400) as f64, half as f64 / 2.0);
            let (kilograms, metres) = (grams / 1000.0, height / 100.0);
            for written in [
                format!("weight={kilograms} kg, height={height} cm"),
                format!("weight={kilograms} kg, height={metres} m"),
                format!("weight={grams} g, height={height} cm"),
            ] {
                assert_eq!(meaning("bmi", &written), class, "{written}");
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "{asked}");
}
