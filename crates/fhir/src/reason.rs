//! Why a resource cannot be translated. The only place with these sentences;
//! none repeats a value, which may be a patient's.

use serde_json::Value;
use text::Language;

use crate::issue::{Issue, IssueCode};
use crate::string;

/// The language of an array of definitions.
pub(crate) fn language(definitions: &Value) -> Language {
    let first = definitions.get(0);
    Language::of_tag(first.map_or("", |first| string(first, "language")))
}

/// A reason; what it is about is in the expression of its issue.
#[derive(Clone, Copy)]
pub(crate) struct Reason {
    code: IssueCode,
    our_code: &'static str,
    en: &'static str,
    pt: &'static str,
    /// What both sentences end with.
    wanted: &'static str,
}

impl Reason {
    pub(crate) const NOT_JSON: Self = Self::new(
        IssueCode::Structure,
        "invalid-json",
        "the body is not JSON",
        "o corpo não é JSON",
    );
    pub(crate) const NOT_PARAMETERS: Self = Self::new(
        IssueCode::Structure,
        "wrong-resource",
        "the body must be a FHIR Parameters resource",
        "o corpo deve ser um recurso Parameters do FHIR",
    );
    pub(crate) const NO_CALCULATOR: Self = Self::new(
        IssueCode::Required,
        "missing",
        "the parameter calculator is required: valueString, valueCode, valueUri or \
         valueCanonical with the id of a calculator",
        "o parâmetro calculator é obrigatório: valueString, valueCode, valueUri ou \
         valueCanonical com o id de uma calculadora",
    );
    pub(crate) const UNKNOWN_CALCULATOR: Self = Self::new(
        IssueCode::NotFound,
        "unknown-calculator",
        "no calculator has this id",
        "nenhuma calculadora tem este id",
    );
    pub(crate) const UNKNOWN_PARAMETER: Self = Self::new(
        IssueCode::NotSupported,
        "unknown-field",
        "this parameter means nothing to this calculator",
        "este parâmetro não significa nada para esta calculadora",
    );
    pub(crate) const AMBIGUOUS: Self = Self::new(
        IssueCode::BusinessRule,
        "ambiguous",
        "there is more than one value for the same input; send the one that counts",
        "há mais de um valor para a mesma entrada; envie apenas o que vale",
    );
    pub(crate) const MANY_VALUES: Self = Self::new(
        IssueCode::Structure,
        "duplicate-field",
        "there must be one value[x] only",
        "deve haver um único value[x]",
    );
    pub(crate) const VALUE_TYPE: Self = Self::new(
        IssueCode::Structure,
        "wrong-type",
        "the value must be one of valueQuantity, valueBoolean, valueInteger, \
         valueDecimal, valueCode, valueString, valueDate",
        "o valor deve ser um de valueQuantity, valueBoolean, valueInteger, \
         valueDecimal, valueCode, valueString, valueDate",
    );
    pub(crate) const NOT_QUANTITY: Self = Self::new(
        IssueCode::Structure,
        "wrong-type",
        "the value must be a valueQuantity",
        "o valor deve ser um valueQuantity",
    );
    pub(crate) const NOT_UCUM: Self = Self::new(
        IssueCode::CodeInvalid,
        "unknown-unit",
        "the system of a unit must be http://unitsofmeasure.org",
        "o sistema da unidade deve ser http://unitsofmeasure.org",
    );
    pub(crate) const COMPARATOR: Self = Self::new(
        IssueCode::Value,
        "comparator",
        "a quantity with a comparator is a bound, not a value to calculate with",
        "uma quantidade com comparador é um limite, não um valor para calcular",
    );
    pub(crate) const STATUS: Self = Self::new(
        IssueCode::BusinessRule,
        "status",
        "the status must be one of final, amended, corrected, preliminary",
        "o status deve ser um de final, amended, corrected, preliminary",
    );
    pub(crate) const MODIFIER: Self = Self::new(
        IssueCode::NotSupported,
        "modifier",
        "modifierExtension and implicitRules can change what a resource says and are not \
         understood here",
        "modifierExtension e implicitRules podem mudar o que um recurso diz e não são \
         entendidos aqui",
    );
    pub(crate) const OTHER_SUBJECT: Self = Self::new(
        IssueCode::BusinessRule,
        "other-subject",
        "everything that is sent must be about the same subject",
        "tudo o que é enviado deve ser sobre o mesmo sujeito",
    );
    pub(crate) const NOT_A_DATE: Self = Self::new(
        IssueCode::Value,
        "not-a-date",
        "the value must be a date such as 2026-01-31",
        "o valor deve ser uma data como 2026-01-31",
    );

    /// Another type of resource or element should stand there.
    pub(crate) const fn wrong_resource(wanted: &'static str) -> Self {
        let wrong = Self::new(
            IssueCode::Structure,
            "wrong-resource",
            "this parameter must hold a",
            "este parâmetro deve conter um",
        );
        Self { wanted, ..wrong }
    }

    const fn new(
        code: IssueCode,
        our_code: &'static str,
        en: &'static str,
        pt: &'static str,
    ) -> Self {
        Self {
            code,
            our_code,
            en,
            pt,
            wanted: "",
        }
    }

    /// The issue at this place.
    pub(crate) fn at(self, expression: impl Into<Option<String>>, language: Language) -> Issue {
        let text = language.choose(self.en, self.pt);
        let text = format!("{text} {}", self.wanted);
        Issue {
            code: self.code,
            expression: expression.into(),
            text: text.trim_end().to_owned(),
            our_code: Some(self.our_code.to_owned()),
        }
    }
}
