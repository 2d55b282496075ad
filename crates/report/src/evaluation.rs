//! The report of one evaluation.

use wire::Evaluation;

use crate::block::Block;
use crate::parts;

/// The report, most important first: warnings stand before any figure.
pub(crate) fn blocks(evaluation: &Evaluation<'_>) -> Vec<Block> {
    let language = evaluation.language;
    let title = parts::title(
        &evaluation.title,
        &evaluation.calculator,
        &evaluation.version,
    );
    let mut blocks = vec![Block::Heading(1, title)];
    let label = language.choose("Warning", "Atenção");
    let warnings = evaluation.warnings.iter();
    blocks.extend(warnings.map(|text| Block::Warning(label.to_owned(), text.to_string())));
    for (title, content) in [
        (parts::RESULTS, parts::results(evaluation)),
        (parts::POINTS, parts::points(evaluation)),
        (parts::UNDERSTOOD, parts::inputs(evaluation)),
        (parts::ASSUMPTIONS, parts::items(&evaluation.assumptions)),
        (
            parts::REFERENCE,
            parts::references(&evaluation.reference, &evaluation.sources),
        ),
    ] {
        parts::section(&mut blocks, 2, language.of(title), content);
    }
    blocks.push(Block::Paragraph(parts::aid(language).to_owned()));
    blocks
}
