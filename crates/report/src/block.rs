//! What a report is made of, and its two forms.
//!
//! A report is put together once, from plain text. Only here does it become
//! Markdown, so that there is one place where escaping could be forgotten.

use core::fmt::Write;

/// A part of a report. Every text in it is plain.
pub(crate) enum Block {
    /// A heading: its level from 1, and its text.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// A warning, with its label.
    Warning(String, String),
    /// A line of a list: its label and what it says.
    Entry(String, String),
    /// A line of a list without a label.
    Item(String),
    /// A table: its head, and its rows with as many cells each.
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Block {
    /// A table with a head known when this was written.
    pub(crate) fn table(head: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self::Table(head.iter().map(|&one| one.to_owned()).collect(), rows)
    }

    /// Whether nothing stands between this block and the next one of its kind.
    const fn in_list(&self) -> bool {
        matches!(self, Self::Entry(..) | Self::Item(_))
    }
}

/// The blocks as plain text.
pub(crate) fn text(blocks: &[Block]) -> String {
    render(blocks, |block| match block {
        Block::Heading(level, text) => {
            let text = line(text);
            let rule = if *level == 1 { "=" } else { "-" };
            let rule = rule.repeat(text.chars().count());
            format!("{text}\n{rule}")
        }
        Block::Paragraph(text) => line(text),
        Block::Warning(label, text) => {
            format!("!! {}: {}", line(label).to_uppercase(), line(text))
        }
        Block::Entry(label, text) => format!("- {}: {}", line(label), line(text)),
        Block::Item(text) => format!("- {}", line(text)),
        Block::Table(head, rows) => text_table(head, rows),
    })
}

/// The blocks as Markdown.
pub(crate) fn markdown(blocks: &[Block]) -> String {
    render(blocks, |block| match block {
        Block::Heading(level, text) => {
            let level = (*level).clamp(1, 6);
            format!("{} {}", "#".repeat(level), escape(text))
        }
        Block::Paragraph(text) => escape_start(text),
        Block::Warning(label, text) => format!("> **{}:** {}", escape(label), escape(text)),
        Block::Entry(label, text) => format!("- **{}:** {}", escape(label), escape(text)),
        Block::Item(text) => format!("- {}", escape_start(text)),
        Block::Table(head, rows) => {
            let row = |cells: &[String]| {
                let cells: Vec<_> = cells.iter().map(|cell| escape(cell)).collect();
                format!("| {} |", cells.join(" | "))
            };
            let rule = vec!["---"; head.len()].join(" | ");
            let mut lines = vec![row(head), format!("| {rule} |")];
            lines.extend(rows.iter().map(|cells| row(cells)));
            lines.join("\n")
        }
    })
}

fn render(blocks: &[Block], one: impl Fn(&Block) -> String) -> String {
    let mut answer = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks {
        if let Some(previous) = previous
            && !(previous.in_list() && block.in_list())
        {
            answer.push('\n');
        }
        answer.push_str(&one(block));
        answer.push('\n');
        previous = Some(block);
    }
    answer
}

fn text_table(head: &[String], rows: &[Vec<String>]) -> String {
    let all = || core::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let width = |column: usize| {
        let cells = all().filter_map(|cells| cells.get(column));
        cells.map(|cell| line(cell).chars().count()).max()
    };
    let widths: Vec<_> = (0..head.len())
        .map(|column| width(column).unwrap_or_default())
        .collect();
    let mut lines = Vec::new();
    for cells in all() {
        let mut text = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            // Writing to a String cannot fail.
            let _ = write!(text, "{:width$}  ", line(cell));
        }
        lines.push(text.trim_end().to_owned());
    }
    let rule: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
    lines.insert(1, rule.join("  "));
    lines.join("\n")
}

/// The text on one line, without control characters.
fn line(text: &str) -> String {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The text as Markdown that shows exactly it, where a line begins.
fn escape_start(text: &str) -> String {
    let text = escape(text);
    // What would open a list or underline a heading.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = match text.as_bytes().get(number) {
        Some(b'.' | b')') if number > 0 => number,
        Some(b'-' | b'+' | b'=') if number == 0 => 0,
        _ => return text,
    };
    let (start, rest) = text.split_at(at);
    format!("{start}\\{rest}")
}

/// The text on one line, as Markdown that shows exactly it.
fn escape(text: &str) -> String {
    let text: Vec<char> = line(text).chars().collect();
    let mut answer = String::with_capacity(text.len() + 8);
    for (at, &c) in text.iter().enumerate() {
        let alphanumeric = |at: Option<usize>| {
            at.and_then(|at| text.get(at))
                .is_some_and(|c| c.is_alphanumeric())
        };
        let special = match c {
            // Inside a word it means nothing, and names are easier to read.
            '_' => !(alphanumeric(at.checked_sub(1)) && alphanumeric(at.checked_add(1))),
            c => r"\`*[]<>|~&#!{}$".contains(c),
        };
        if special {
            answer.push('\\');
        }
        answer.push(c);
    }
    answer
}
