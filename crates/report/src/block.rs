//! What a report is made of, and its forms.
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
    /// A line of a list: a result's title, its figure, and what that means.
    Figure(String, String, Option<String>),
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
        matches!(self, Self::Entry(..) | Self::Figure(..) | Self::Item(_))
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
        Block::Figure(title, figure, meaning) => {
            format!("- {}: {}", line(title), line(&explained(figure, meaning)))
        }
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
        Block::Paragraph(text) => escape_start(&escape(text)),
        Block::Warning(label, text) => format!("> **{}:** {}", escape(label), escape(text)),
        Block::Entry(label, text) => format!("- **{}:** {}", escape(label), escape(text)),
        Block::Figure(title, figure, meaning) => {
            let text = explained(figure, meaning);
            format!("- **{}:** {}", escape(title), escape(&text))
        }
        Block::Item(text) => format!("- {}", escape_start(&escape(text))),
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

/// The blocks as the Markdown of a card: what stands in a card is small, so a heading
/// is a bold line and a table a list of its rows.
pub(crate) fn card(blocks: &[Block]) -> String {
    let written = render(blocks, |block| match block {
        Block::Heading(_, text) => format!("**{}**", escape_in_card(text)),
        Block::Paragraph(text) => escape_start(&escape_in_card(text)),
        Block::Warning(label, text) | Block::Entry(label, text) => {
            format!("- **{}**: {}", escape_in_card(label), escape_in_card(text))
        }
        Block::Figure(title, figure, meaning) => {
            let text = explained(figure, meaning);
            format!("- **{}**: {}", escape_in_card(title), escape_in_card(&text))
        }
        Block::Item(text) => format!("- {}", escape_start(&escape_in_card(text))),
        Block::Table(_, rows) => {
            let row = |cells: &Vec<String>| {
                let text = escape_in_card(&cells.join(": "));
                format!("- {}", escape_start(&text))
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    });
    written.trim_end().to_owned()
}

/// The blocks for a terminal: a heading stands over its rows, which are indented.
pub(crate) fn terminal(blocks: &[Block]) -> String {
    let sections = blocks.chunk_by(|_, next| !matches!(next, Block::Heading(..)));
    let sections = sections.map(|section| {
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        for block in section {
            match block {
                Block::Heading(_, text) | Block::Paragraph(text) => lines.push(line(text)),
                Block::Warning(_, text) | Block::Item(text) => {
                    rows.push(vec![format!("- {text}")]);
                }
                Block::Entry(label, text) => rows.push(vec![label.clone(), text.clone()]),
                Block::Figure(title, figure, meaning) => {
                    let meaning = meaning.clone().unwrap_or_default();
                    rows.push(vec![title.clone(), figure.clone(), meaning]);
                }
                Block::Table(_, cells) => rows.extend(cells.iter().cloned()),
            }
        }
        lines.extend(indented(&rows));
        lines.join("\n")
    });
    sections.collect::<Vec<_>>().join("\n\n")
}

/// Rows as they stand under a heading of the terminal.
pub(crate) fn indented(rows: &[Vec<String>]) -> Vec<String> {
    let lines = columns(rows).into_iter();
    lines.map(|line| format!("  {line}")).collect()
}

/// A figure and what it means, in one sentence.
fn explained(figure: &str, meaning: &Option<String>) -> String {
    match meaning {
        Some(meaning) => format!("{figure} ({meaning})"),
        None => figure.to_owned(),
    }
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
    let mut all = vec![head.to_vec()];
    all.extend_from_slice(rows);
    let rule = (0..head.len()).map(|column| "-".repeat(width(&all, column)));
    all.insert(1, rule.collect());
    columns(&all).join("\n")
}

/// Rows in columns as wide as their widest cell, two spaces between them.
fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<_> = (0..count).map(|column| width(rows, column)).collect();
    let lines = rows.iter().map(|row| {
        let mut text = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            // Writing to a String cannot fail.
            let _ = write!(text, "{:width$}  ", line(cell));
        }
        text.trim_end().to_owned()
    });
    lines.collect()
}

/// Characters of the widest cell of a column.
fn width(rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let widest = cells.map(|cell| line(cell).chars().count()).max();
    widest.unwrap_or_default()
}

/// The text on one line, without control characters.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Escaped text where a line begins.
fn escape_start(text: &str) -> String {
    // What would open a list or underline a heading.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = match text.as_bytes().get(number) {
        Some(b'.' | b')') if number > 0 => number,
        Some(b'-' | b'+' | b'=') if number == 0 => 0,
        _ => return text.to_owned(),
    };
    let (start, rest) = text.split_at(at);
    format!("{start}\\{rest}")
}

/// The text on one line, as Markdown that shows exactly it.
fn escape(text: &str) -> String {
    // Inside a word an underscore means nothing, and names are easier to read.
    escape_all(text, r"\`*[]<>|~&#!{}$", |before, after| {
        !(before.is_alphanumeric() && after.is_alphanumeric())
    })
}

/// The same for a card. Records show cards with Markdown of many makes, some of which
/// print a backslash that was not needed: brackets without a link, as in UCUM codes,
/// and underscores, as in the names of inputs, stand as they are.
fn escape_in_card(text: &str) -> String {
    escape_all(text, r"\`*<|~", |_, _| false)
}

/// Escapes these characters, and an underscore where the two around it ask for it.
fn escape_all(text: &str, special: &str, underscore: impl Fn(char, char) -> bool) -> String {
    let text = line(text);
    let mut answer = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        if special.contains(c) || (c == '_' && underscore(before, after)) {
            answer.push('\\');
        }
        answer.push(c);
        before = c;
    }
    answer
}
