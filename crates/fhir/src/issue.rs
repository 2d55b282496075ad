//! Refusals in FHIR.

/// What kind of issue it is; a part of FHIR's value set `issue-type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueCode {
    /// Content that does not follow the rules, in no more particular way.
    Invalid,
    /// The shape or a type is wrong.
    Structure,
    /// Something required is not there.
    Required,
    /// A value is not acceptable.
    Value,
    /// A code or a unit is none of those admitted.
    CodeInvalid,
    /// What was asked for does not exist.
    NotFound,
    /// Each part is acceptable, and a rule forbids the whole.
    BusinessRule,
    /// Not supported here.
    NotSupported,
    /// More than is looked at in one request.
    TooCostly,
}

impl IssueCode {
    /// The code as FHIR has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Structure => "structure",
            Self::Required => "required",
            Self::Value => "value",
            Self::CodeInvalid => "code-invalid",
            Self::NotFound => "not-found",
            Self::BusinessRule => "business-rule",
            Self::NotSupported => "not-supported",
            Self::TooCostly => "too-costly",
        }
    }

    /// The kind of issue for a code of a violation.
    pub(crate) fn of_violation(code: &str) -> Self {
        match code {
            "missing" | "missing-unit" => Self::Required,
            "wrong-type" => Self::Structure,
            "not-a-choice" | "unknown-unit" => Self::CodeInvalid,
            "not-whole" | "not-a-date" | "out-of-range" => Self::Value,
            "implausible-combination" | "outside-validity" => Self::BusinessRule,
            "unknown-field" => Self::NotSupported,
            "too-many" => Self::TooCostly,
            _ => Self::Invalid,
        }
    }
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its kind.
    pub code: IssueCode,
    /// FHIRPath to the element it is about, in the resource that was sent.
    pub expression: Option<String>,
    /// A sentence that says what would be accepted.
    pub text: String,
    /// The platform's stable code.
    pub our_code: Option<String>,
}
