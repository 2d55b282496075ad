//! Texts for people, as cards want them.

/// A UCUM unit as people write it, with a space before it; nothing for points.
pub(crate) fn unit(ucum: &str) -> String {
    match ucum {
        "" | "1" => String::new(),
        "kg/m2" => " kg/m²".to_owned(),
        "mL/min/{1.73_m2}" => " mL/min/1.73 m²".to_owned(),
        other => format!(" {other}"),
    }
}

/// The longest summary that CDS Hooks admits, in characters.
const SUMMARY_LIMIT: usize = 139;

/// One line of at most [`SUMMARY_LIMIT`] characters. What is too long ends at a
/// word, with an ellipsis that shows it.
pub(crate) fn summary(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= SUMMARY_LIMIT {
        return line;
    }
    let kept: String = line.chars().take(SUMMARY_LIMIT - 1).collect();
    let kept = kept
        .rsplit_once(' ')
        .map_or(kept.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}

/// A text that came from elsewhere, inside Markdown: one line, and none of its
/// characters means anything but itself.
pub(crate) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        // An underscore within a word, as in the names of inputs, and brackets
        // without a link, as in UCUM units, already mean themselves.
        if matches!(character, '\\' | '`' | '*' | '<' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
