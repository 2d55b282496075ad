//! The details of CDS cards, in GitHub Flavored Markdown.

use text::{Language, Text, decimal, text, with_unit};
use wire::{Evaluation, Found, Str};

use crate::block::{self, Block, line};
use crate::parts;

/// Results, points, warnings, assumptions, formulas, and when it was measured: a
/// title and an ISO 8601 date for each input that came from an Observation.
///
/// `sex_of_record` says that the sex in a formula is the administrative gender of the
/// record, which the reader has to know.
pub fn results(
    evaluations: &[&Evaluation<'_>],
    sex_of_record: bool,
    measured: &[(String, String)],
    language: Language,
) -> String {
    let mut blocks = Vec::new();
    let mut section = |title: Text, content: Vec<Block>| {
        parts::section(&mut blocks, 2, language.of(title), content);
    };
    let found = evaluations.iter().flat_map(|one| &one.results);
    let found = found.map(|found| parts::result(found, figure(found, language)));
    section(parts::RESULTS, found.collect());
    for evaluation in evaluations {
        section(parts::POINTS, parts::points(evaluation));
    }
    let warnings = evaluations.iter().flat_map(|one| &one.warnings);
    section(parts::WARNINGS, once(warnings, None));
    let assumptions = evaluations.iter().flat_map(|one| &one.assumptions);
    let sex = sex_of_record.then(|| language.of(SEX_OF_RECORD));
    section(parts::ASSUMPTIONS, once(assumptions, sex));
    let formulas = evaluations.iter().map(|one| formula(one));
    section(text("Formulas", "Fórmulas"), formulas.collect());
    dates(&mut blocks, measured, language);
    block::card(&blocks)
}

/// Why nothing was calculated, and when the inputs were measured.
pub fn refusal(reasons: &[&str], measured: &[(String, String)], language: Language) -> String {
    let says = text(
        "The values in the record were refused; check them there.",
        "Os valores do prontuário foram recusados; confira-os lá.",
    );
    let mut blocks = vec![Block::Paragraph(language.of(says).to_owned())];
    let none = text("No reason was given.", "Nenhum motivo foi informado.");
    let given = if reasons.is_empty() {
        &[language.of(none)]
    } else {
        reasons
    };
    let items = given.iter().map(|&reason| Block::Item(reason.to_owned()));
    let title = language.choose("Reasons", "Motivos");
    parts::section(&mut blocks, 2, title, items.collect());
    dates(&mut blocks, measured, language);
    block::card(&blocks)
}

/// A result as people write it, with its unit: `22.9 kg/m²`.
///
/// In English it is `41.4 %` and `2275 kcal/d`, where reports have `41.4%` and
/// `kcal/day`: records keep cards, and those of a service stay comparable.
pub fn figure(found: &Found<'_>, language: Language) -> String {
    let shown = decimal(&found.display, language);
    match (language, found.unit.as_deref().unwrap_or_default()) {
        (Language::English, unit @ ("%" | "kcal/d")) => format!("{shown} {unit}"),
        (_, unit) => with_unit(&shown, unit, language),
    }
}

const SEX_OF_RECORD: Text = text(
    "The sex in the formula is the administrative gender of the record.",
    "O sexo na fórmula é o gênero administrativo do prontuário.",
);

/// Texts that say something, each once, and one more.
fn once<'a>(texts: impl Iterator<Item = &'a Str<'a>>, more: Option<&str>) -> Vec<Block> {
    let mut all: Vec<String> = Vec::new();
    for one in texts.map(|one| line(one)) {
        if !one.is_empty() && !all.contains(&one) {
            all.push(one);
        }
    }
    all.extend(more.map(str::to_owned));
    all.into_iter().map(Block::Item).collect()
}

fn formula(evaluation: &Evaluation<'_>) -> Block {
    let Evaluation {
        title,
        version,
        reference,
        ..
    } = evaluation;
    Block::Item(format!("{title} {version}: {}", reference.citation))
}

/// When each input was measured, and the oldest of all, whose age limits what the
/// results are worth today.
fn dates(blocks: &mut Vec<Block>, measured: &[(String, String)], language: Language) {
    let dates = measured
        .iter()
        .map(|(title, date)| Block::Item(format!("{title}: {date}")));
    let title = language.choose("Measured on", "Medido em");
    parts::section(blocks, 2, title, dates.collect());
    if let Some(oldest) = measured.iter().map(|(_, date)| date).min() {
        let says = language.choose("Oldest measurement used", "Medida mais antiga usada");
        blocks.push(Block::Paragraph(format!("{says}: {oldest}")));
    }
}
