//! Ports that misbehave on purpose.

use std::cell::RefCell;

use inprocess::InProcess;
use ports::{Calculators, Context, Error, Format, Reports, Validator};
use text::Language;

/// What a port says instead of the truth.
pub(crate) type Lie = Option<Result<String, Error>>;

/// The ports of the platform, but for what a test spoils; writes down what they are
/// asked.
#[derive(Default)]
pub(crate) struct Fake {
    pub(crate) check: Lie,
    pub(crate) summaries: Lie,
    pub(crate) definitions: Lie,
    pub(crate) evaluate: Lie,
    pub(crate) evaluate_many: Lie,
    pub(crate) panels: Lie,
    pub(crate) evaluate_panel: Lie,
    pub(crate) render: Lie,
    /// The inputs that were checked.
    pub(crate) checked: RefCell<Vec<String>>,
    /// The inputs that were evaluated.
    pub(crate) evaluated: RefCell<Vec<String>>,
}

/// Ports of which none gives an answer.
pub(crate) fn broken() -> Fake {
    let broken = || Some(Err(Error::Broken));
    Fake {
        check: broken(),
        summaries: broken(),
        definitions: broken(),
        evaluate: broken(),
        evaluate_many: broken(),
        panels: broken(),
        evaluate_panel: broken(),
        render: broken(),
        ..Fake::default()
    }
}

/// A text that a port says.
pub(crate) fn says(text: &str) -> Lie {
    Some(Ok(text.to_owned()))
}

impl Validator for Fake {
    fn check(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        self.checked.borrow_mut().push(inputs.to_owned());
        let truth = || InProcess.check(calculator, inputs, context);
        self.check.clone().unwrap_or_else(truth)
    }
}

impl Calculators for Fake {
    fn summaries(&self, language: Language) -> Result<String, Error> {
        let truth = || InProcess.summaries(language);
        self.summaries.clone().unwrap_or_else(truth)
    }

    fn definitions(&self, calculators: &[&str], language: Language) -> Result<String, Error> {
        let truth = || InProcess.definitions(calculators, language);
        self.definitions.clone().unwrap_or_else(truth)
    }

    fn evaluate(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        self.evaluated.borrow_mut().push(inputs.to_owned());
        let truth = || InProcess.evaluate(calculator, inputs, context);
        self.evaluate.clone().unwrap_or_else(truth)
    }

    fn panels(&self, language: Language) -> Result<String, Error> {
        let truth = || InProcess.panels(language);
        self.panels.clone().unwrap_or_else(truth)
    }

    fn evaluate_panel(
        &self,
        panel: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        let truth = || InProcess.evaluate_panel(panel, inputs, context);
        self.evaluate_panel.clone().unwrap_or_else(truth)
    }

    fn evaluate_many(&self, cases: &str, context: &Context<'_>) -> Result<String, Error> {
        let truth = || InProcess.evaluate_many(cases, context);
        self.evaluate_many.clone().unwrap_or_else(truth)
    }
}

impl Reports for Fake {
    fn render(&self, evaluation: &str, format: Format) -> Result<String, Error> {
        let truth = || InProcess.render(evaluation, format);
        self.render.clone().unwrap_or_else(truth)
    }
}
