//! Cards.

use core::cmp::Reverse;

use serde_json::{Value, json};
use text::{Language, list};
use wire::{Evaluation, Violation};

use crate::answer::Outcome;
use crate::plan::Plan;
use crate::verdict::{Findings, Indicator, Verdict};

/// The response to a planned request: `{"cards": […]}`, the most urgent first,
/// and empty where there is nothing to say.
///
/// `answers` are those to [`Plan::questions`], in their order: the evaluations, or
/// every reason why there is none. An answer that is not there, or belongs to another
/// calculator, counts as refused.
pub fn cards(
    plan: &Plan,
    answers: &[Result<Evaluation<'_>, Vec<Violation>>],
    language: Language,
) -> Value {
    let questions = plan.questions.iter().enumerate();
    let outcomes = questions
        .map(|(position, question)| Outcome::of(question.calculator, answers.get(position)));
    let outcomes: Vec<_> = outcomes.collect();
    let mut cards: Vec<_> = [
        result(plan, &outcomes, language),
        refusal(plan, &outcomes, language),
    ]
    .into_iter()
    .flatten()
    .collect();
    cards.sort_by_key(|(indicator, _)| Reverse(*indicator));
    let cards: Vec<_> = cards.into_iter().map(|(_, card)| card).collect();
    json!({"cards": cards})
}

/// The card with the results.
fn result(plan: &Plan, outcomes: &[Outcome<'_>], language: Language) -> Option<(Indicator, Value)> {
    let evaluations = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Found(evaluation) => Some(*evaluation),
        _ => None,
    });
    let findings = Findings {
        evaluations: evaluations.collect(),
        names: &plan.names,
        scale: &plan.scale,
        language,
    };
    let verdict = (plan.service.judge)(&findings)?;
    let by_sex = plan.questions.iter().any(|question| {
        question.inputs.get("sex").is_some() && findings.of(question.calculator).is_some()
    });
    let evaluations = &findings.evaluations;
    let card = json!({
        "summary": summary(&verdict.summary),
        "detail": report::card::results(evaluations, by_sex, &plan.measured, language),
        "indicator": verdict.indicator.code(),
        "source": source(&findings, &verdict, plan),
    });
    Some((verdict.indicator, card))
}

/// The formula that decided, and where it was published.
fn source(findings: &Findings<'_>, verdict: &Verdict, plan: &Plan) -> Value {
    let Some(principal) = findings.of(verdict.decided_by) else {
        return json!({"label": label(findings.language.of(plan.service.title))});
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
    plan: &Plan,
    outcomes: &[Outcome<'_>],
    language: Language,
) -> Option<(Indicator, Value)> {
    let mut names: Vec<&str> = Vec::new();
    let mut reasons: Vec<&str> = Vec::new();
    for (outcome, (_, name)) in outcomes.iter().zip(&plan.names) {
        let Outcome::Refused(given) = outcome else {
            continue;
        };
        names.push(name);
        for reason in given {
            // The same weight fails several formulas, and for the same reason.
            if !reason.is_empty() && !reasons.contains(reason) {
                reasons.push(reason);
            }
        }
    }
    let first = *names.first()?;
    let all = list(&names, language);
    let sentence = language.say(
        format!("{all} could not be calculated"),
        format!("Não foi possível calcular: {all}"),
    );
    let card = json!({
        "summary": summary(&sentence),
        "detail": report::card::refusal(&reasons, &plan.measured, language),
        "indicator": Indicator::Warning.code(),
        "source": {"label": label(first)},
    });
    Some((Indicator::Warning, card))
}

/// The longest summary that CDS Hooks admits, in characters.
const SUMMARY_LIMIT: usize = 139;

/// One line of at most [`SUMMARY_LIMIT`] characters. What is too long ends at a
/// word, with an ellipsis that shows it.
fn summary(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SUMMARY_LIMIT {
        return line;
    }
    let kept: String = line.chars().take(SUMMARY_LIMIT - 1).collect();
    let kept = kept
        .rsplit_once(' ')
        .map_or(kept.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}
