//! UCUM codes as records have them: with annotations in braces.

use crate::{Input, Str};

/// Words of annotations that tell apart what the same unit can be of: D-dimer and the
/// fibrinogen it is of, urea and its nitrogen, a filtration by body surface and the
/// person's, scales of glycated haemoglobin.
const TELLING: [&str; 9] = [
    "FEU", "DDU", "BUN", "NITROGEN", "UREA", "UREIA", "BSA", "IFCC", "JDS",
];

impl<'a> Input<'a> {
    /// The unit of this input that a UCUM code of a record stands for: the same code, or
    /// the same but for annotations, which by UCUM's rule say nothing about a unit. What is
    /// only an annotation is `1`.
    ///
    /// The records of the world have annotations that do say something, and without them
    /// the number of another quantity would pass for this one's. So none is dropped
    ///
    /// - where the units of the input are themselves told apart by annotations, as
    ///   `ng/mL{FEU}` and `ng/mL{DDU}` are, of which one is twice the other;
    /// - that is divided by, or has a digit: `mL/min/{1.73_m2}` is not the `mL/min` of a
    ///   person, nor `U/L{25Cel}` what an enzyme does at 37 degrees;
    /// - that has one of a few words which tell apart what a unit is of.
    ///
    /// Such a code is refused as any other unit would be, and so is another spelling of a
    /// unit: what it is equal to is not calculated.
    ///
    /// ```
    /// use wire::{Input, InputKind};
    ///
    /// let mut input = Input::new("x".into(), "X".into(), true, InputKind::Quantity);
    /// input.units = vec!["/min".into(), "1".into()];
    /// assert_eq!(input.unit("{beats}/min").unwrap(), "/min");
    /// assert_eq!(input.unit("{INR}").unwrap(), "1");
    /// assert_eq!(input.unit("1/min"), None);
    /// ```
    pub fn unit(&self, code: &str) -> Option<&Str<'a>> {
        let known = |code: &str| self.units.iter().find(|unit| **unit == code);
        if !code.contains('{') || self.units.iter().any(|unit| unit.contains('{')) {
            return known(code);
        }
        known(code).or_else(|| known(&without_annotations(code)?))
    }
}

/// A code without its annotations, if none of them says anything.
fn without_annotations(code: &str) -> Option<String> {
    let mut plain = String::new();
    for (operator, factor) in factors(code)? {
        let (unit, annotation) = match factor.split_once('{') {
            Some((unit, rest)) => (unit, Some(rest.strip_suffix('}')?)),
            None => (factor, None),
        };
        if annotation.is_some_and(says_something) {
            return None;
        }
        match (operator, unit) {
            ("/", "") => return None,
            (_, "") => {}
            (".", unit) if plain.is_empty() => plain += unit,
            (operator, unit) => {
                plain += operator;
                plain += unit;
            }
        }
    }
    Some(if plain.is_empty() {
        "1".to_owned()
    } else {
        plain
    })
}

/// The factors of a code with what stands before each; none where it has brackets around
/// factors, or braces that do not pair.
fn factors(code: &str) -> Option<Vec<(&str, &str)>> {
    let mut found = Vec::new();
    let (mut start, mut operator, mut inside) = (0, "", false);
    for (at, letter) in code.char_indices() {
        match letter {
            '{' | '}' if inside == (letter == '{') => return None,
            '{' | '}' => inside = !inside,
            '(' | ')' if !inside => return None,
            '.' | '/' if !inside => {
                found.push((operator, &code[start..at]));
                operator = &code[at..=at];
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push((operator, &code[start..]));
    (!inside).then_some(found)
}

fn says_something(annotation: &str) -> bool {
    let mut words = annotation.split(|letter: char| !letter.is_alphabetic());
    annotation.contains(|letter: char| letter.is_numeric())
        || words.any(|word| TELLING.iter().any(|known| known.eq_ignore_ascii_case(word)))
}
