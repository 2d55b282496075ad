//! The parts that reports, cards, the terminal and the printed catalogue are put
//! together from, in the same words everywhere.

use text::{Language, Text, decimal, number, text, with_unit};
use wire::{Choice, Definition, Evaluation, Found, Number, Reference, Str, Understood};

use crate::block::Block;
use crate::limits::{End, range};

pub(crate) const RESULTS: Text = text("Results", "Resultados");
pub(crate) const POINTS: Text = text("Points", "Pontos");
pub(crate) const WARNINGS: Text = text("Warnings", "Avisos");
pub(crate) const INPUTS: Text = text("Inputs", "Entradas");
pub(crate) const ALTERNATIVES: Text = text("Exactly one of", "Exatamente um de");
pub(crate) const UNDERSTOOD: Text = text("Inputs as understood", "Entradas como entendidas");
pub(crate) const VALIDITY: Text = text("Validity", "Validade");
pub(crate) const ASSUMPTIONS: Text = text("Assumptions", "Pressupostos");
pub(crate) const REFERENCE: Text = text("Reference", "Referência");

/// A heading and what stands under it; nothing where that is nothing.
pub(crate) fn section(blocks: &mut Vec<Block>, level: usize, title: &str, content: Vec<Block>) {
    if !content.is_empty() {
        blocks.push(Block::Heading(level, title.to_owned()));
        blocks.extend(content);
    }
}

/// Title, and the id and version that make it traceable.
pub(crate) fn title(title: &str, id: &str, version: &str) -> String {
    format!("{title} ({id} {version})")
}

/// A code as a heading.
pub(crate) fn capital(code: &str) -> String {
    let mut letters = code.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Texts as a list.
pub(crate) fn items(texts: &[Str<'_>]) -> Vec<Block> {
    let texts = texts.iter();
    texts.map(|one| Block::Item(one.to_string())).collect()
}

/// The results, with readable units.
pub(crate) fn results(evaluation: &Evaluation<'_>) -> Vec<Block> {
    let language = evaluation.language;
    let results = evaluation.results.iter().map(|found| {
        let shown = decimal(&found.display, language);
        let unit = found.unit.as_deref().unwrap_or_default();
        result(found, with_unit(&shown, unit, language))
    });
    results.collect()
}

/// A result, with its figure as it is to be shown.
pub(crate) fn result(found: &Found<'_>, figure: String) -> Block {
    let meaning = found.interpretation.as_ref();
    let meaning = meaning.map(|meaning| meaning.text.trim().to_owned());
    let meaning = meaning.filter(|meaning| !meaning.is_empty());
    Block::Figure(found.title.to_string(), figure, meaning)
}

/// The points of each item of a score.
pub(crate) fn points(evaluation: &Evaluation<'_>) -> Vec<Block> {
    if evaluation.items.is_empty() {
        return Vec::new();
    }
    let language = evaluation.language;
    let rows = evaluation.items.iter().map(|item| {
        let points = number(item.points.0, language);
        vec![item.item.to_string(), points]
    });
    let head = [language.choose("Item", "Item"), language.of(POINTS)];
    vec![Block::table(&head, rows.collect())]
}

/// The inputs by the labels that come with them, else by their names in requests.
pub(crate) fn inputs(evaluation: &Evaluation<'_>) -> Vec<Block> {
    let inputs = evaluation.inputs.0.iter().map(|(name, value)| {
        let label = evaluation.labels.get(name);
        let title = label.map_or(name, |label| &label.title);
        let value = match label.and_then(|label| label.value.as_ref()) {
            Some(meaning) => meaning.to_string(),
            None => understood(value, evaluation.language),
        };
        Block::Entry(title.to_string(), value)
    });
    inputs.collect()
}

fn understood(value: &Understood<'_>, language: Language) -> String {
    match value {
        Understood::Quantity(quantity) => {
            let value = number(quantity.value.0, language);
            with_unit(&value, &quantity.unit, language)
        }
        Understood::Boolean(value) => yes_or_no(*value, language).to_owned(),
        Understood::Integer(value) => value.to_string(),
        Understood::Text(text) => text.to_string(),
    }
}

pub(crate) const fn yes_or_no(value: bool, language: Language) -> &'static str {
    if value {
        language.choose("yes", "sim")
    } else {
        language.choose("no", "não")
    }
}

/// A code that an input can have, and its meaning where that says more.
pub(crate) fn choice(choice: &Choice<'_>) -> String {
    let Choice { code, title, .. } = choice;
    if code == title {
        code.to_string()
    } else {
        format!("{code} ({title})")
    }
}

/// The citation and its identifiers.
pub(crate) fn reference(reference: &Reference<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Item(reference.citation.to_string())];
    for (label, identifier) in [("DOI", &reference.doi), ("PMID", &reference.pmid)] {
        if let Some(identifier) = identifier {
            blocks.push(Block::Entry(label.to_owned(), identifier.to_string()));
        }
    }
    blocks
}

/// The reference, and what else a definition rests on.
pub(crate) fn references(first: &Reference<'_>, others: &[Reference<'_>]) -> Vec<Block> {
    let all = core::iter::once(first).chain(others);
    all.flat_map(reference).collect()
}

/// Inputs of which exactly one is needed, a group a line.
pub(crate) fn alternatives(definition: &Definition<'_>) -> Vec<Block> {
    let groups = definition.alternatives.iter();
    groups.map(|group| Block::Item(group.join(", "))).collect()
}

/// The end of a range of values.
pub(crate) fn end(below: Option<Number>, up_to: Option<Number>) -> Option<End> {
    let outside = below.map(|end| (end, false));
    let (end, included) = outside.or_else(|| up_to.map(|end| (end, true)))?;
    let value = end.0;
    Some(End { value, included })
}

/// What each input adds to a score, as a table.
pub(crate) fn criteria(definition: &Definition<'_>) -> Vec<Block> {
    let language = definition.language;
    let mut rows = Vec::new();
    for input in &definition.inputs {
        let mut from = None;
        let mut of_unit = None;
        for one in &input.points {
            // A table of another unit begins anew.
            if one.unit != of_unit {
                (from, of_unit) = (None, one.unit.clone());
            }
            let to = end(one.below, one.up_to);
            let when = match (&one.truth, &one.code) {
                (Some(truth), _) => yes_or_no(*truth, language).to_owned(),
                (None, Some(code)) => code.to_string(),
                (None, None) => {
                    let unit = with_unit("", one.unit.as_deref().unwrap_or_default(), language);
                    range(from, to, &unit, language)
                }
            };
            let points = match one.points {
                Some(points) => number(points.0, language),
                None => language.choose("its value", "seu valor").to_owned(),
            };
            rows.push(vec![input.name.to_string(), when, points]);
            from = to;
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let head = [
        language.choose("Name", "Nome"),
        language.choose("When", "Quando"),
        language.of(POINTS),
    ];
    vec![Block::table(&head, rows)]
}

/// What every report ends with.
pub(crate) const fn aid(language: Language) -> &'static str {
    language.choose(
        "This is a calculation aid, not a diagnosis; it does not replace clinical judgement.",
        "Isto é um auxílio de cálculo, não um diagnóstico; não substitui o julgamento clínico.",
    )
}
