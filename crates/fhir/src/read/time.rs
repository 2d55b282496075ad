//! When something holds, as precisely as FHIR says it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

/// A FHIR `dateTime` or `instant`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time<'a> {
    text: &'a str,
    /// The day where it was measured, or only its month or year.
    date: &'a str,
    /// The moment, where it is known.
    instant: Option<Timestamp>,
}

impl<'a> Time<'a> {
    /// When an Observation holds: its effective time, or else when it was issued.
    pub fn of_observation(observation: &'a Value) -> Option<Self> {
        let period = observation.get("effectivePeriod");
        let moments = [
            observation.get("effectiveDateTime"),
            observation.get("effectiveInstant"),
            period.and_then(|period| period.get("end")),
            observation.get("issued"),
        ];
        let mut moments = moments.into_iter().flatten().filter_map(Value::as_str);
        moments.next().and_then(Self::parse)
    }

    /// A time of the calendar: a year, a month, a day, or an instant to the second or
    /// finer with its offset.
    ///
    /// ```
    /// use fhir::read::Time;
    ///
    /// assert_eq!(Time::parse("2026-01-31T12:00:00Z").unwrap().date(), "2026-01-31");
    /// assert_eq!(Time::parse("2026-02-30"), None);
    /// ```
    pub fn parse(text: &'a str) -> Option<Self> {
        if !is_date_time(text) {
            return None;
        }
        let (date, clock) = text
            .split_once('T')
            .map_or((text, None), |(date, clock)| (date, Some(clock)));
        if !is_of_calendar(date) {
            return None;
        }
        let instant = match clock {
            Some(_) => Some(text.parse().ok()?),
            None => None,
        };
        Some(Self {
            text,
            date,
            instant,
        })
    }

    /// As it was sent.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The date, to show.
    pub const fn date(&self) -> &'a str {
        self.date
    }

    /// Whether an Observation says when it holds, readably or not.
    pub fn is_said(observation: &Value) -> bool {
        [
            "effectiveDateTime",
            "effectiveInstant",
            "effectivePeriod",
            "effectiveTiming",
            "issued",
        ]
        .iter()
        .any(|name| observation.get(name).is_some_and(|time| !time.is_null()))
    }

    /// Whether this is certainly later than the day after a day of ISO 8601: on that one it
    /// may be already, elsewhere.
    pub fn is_to_come(&self, today: &str) -> bool {
        let tomorrow = today.parse::<Date>().and_then(|day| day.tomorrow());
        tomorrow.is_ok_and(|tomorrow| {
            let tomorrow = tomorrow.to_string();
            self.date > tomorrow.get(..self.date.len()).unwrap_or(&tomorrow)
        })
    }

    /// Whether this is certainly before the other. A day is neither before nor
    /// after a moment of it.
    pub fn is_before(&self, other: &Self) -> bool {
        if let (Some(this), Some(other)) = (self.instant, other.instant) {
            return this < other;
        }
        let shared = self.date.len().min(other.date.len());
        self.date.get(..shared) < other.date.get(..shared)
    }
}

/// What many times have to be compared with to find the newest: one of each precision,
/// so that it does not take every pair of them.
#[derive(Debug, Clone, Default)]
pub struct Newest<'a> {
    /// The last instant, the last day of an instant, the last day, month and year.
    last: [Option<Time<'a>>; 5],
}

impl<'a> Newest<'a> {
    /// Whether none of the times is certainly after this one.
    pub fn admits(&self, time: &Time<'_>) -> bool {
        !self.last.iter().flatten().any(|last| time.is_before(last))
    }

    fn add(&mut self, time: Time<'a>) {
        let places = match (time.instant, time.date.len()) {
            (Some(_), _) => 0..2,
            (None, 10) => 2..3,
            (None, 7) => 3..4,
            (None, _) => 4..5,
        };
        for place in places {
            let later = self.last[place].is_none_or(|last| match place {
                0 => last.instant < time.instant,
                _ => last.date < time.date,
            });
            if later {
                self.last[place] = Some(time);
            }
        }
    }
}

impl<'a> FromIterator<Time<'a>> for Newest<'a> {
    fn from_iter<I: IntoIterator<Item = Time<'a>>>(times: I) -> Self {
        let mut newest = Self::default();
        times.into_iter().for_each(|time| newest.add(time));
        newest
    }
}

/// Whether a text is a complete date, `2026-01-31`, of the calendar.
pub fn is_full_date(text: &str) -> bool {
    text.len() == 10 && is_date(text) && is_of_calendar(text)
}

/// Whether there is such a day, month or year, of a text that looks like one.
fn is_of_calendar(date: &str) -> bool {
    let first = match date.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    format!("{date}{first}").parse::<Date>().is_ok()
}

/// Whether a text looks like a FHIR dateTime: a year, a month, a day, or an instant to
/// the second or finer with its offset.
fn is_date_time(text: &str) -> bool {
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
    shape && !text.starts_with("0000")
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
pub(super) fn latest<'a>(all: &[&'a str]) -> Option<&'a str> {
    let (first, others) = all.split_first()?;
    let offset = |text: &'a str| text.get(19..);
    let comparable = |text: &'a str| text.len() == first.len() && offset(text) == offset(first);
    let same = others.iter().all(|other| other == first);
    (same || others.iter().all(|other| comparable(other)))
        .then(|| all.iter().max().copied())
        .flatten()
}
