//! The printed page of an API: every operation, and every code.

use core::fmt::Write;

use text::{Language, Text, text};

use crate::operation::{Group, Operation};
use crate::problem::ProblemCode;
use crate::router::Api;

/// Every code that a violation can have, and what it means.
pub const VIOLATIONS: &[(&str, Text)] = &[
    (
        "missing",
        text(
            "A required input is absent or null.",
            "Uma entrada obrigatória está ausente ou é null.",
        ),
    ),
    (
        "wrong-type",
        text(
            "Another type than the input takes.",
            "Outro tipo que não o da entrada.",
        ),
    ),
    (
        "not-whole",
        text("A whole number is needed.", "É preciso um número inteiro."),
    ),
    (
        "not-a-choice",
        text(
            "None of the values the input can have.",
            "Nenhum dos valores que a entrada pode ter.",
        ),
    ),
    (
        "missing-unit",
        text(
            "A quantity came without its unit.",
            "Uma quantidade veio sem unidade.",
        ),
    ),
    (
        "unknown-unit",
        text(
            "The unit is none of those that the quantity, or its LOINC code, admits.",
            "A unidade não é nenhuma das que a quantidade, ou seu código LOINC, admite.",
        ),
    ),
    (
        "not-a-date",
        text("Not an ISO 8601 date.", "Não é uma data ISO 8601."),
    ),
    (
        "unknown-field",
        text(
            "Nothing is known by this name.",
            "Nada é conhecido por este nome.",
        ),
    ),
    (
        "duplicate-field",
        text(
            "The same input stands more than once.",
            "A mesma entrada aparece mais de uma vez.",
        ),
    ),
    (
        "duplicate-member",
        text(
            "The same member stands more than once.",
            "O mesmo membro aparece mais de uma vez.",
        ),
    ),
    (
        "too-many-fields",
        text(
            "More fields than are looked at.",
            "Mais campos do que se examina.",
        ),
    ),
    (
        "too-many",
        text(
            "More of something than is looked at.",
            "Mais de algo do que se examina.",
        ),
    ),
    (
        "out-of-range",
        text(
            "No measurement can have this value: a typing or a unit error.",
            "Nenhuma medida pode ter este valor: erro de digitação ou de unidade.",
        ),
    ),
    (
        "implausible-combination",
        text(
            "Each value is plausible, together they describe no one.",
            "Cada valor é plausível, juntos não descrevem ninguém.",
        ),
    ),
    (
        "outside-validity",
        text(
            "A real person, but outside the group the formula was derived in.",
            "Uma pessoa real, mas fora do grupo em que a fórmula foi derivada.",
        ),
    ),
    (
        "ambiguous",
        text(
            "FHIR: more than one value for the same input.",
            "FHIR: mais de um valor para a mesma entrada.",
        ),
    ),
    (
        "comparator",
        text(
            "FHIR: a bound instead of a value.",
            "FHIR: um limite em vez de um valor.",
        ),
    ),
    (
        "modifier",
        text(
            "FHIR: modifierExtension or implicitRules can change what is said.",
            "FHIR: modifierExtension ou implicitRules podem mudar o que é dito.",
        ),
    ),
    (
        "other-subject",
        text(
            "FHIR: not all is about the same subject.",
            "FHIR: nem tudo é sobre o mesmo sujeito.",
        ),
    ),
    (
        "status",
        text(
            "FHIR: an Observation whose status says that it does not hold.",
            "FHIR: uma Observation cujo status diz que ela não vale.",
        ),
    ),
    (
        "wrong-resource",
        text(
            "FHIR: another resource than the one that has to stand there.",
            "FHIR: outro recurso que não o esperado.",
        ),
    ),
    (
        "unknown-calculator",
        text(
            "FHIR: no calculator has this id.",
            "FHIR: nenhuma calculadora tem este id.",
        ),
    ),
];

/// The page in Markdown.
pub fn page<P: ?Sized>(api: &Api<P>, violations: &[(&str, Text)]) -> String {
    let mut page = String::from(
        "# The HTTP API\n\nPrinted from the operation tables. The same as a machine reads it: \
         `GET /openapi.json`. What it looks like in use: [examples](examples.md).\n",
    );
    for group in api.groups {
        // Writing to a String cannot fail.
        let _ = write!(page, "\n## {}\n", say(group.title));
        for operation in group.operations {
            describe(&mut page, group, operation);
        }
    }
    problems(&mut page);
    let _ = write!(
        page,
        "\n## Violations\n\nA refused input is named with a JSON pointer (RFC 6901) into the body, \
         a code and a sentence; under `/fhir` with a FHIRPath expression.\n\n| code | means |\n|---|---|\n",
    );
    for (code, text) in violations {
        let _ = writeln!(page, "| `{code}` | {} |", say(*text));
    }
    page
}

fn say(text: Text) -> &'static str {
    Language::English.of(text)
}

fn describe<P: ?Sized>(page: &mut String, group: &Group<P>, operation: &Operation<P>) {
    let mut lines = vec![format!(
        "\n### {} {}\n\n{}.\n",
        operation.method.name(),
        operation.path,
        say(operation.summary)
    )];
    for parameter in operation.parameters {
        lines.push(format!(
            "- `{}` ({}): {}",
            parameter.name,
            parameter.place.name(),
            say(parameter.title)
        ));
    }
    if let Some(body) = &operation.body {
        let types = code_list(body.media_types);
        let most = match say(body.most) {
            "" => String::new(),
            more => format!(", {more}"),
        };
        lines.push(format!("- body: {types}, up to {} bytes{most}", body.limit));
    }
    for answer in operation.answers {
        let types = code_list(answer.media_types);
        let types = if types.is_empty() { "no body" } else { &types };
        lines.push(format!("- {}: {types}", answer.status));
    }
    let mut codes = operation.codes();
    codes.sort_by_key(|code| code.status().as_u16());
    let codes = codes
        .iter()
        .map(|code| format!("{} `{}`", code.status().as_u16(), code.as_str()));
    let codes = codes.collect::<Vec<_>>().join(", ");
    lines.push(format!(
        "- refused as `{}`: {codes}",
        group.form().media_type()
    ));
    let repeat = if operation.repeatable { "yes" } else { "no" };
    lines.push(format!("- may be repeated: {repeat}"));
    page.push_str(&lines.join("\n"));
    page.push('\n');
}

fn code_list(all: &[&str]) -> String {
    let all = all.iter().map(|one| format!("`{one}`"));
    all.collect::<Vec<_>>().join(", ")
}

fn problems(page: &mut String) {
    page.push_str(
        "\n## Problems\n\nWhat is refused, by the application or by the HTTP server in front of \
         it, is `application/problem+json` (RFC 9457) with a stable `code`; under `/fhir` it is an \
         `OperationOutcome` with the same code, at `/mcp` an error of JSON-RPC with the problem as \
         its data.\n\n| status | code | when |\n|---|---|---|\n",
    );
    let mut codes: Vec<_> = ProblemCode::all().collect();
    codes.sort_by_key(|code| (code.status().as_u16(), code.as_str()));
    for code in codes {
        let _ = writeln!(
            page,
            "| {} | `{}` | {} |",
            code.status().as_u16(),
            code.as_str(),
            say(code.detail())
        );
    }
}
