//! Every unit is UCUM's, and converts as UCUM does, by an implementation that is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use clinical::calculators;
use clinical::definition::Kind;
use clinical::units::{AGE, QuantityKind, Unit};
use serde_json::{Value as Json, json};

use crate::others::{answers, installed};

/// What a conversion from moles goes by: the standard atomic weights of IUPAC (2021,
/// abridged), in g/mol.
const ATOMS: [(&str, f64); 5] = [
    ("H", 1.008),
    ("C", 12.011),
    ("N", 14.007),
    ("O", 15.999),
    ("Ca", 40.078),
];

/// The atoms of a molecule.
type Atoms = &'static [(&'static str, f64)];

const CREATININE: Atoms = &[("C", 4.0), ("H", 7.0), ("N", 3.0), ("O", 1.0)];
const UREA: Atoms = &[("C", 1.0), ("H", 4.0), ("N", 2.0), ("O", 1.0)];

/// What has moles, by the names of the kinds.
const MOLES: [(&str, Atoms); 14] = [
    ("albumin-creatinine-ratio", CREATININE),
    (
        "bilirubin",
        &[("C", 33.0), ("H", 36.0), ("N", 4.0), ("O", 6.0)],
    ),
    // A mole of urea has two of nitrogen, which is what the milligrams are of.
    ("blood-urea-nitrogen", &[("N", 2.0)]),
    ("calcium", &[("Ca", 1.0)]),
    ("cholesterol", &[("C", 27.0), ("H", 46.0), ("O", 1.0)]),
    ("creatinine", CREATININE),
    ("ethanol", &[("C", 2.0), ("H", 6.0), ("O", 1.0)]),
    ("glucose", &[("C", 6.0), ("H", 12.0), ("O", 6.0)]),
    (
        "phenytoin",
        &[("C", 15.0), ("H", 12.0), ("N", 2.0), ("O", 2.0)],
    ),
    // Of the mixture triolein, which it is taken for.
    ("triglycerides", &[("C", 57.0), ("H", 104.0), ("O", 6.0)]),
    ("urea", UREA),
    ("urea-rise", UREA),
    ("urine-creatinine", CREATININE),
    ("urine-urea", UREA),
];

/// What carries one charge.
const UNIVALENT: [&str; 6] = [
    "base-excess",
    "bicarbonate",
    "chloride",
    "potassium",
    "sodium",
    "urine-sodium",
];

/// A conversion that UCUM does not have, or has otherwise.
struct Own {
    kinds: &'static [&'static str],
    /// Units, and how many canonical ones they are.
    units: &'static [(&'static str, f64)],
    /// The canonical value of 0.
    zero: f64,
    /// How far from UCUM's at most, as a part; infinite where that has none.
    apart: f64,
    /// By what ours is right.
    reason: &'static str,
}

const OWN: [Own; 6] = [
    Own {
        kinds: &[
            "alveolar-arterial-gradient",
            "barometric-pressure",
            "blood-pressure",
            "paco2",
            "pao2",
        ],
        units: &[("kPa", 7.500_62), ("hPa", 0.750_062)],
        zero: 0.0,
        apart: 3e-6,
        reason: "the conventional millimetre of mercury is 133.322387 Pa: 7.500617 in a kPa, to \
                 six digits; UCUM ends with 133.322",
    },
    Own {
        kinds: &["triglycerides"],
        units: &[("mmol/L", 88.57)],
        zero: 0.0,
        apart: 3e-4,
        reason: "the inverse of the 0.01129 that laboratories take for the mixture; triolein alone \
                 has 88.55",
    },
    Own {
        kinds: &["insulin"],
        units: &[("pmol/L", 1.0 / 6.0)],
        zero: 0.0,
        apart: f64::INFINITY,
        reason: "a unit is what the standard preparation makes of it: Knopp, J Diabetes Sci Technol \
                 2019;13:597-600, doi:10.1177/1932296818805074, which calls 6.945 wrong",
    },
    Own {
        kinds: &["hba1c"],
        units: &[("mmol/mol", 0.091_48)],
        zero: 2.152,
        apart: f64::INFINITY,
        reason: "the percent are those of NGSP: the master equation between it and IFCC",
    },
    Own {
        kinds: &["d-dimer"],
        units: &[
            ("ng/mL{DDU}", 2.0),
            ("ug/L{DDU}", 2.0),
            ("ug/mL{DDU}", 2000.0),
            ("mg/L{DDU}", 2000.0),
        ],
        zero: 0.0,
        apart: 0.51,
        reason: "an annotation says nothing to UCUM: a D-dimer weighs half of its fibrinogen",
    },
    Own {
        kinds: &["vasopressin-rate"],
        units: &[("m[IU]/kg/min", 0.001)],
        zero: 0.0,
        apart: f64::INFINITY,
        reason: "it converts no arbitrary unit, not even to a thousandth of itself",
    },
];

/// Numbers that are converted: two, for temperatures have an offset.
const ASKED: [f64; 2] = [1.0, 100.0];

/// How far two programs may be apart in their last digits.
const NOISE: f64 = 1e-11;

fn ucum(questions: &[Json]) -> Vec<Json> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/ask.js");
    let modules = installed("MEDICAL_UCUM_MODULES");
    answers(Command::new("node").arg(script).arg(modules), questions)
}

/// Every kind of quantity that some calculator takes, by name and first unit.
fn kinds() -> Vec<&'static QuantityKind> {
    let inputs = calculators::every().flat_map(|calculator| calculator.inputs);
    let taken = inputs.filter_map(|input| match input.kind {
        Kind::Quantity(kind) => Some(kind),
        _ => None,
    });
    let all = taken.chain([&AGE]);
    let named: BTreeMap<_, _> = all.map(|kind| ((kind.name, codes(kind)), kind)).collect();
    named.into_values().collect()
}

fn codes(kind: &QuantityKind) -> Vec<&'static str> {
    kind.units.iter().map(|unit| unit.code).collect()
}

#[test]
fn every_unit_is_ucums() {
    let inputs = kinds().into_iter().flat_map(codes);
    let results = calculators::every().flat_map(|calculator| calculator.results);
    let results = results
        .map(|result| result.unit)
        .filter(|unit| !unit.is_empty());
    let codes: BTreeSet<_> = inputs.chain(results).collect();
    let questions: Vec<_> = codes.iter().map(|code| json!({"code": code})).collect();
    for (code, answer) in codes.iter().zip(ucum(&questions)) {
        assert_eq!(answer["valid"], json!(true), "{code}: {answer}");
    }
    assert!(codes.len() > 50, "{codes:?}");
}

/// How much a mole weighs, in grams.
fn molar_mass(atoms: Atoms) -> f64 {
    let weight = |symbol: &str| ATOMS.iter().find(|(known, _)| *known == symbol);
    let weights = atoms
        .iter()
        .map(|(symbol, count)| count * weight(symbol).expect("an atom").1);
    weights.sum()
}

fn atoms(kind: &QuantityKind) -> Option<Atoms> {
    let found = MOLES.iter().find(|(name, _)| *name == kind.name);
    found.map(|(_, atoms)| *atoms)
}

/// A conversion that was asked for.
struct Conversion {
    kind: &'static QuantityKind,
    unit: Unit,
    value: f64,
}

impl Conversion {
    fn question(&self) -> Json {
        let to = self.kind.canonical().code;
        let mut question = json!({"from": self.unit.code, "to": to, "value": self.value});
        if let Some(atoms) = atoms(self.kind) {
            question["molecularWeight"] = json!(molar_mass(atoms));
        }
        if UNIVALENT.contains(&self.kind.name) {
            question["charge"] = json!(1);
        }
        question
    }

    /// Where it stands among our own, and how many canonical units it is.
    fn own(&self) -> Option<(usize, f64)> {
        let place = OWN
            .iter()
            .position(|own| own.kinds.contains(&self.kind.name))?;
        let mut units = OWN[place].units.iter();
        let (_, times) = units.find(|(code, _)| *code == self.unit.code)?;
        Some((place, *times))
    }

    /// Whether a mass becomes moles.
    fn weighs(&self) -> bool {
        let moles = |code: &str| code.contains("mol");
        atoms(self.kind).is_some() && moles(self.unit.code) != moles(self.kind.canonical().code)
    }
}

#[test]
fn every_unit_converts_as_ucum_does() {
    let mut conversions = Vec::new();
    for kind in kinds() {
        for &unit in &kind.units[1..] {
            conversions.extend(ASKED.map(|value| Conversion { kind, unit, value }));
        }
    }
    let questions: Vec<_> = conversions.iter().map(Conversion::question).collect();
    let mut failures = Vec::new();
    let (mut weighed, mut owned) = (BTreeSet::new(), BTreeSet::new());
    for (asked, answer) in conversions.iter().zip(ucum(&questions)) {
        let ours = asked.unit.to_canonical(asked.value);
        let theirs = answer["value"].as_f64();
        let agrees = theirs.is_some_and(|theirs| near(ours, theirs, NOISE));
        let agrees = match asked.own() {
            Some((place, times)) => {
                let Own { zero, apart, .. } = OWN[place];
                owned.insert((place, asked.unit.code));
                !agrees
                    && near(ours, zero + times * asked.value, NOISE)
                    && (apart.is_infinite()
                        || theirs.is_some_and(|theirs| near(ours, theirs, apart)))
            }
            None if asked.weighs() => {
                weighed.insert(asked.kind.name);
                theirs.is_some_and(|theirs| rounded(ours / asked.value, theirs / asked.value))
            }
            None => agrees,
        };
        let back = asked.unit.from_canonical(ours);
        if !agrees || !near(back, asked.value, NOISE) {
            let (code, name) = (asked.unit.code, asked.kind.name);
            failures.push(format!(
                "{} {code} of {name}: {ours}, {answer}, back {back}",
                asked.value
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let listed: usize = OWN.iter().map(|own| own.units.len()).sum();
    assert_eq!(
        owned.len(),
        listed,
        "a conversion of our own is not used: {owned:?}"
    );
    // Triglycerides have a factor of their own as well.
    assert_eq!(
        weighed.len() + 1,
        MOLES.len(),
        "a mass is not used: {weighed:?}"
    );
    assert!(OWN.iter().all(|own| !own.reason.is_empty()));
    println!(
        "{} conversions of {} kinds",
        conversions.len() / ASKED.len(),
        kinds().len()
    );
}

fn near(one: f64, other: f64, most: f64) -> bool {
    (one - other).abs() <= most * one.abs().max(other.abs())
}

/// Whether a factor of ours, or its inverse, is the exact one rounded to the digits that
/// it has.
fn rounded(ours: f64, exact: f64) -> bool {
    let digits = |number: f64| {
        let text = format!("{:.9}", number);
        let text = text.trim_end_matches('0');
        text.len() - text.find('.').unwrap_or(text.len()) - 1
    };
    let (ours, exact) = if digits(ours) <= digits(1.0 / ours) {
        (ours, exact)
    } else {
        (1.0 / ours, 1.0 / exact)
    };
    let last = 10_f64.powi(-(digits(ours) as i32));
    digits(ours) < 6 && (ours - exact).abs() <= 0.5 * last + 1e-9
}
