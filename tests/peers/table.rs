//! Where `clincalc` 0.4.0 says something else, and why: the one table of it. An entry that
//! explains nothing any more fails the test.

use clinical::Typed;

use crate::sample::Sample;
use What::{Class, Refused, Value};

/// What they say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A number.
    Value,
    /// What a number means.
    Class,
    /// Whether there is an answer.
    Refused,
}

/// A disagreement that is understood.
pub(crate) struct Disagreement {
    /// Ids of ours.
    pub(crate) ours: &'static [&'static str],
    /// What they say otherwise.
    pub(crate) what: What,
    /// How far at most: points of a score, else a part of our figure.
    pub(crate) apart: f64,
    /// For which inputs.
    pub(crate) when: fn(&Sample) -> bool,
    /// Who is right, and by what.
    pub(crate) reason: &'static str,
}

/// A number that is another.
const fn value(
    id: &'static [&'static str],
    apart: f64,
    when: fn(&Sample) -> bool,
    reason: &'static str,
) -> Disagreement {
    Disagreement {
        ours: id,
        what: Value,
        apart,
        when,
        reason,
    }
}

/// A meaning that is another.
const fn class(
    id: &'static [&'static str],
    when: fn(&Sample) -> bool,
    reason: &'static str,
) -> Disagreement {
    Disagreement {
        ours: id,
        what: Class,
        apart: 0.0,
        when,
        reason,
    }
}

/// No answer of theirs.
const fn refused(
    id: &'static [&'static str],
    when: fn(&Sample) -> bool,
    reason: &'static str,
) -> Disagreement {
    Disagreement {
        ours: id,
        what: Refused,
        apart: 0.0,
        when,
        reason,
    }
}

/// The table.
pub(crate) const DISAGREEMENTS: &[Disagreement] = &[
    // A source prints limits in two units, of which one is not the other converted. Ours
    // takes the limits of the unit that was sent, theirs converts to one unit first.
    value(
        &["child-pugh"],
        1.0,
        |s| sent(s, "bilirubin", 34.0, "umol/L"),
        CHILD_PUGH,
    ),
    value(
        &["curb-65"],
        1.0,
        |s| between(s, "bun", "mg/dL", (19.0, 19.61)),
        CURB,
    ),
    value(
        &["lrinec-2004"],
        2.0,
        |s| sent(s, "creatinine", 1.6, "mg/dL"),
        LRINEC,
    ),
    value(
        &["sofa"],
        2.0,
        |s| {
            let either = |name, gaps: &[_]| gaps.iter().any(|gap| between(s, name, "umol/L", *gap));
            either(
                "bilirubin",
                &[(19.9, 20.53), (32.9, 34.21), (101.9, 102.7), (204.0, 205.3)],
            ) || either(
                "creatinine",
                &[
                    (106.0, 110.0),
                    (170.9, 176.9),
                    (299.9, 309.5),
                    (440.0, 442.1),
                ],
            )
        },
        "Vincent 1996 prints bilirubin and creatinine in mg/dL and in umol/L (bilirubin 20, 33, \
         102, 204; creatinine 110, 171, 300, 440). Ours takes them as printed.",
    ),
    class(
        &["albumin-creatinine-ratio"],
        |s| !s.sent("urine_creatinine").1.contains("mol"),
        KDIGO,
    ),
    class(
        &["kdigo-ckd-risk-2024"],
        |s| !s.sent("albumin_creatinine_ratio").1.contains("mol"),
        KDIGO,
    ),
    // Editions and readings.
    value(
        &["rockall-1996"],
        1.0,
        |s| s.number("heart_rate", "/min") == 100.0,
        ROCKALL,
    ),
    value(
        &["charlson-1987"],
        2.0,
        |s| s.years() > 90 || matches!(s.years(), 50 | 60 | 70 | 80),
        "Charlson 1994 adds a point for each decade of age, the first from 50 to 59 years; ours stops \
         at 4 from 80 years, as the tables of it in use do. Theirs begins each decade a year later, \
         and goes on beyond 90.",
    ),
    class(
        &["cha2ds2-vasc"],
        |s| s.code("sex") == "female" && s.result("score") == Some(2.0),
        "One point besides female sex: to be considered by the European guideline of 2020, which \
         ours follows; to be offered from 2 points on, whoever has them, by NICE NG196, theirs.",
    ),
    class(
        &["fib-4-2006"],
        |s| s.code("liver_disease_cause") == "hepatitis-c",
        "Sterling 2006 gives 1.45 and 3.25 for hepatitis C; theirs has the limits of steatotic \
         liver disease for everyone.",
    ),
    class(
        &["findrisc"],
        |s| s.result("score") == Some(7.0),
        "The Finnish form says less than 7 for low and 7 to 11 for slightly elevated. Theirs calls \
         7 low.",
    ),
    class(
        &["grace-2003"],
        |s| s.flag("st_elevation"),
        "With ST elevation the limits are 125 and 154; theirs does not ask and has 108 and 140, \
         those of an infarction without it.",
    ),
    value(
        &["pbw-ardsnet-2000"],
        0.01,
        |_| true,
        "The paper has 0.91 kg for each centimetre above 152.4, which ours takes; theirs has the \
         2.3 kg for each inch of the network's card, 0.5 % less of it.",
    ),
    value(
        &["ldl-martin-hopkins-2013"],
        0.03,
        |s| {
            let lipid = |name| s.number(name, "mg/dL");
            let non_hdl = lipid("total_cholesterol") - lipid("hdl_cholesterol");
            lipid("triglycerides").fract() != 0.0 || non_hdl.fract() != 0.0
        },
        "The table is printed for whole mg/dL. What lies between two rows counts to the lower one \
         in ours, which says so, and to the upper one in theirs. Neither is published.",
    ),
    // Numbers.
    value(
        &["albumin-creatinine-ratio"],
        1e-4,
        |s| s.sent("urine_creatinine").1 != "mmol/L",
        "A milligram for each millimole is 8.84 mg/g, rounded from the molar mass of creatinine, \
         113.12 g/mol; the question for theirs is converted by that mass.",
    ),
    value(
        &["grace-2003"],
        8.0,
        |s| {
            let on = [0.4, 0.8, 1.2, 1.6, 2.0, 4.0].contains(&s.number("creatinine", "mg/dL"));
            on && s.sent("creatinine").1 == "umol/L"
        },
        "On a limit of creatinine after division by 88.4, theirs is a hair below it: 70.72 umol/L \
         is 0.8 mg/dL. Ours steadies what it converts.",
    ),
    class(
        &["das28-esr-1995", "das28-crp-2009"],
        |s| {
            let index = s.result("das28").unwrap_or_default();
            [2.6, 3.2, 5.1]
                .iter()
                .any(|limit| (index - limit).abs() < 0.005)
        },
        "Theirs rounds to two digits before it compares with a limit. Ours never does.",
    ),
    // They answer fewer.
    refused(
        &[
            "bmi",
            "bmr-mifflin-st-jeor-1990",
            "bmr-harris-benedict-1919",
            "bmr-roza-shizgal-1984",
            "tdee",
        ],
        |s| outside(s, "weight", "kg", (20.0, 500.0)) || outside(s, "height", "cm", (50.0, 250.0)),
        "They take 20 to 500 kg and 50 to 250 cm.",
    ),
    refused(
        &["bmr-schofield-1985"],
        |s| s.years() < 18 || outside(s, "weight", "kg", (20.0, 500.0)),
        "They have the equations of adults only, and 20 to 500 kg.",
    ),
    refused(
        &["bsa-mosteller-1987"],
        |s| outside(s, "weight", "kg", (0.5, 300.0)) || outside(s, "height", "cm", (10.0, 250.0)),
        "They take up to 300 kg and 250 cm.",
    ),
    refused(
        &["waist-height-ratio"],
        |s| {
            let (waist, height) = (s.number("waist", "cm"), s.number("height", "cm"));
            waist > height || waist > 250.0 || height > 250.0
        },
        "They take no waist wider than the person is tall, which a few people have.",
    ),
    refused(
        &["waist-hip-ratio"],
        |s| s.number("waist", "cm") > 250.0 || s.number("hip", "cm") > 250.0,
        "They take up to 250 cm.",
    ),
    refused(
        &["anion-gap"],
        |s| s.has("albumin") && outside(s, "albumin", "g/L", (5.0, 70.0)),
        "They take albumin up to 70 g/L.",
    ),
    refused(
        &["corrected-calcium"],
        |s| outside(s, "albumin", "g/L", (10.0, 70.0)),
        "They take albumin from 10 to 70 g/L.",
    ),
    refused(
        &["homa-ir-1985"],
        |s| {
            outside(s, "insulin", "u[IU]/mL", (0.5, 300.0))
                || outside(s, "glucose", "mg/dL", (30.7, 500.0))
        },
        "They take insulin from 0.5 to 300 mIU/L and glucose from 30 to 500 mg/dL.",
    ),
    refused(
        &["perc-2004", "grace-2003", "orbit-2015"],
        |s| {
            let over = |name, unit, most| s.has(name) && s.number(name, unit) > most;
            over("heart_rate", "/min", 300.0)
                || over("systolic_bp", "mm[Hg]", 320.0)
                || over("egfr", "mL/min/{1.73_m2}", 200.0)
        },
        "They take a heart rate up to 300, a systolic pressure up to 320 mmHg, and a filtration up \
         to 200 mL/min.",
    ),
    refused(
        &["apache-ii-1985"],
        |s| s.number("fio2", "%") < 21.0,
        "They take no gas with less oxygen than air.",
    ),
    refused(
        &["nihss"],
        |s| s.integer("limb_ataxia") > Some(0),
        "They refuse ataxia in more limbs than move. Ours says in the item how to score it.",
    ),
];

const CHILD_PUGH: &str = "The table in SI units begins the second row of bilirubin at 34 umol/L \
    (Pugh 1973 as textbooks print it), which is 1.99 mg/dL. Ours takes it as printed.";
const CURB: &str = "Lim 2003 has urea above 7 mmol/L, in American units urea nitrogen above 19 \
    mg/dL, which is 6.8 mmol/L. Ours takes the limit of the unit that was sent.";
const LRINEC: &str = "Wong 2004 has creatinine above 141 umol/L, or above 1.6 mg/dL, which is 141.4 \
    umol/L. Ours takes the limit of the unit that was sent.";
const KDIGO: &str = "KDIGO prints 3 and 30 mg/mmol beside 30 and 300 mg/g, which are 3.4 and 34 \
    mg/mmol. Ours takes the limits of the unit that was sent.";
const ROCKALL: &str = "Without shock the pulse is below 100 in the table of Rockall 1996, so 100 is \
    tachycardia. Theirs begins above it, and 100 is in no row.";

/// Whether exactly this was sent.
fn sent(s: &Sample, name: &str, number: f64, unit: &str) -> bool {
    s.sent(name) == (number, unit)
}

/// Whether a quantity was sent in this unit, above the first and up to the second number.
fn between(s: &Sample, name: &str, unit: &str, (above, most): (f64, f64)) -> bool {
    let Some(Typed::Quantity {
        sent, unit: own, ..
    }) = s.found.inputs.get(name)
    else {
        return false;
    };
    own == unit && sent > above && sent <= most
}

/// Whether a quantity is outside a range.
fn outside(s: &Sample, name: &str, unit: &str, (least, greatest): (f64, f64)) -> bool {
    !(least..=greatest).contains(&s.number(name, unit))
}

/// What only they calculate, and what they only name.
pub(crate) const ABSENT: &[(&str, &[&str])] = &[
    (
        "ours has none, for want of a source, a licence or a use in Brazil",
        &[
            "alcohol_units",
            "amts",
            "asrs",
            "barthel",
            "basdai",
            "binet",
            "bode",
            "braden",
            "caprini",
            "chalice",
            "cows",
            "duke_iscvid",
            "epds",
            "familial_hypercholesterolaemia",
            "feverpain",
            "hinchey",
            "ipss",
            "nhfs",
            "npi",
            "pasi",
            "pitt_bacteraemia",
            "psa_density",
            "qdiabetes",
            "qfracture",
            "qrisk3",
            "ukeld",
            "waterlow",
        ],
    ),
    (
        "a single finding, which is an input of ours where it counts",
        &[
            "asa_physical_status",
            "ehra",
            "gleason",
            "mrc_dyspnoea",
            "nyha",
        ],
    ),
    (
        "for sport, not for patients",
        &[
            "body_adiposity_index",
            "durnin_womersley_skinfold",
            "fat_free_mass_index",
            "jackson_pollock_skinfold",
            "max_heart_rate",
            "one_rep_max",
            "protein_target",
            "relative_fat_mass",
            "skeletal_muscle_mass_index",
            "wilks",
        ],
    ),
];

/// What they only name: it belongs to someone, or nobody wrote it yet.
pub(crate) const ONLY_NAMED: &[&str] = &[
    "acq",
    "cat",
    "cfs",
    "elf",
    "frax",
    "lanss",
    "mmse",
    "must",
    "norton",
    "ohs",
    "oks",
    "sad_persons",
    "score2",
    "scorad",
];
