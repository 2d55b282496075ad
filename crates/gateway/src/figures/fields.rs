//! The flat fields: what each stands for, and what is wrong with it as it was sent.

use api::{Call, Problem, Violation};
use serde::Serialize;
use serde_json::Value;
use text::{Language, Text, text};
use wire::{Named, Number, Quantity, Understood, escaped};

use crate::question::{NAME_LIMIT, at};

/// Most fields that are looked at; a person has fewer, and each refused field costs a
/// sentence in the answer.
const FIELD_LIMIT: usize = 32;

/// A flat field.
struct Field {
    /// Its name in the body.
    name: &'static str,
    /// The input it stands for.
    input: &'static str,
    form: Form,
}

/// What is sent for a field.
enum Form {
    /// A number in this unit (UCUM), which people call so.
    Quantity(&'static str, Text),
    /// A whole number of completed years.
    Years,
    /// A code.
    Code(Text),
    /// A number that is a code.
    Factor(Text),
}

/// In the order in which problems are reported.
const FIELDS: [Field; 5] = [
    Field {
        name: "weight",
        input: "weight",
        form: Form::Quantity("kg", text("in kg", "em kg")),
    },
    Field {
        name: "height",
        input: "height",
        form: Form::Quantity("m", text("in m", "em m")),
    },
    Field {
        name: "age",
        input: "age",
        form: Form::Years,
    },
    Field {
        name: "gender",
        input: "sex",
        form: Form::Code(text("\"male\" or \"female\"", "\"male\" ou \"female\"")),
    },
    Field {
        name: "activity_level",
        input: "activity_level",
        form: Form::Factor(text("an activity factor", "um fator de atividade")),
    },
];

/// Name, input and unit of each field, for its schema.
pub(crate) fn flat_fields()
-> impl Iterator<Item = (&'static str, &'static str, Option<&'static str>)> {
    FIELDS.iter().map(|field| {
        let unit = match field.form {
            Form::Quantity(unit, _) => Some(unit),
            Form::Years => Some("a"),
            Form::Code(_) | Form::Factor(_) => None,
        };
        (field.name, field.input, unit)
    })
}

/// The value of an input, as the catalogue takes it.
#[derive(Serialize)]
#[serde(untagged)]
enum Input {
    Quantity(Quantity<'static>),
    Number(Number),
    Code(String),
}

impl Input {
    fn quantity(value: Number, unit: &'static str) -> Self {
        let unit = unit.into();
        Self::Quantity(Quantity { value, unit })
    }
}

/// What was sent, field by field.
pub(super) struct Fields {
    inputs: Named<'static, Input>,
    violations: Vec<Violation>,
}

impl Fields {
    /// Reads the body.
    pub(super) fn read(required: &[&str], call: &Call<'_>) -> Result<Self, Problem> {
        let text = call.json_text()?;
        let language = call.language;
        let Some(members) = wire::json::members(text) else {
            let message = language.say(
                "the body must be a JSON object",
                "o corpo deve ser um objeto JSON",
            );
            return Err(at("", "wrong-type", message, call));
        };
        if members.len() > FIELD_LIMIT {
            let message = language.say(
                format!("the body may have up to {FIELD_LIMIT} fields"),
                format!("o corpo pode ter até {FIELD_LIMIT} campos"),
            );
            return Err(at("", "too-many-fields", message, call));
        }
        let mut fields = Self {
            inputs: Named::default(),
            violations: Vec::new(),
        };
        for field in &FIELDS {
            let mut sent = members.iter().filter(|(name, _)| name == field.name);
            // Whatever JSON says is looked at by the reader below.
            let value = sent.next().map(|(_, text)| text.get());
            let value = value.map(|text| serde_json::from_str(text).unwrap_or_default());
            let twice = sent.next().is_some();
            match read(
                field,
                value,
                twice,
                required.contains(&field.name),
                language,
            ) {
                Ok(Some(value)) => {
                    fields.inputs.0.push((field.input.into(), value));
                }
                Ok(None) => {}
                Err((code, message)) => fields.violate(field.name, code, message),
            }
        }
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
        fields.refuse_unknown(&names, language);
        Ok(fields)
    }

    fn violate(&mut self, name: &str, code: &'static str, message: String) {
        self.violations.push(Violation {
            pointer: format!("/{}", escaped(name)),
            code: code.into(),
            message,
        });
    }

    fn refuse_unknown(&mut self, names: &[&str], language: Language) {
        let known = FIELDS.map(|field| field.name);
        for (position, name) in names.iter().enumerate() {
            if known.contains(name) || names[..position].contains(name) {
                continue;
            }
            let short: String = name.chars().take(NAME_LIMIT).collect();
            let known = known.join(", ");
            let message = language.say(
                format!("no such field; the fields are {known}"),
                format!("não existe; os campos são {known}"),
            );
            self.violate(&short, "unknown-field", message);
        }
    }

    /// Whether every field is of its form.
    pub(super) const fn are_sound(&self) -> bool {
        self.violations.is_empty()
    }

    /// Whether these are what was sent: each of the inputs is there, and no other.
    pub(super) fn are_all_in(&self, returned: &Named<'_, Understood<'_>>) -> bool {
        let mut names = self.inputs.0.iter().map(|(name, _)| name);
        returned.0.len() == self.inputs.0.len() && names.all(|name| returned.get(name).is_some())
    }

    /// The inputs that could be read, as the catalogue takes them.
    pub(super) fn inputs(&self) -> String {
        serde_json::to_string(&self.inputs).unwrap_or_default()
    }

    /// The problem with every field: what is wrong with it as it was sent, or what the
    /// evaluation says of the input it stands for.
    pub(super) fn refuse(self, found: Vec<wire::Violation>, call: &Call<'_>) -> Problem {
        let mut all = self.violations;
        for violation in found {
            let field = FIELDS.iter().find(|one| one.input == violation.input());
            let name = field.map_or(violation.input(), |field| field.name);
            let pointer = format!("/{}", escaped(name));
            // An input that was sent but is not of its form looks missing; what is wrong
            // with it has been said.
            let said = all.iter().any(|one| one.pointer == pointer);
            if violation.code == "missing" && said {
                continue;
            }
            all.push(Violation {
                message: renamed(violation.message, field),
                pointer,
                code: violation.code.into(),
            });
        }
        let between = [
            "implausible-combination",
            "outside-validity",
            "unknown-field",
        ];
        all.sort_by_key(|one| {
            let own = FIELDS
                .iter()
                .position(|field| one.pointer[1..] == *field.name);
            let alone = !between.contains(&one.code.as_ref());
            own.filter(|_| alone).unwrap_or(FIELDS.len())
        });
        Problem::invalid_input(all, call.language)
    }
}

/// A sentence of the evaluation begins with the name of the input; here it has another.
fn renamed(message: String, field: Option<&Field>) -> String {
    let Some(field) = field.filter(|field| field.name != field.input) else {
        return message;
    };
    match message.strip_prefix(field.input) {
        Some(rest) => format!("{}{rest}", field.name),
        None => message,
    }
}

/// Code and sentence of what is wrong with a field.
type Refusal = (&'static str, String);

/// The value of the input that a field stands for.
fn read(
    field: &Field,
    value: Option<Value>,
    twice: bool,
    required: bool,
    language: Language,
) -> Result<Option<Input>, Refusal> {
    let name = field.name;
    if twice {
        let message = language.say(
            format!("{name} was sent more than once; send it once"),
            format!("{name} foi enviado mais de uma vez; envie uma vez só"),
        );
        return Err(("duplicate-field", message));
    }
    let Some(value) = value.filter(|value| !value.is_null()) else {
        if !required {
            return Ok(None);
        }
        let message = language.say(
            format!("{name} is required"),
            format!("{name} é obrigatório"),
        );
        return Err(("missing", message));
    };
    value_of(field, value, language).map(Some)
}

/// The value of the input, from the JSON of the field.
fn value_of(field: &Field, value: Value, language: Language) -> Result<Input, Refusal> {
    let name = field.name;
    let number = |said: &str| match &value {
        Value::Number(number) => Ok(Number(number.as_f64().unwrap_or(f64::NAN))),
        _ => Err((
            "wrong-type",
            language.say(
                format!("{name} must be a JSON number, without quotes, {said}"),
                format!("{name} deve ser um número JSON, sem aspas, {said}"),
            ),
        )),
    };
    match &field.form {
        Form::Quantity(unit, said) => {
            let number = number(language.of(*said))?;
            Ok(Input::quantity(number, unit))
        }
        Form::Years => {
            let said = language.choose("in completed years", "em anos completos");
            let number = number(said)?;
            if number.0.fract() != 0.0 {
                let message = language.say(
                    "age must be a whole number of completed years",
                    "age deve ser um número inteiro de anos completos",
                );
                return Err(("not-whole", message));
            }
            Ok(Input::quantity(number, "a"))
        }
        Form::Factor(said) => Ok(Input::Number(number(language.of(*said))?)),
        Form::Code(said) => {
            if let Value::String(code) = value {
                return Ok(Input::Code(code));
            }
            let said = language.of(*said);
            let message = language.say(
                format!("{name} must be {said}, as text"),
                format!("{name} deve ser {said}, como texto"),
            );
            Err(("wrong-type", message))
        }
    }
}
