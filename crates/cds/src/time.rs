//! When something was measured, as precisely as FHIR says it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

/// A FHIR `dateTime` or `instant`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Time<'a> {
    /// The day where it was measured, or only its month or year.
    date: &'a str,
    /// The moment, where it is known.
    instant: Option<Timestamp>,
}

impl<'a> Time<'a> {
    /// When an Observation holds: its effective time, or else when it was issued.
    pub(crate) fn of_observation(observation: &'a Value) -> Option<Self> {
        let moments = [
            observation.get("effectiveDateTime"),
            observation.get("effectiveInstant"),
            observation
                .get("effectivePeriod")
                .and_then(|period| period.get("end")),
            observation.get("issued"),
        ];
        let mut moments = moments.into_iter().flatten().filter_map(Value::as_str);
        moments.next().and_then(Self::parse)
    }

    fn parse(text: &'a str) -> Option<Self> {
        let Some((date, _)) = text.split_once('T') else {
            return is_date(text).then_some(Self {
                date: text,
                instant: None,
            });
        };
        let instant = text.parse().ok()?;
        is_full_date(date).then_some(Self {
            date,
            instant: Some(instant),
        })
    }

    /// The date, to show.
    pub(crate) const fn date(&self) -> &'a str {
        self.date
    }

    /// Whether this is certainly before the other. A day is neither before nor
    /// after a moment of it.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        if let (Some(this), Some(other)) = (self.instant, other.instant) {
            return this < other;
        }
        let shared = self.date.len().min(other.date.len());
        self.date.get(..shared) < other.date.get(..shared)
    }
}

/// Whether a text is a complete date, `2026-01-31`, of the calendar.
pub(crate) fn is_full_date(text: &str) -> bool {
    text.len() == 10 && is_date(text)
}

/// A date, a month or a year.
fn is_date(text: &str) -> bool {
    let shaped = text.bytes().enumerate().all(|(position, byte)| {
        if matches!(position, 4 | 7) {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    });
    let completed = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    shaped && completed.parse::<Date>().is_ok()
}
