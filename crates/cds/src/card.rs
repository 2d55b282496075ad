//! Cards.

use core::cmp::Reverse;

use serde_json::{Value, json};

use crate::answer::{Evaluation, Outcome};
use crate::detail;
use crate::reader::Measured;
use crate::service::Service;
use crate::text::summary;
use ::text::{Language, list, text};

/// How urgent a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Indicator {
    Info,
    Warning,
    Critical,
}

impl Indicator {
    const fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// What evaluations mean for the reader of a card.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) indicator: Indicator,
    pub(crate) summary: String,
    /// The calculator whose result decided.
    pub(crate) decided_by: &'static str,
}

/// The cards of a service, the most urgent first.
pub(crate) fn all(
    service: &Service,
    outcomes: &[Outcome],
    measured: &[Measured],
    language: Language,
) -> Vec<Value> {
    let mut cards: Vec<_> = [
        result(service, outcomes, measured, language),
        refusal(outcomes, measured, language),
    ]
    .into_iter()
    .flatten()
    .collect();
    cards.sort_by_key(|(indicator, _)| Reverse(*indicator));
    cards.into_iter().map(|(_, card)| card).collect()
}

/// The card with the results.
fn result(
    service: &Service,
    outcomes: &[Outcome],
    measured: &[Measured],
    language: Language,
) -> Option<(Indicator, Value)> {
    let evaluations: Vec<&Evaluation> = outcomes
        .iter()
        .filter_map(|outcome| match outcome {
            Outcome::Found(evaluation) => Some(&**evaluation),
            _ => None,
        })
        .collect();
    let verdict = (service.judge)(&evaluations, language)?;
    let card = json!({
        "summary": summary(&verdict.summary),
        "detail": detail::results(&evaluations, measured, language),
        "indicator": verdict.indicator.code(),
        "source": source(&evaluations, &verdict, service, language),
    });
    Some((verdict.indicator, card))
}

/// The formula that decided, and where it was published.
fn source(
    evaluations: &[&Evaluation],
    verdict: &Verdict,
    service: &Service,
    language: Language,
) -> Value {
    let mut all = evaluations.iter();
    let Some(principal) = all.find(|one| one.calculator == verdict.decided_by) else {
        return json!({"label": label(language.of(service.title))});
    };
    let name = format!("{} {}", principal.title, principal.version);
    let mut source = json!({"label": label(&name)});
    if let Some(url) = principal.reference.doi.as_deref().and_then(doi_url) {
        source["url"] = json!(url);
    }
    source
}

fn label(name: &str) -> String {
    format!("Medical platform: {}", name.trim())
}

/// The address of a DOI; none for one that would not be an address as it stands.
fn doi_url(doi: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"./-_()".contains(&byte);
    let is_plain = doi.starts_with("10.") && doi.bytes().all(plain);
    is_plain.then(|| format!("https://doi.org/{doi}"))
}

/// The card that says what could not be calculated, and why.
fn refusal(
    outcomes: &[Outcome],
    measured: &[Measured],
    language: Language,
) -> Option<(Indicator, Value)> {
    let mut names = Vec::new();
    let mut reasons: Vec<&str> = Vec::new();
    for outcome in outcomes {
        let Outcome::Refused {
            calculator,
            reasons: given,
        } = outcome
        else {
            continue;
        };
        names.push(name(calculator, language));
        for reason in given.iter().map(|reason| reason.trim()) {
            // The same weight fails several formulas, and for the same reason.
            if !reason.is_empty() && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    let first = *names.first()?;
    let all = list(&names, language);
    let sentence = match language {
        Language::English => format!("{all} could not be calculated"),
        Language::Portuguese => format!("Não foi possível calcular: {all}"),
    };
    let card = json!({
        "summary": summary(&sentence),
        "detail": detail::refusal(&reasons, measured, language),
        "indicator": Indicator::Warning.code(),
        "source": {"label": label(first)},
    });
    Some((Indicator::Warning, card))
}

/// What people call the result of a calculator that gave none.
fn name(calculator: &'static str, language: Language) -> &'static str {
    let name = match calculator {
        "bmi" => text("Body mass index", "Índice de massa corporal"),
        "bmr-roza-shizgal-1984" => text("Basal metabolic rate", "Taxa metabólica basal"),
        "body-fat-deurenberg-1991" => text("Body fat", "Gordura corporal"),
        "egfr-ckd-epi-2021" => text("eGFR", "TFGe"),
        "creatinine-clearance-cockcroft-gault" => {
            text("Creatinine clearance", "Depuração de creatinina")
        }
        "news2" => text("NEWS2", "NEWS2"),
        other => text(other, other),
    };
    language.of(name)
}
