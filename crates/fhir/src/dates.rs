//! The texts that FHIR calls dateTime.

/// Whether a text is a FHIR dateTime: a year, a month, a day, or an instant to
/// the second or finer with its offset.
pub(crate) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return is_date(text);
    };
    let (clock, offset) = match time.strip_suffix('Z') {
        Some(clock) => (clock, None),
        None => match time.rfind(['+', '-']) {
            Some(at) => (&time[..at], Some(&time[at..])),
            None => return false,
        },
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    date.len() == 10
        && is_date(date)
        && like(clock, "00:00:00")
        && within(clock, 0, 23)
        && within(clock, 3, 59)
        && within(clock, 6, 60)
        && (1..=9).contains(&fraction.len())
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && offset.is_none_or(|offset| {
            (like(offset, "+00:00") || like(offset, "-00:00"))
                && within(offset, 1, 14)
                && within(offset, 4, 59)
        })
}

fn is_date(text: &str) -> bool {
    let shape = ["0000", "0000-00", "0000-00-00"]
        .into_iter()
        .any(|shape| like(text, shape));
    // No day that no month has; whether this one has it is left to the sender.
    let part = |at, greatest| {
        text.len() <= at || (within(text, at, greatest) && text.get(at..at + 2) != Some("00"))
    };
    shape && !text.starts_with("0000") && part(5, 12) && part(8, 31)
}

/// Whether a text is the shape with other digits in place of its zeros.
fn like(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, like)| {
            if like == b'0' {
                byte.is_ascii_digit()
            } else {
                byte == like
            }
        })
}

/// Whether the two digits at a place are a number up to this one.
fn within(text: &str, at: usize, greatest: u8) -> bool {
    let number = text.get(at..at + 2).and_then(|digits| digits.parse().ok());
    number.is_some_and(|number: u8| number <= greatest)
}

/// The latest of several dateTimes, where their texts can be compared: the same
/// precision and the same offset. Otherwise nothing, rather than a guess.
pub(crate) fn latest<'a>(all: &[&'a str]) -> Option<&'a str> {
    let (first, others) = all.split_first()?;
    let offset = |text: &'a str| text.get(19..);
    let comparable = |text: &'a str| text.len() == first.len() && offset(text) == offset(first);
    let same = others.iter().all(|other| other == first);
    (same || others.iter().all(|other| comparable(other)))
        .then(|| all.iter().max().copied())
        .flatten()
}
