//! Readers of texts on their own.

use fhir::read::{Newest, Time, is_full_date};
use serde_json::Value;
use text::{Language, Search};
use wire::json::{self, Error};
use wire::{Named, Number};

/// The two readers of JSON and serde's agree about what is JSON.
pub(crate) fn json(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else {
        return;
    };
    let known: Result<Value, _> = serde_json::from_str(text);
    assert_eq!(json::check(text).is_ok(), known.is_ok());
    match (json::parse(text), known) {
        (Ok(read), Ok(known)) => assert_eq!(read, known),
        (Err(Error::Duplicate(pointer)), _) => assert!(pointer.starts_with('/')),
        (Err(Error::TooMany), _) => assert!(text.len() > json::VALUE_LIMIT / 2),
        (Err(Error::Syntax(line, column)), Err(error)) => {
            assert_eq!((line, column), (error.line(), error.column()));
        }
        (read, known) => panic!("{read:?} and {known:?}"),
    }
    let named: Option<Named<'_, Value>> = serde_json::from_str(text).ok();
    if let Some(named) = named {
        let members = json::members(text).expect("an object");
        let names = named.0.iter().map(|(name, _)| &**name);
        assert!(names.eq(members.iter().map(|(name, _)| name.as_str())));
    }
}

/// Times of FHIR, and which of them is the newest.
pub(crate) fn times(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else {
        return;
    };
    let times: Vec<Time<'_>> = text.split(' ').filter_map(Time::parse).collect();
    let newest: Newest<'_> = times.iter().copied().collect();
    for time in &times {
        assert!(text.contains(time.text()) && time.text().starts_with(time.date()));
        assert!(!time.is_before(time) && !time.is_to_come("9999-12-30"));
        let before = times.iter().any(|other| time.is_before(other));
        assert_eq!(newest.admits(time), !before, "{} in {text}", time.text());
        let whole = time.text().len() == 10;
        assert_eq!(is_full_date(time.text()), whole, "{}", time.text());
    }
}

/// Numbers as people write them, and words that are searched for.
pub(crate) fn decimals(bytes: &[u8]) {
    if let Some((first, _)) = bytes.split_first_chunk::<8>() {
        let value = f64::from_le_bytes(*first);
        if value.is_finite() {
            let english = text::number(value, Language::English);
            let read: f64 = english.parse().expect("a number");
            assert!(
                (read - value).abs() <= 0.00005 + value.abs() * f64::EPSILON || read == value,
                "{value}: {english}"
            );
            assert_eq!(read == 0.0, value == 0.0, "{value}: {english}");
            let portuguese = text::number(value, Language::Portuguese);
            assert_eq!(portuguese, english.replace('.', ","));
            let written = serde_json::to_string(&Number(value)).expect("a number");
            let again: Number = serde_json::from_str(&written).expect("a number");
            assert_eq!(again.0, value, "{written}");
        }
    }
    let Ok(said) = core::str::from_utf8(bytes) else {
        return;
    };
    for language in Language::ALL {
        assert!(text::decimal(said, language).len() == said.len());
        text::with_unit(said, said, language);
    }
    let search = Search::new(said);
    assert!(
        search.is_empty() || search.rank(&[said], &[]) == Some(0),
        "{said:?}"
    );
}
