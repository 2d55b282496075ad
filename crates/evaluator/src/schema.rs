//! JSON Schema (2020-12) of a calculator's inputs, with the limits that the engine
//! has for each of them.

use clinical::definition::{Choice, Input, Kind, Validity};
use clinical::units::{self, QuantityKind, Unit};
use clinical::{Calculator, INPUT_LIMIT, Language};
use serde_json::{Map, Value, json};
use wire::Number;

/// The schema of the member `inputs` of a request. What it cannot say, rules between
/// inputs and an age by its date of birth, the evaluation checks.
pub(crate) fn inputs(calculator: &Calculator, language: Language) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut ages = None;
    for input in calculator.inputs {
        let mut schema = described(calculator, input, language);
        let age = matches!(input.kind, Kind::Age);
        if !input.required || age {
            schema = absent(schema);
        }
        properties.insert(input.name.to_owned(), schema);
        if age {
            for name in ["birth_date", "on"] {
                properties
                    .entry(name)
                    .or_insert_with(|| absent(json!({"type": "string", "format": "date"})));
            }
        }
        match (age, input.required) {
            (true, required) => ages = Some((input.name, required)),
            (false, true) => required.push(input.name),
            (false, false) => {}
        }
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "maxProperties": INPUT_LIMIT,
        "required": required,
    });
    let one_each = calculator.alternatives.iter().map(|group| {
        let each: Vec<_> = group.iter().map(|name| there(name)).collect();
        json!({"oneOf": each})
    });
    let one_each: Vec<_> = one_each.collect();
    if !one_each.is_empty() {
        schema["allOf"] = json!(one_each);
    }
    // An age stands for itself or is counted from a date of birth, never both.
    if let Some((age, required)) = ages {
        let either = [age, "birth_date"].map(there);
        match required {
            true => schema["oneOf"] = json!(either),
            false => schema["not"] = json!({"allOf": either}),
        }
    }
    schema
}

/// What an input takes, and what it is called.
fn described(calculator: &Calculator, input: &Input, language: Language) -> Value {
    let mut schema = property(calculator, input);
    schema["title"] = json!(language.of(input.title));
    if let Some(definition) = input.definition {
        schema["description"] = json!(language.of(definition));
    }
    schema
}

/// That a member is there, with a value.
fn there(name: &str) -> Value {
    json!({"required": [name], "properties": {name: {"not": {"type": "null"}}}})
}

/// The same, or null, which is the same as nothing.
fn absent(mut schema: Value) -> Value {
    let mut take = |name| schema.as_object_mut().and_then(|one| one.remove(name));
    let said = ["title", "description"].map(|name| (name, take(name)));
    let mut either = json!({"anyOf": [schema, {"type": "null"}]});
    for (name, text) in said {
        if let Some(text) = text {
            either[name] = text;
        }
    }
    either
}

fn property(calculator: &Calculator, input: &Input) -> Value {
    let validity: Vec<&Validity> = calculator
        .validity
        .iter()
        .filter(|limit| limit.input == input.name)
        .collect();
    match input.kind {
        Kind::Quantity(kind) => quantity(kind, &Limits::of(kind, &validity, false)),
        Kind::Age => quantity(&units::AGE, &Limits::of(&units::AGE, &validity, true)),
        Kind::Boolean => match input.refused {
            Some((refused, _)) => json!({"const": !refused}),
            None => json!({"type": "boolean"}),
        },
        Kind::Integer {
            least,
            greatest,
            or,
        } => {
            let number = json!({"type": "integer", "minimum": least, "maximum": greatest});
            match or {
                Some(code) => json!({"anyOf": [number, {"const": code}]}),
                None => number,
            }
        }
        Kind::Choice(choices) => choice(choices),
        Kind::Date => json!({"type": "string", "format": "date"}),
    }
}

fn choice(choices: &[Choice]) -> Value {
    let answered = choices.iter().filter(|choice| choice.refused.is_none());
    let codes: Vec<_> = answered.map(|choice| choice.code).collect();
    let codes = json!({"type": "string", "enum": codes});
    let factors: Vec<_> = choices.iter().filter_map(|choice| choice.factor).collect();
    if factors.is_empty() {
        codes
    } else {
        json!({"anyOf": [codes, {"type": "number", "enum": factors}]})
    }
}

/// What a quantity may be, in its canonical unit.
struct Limits {
    least: f64,
    greatest: f64,
    /// Whether the greatest value itself is outside.
    exclusive: bool,
}

impl Limits {
    /// What is plausible and within the population of the formula. An age counts in
    /// completed years: up to 83 is under 84.
    fn of(kind: &QuantityKind, validity: &[&Validity], years: bool) -> Self {
        let mut limits = Self {
            least: kind.least,
            greatest: kind.greatest,
            exclusive: false,
        };
        for limit in validity {
            limits.least = limits.least.max(limit.least);
            let completed = years && !limit.exclusive;
            let greatest = if completed {
                limit.greatest + 1.0
            } else {
                limit.greatest
            };
            if greatest <= limits.greatest {
                limits.greatest = greatest;
                limits.exclusive = limit.exclusive || completed;
            }
        }
        limits
    }

    fn value(&self, unit: Unit) -> Value {
        let limit = |canonical| json!(Number(unit.from_canonical(canonical)));
        let most = if self.exclusive {
            "exclusiveMaximum"
        } else {
            "maximum"
        };
        json!({"type": "number", "minimum": limit(self.least), most: limit(self.greatest)})
    }
}

/// A number with its unit; the limits are those of the unit it comes in.
fn quantity(kind: &QuantityKind, limits: &Limits) -> Value {
    let in_unit = |unit: &Unit| {
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["value", "unit"],
            "properties": {"value": limits.value(*unit), "unit": {"const": unit.code}},
        })
    };
    let mut forms: Vec<Value> = kind.units.iter().map(in_unit).collect();
    if kind.bare {
        forms.push(limits.value(kind.canonical()));
    }
    match <[Value; 1]>::try_from(forms) {
        Ok([only]) => only,
        Err(forms) => json!({"anyOf": forms}),
    }
}
