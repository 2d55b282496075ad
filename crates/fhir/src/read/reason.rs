//! Why a resource cannot be translated. The only place with these sentences;
//! none repeats a value, which may be a patient's.

use text::{Language, Text, text};

use crate::issue::{Issue, IssueCode};

/// A reason; what it is about is in the expression of its issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    code: IssueCode,
    our_code: &'static str,
    text: Text,
    /// What both sentences end with.
    wanted: &'static str,
}

impl Reason {
    pub(super) const NOT_PARAMETERS: Self = Self::new(
        IssueCode::Structure,
        "wrong-resource",
        "the body must be a FHIR Parameters resource",
        "o corpo deve ser um recurso Parameters do FHIR",
    );
    pub(super) const NO_CALCULATOR: Self = Self::new(
        IssueCode::Required,
        "missing",
        "the parameter calculator is required: valueString, valueCode, valueUri or \
         valueCanonical with the id of a calculator",
        "o parâmetro calculator é obrigatório: valueString, valueCode, valueUri ou \
         valueCanonical com o id de uma calculadora",
    );
    pub(super) const UNKNOWN_CALCULATOR: Self = Self::new(
        IssueCode::NotFound,
        "unknown-calculator",
        "no calculator has this id",
        "nenhuma calculadora tem este id",
    );
    pub(super) const UNKNOWN_PARAMETER: Self = Self::new(
        IssueCode::NotSupported,
        "unknown-field",
        "this parameter means nothing to this calculator",
        "este parâmetro não significa nada para esta calculadora",
    );
    pub(super) const AMBIGUOUS: Self = Self::new(
        IssueCode::BusinessRule,
        "ambiguous",
        "there is more than one value for the same input; send the one that counts",
        "há mais de um valor para a mesma entrada; envie apenas o que vale",
    );
    pub(super) const MANY_VALUES: Self = Self::new(
        IssueCode::Structure,
        "duplicate-field",
        "there must be one value[x] only",
        "deve haver um único value[x]",
    );
    pub(super) const VALUE_TYPE: Self = Self::new(
        IssueCode::Structure,
        "wrong-type",
        "the value must be one of valueQuantity, valueBoolean, valueInteger, \
         valueDecimal, valueCode, valueString, valueDate",
        "o valor deve ser um de valueQuantity, valueBoolean, valueInteger, \
         valueDecimal, valueCode, valueString, valueDate",
    );
    pub(super) const NOT_QUANTITY: Self = Self::new(
        IssueCode::Structure,
        "wrong-type",
        "the value must be a valueQuantity",
        "o valor deve ser um valueQuantity",
    );
    pub(super) const NOT_UCUM: Self = Self::new(
        IssueCode::CodeInvalid,
        "unknown-unit",
        "the system of a unit must be http://unitsofmeasure.org",
        "o sistema da unidade deve ser http://unitsofmeasure.org",
    );
    pub(super) const COMPARATOR: Self = Self::new(
        IssueCode::Value,
        "comparator",
        "a quantity with a comparator is a bound, not a value to calculate with",
        "uma quantidade com comparador é um limite, não um valor para calcular",
    );
    pub(super) const STATUS: Self = Self::new(
        IssueCode::BusinessRule,
        "status",
        "the status must be one of final, amended, corrected, preliminary",
        "o status deve ser um de final, amended, corrected, preliminary",
    );
    pub(super) const MODIFIER: Self = Self::new(
        IssueCode::NotSupported,
        "modifier",
        "modifierExtension and implicitRules can change what a resource says and are not \
         understood here",
        "modifierExtension e implicitRules podem mudar o que um recurso diz e não são \
         entendidos aqui",
    );
    pub(super) const OTHER_SUBJECT: Self = Self::new(
        IssueCode::BusinessRule,
        "other-subject",
        "everything that is sent must be about the same subject",
        "tudo o que é enviado deve ser sobre o mesmo sujeito",
    );
    pub(super) const NOT_A_DATE: Self = Self::new(
        IssueCode::Value,
        "not-a-date",
        "the value must be a date such as 2026-01-31",
        "o valor deve ser uma data como 2026-01-31",
    );

    pub(super) const CONTRADICTION: Self = Self::new(
        IssueCode::CodeInvalid,
        "unknown-unit",
        "the code and the unit contradict each other: nothing with this code is measured in \
         this unit",
        "o código e a unidade se contradizem: nada com este código é medido nesta unidade",
    );
    pub(super) const MANY_PARAMETERS: Self = Self::new(
        IssueCode::TooCostly,
        "too-many",
        "there can be at most 512 parameters",
        "pode haver no máximo 512 parâmetros",
    );
    pub(super) const MANY_OBSERVATIONS: Self = Self::new(
        IssueCode::TooCostly,
        "too-many",
        "there can be at most 2000 Patients, Observations and components in all",
        "pode haver no máximo 2000 Patients, Observations e components ao todo",
    );
    pub(super) const LONG_REFERENCE: Self = Self::new(
        IssueCode::TooCostly,
        "too-many",
        "a reference, with its identifier and display, can have at most 1024 bytes",
        "uma referência, com seu identificador e display, pode ter no máximo 1024 bytes",
    );
    pub(super) const MORE: Self = Self::new(
        IssueCode::TooCostly,
        "too-many",
        "there are more problems; these are the first 50",
        "há mais problemas; estes são os primeiros 50",
    );

    /// Another type of resource or element should stand there.
    pub(super) const fn wrong_resource(wanted: &'static str) -> Self {
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
            text: text(en, pt),
            wanted: "",
        }
    }

    /// The issue at this place.
    pub(super) fn at(self, expression: impl Into<Option<String>>, language: Language) -> Issue {
        let text = format!("{} {}", language.of(self.text), self.wanted);
        Issue {
            code: self.code,
            expression: expression.into(),
            text: text.trim_end().to_owned(),
            our_code: Some(self.our_code.to_owned()),
        }
    }
}
