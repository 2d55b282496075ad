//! Panels as data, and what their members find.

use clinical::panels::{self, Panel};
use clinical::{Calculator, Context, Language, Violation};
use wire::{Member, MemberAnswer, PanelEvaluation, Refusal};

use crate::definition::input;
use crate::{Error, evaluation, input as read};

/// Every panel, in a language.
pub fn panels(language: Language) -> Vec<wire::Panel<'static>> {
    let panel = |panel: &'static Panel| wire::Panel {
        id: panel.id.into(),
        title: language.of(panel.title).into(),
        description: language.of(panel.description).into(),
        language,
        calculators: panel
            .calculators
            .iter()
            .map(|one| member(one, language))
            .collect(),
        inputs: panel
            .inputs()
            .into_iter()
            .map(|one| wire::Input {
                required: false,
                ..input(one, language)
            })
            .collect(),
    };
    panels::ALL.iter().map(panel).collect()
}

fn member(calculator: &Calculator, language: Language) -> Member<'static> {
    Member {
        id: calculator.id.into(),
        title: language.of(calculator.title).into(),
    }
}

/// Evaluates every member of a panel that has what it needs, on the JSON text of the
/// panel's inputs.
///
/// # Errors
///
/// With every reason why an input is of no use to any member.
pub fn evaluate_panel(
    panel: &str,
    inputs: &str,
    context: &Context,
) -> Result<PanelEvaluation<'static>, Error> {
    let panel = panels::find(panel).ok_or(Error::UnknownCalculator)?;
    let inputs = read::parse(inputs)?.0;
    let answer = clinical::panels::evaluate(panel, &inputs, context)?;
    let language = context.language;
    let calculators = answer.into_iter().map(|(calculator, found)| {
        let Member { id, title } = member(calculator, language);
        let mut answer = MemberAnswer {
            calculator: id,
            title,
            evaluation: None,
            missing: Vec::new(),
            violations: Vec::new(),
        };
        match found {
            panels::Found::Evaluation(found) => {
                answer.evaluation = Some(evaluation(&found, language))
            }
            panels::Found::Missing(missing) => answer.missing = at_inputs(missing),
            panels::Found::Refused(violations) => answer.violations = at_inputs(violations),
        }
        answer
    });
    Ok(PanelEvaluation {
        panel: panel.id.into(),
        title: language.of(panel.title).into(),
        language,
        calculators: calculators.collect(),
        processing_time_us: None,
    })
}

/// Violations where they lie in a request.
fn at_inputs(violations: Vec<Violation>) -> Vec<Refusal> {
    let refusal = |one: Violation| Refusal {
        pointer: format!("/inputs/{}", one.field),
        code: one.code.as_str().to_owned(),
        message: one.message,
    };
    violations.into_iter().map(refusal).collect()
}
