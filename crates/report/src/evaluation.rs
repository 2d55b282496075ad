//! The report of one evaluation.

use serde_json::Value;
use text::{Language, decimal, with_unit};

use crate::block::Block;
use crate::plain::plain;
use crate::{language, list, string, strings};

/// The report, most important first: warnings stand before any figure.
pub(crate) fn blocks(evaluation: &Value) -> Vec<Block> {
    let language = language(evaluation);
    let mut blocks = vec![Block::Heading(1, title(evaluation, language))];
    let label = language.choose("Warning", "Atenção");
    let warnings = strings(evaluation, "warnings").into_iter();
    blocks.extend(warnings.map(|warning| Block::Warning(label.to_owned(), warning)));
    section(
        &mut blocks,
        language.choose("Results", "Resultados"),
        results(evaluation, language),
    );
    section(
        &mut blocks,
        language.choose("Points", "Pontos"),
        items(evaluation, language),
    );
    section(
        &mut blocks,
        language.choose("Inputs as understood", "Entradas como entendidas"),
        inputs(evaluation, language),
    );
    let assumptions = strings(evaluation, "assumptions").into_iter();
    section(
        &mut blocks,
        language.choose("Assumptions", "Pressupostos"),
        assumptions.map(Block::Item).collect(),
    );
    section(
        &mut blocks,
        language.choose("Reference", "Referência"),
        reference(evaluation),
    );
    blocks.push(Block::Paragraph(aid(language).to_owned()));
    blocks
}

/// What every report ends with.
pub(crate) const fn aid(language: Language) -> &'static str {
    language.choose(
        "This is a calculation aid, not a diagnosis; it does not replace clinical judgement.",
        "Isto é um auxílio de cálculo, não um diagnóstico; não substitui o julgamento clínico.",
    )
}

/// Title, and the id and version that make it traceable.
fn title(evaluation: &Value, language: Language) -> String {
    let title = match string(evaluation, "title") {
        "" => language.choose("Evaluation", "Avaliação"),
        title => title,
    };
    let (id, version) = (
        string(evaluation, "calculator"),
        string(evaluation, "version"),
    );
    let identity = format!("{id} {version}");
    match identity.trim() {
        "" => title.to_owned(),
        identity => format!("{title} ({identity})"),
    }
}

fn section(blocks: &mut Vec<Block>, title: &str, content: Vec<Block>) {
    if !content.is_empty() {
        blocks.push(Block::Heading(2, title.to_owned()));
        blocks.extend(content);
    }
}

fn results(evaluation: &Value, language: Language) -> Vec<Block> {
    let results = list(evaluation, "results").iter().filter_map(|result| {
        let shown = match string(result, "display") {
            "" => plain(result.get("value")?, language),
            display => decimal(display, language),
        };
        let mut text = with_unit(&shown, string(result, "unit"), language);
        let meaning = result
            .get("interpretation")
            .map(|found| string(found, "text"));
        if let Some(meaning) = meaning.filter(|meaning| !meaning.is_empty()) {
            text = format!("{text} ({meaning})");
        }
        let title = match string(result, "title") {
            "" => string(result, "name"),
            title => title,
        };
        Some(Block::Entry(title.to_owned(), text))
    });
    results.collect()
}

fn items(evaluation: &Value, language: Language) -> Vec<Block> {
    let items = list(evaluation, "items");
    if items.is_empty() {
        return Vec::new();
    }
    let rows = items.iter().map(|item| {
        let points = item.get("points").unwrap_or(&Value::Null);
        vec![string(item, "item").to_owned(), plain(points, language)]
    });
    let head = [
        language.choose("Item", "Item"),
        language.choose("Points", "Pontos"),
    ];
    vec![Block::table(&head, rows.collect())]
}

/// The inputs by the labels that come with them, else by their names in
/// requests.
fn inputs(evaluation: &Value, language: Language) -> Vec<Block> {
    let Some(inputs) = evaluation.get("inputs").and_then(Value::as_object) else {
        return Vec::new();
    };
    let shown = inputs.iter().filter(|(_, value)| !value.is_null());
    shown
        .map(|(name, value)| {
            let label = evaluation.get("labels").and_then(|all| all.get(name));
            let said = |member| match label.map(|label| string(label, member)) {
                None | Some("") => None,
                said => said.map(str::to_owned),
            };
            let title = said("title").unwrap_or_else(|| name.clone());
            let value = said("value").unwrap_or_else(|| plain(value, language));
            Block::Entry(title, value)
        })
        .collect()
}

/// The citation and its identifiers.
pub(crate) fn reference(document: &Value) -> Vec<Block> {
    let Some(reference) = document.get("reference") else {
        return Vec::new();
    };
    let citation = string(reference, "citation");
    let mut blocks = Vec::new();
    if !citation.is_empty() {
        blocks.push(Block::Item(citation.to_owned()));
    }
    for (label, name) in [("DOI", "doi"), ("PMID", "pmid")] {
        let identifier = string(reference, name);
        if !identifier.is_empty() {
            blocks.push(Block::Entry(label.to_owned(), identifier.to_owned()));
        }
    }
    blocks
}
