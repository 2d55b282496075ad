//! What the command line prints: lists, definitions, evaluations, refusals.

use text::Language;
use wire::{
    Definition, Evaluation, Input, InputKind, Panel, PanelEvaluation, Reference, Summary, Violation,
};

use crate::block::{self, Block};
use crate::limits::{plausible, validity};
use crate::parts::{self, capital, section};

/// Calculators by category.
pub fn list(summaries: &[Summary<'_>]) -> String {
    let rows = summaries
        .iter()
        .map(|one| vec![one.id.to_string(), one.title.to_string()]);
    // One table, so that the titles of every category stand together.
    let lines = block::indented(&rows.collect::<Vec<_>>());
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for (summary, line) in summaries.iter().zip(lines) {
        let category: &str = &summary.category;
        match groups.iter_mut().find(|(known, _)| *known == category) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((category, vec![capital(category), line])),
        }
    }
    let groups: Vec<_> = groups.iter().map(|(_, lines)| lines.join("\n")).collect();
    groups.join("\n\n")
}

/// Everything that matters to someone who wants to run a calculator.
pub fn definition(definition: &Definition<'_>) -> String {
    let language = definition.language;
    let mut blocks = vec![
        Block::Heading(
            1,
            parts::title(&definition.title, &definition.id, &definition.version),
        ),
        Block::Paragraph(definition.description.to_string()),
    ];
    let optional = language.choose(" (optional)", " (opcional)");
    let inputs = definition.inputs.iter().map(|input| {
        let names = core::iter::once(&input.name).chain(&input.instead);
        let names: Vec<_> = names.map(|name| format!("--{}", option(name))).collect();
        let need = if input.required { "" } else { optional };
        vec![
            names.join(", "),
            format!("{}{need}", input.titled()),
            takes(input, language),
        ]
    });
    let results = definition.results.iter().map(|result| {
        let unit = if result.unit == "1" {
            ""
        } else {
            &*result.unit
        };
        vec![
            result.name.to_string(),
            result.title.to_string(),
            unit.to_owned(),
        ]
    });
    for (title, rows) in [
        (parts::INPUTS, inputs.collect::<Vec<_>>()),
        (parts::RESULTS, results.collect()),
    ] {
        let table = Block::Table(Vec::new(), rows);
        section(&mut blocks, 2, language.of(title), vec![table]);
    }
    blocks.extend(foundations(definition));
    block::terminal(&blocks)
}

/// For whom a calculator holds, what it assumes, and where it comes from.
pub fn sources(definition: &Definition<'_>) -> String {
    block::terminal(&foundations(definition))
}

fn foundations(definition: &Definition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (title, content) in [
        (parts::ALTERNATIVES, parts::alternatives(definition)),
        (parts::VALIDITY, validity(definition)),
        (parts::ASSUMPTIONS, parts::items(&definition.assumptions)),
        (
            parts::REFERENCE,
            references(&definition.reference, &definition.sources),
        ),
    ] {
        section(&mut blocks, 2, definition.language.of(title), content);
    }
    blocks
}

fn references(first: &Reference<'_>, others: &[Reference<'_>]) -> Vec<Block> {
    let all = core::iter::once(first).chain(others);
    all.flat_map(reference).collect()
}

/// The citation and its identifiers, each on a line that can be copied.
fn reference(reference: &Reference<'_>) -> Vec<Block> {
    let doi = reference.doi.iter().map(|doi| format!("doi:{doi}"));
    let pmid = reference.pmid.iter().map(|id| format!("PMID {id}"));
    let lines = core::iter::once(reference.citation.to_string());
    let rows = lines.chain(doi).chain(pmid).map(|line| vec![line]);
    vec![Block::Table(Vec::new(), rows.collect())]
}

/// The results first, then what they rest on.
pub fn evaluation(evaluation: &Evaluation<'_>) -> String {
    let language = evaluation.language;
    let title = parts::title(
        &evaluation.title,
        &evaluation.calculator,
        &evaluation.version,
    );
    let mut blocks = vec![Block::Heading(1, title)];
    blocks.extend(parts::results(evaluation));
    for (title, content) in [
        (parts::POINTS, parts::points(evaluation)),
        (parts::WARNINGS, parts::items(&evaluation.warnings)),
        (parts::ASSUMPTIONS, parts::items(&evaluation.assumptions)),
        (parts::UNDERSTOOD, parts::inputs(evaluation)),
        (
            parts::REFERENCE,
            references(&evaluation.reference, &evaluation.sources),
        ),
    ] {
        section(&mut blocks, 2, language.of(title), content);
    }
    block::terminal(&blocks)
}

/// The panels, each with its members.
pub fn panels(panels: &[Panel<'_>]) -> String {
    let rows = panels.iter().map(|panel| {
        let members: Vec<_> = panel.calculators.iter().map(|one| &*one.id).collect();
        vec![
            panel.id.to_string(),
            panel.title.to_string(),
            members.join(", "),
        ]
    });
    block::indented(&rows.collect::<Vec<_>>()).join("\n")
}

/// What each member of a panel says.
pub fn panel(found: &PanelEvaluation<'_>) -> String {
    let language = found.language;
    let mut texts = vec![found.title.to_string()];
    for member in &found.calculators {
        if let Some(evaluation) = &member.evaluation {
            texts.push(self::evaluation(evaluation));
            continue;
        }
        let (word, refusals) = match member.missing.as_slice() {
            [] => (language.choose("refused", "recusada"), &member.violations),
            _ => (language.choose("misses", "falta"), &member.missing),
        };
        let title = format!("{} ({}) {word}", member.title, member.calculator);
        let rows = refusals.iter().map(|one| {
            let input = one.pointer.trim_start_matches("/inputs/");
            vec![input.to_owned(), one.code.clone(), one.message.clone()]
        });
        texts.push(block::terminal(&[
            Block::Heading(1, title),
            Block::Table(Vec::new(), rows.collect()),
        ]));
    }
    texts.join("\n\n")
}

/// Every reason against the inputs.
pub fn refusal(violations: &[Violation], language: Language) -> String {
    let rows = violations.iter().map(|violation| {
        let Violation {
            field,
            code,
            message,
        } = violation;
        vec![field.clone(), code.clone(), message.clone()]
    });
    let heading = language.choose("Not calculated:", "Não calculado:");
    block::terminal(&[
        Block::Heading(1, heading.to_owned()),
        Block::Table(Vec::new(), rows.collect()),
    ])
}

/// Rows in columns, as they stand under a heading.
pub fn rows(rows: &[Vec<String>]) -> String {
    block::indented(rows).join("\n")
}

/// The name of an input as an option, without the dashes before it.
pub fn option(name: &str) -> String {
    name.replace('_', "-")
}

/// What an option takes, in a few words.
pub fn takes(input: &Input<'_>, language: Language) -> String {
    let units = input.units.join(", ");
    match input.kind {
        InputKind::Quantity if input.bare_number => language.say(
            format!("a number, unit {units} or none"),
            format!("um número, unidade {units} ou nenhuma"),
        ),
        InputKind::Quantity | InputKind::Age => language.say(
            format!("a number with its unit: {units}"),
            format!("um número com sua unidade: {units}"),
        ),
        InputKind::Boolean => language.say("true or false", "true ou false"),
        InputKind::Integer => {
            let range = plausible(input, language);
            let text = language.say(
                format!("a whole number, {range}"),
                format!("um número inteiro, {range}"),
            );
            match &input.or {
                Some(code) => format!("{text}, {} {code}", language.choose("or", "ou")),
                None => text,
            }
        }
        InputKind::Choice => {
            let choices: Vec<_> = input.choices.iter().map(parts::choice).collect();
            choices.join(", ")
        }
        InputKind::Date => language.say("a date such as 2026-01-31", "uma data como 2026-01-31"),
    }
}
