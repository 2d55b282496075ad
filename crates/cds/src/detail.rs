//! The details of cards, in GitHub Flavored Markdown.

use crate::answer::{Evaluation, Found};
use crate::reader::Measured;
use crate::text::{markdown, unit};
use ::text::{Language, Text, text};

/// Results, points, formulas, assumptions, warnings and when it was measured.
pub(crate) fn results(
    evaluations: &[&Evaluation],
    measured: &[Measured],
    language: Language,
) -> String {
    let mut detail = Detail::new(language);
    let results = evaluations.iter().flat_map(|one| &one.results);
    detail.section(text("Results", "Resultados"), results.map(result));
    for evaluation in evaluations {
        let points = evaluation
            .items
            .iter()
            .map(|item| format!("{}: {}", markdown(&item.item), item.points));
        detail.section(text("Points", "Pontos"), points);
    }
    let warnings = evaluations.iter().flat_map(|one| &one.warnings);
    detail.section(text("Warnings", "Avisos"), plain(warnings));
    let assumptions = evaluations.iter().flat_map(|one| &one.assumptions);
    let by_sex = evaluations
        .iter()
        .any(|one| BY_SEX.contains(&one.calculator.as_str()));
    let sex = by_sex.then(|| language.of(SEX_OF_RECORD).to_owned());
    detail.section(
        text("Assumptions", "Premissas"),
        plain(assumptions).into_iter().chain(sex),
    );
    let formulas = evaluations.iter().map(|one| formula(one));
    detail.section(text("Formulas", "Fórmulas"), formulas);
    detail.measured(measured);
    detail.written
}

/// Why nothing was calculated, and when the inputs were measured.
pub(crate) fn refusal(reasons: &[&str], measured: &[Measured], language: Language) -> String {
    let mut detail = Detail::new(language);
    detail.paragraph(language.of(text(
        "The values in the record were refused; check them there.",
        "Os valores do prontuário foram recusados; confira-os lá.",
    )));
    let reasons = reasons.iter().map(|reason| markdown(reason));
    let title = text("Reasons", "Motivos");
    if reasons.len() == 0 {
        let none = text("No reason was given.", "Nenhum motivo foi informado.");
        detail.section(title, [language.of(none).to_owned()]);
    } else {
        detail.section(title, reasons);
    }
    detail.measured(measured);
    detail.written
}

/// Calculators whose formula has a set of constants for each sex.
const BY_SEX: [&str; 4] = [
    "bmr-roza-shizgal-1984",
    "body-fat-deurenberg-1991",
    "egfr-ckd-epi-2021",
    "creatinine-clearance-cockcroft-gault",
];

const SEX_OF_RECORD: Text = text(
    "The sex in the formula is the administrative gender of the record.",
    "O sexo na fórmula é o gênero administrativo do prontuário.",
);

/// Texts that say something, each once.
fn plain<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut all = Vec::new();
    for one in texts.map(|one| markdown(one)) {
        if !one.is_empty() && !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn result(found: &Found) -> String {
    let title = markdown(&found.title);
    let mut line = format!(
        "**{title}**: {}{}",
        markdown(&found.display),
        unit(&found.unit)
    );
    if let Some(meaning) = &found.interpretation
        && !meaning.text.trim().is_empty()
    {
        line += &format!(" ({})", markdown(&meaning.text));
    }
    line
}

fn formula(evaluation: &Evaluation) -> String {
    format!(
        "{} {}: {}",
        markdown(&evaluation.title),
        markdown(&evaluation.version),
        markdown(&evaluation.reference.citation),
    )
}

struct Detail {
    written: String,
    language: Language,
}

impl Detail {
    const fn new(language: Language) -> Self {
        Self {
            written: String::new(),
            language,
        }
    }

    fn paragraph(&mut self, paragraph: &str) {
        if !self.written.is_empty() {
            self.written.push_str("\n\n");
        }
        self.written.push_str(paragraph);
    }

    /// A title and its list; nothing when the list is empty.
    fn section(&mut self, title: Text, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = lines.into_iter().map(|line| format!("- {line}")).collect();
        if !lines.is_empty() {
            let title = self.language.of(title);
            self.paragraph(&format!("**{title}**\n\n{}", lines.join("\n")));
        }
    }

    /// When each input was measured, and the oldest of all, whose age limits what
    /// the results are worth today.
    fn measured(&mut self, measured: &[Measured]) {
        let dates = measured
            .iter()
            .map(|one| format!("{}: {}", self.language.of(one.title), one.date));
        let dates: Vec<_> = dates.collect();
        self.section(text("Measured on", "Medido em"), dates);
        if let Some(oldest) = measured.iter().map(|one| &one.date).min() {
            let says = text("Oldest measurement used", "Medida mais antiga usada");
            let says = self.language.of(says);
            self.paragraph(&format!("{says}: {oldest}"));
        }
    }
}
