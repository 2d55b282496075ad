//! What people read: lists, definitions, evaluations, refusals.

use ::text::Language;
use clinical::definition::Category;
use serde_json::Value;

use crate::definition::{Definition, Evaluation, Reference, Summary, Validity};
use crate::failure::Violation;
use crate::run::{option_name, takes};

/// Rows in columns as wide as their widest cell; the last column is not padded.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<_> = (0..columns).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let line: String = cells
            .map(|(cell, &width)| format!("  {cell:<width$}"))
            .collect();
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Sections with something in them, an empty line between two.
fn sections(all: &[String]) -> String {
    let filled: Vec<_> = all.iter().map(String::as_str).collect();
    let filled = filled.into_iter().filter(|section| !section.is_empty());
    filled.collect::<Vec<_>>().join("\n\n")
}

/// A heading over rows; nothing without rows.
fn section(heading: &str, rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("{heading}\n{}", table(rows))
}

fn bullets(heading: &str, texts: &[String]) -> String {
    let rows: Vec<_> = texts.iter().map(|text| vec![format!("- {text}")]).collect();
    section(heading, &rows)
}

/// Calculators by category.
pub(crate) fn list(all: &[Summary], language: Language) -> String {
    let mut categories: Vec<&str> = Vec::new();
    for summary in all {
        if !categories.contains(&summary.category.as_str()) {
            categories.push(&summary.category);
        }
    }
    // One width for all, so that the titles of every category stand together.
    let width = all.iter().map(|one| one.id.len()).max().unwrap_or_default();
    let groups = categories.into_iter().map(|code| {
        let known = Category::ALL.into_iter().find(|one| one.code() == code);
        let title = known.map_or(code, |one| language.of(one.title()));
        let of_it = all.iter().filter(|one| one.category == code);
        let rows = of_it.map(|one| vec![format!("{:<width$}", one.id), one.title.clone()]);
        section(&format!("{title} ({code})"), &rows.collect::<Vec<_>>())
    });
    sections(&groups.collect::<Vec<_>>())
}

/// Everything that matters to someone who wants to run a calculator.
pub(crate) fn definition(definition: &Definition, language: Language) -> String {
    let title = format!(
        "{} ({} {})\n{}",
        definition.title, definition.id, definition.version, definition.description
    );
    let inputs = definition.inputs.iter().map(|input| {
        let need = if input.required {
            String::new()
        } else {
            language.say(" (optional)", " (opcional)")
        };
        let mut options = vec![option(&input.name)];
        options.extend(input.instead.iter().map(|name| option(name)));
        vec![
            options.join(", "),
            format!("{}{need}", input.title),
            takes(input, language),
        ]
    });
    let results = definition.results.iter().map(|output| {
        let unit = unit(&output.unit).to_owned();
        vec![output.name.clone(), output.title.clone(), unit]
    });
    sections(&[
        title,
        section(
            &language.say("Inputs", "Entradas"),
            &inputs.collect::<Vec<_>>(),
        ),
        section(
            &language.say("Results", "Resultados"),
            &results.collect::<Vec<_>>(),
        ),
        sources(definition, language),
    ])
}

fn option(name: &str) -> String {
    format!("--{}", option_name(name))
}

/// For whom a calculator holds, what it assumes, and where it comes from.
pub(crate) fn sources(definition: &Definition, language: Language) -> String {
    let validity = definition.validity.iter().map(|one| limit(one, language));
    let assumptions = language.say("Assumptions", "Pressupostos");
    sections(&[
        section(
            &language.say("Valid for", "Válida para"),
            &validity.collect::<Vec<_>>(),
        ),
        bullets(&assumptions, &definition.assumptions),
        source(&definition.reference, language),
    ])
}

fn limit(limit: &Validity, language: Language) -> Vec<String> {
    let unit = &limit.unit;
    let least = limit.least.as_ref();
    let text = match (least, limit.greatest.as_ref(), limit.below.as_ref()) {
        (Some(least), Some(greatest), _) => language.say(
            format!("from {least} to {greatest} {unit}"),
            format!("de {least} a {greatest} {unit}"),
        ),
        (Some(least), None, Some(below)) => language.say(
            format!("from {least} to less than {below} {unit}"),
            format!("de {least} a menos de {below} {unit}"),
        ),
        (Some(least), None, None) => language.say(
            format!("{least} {unit} or more"),
            format!("{least} {unit} ou mais"),
        ),
        (None, Some(greatest), _) => language.say(
            format!("{greatest} {unit} or less"),
            format!("{greatest} {unit} ou menos"),
        ),
        (None, None, Some(below)) => language.say(
            format!("less than {below} {unit}"),
            format!("menos de {below} {unit}"),
        ),
        (None, None, None) => String::new(),
    };
    vec![limit.input.clone(), text]
}

fn source(reference: &Reference, language: Language) -> String {
    let mut rows = vec![vec![reference.citation.clone()]];
    rows.extend(reference.doi.iter().map(|doi| vec![format!("doi:{doi}")]));
    rows.extend(reference.pmid.iter().map(|id| vec![format!("PMID {id}")]));
    section(&language.say("Source", "Fonte"), &rows)
}

/// Scores and ratios have no unit worth printing.
fn unit(code: &str) -> &str {
    if code == "1" { "" } else { code }
}

/// Results first, then what they rest on.
pub(crate) fn evaluation(evaluation: &Evaluation, language: Language) -> String {
    let results = evaluation.results.iter().map(|found| {
        let meaning = found.interpretation.as_ref();
        vec![
            found.title.clone(),
            format!("{} {}", found.display, unit(&found.unit))
                .trim_end()
                .to_owned(),
            meaning.map_or_else(String::new, |one| one.text.clone()),
        ]
    });
    let points = evaluation
        .items
        .iter()
        .map(|item| vec![item.item.clone(), item.points.to_string()]);
    let inputs = evaluation
        .inputs
        .iter()
        .map(|(name, value)| vec![name.clone(), understood(value)]);
    sections(&[
        section(
            &format!(
                "{} ({} {})",
                evaluation.title, evaluation.calculator, evaluation.version
            ),
            &results.collect::<Vec<_>>(),
        ),
        section(
            &language.say("Points", "Pontos"),
            &points.collect::<Vec<_>>(),
        ),
        bullets(&language.say("Warnings", "Avisos"), &evaluation.warnings),
        bullets(
            &language.say("Assumptions", "Pressupostos"),
            &evaluation.assumptions,
        ),
        section(
            &language.say("Inputs as understood", "Entradas como entendidas"),
            &inputs.collect::<Vec<_>>(),
        ),
        source(&evaluation.reference, language),
    ])
}

/// An input as the evaluation read it.
fn understood(value: &Value) -> String {
    match (&value["value"], &value["unit"], value) {
        (Value::Number(number), Value::String(code), _) => {
            format!("{number} {}", unit(code)).trim_end().to_owned()
        }
        (_, _, Value::String(text)) => text.clone(),
        (_, _, other) => other.to_string(),
    }
}

/// Every reason against the inputs.
pub(crate) fn refusal(violations: &[Violation], language: Language) -> String {
    let rows = violations.iter().map(|violation| {
        vec![
            violation.field.clone(),
            violation.code.clone(),
            violation.message.clone(),
        ]
    });
    let heading = language.say("Not calculated:", "Não calculado:");
    section(&heading, &rows.collect::<Vec<_>>())
}
