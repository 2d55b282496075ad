//! `clincalc` calculates what we calculate, but where the table says why not.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use clinical::calculators;
use serde_json::{Value as Json, json};

use crate::others::{answers, installed};
use crate::pair::{Pair, Same};
use crate::pairs;
use crate::sample::{Sample, samples, shown};
use crate::table::{ABSENT, DISAGREEMENTS, Disagreement, ONLY_NAMED, What};

/// How many are asked of each pair.
const COUNT: usize = 240;

/// Fewest that have to be answered by both.
const LEAST: usize = 150;

/// How many failures are told in full.
const TOLD: usize = 4000;

/// What was asked of both.
struct Asked {
    pair: &'static Pair,
    sample: Sample,
    question: Json,
}

/// Asks `clincalc`, of which nothing is in these programs.
fn clincalc(questions: &[Json]) -> Vec<Json> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/ask.py");
    let mut python = Command::new(installed("MEDICAL_CLINCALC_PYTHON"));
    answers(python.arg(script), questions)
}

#[test]
fn clincalc_agrees() {
    let mut asked = Vec::new();
    for pair in pairs::all() {
        let calculator = calculators::find(pair.ours);
        let calculator = calculator.unwrap_or_else(|| panic!("there is no {}", pair.ours));
        let found = samples(pair, calculator, COUNT).into_iter();
        asked.extend(found.map(|(sample, question)| Asked {
            pair,
            sample,
            question,
        }));
    }
    let questions: Vec<_> = asked
        .iter()
        .map(|one| json!({"calculator": one.pair.theirs, "inputs": one.question}))
        .collect();
    let mut judge = Judge::default();
    for (asked, answer) in asked.iter().zip(clincalc(&questions)) {
        judge.compare(asked, &answer);
    }
    judge.conclude();
}

/// What was found so far.
#[derive(Default)]
struct Judge {
    /// Answers of both, and how many of them agree in all, by pair.
    answered: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    /// How often an entry of the table was needed.
    excused: BTreeMap<usize, usize>,
    failures: Vec<String>,
}

impl Judge {
    fn compare(&mut self, asked: &Asked, answer: &Json) {
        let pair = asked.pair;
        if let Some(why) = answer["refused"].as_str() {
            self.excuse(asked, What::Refused, 0.0, &format!("they refuse: {why}"));
            return;
        }
        let mut differing = Vec::new();
        for &same in pair.same {
            let what = match same {
                Same::Class(..) => What::Class,
                _ => What::Value,
            };
            // Of another number the class may be another.
            if differing.contains(&same.name()) {
                continue;
            }
            if let Some(found) = same.differs(&asked.sample, answer) {
                differing.push(same.name());
                self.excuse(asked, what, found.apart, &found.text);
            }
        }
        let (both, agreed) = self.answered.entry((pair.ours, pair.theirs)).or_default();
        *both += 1;
        *agreed += usize::from(differing.is_empty());
    }

    /// A difference that the table explains, or a failure.
    fn excuse(&mut self, asked: &Asked, what: What, apart: f64, text: &str) {
        let ours = asked.pair.ours;
        let explains = |entry: &&Disagreement| {
            entry.what == what
                && entry.ours.contains(&ours)
                && apart <= entry.apart
                && (entry.when)(&asked.sample)
        };
        if let Some(place) = DISAGREEMENTS.iter().position(|entry| explains(&entry)) {
            *self.excused.entry(place).or_default() += 1;
            return;
        }
        let sent = shown(&asked.sample.inputs);
        self.failures
            .push(format!("{ours}, {what:?}: {text}\n    {sent}"));
    }

    fn conclude(mut self) {
        for ((ours, theirs), (both, agreed)) in &self.answered {
            println!("{ours} and {theirs}: {agreed} of {both} agree");
            if *both < LEAST {
                self.failures.push(format!("{ours}: only {both} answers"));
            }
        }
        for (place, entry) in DISAGREEMENTS.iter().enumerate() {
            let count = self.excused.get(&place).copied().unwrap_or_default();
            println!(
                "{:?}, {:?}: {count}: {}",
                entry.ours, entry.what, entry.reason
            );
            if count == 0 {
                let (ours, what) = (entry.ours, entry.what);
                self.failures
                    .push(format!("nothing disagrees any more: {ours:?}, {what:?}"));
            }
        }
        let count = self.failures.len();
        self.failures.truncate(TOLD);
        assert!(count == 0, "{count} differ:\n{}", self.failures.join("\n"));
    }
}

/// Each calculator of theirs is compared, or the table says why not, until we have it too.
#[test]
fn what_both_have_is_compared() {
    let listed = clincalc(&[json!({"list": true})]);
    let theirs = listed[0].as_array().expect("a list").iter();
    let theirs: BTreeSet<_> = theirs.filter_map(Json::as_str).collect();
    let compared: BTreeSet<_> = pairs::all().map(|pair| pair.theirs).collect();
    let mut absent = BTreeSet::new();
    for name in ABSENT.iter().flat_map(|(_, names)| *names) {
        assert!(absent.insert(*name), "{name} stands twice");
        // Ours are named after the same paper, with dashes and often a year.
        let prefix = name.replace('_', "-");
        let ours = calculators::all().find(|ours| {
            let rest = ours.id.strip_prefix(&prefix);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        let ours = ours.map(|ours| ours.id);
        assert!(ours.is_none(), "{name} is {ours:?} now: compare them");
    }
    absent.extend(ONLY_NAMED);
    assert!(
        compared.is_disjoint(&absent),
        "compared, and not: {compared:?}"
    );
    let known: BTreeSet<_> = compared.union(&absent).copied().collect();
    assert_eq!(known, theirs, "compare it, or say why not");
}
