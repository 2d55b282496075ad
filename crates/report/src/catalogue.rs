//! The printed catalogue: every definition, by category.

use serde_json::Value;
use text::{Language, number, with_unit};

use crate::block::Block;
use crate::evaluation::{aid, reference};
use crate::plain::plain;
use crate::{language, list, string, strings};

/// The catalogue. Categories stand in the order in which they first appear.
pub(crate) fn blocks(definitions: &Value) -> Vec<Block> {
    let definitions = definitions.as_array().map(Vec::as_slice);
    let definitions = definitions.unwrap_or_default();
    let language = definitions.first().map_or(Language::English, language);
    let mut blocks = vec![
        Block::Heading(1, language.choose("Calculators", "Calculadoras").to_owned()),
        Block::Paragraph(introduction(language).to_owned()),
        Block::Paragraph(aid(language).to_owned()),
    ];
    let mut categories: Vec<&str> = Vec::new();
    for definition in definitions {
        let category = string(definition, "category");
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    for category in categories {
        blocks.push(Block::Heading(2, capital(category)));
        let members = definitions
            .iter()
            .filter(|definition| string(definition, "category") == category);
        for definition in members {
            calculator(&mut blocks, definition, language);
        }
    }
    blocks
}

const fn introduction(language: Language) -> &'static str {
    language.choose(
        "Units are UCUM codes, as they stand in requests and answers. Values outside the \
         plausible range are refused as typing or unit errors; outside the validity there is no \
         result.",
        "As unidades são códigos UCUM, como estão nas requisições e respostas. Valores fora da \
         faixa plausível são recusados como erro de digitação ou de unidade; fora da validade não \
         há resultado.",
    )
}

fn capital(code: &str) -> String {
    let mut letters = code.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn calculator(blocks: &mut Vec<Block>, definition: &Value, language: Language) {
    let text = |name| string(definition, name).to_owned();
    blocks.push(Block::Heading(3, text("title")));
    blocks.push(Block::Paragraph(text("description")));
    blocks.push(Block::Entry("Id".to_owned(), text("id")));
    let version = language.choose("Version", "Versão");
    blocks.push(Block::Entry(version.to_owned(), text("version")));
    blocks.push(Block::Heading(
        4,
        language.choose("Inputs", "Entradas").to_owned(),
    ));
    blocks.push(inputs(definition, language));
    blocks.push(Block::Heading(
        4,
        language.choose("Results", "Resultados").to_owned(),
    ));
    blocks.push(results(definition, language));
    blocks.extend(interpretations(definition, language));
    let sections = [
        (
            language.choose("Validity", "Validade"),
            validity(definition, language),
        ),
        (
            language.choose("Assumptions", "Pressupostos"),
            strings(definition, "assumptions")
                .into_iter()
                .map(Block::Item)
                .collect(),
        ),
        (
            language.choose("Reference", "Referência"),
            reference(definition),
        ),
    ];
    for (title, content) in sections {
        if !content.is_empty() {
            blocks.push(Block::Heading(4, title.to_owned()));
            blocks.extend(content);
        }
    }
}

fn inputs(definition: &Value, language: Language) -> Block {
    let rows = list(definition, "inputs").iter().map(|input| {
        vec![
            string(input, "name").to_owned(),
            string(input, "title").to_owned(),
            takes(input, language),
            plausible(input, language),
            plain(input.get("required").unwrap_or(&Value::Null), language),
            strings(input, "loinc").join(", "),
        ]
    });
    let head = [
        language.choose("Name", "Nome"),
        language.choose("Title", "Título"),
        language.choose("Takes", "Aceita"),
        language.choose("Plausible range", "Faixa plausível"),
        language.choose("Required", "Obrigatória"),
        "LOINC",
    ];
    Block::table(&head, rows.collect())
}

/// What an input takes: its units, its codes, or its kind.
fn takes(input: &Value, language: Language) -> String {
    let units = strings(input, "units").join(", ");
    let choices: Vec<_> = list(input, "choices")
        .iter()
        .map(
            |choice| match (string(choice, "code"), string(choice, "title")) {
                (code, title) if code == title => code.to_owned(),
                (code, title) => format!("{code} ({title})"),
            },
        )
        .collect();
    let mut text = match string(input, "kind") {
        "quantity" => format!(
            "{} {units}",
            language.choose("quantity in", "quantidade em")
        ),
        "age" => format!("{} {units}", language.choose("age in", "idade em")),
        "boolean" => "true, false".to_owned(),
        "integer" => language.choose("whole number", "número inteiro").to_owned(),
        "choice" => choices.join("; "),
        "date" => language.choose("ISO 8601 date", "data ISO 8601").to_owned(),
        other => other.to_owned(),
    };
    let or = language.choose("or", "ou");
    let alternatives = [
        (input.get("bare_number") == Some(&Value::Bool(true))).then(|| {
            language
                .say("a bare number", "um número sem unidade")
                .to_owned()
        }),
        input.get("or").map(|code| plain(code, language)),
        instead(input, language),
    ];
    for alternative in alternatives.into_iter().flatten() {
        text = format!("{text}, {or} {alternative}");
    }
    text
}

/// What can be sent instead of an input; only the first of it must be.
fn instead(input: &Value, language: Language) -> Option<String> {
    let names = strings(input, "instead");
    let (first, others) = names.split_first()?;
    if others.is_empty() {
        return Some(first.clone());
    }
    let optionally = language.choose("optionally with", "opcionalmente com");
    Some(format!("{first} ({optionally} {})", others.join(", ")))
}

fn plausible(input: &Value, language: Language) -> String {
    // Whole numbers have their limits in the input itself.
    let limits = input.get("plausible").unwrap_or(input);
    range(limits, language)
}

/// The limits that an object has, with its unit as a UCUM code.
fn range(limits: &Value, language: Language) -> String {
    let unit = match string(limits, "unit") {
        "" | "1" => String::new(),
        unit => format!(" {unit}"),
    };
    let limit = |name| limits.get(name).and_then(Value::as_f64);
    let number = |value| number(value, language);
    match (limit("least"), limit("greatest"), limit("below")) {
        (Some(least), Some(greatest), _) => format!(
            "{} {} {}{unit}",
            number(least),
            language.choose("to", "a"),
            number(greatest)
        ),
        (None, Some(greatest), _) => format!(
            "{}{unit} {}",
            number(greatest),
            language.choose("or less", "ou menos")
        ),
        (least, None, below) => band(least, below, &unit, language),
    }
}

/// From a value to just below another; empty where there is neither.
fn band(from: Option<f64>, below: Option<f64>, unit: &str, language: Language) -> String {
    let number = |value| number(value, language);
    match (from, below) {
        (Some(from), Some(below)) => format!(
            "{} {} {}{unit}",
            number(from),
            language.choose("to less than", "a menos de"),
            number(below)
        ),
        (Some(from), None) => format!(
            "{}{unit} {}",
            number(from),
            language.choose("or more", "ou mais")
        ),
        (None, Some(below)) => format!(
            "{} {}{unit}",
            language.choose("less than", "menos de"),
            number(below)
        ),
        (None, None) => String::new(),
    }
}

fn results(definition: &Value, language: Language) -> Block {
    let rows = list(definition, "results").iter().map(|result| {
        vec![
            string(result, "name").to_owned(),
            string(result, "title").to_owned(),
            string(result, "unit").to_owned(),
            plain(result.get("digits").unwrap_or(&Value::Null), language),
            string(result, "loinc").to_owned(),
        ]
    });
    let head = [
        language.choose("Name", "Nome"),
        language.choose("Title", "Título"),
        language.choose("Unit", "Unidade"),
        language.choose("Digits shown", "Casas exibidas"),
        "LOINC",
    ];
    Block::table(&head, rows.collect())
}

/// A table for each result that has interpretations.
fn interpretations(definition: &Value, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    for result in list(definition, "results") {
        let meanings = list(result, "interpretations");
        if meanings.is_empty() {
            continue;
        }
        let title = language.choose("Interpretation of", "Interpretação de");
        let title = format!("{title} {}", string(result, "name"));
        blocks.push(Block::Heading(4, title));
        let unit = with_unit("", string(result, "unit"), language);
        let mut from: Option<f64> = None;
        let mut rows = Vec::new();
        // Empty bands are those where more than the value decides.
        for meaning in meanings {
            let below = meaning.get("below").and_then(Value::as_f64);
            rows.push(vec![
                band(from, below, &unit, language),
                string(meaning, "code").to_owned(),
                string(meaning, "text").to_owned(),
            ]);
            from = below;
        }
        let head = [
            language.choose("Value", "Valor"),
            language.choose("Code", "Código"),
            language.choose("Meaning", "Significado"),
        ];
        blocks.push(Block::table(&head, rows));
    }
    blocks
}

fn validity(definition: &Value, language: Language) -> Vec<Block> {
    let limits = list(definition, "validity").iter();
    limits
        .map(|limit| Block::Entry(string(limit, "input").to_owned(), range(limit, language)))
        .collect()
}
