//! The printed catalogue: every definition, by category.

use text::{Language, Text, text, with_unit};
use wire::{Definition, Input, InputKind, Output};

use crate::block::Block;
use crate::limits::{End, plausible, range, validity};
use crate::parts::{self, capital, section};

/// The catalogue. Categories stand in the order in which they first appear.
pub(crate) fn blocks(definitions: &[Definition<'_>]) -> Vec<Block> {
    let first = definitions.first();
    let language = first.map_or(Language::English, |one| one.language);
    let mut blocks = vec![
        Block::Heading(1, language.choose("Calculators", "Calculadoras").to_owned()),
        Block::Paragraph(language.of(INTRODUCTION).to_owned()),
        Block::Paragraph(parts::aid(language).to_owned()),
    ];
    let mut categories: Vec<&str> = Vec::new();
    for definition in definitions {
        if !categories.contains(&&*definition.category) {
            categories.push(&definition.category);
        }
    }
    for category in categories {
        blocks.push(Block::Heading(2, capital(category)));
        let members = definitions.iter().filter(|one| one.category == category);
        for definition in members {
            calculator(&mut blocks, definition, language);
        }
    }
    blocks
}

const INTRODUCTION: Text = text(
    "Units are UCUM codes, as they stand in requests and answers. Values outside the \
     plausible range are refused as typing or unit errors; outside the validity there is no \
     result.",
    "As unidades são códigos UCUM, como estão nas requisições e respostas. Valores fora da \
     faixa plausível são recusados como erro de digitação ou de unidade; fora da validade não \
     há resultado.",
);

fn calculator(blocks: &mut Vec<Block>, definition: &Definition<'_>, language: Language) {
    blocks.push(Block::Heading(3, definition.title.to_string()));
    blocks.push(Block::Paragraph(definition.description.to_string()));
    blocks.push(Block::Entry("Id".to_owned(), definition.id.to_string()));
    let version = language.choose("Version", "Versão");
    let number = definition.version.to_string();
    blocks.push(Block::Entry(version.to_owned(), number));
    let mut add = |title: Text, content| section(blocks, 4, language.of(title), content);
    add(parts::INPUTS, vec![inputs(definition, language)]);
    add(parts::ALTERNATIVES, parts::alternatives(definition));
    add(parts::POINTS, parts::criteria(definition));
    add(parts::RESULTS, vec![results(definition, language)]);
    for result in &definition.results {
        if !result.interpretations.is_empty() {
            let title = language.choose("Interpretation of", "Interpretação de");
            let title = format!("{title} {}", result.name);
            section(blocks, 4, &title, vec![interpretations(result, language)]);
        }
    }
    for (title, content) in [
        (parts::VALIDITY, validity(definition)),
        (parts::ASSUMPTIONS, parts::items(&definition.assumptions)),
        (
            parts::REFERENCE,
            parts::references(&definition.reference, &definition.sources),
        ),
    ] {
        section(blocks, 4, language.of(title), content);
    }
}

fn inputs(definition: &Definition<'_>, language: Language) -> Block {
    let rows = definition.inputs.iter().map(|input| {
        vec![
            input.name.to_string(),
            input.titled(),
            takes(input, language),
            plausible(input, language),
            parts::yes_or_no(input.required, language).to_owned(),
            input.loinc.join(", "),
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
fn takes(input: &Input<'_>, language: Language) -> String {
    let units = input.units.join(", ");
    let mut text = match input.kind {
        InputKind::Quantity => {
            let kind = language.choose("quantity in", "quantidade em");
            format!("{kind} {units}")
        }
        InputKind::Age => format!("{} {units}", language.choose("age in", "idade em")),
        InputKind::Boolean => "true, false".to_owned(),
        InputKind::Integer => language.choose("whole number", "número inteiro").to_owned(),
        InputKind::Choice => {
            let choices: Vec<_> = input.choices.iter().map(parts::choice).collect();
            choices.join("; ")
        }
        InputKind::Date => language.choose("ISO 8601 date", "data ISO 8601").to_owned(),
    };
    let or = language.choose("or", "ou");
    let bare = language.choose("a bare number", "um número sem unidade");
    let alternatives = [
        input.bare_number.then(|| bare.to_owned()),
        input.or.as_ref().map(ToString::to_string),
        instead(input, language),
    ];
    for alternative in alternatives.into_iter().flatten() {
        text = format!("{text}, {or} {alternative}");
    }
    text
}

/// What can be sent instead of an input; only the first of it must be.
fn instead(input: &Input<'_>, language: Language) -> Option<String> {
    let (first, others) = input.instead.split_first()?;
    if others.is_empty() {
        return Some(first.to_string());
    }
    let optionally = language.choose("optionally with", "opcionalmente com");
    Some(format!("{first} ({optionally} {})", others.join(", ")))
}

fn results(definition: &Definition<'_>, language: Language) -> Block {
    let rows = definition.results.iter().map(|result| {
        vec![
            result.name.to_string(),
            result.title.to_string(),
            result.unit.to_string(),
            result.digits.to_string(),
            result.loinc.as_deref().unwrap_or_default().to_owned(),
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

/// What the values of a result mean.
fn interpretations(result: &Output<'_>, language: Language) -> Block {
    let unit = with_unit("", &result.unit, language);
    let mut from: Option<End> = None;
    let mut rows = Vec::new();
    // Empty bands are those where more than the value decides.
    for meaning in &result.interpretations {
        let to = parts::end(meaning.below, meaning.up_to);
        rows.push(vec![
            range(from, to, &unit, language),
            meaning.code.to_string(),
            meaning.text.to_string(),
        ]);
        from = to;
    }
    let head = [
        language.choose("Value", "Valor"),
        language.choose("Code", "Código"),
        language.choose("Meaning", "Significado"),
    ];
    Block::table(&head, rows)
}
