//! What stands in an answer, for every code.

use http::StatusCode;
use text::{Text, text};

use super::code::ProblemCode;

/// What stands in an answer for a code.
pub(super) struct Row {
    pub(super) code: ProblemCode,
    pub(super) status: StatusCode,
    pub(super) name: &'static str,
    /// FHIR's value set `issue-type`.
    pub(super) issue: &'static str,
    pub(super) title: Text,
    pub(super) detail: Text,
    pub(super) headers: &'static [(&'static str, &'static str)],
}

/// In the order of [`ProblemCode`].
pub(super) static TABLE: [Row; 31] = [
    Row {
        code: ProblemCode::NotFound,
        status: StatusCode::NOT_FOUND,
        name: "not-found",
        issue: "not-found",
        title: text("Not found", "Não encontrado"),
        detail: text(
            "Nothing answers at this path.",
            "Nada responde neste caminho.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::MethodNotAllowed,
        status: StatusCode::METHOD_NOT_ALLOWED,
        name: "method-not-allowed",
        issue: "not-supported",
        title: text("Method not allowed", "Método não permitido"),
        detail: text(
            "This path does not answer this method.",
            "Este caminho não responde a este método.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::UnsupportedMediaType,
        status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
        name: "unsupported-media-type",
        issue: "not-supported",
        title: text("Unsupported media type", "Tipo de mídia não suportado"),
        detail: text(
            "Send the body with another Content-Type.",
            "Envie o corpo com outro Content-Type.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::BodyTooLarge,
        status: StatusCode::PAYLOAD_TOO_LARGE,
        name: "body-too-large",
        issue: "too-long",
        title: text("Body too large", "Corpo grande demais"),
        detail: text(
            "The body is longer than allowed.",
            "O corpo é maior que o permitido.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::BodyInterrupted,
        status: StatusCode::BAD_REQUEST,
        name: "body-interrupted",
        issue: "structure",
        title: text("Body interrupted", "Corpo interrompido"),
        detail: text(
            "The body ended before its announced end.",
            "O corpo terminou antes do fim anunciado.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::EmptyBody,
        status: StatusCode::BAD_REQUEST,
        name: "empty-body",
        issue: "structure",
        title: text("Empty body", "Corpo vazio"),
        detail: text(
            "The body is empty; send a JSON object.",
            "O corpo está vazio; envie um objeto JSON.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::NotText,
        status: StatusCode::BAD_REQUEST,
        name: "not-text",
        issue: "structure",
        title: text("Not text", "Não é texto"),
        detail: text("The body is not UTF-8 text.", "O corpo não é texto UTF-8."),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidJson,
        status: StatusCode::BAD_REQUEST,
        name: "invalid-json",
        issue: "structure",
        title: text("Invalid JSON", "JSON inválido"),
        detail: text("The body is not JSON.", "O corpo não é JSON."),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidRequest,
        status: StatusCode::BAD_REQUEST,
        name: "invalid-request",
        issue: "structure",
        title: text("Invalid request", "Requisição inválida"),
        detail: text(
            "The body is not a request of this operation.",
            "O corpo não é uma requisição desta operação.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::DuplicateMember,
        status: StatusCode::BAD_REQUEST,
        name: "duplicate-member",
        issue: "structure",
        title: text("Duplicate member", "Membro duplicado"),
        detail: text(
            "A member of the body stands twice and can be read as either value; send it once.",
            "Um membro do corpo aparece duas vezes e pode ser lido de dois modos; envie-o uma vez.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::NotAcceptable,
        status: StatusCode::NOT_ACCEPTABLE,
        name: "not-acceptable",
        issue: "not-supported",
        title: text("Not acceptable", "Não aceitável"),
        detail: text(
            "The answer is FHIR R4 (4.0.1) as JSON: accept application/fhir+json.",
            "A resposta é FHIR R4 (4.0.1) em JSON: aceite application/fhir+json.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidInput,
        status: StatusCode::UNPROCESSABLE_ENTITY,
        name: "invalid-input",
        issue: "invalid",
        title: text("Invalid input", "Entrada inválida"),
        detail: text(
            "Nothing was calculated; violations lists every problem found.",
            "Nada foi calculado; violations lista todos os problemas encontrados.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::UnknownCalculator,
        status: StatusCode::NOT_FOUND,
        name: "unknown-calculator",
        issue: "not-found",
        title: text("Unknown calculator", "Calculadora desconhecida"),
        detail: text(
            "No calculator has this id; GET /api/v1/calculators lists them.",
            "Nenhuma calculadora tem este id; GET /api/v1/calculators as lista.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::UnknownService,
        status: StatusCode::NOT_FOUND,
        name: "unknown-service",
        issue: "not-found",
        title: text("Unknown service", "Serviço desconhecido"),
        detail: text(
            "No CDS service has this id; GET /cds-services lists them.",
            "Nenhum serviço CDS tem este id; GET /cds-services os lista.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::MissingData,
        status: StatusCode::PRECONDITION_FAILED,
        name: "missing-data",
        issue: "required",
        title: text("Missing data", "Dados ausentes"),
        detail: text(
            "The service cannot do without data that was not sent.",
            "O serviço não dispensa dados que não foram enviados.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::TooManyCases,
        status: StatusCode::PAYLOAD_TOO_LARGE,
        name: "too-many-cases",
        issue: "too-costly",
        title: text("Too many cases", "Casos demais"),
        detail: text(
            "A batch has more cases than allowed.",
            "Um lote tem mais casos que o permitido.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::NotReady,
        status: StatusCode::SERVICE_UNAVAILABLE,
        name: "not-ready",
        issue: "transient",
        title: text("Not ready", "Não está pronto"),
        detail: text(
            "A component does not give the answer it should.",
            "Um componente não dá a resposta que deveria.",
        ),
        headers: &[("retry-after", "5")],
    },
    Row {
        code: ProblemCode::InternalError,
        status: StatusCode::INTERNAL_SERVER_ERROR,
        name: "internal-error",
        issue: "exception",
        title: text("Internal error", "Erro interno"),
        detail: text(
            "The request could not be answered; nothing was calculated.",
            "Não foi possível responder à requisição; nada foi calculado.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidHost,
        status: StatusCode::BAD_REQUEST,
        name: "invalid-host",
        issue: "structure",
        title: text("Invalid host", "Host inválido"),
        detail: text(
            "Send exactly one Host header, with a host name or address and at most a port.",
            "Envie exatamente um cabeçalho Host, com um nome ou endereço de host e no máximo uma porta.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidConnection,
        status: StatusCode::BAD_REQUEST,
        name: "invalid-connection",
        issue: "structure",
        title: text("Invalid Connection header", "Cabeçalho Connection inválido"),
        detail: text(
            "The Connection header may not name headers that belong to the request or to the server.",
            "O cabeçalho Connection não pode nomear cabeçalhos que pertencem à requisição ou ao servidor.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::InvalidFraming,
        status: StatusCode::BAD_REQUEST,
        name: "invalid-framing",
        issue: "structure",
        title: text("Invalid framing", "Delimitação inválida"),
        detail: text(
            "Send the body with either Content-Length or Transfer-Encoding: chunked, without trailers, to a target of this server.",
            "Envie o corpo ou com Content-Length ou com Transfer-Encoding: chunked, sem trailers, a um destino deste servidor.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::MisdirectedRequest,
        status: StatusCode::MISDIRECTED_REQUEST,
        name: "misdirected-request",
        issue: "processing",
        title: text("Misdirected request", "Requisição mal dirigida"),
        detail: text(
            "This server does not answer for the host of the request.",
            "Este servidor não responde pelo host da requisição.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::UnsupportedTransferCoding,
        status: StatusCode::NOT_IMPLEMENTED,
        name: "unsupported-transfer-coding",
        issue: "not-supported",
        title: text(
            "Unsupported transfer coding",
            "Codificação de transferência não suportada",
        ),
        detail: text(
            "Send the body with Content-Length or with Transfer-Encoding: chunked alone.",
            "Envie o corpo com Content-Length ou apenas com Transfer-Encoding: chunked.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::TooManyRequests,
        status: StatusCode::TOO_MANY_REQUESTS,
        name: "too-many-requests",
        issue: "throttled",
        title: text("Too many requests", "Requisições demais"),
        detail: text(
            "This client has too much under way at a time; this request was not processed. Send it again later.",
            "Este cliente tem coisas demais em andamento ao mesmo tempo; esta requisição não foi processada. Envie-a de novo mais tarde.",
        ),
        headers: &[("retry-after", "1")],
    },
    Row {
        code: ProblemCode::RequestTimeout,
        status: StatusCode::REQUEST_TIMEOUT,
        name: "request-timeout",
        issue: "timeout",
        title: text("Request timeout", "Tempo da requisição esgotado"),
        detail: text(
            "Send the whole request without long pauses.",
            "Envie a requisição inteira sem pausas longas.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::HeadersTooLarge,
        status: StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        name: "headers-too-large",
        issue: "too-long",
        title: text("Headers too large", "Cabeçalhos grandes demais"),
        detail: text(
            "Send fewer or shorter headers.",
            "Envie cabeçalhos mais curtos ou em menor número.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::Overloaded,
        status: StatusCode::SERVICE_UNAVAILABLE,
        name: "overloaded",
        issue: "throttled",
        title: text("Overloaded", "Sobrecarregado"),
        detail: text(
            "Too many requests at a time; this one was not processed. Send it again later.",
            "Requisições demais ao mesmo tempo; esta não foi processada. Envie-a de novo mais tarde.",
        ),
        headers: &[("retry-after", "1")],
    },
    Row {
        code: ProblemCode::Unavailable,
        status: StatusCode::SERVICE_UNAVAILABLE,
        name: "unavailable",
        issue: "transient",
        title: text("Unavailable", "Indisponível"),
        detail: text(
            "The application is not available; the request was not processed. Send it again later.",
            "A aplicação não está disponível; a requisição não foi processada. Envie-a de novo mais tarde.",
        ),
        headers: &[("retry-after", "1")],
    },
    Row {
        code: ProblemCode::LatticeUnavailable,
        status: StatusCode::SERVICE_UNAVAILABLE,
        name: "lattice-unavailable",
        issue: "transient",
        title: text("Lattice unavailable", "Lattice indisponível"),
        detail: text(
            "The application cannot be reached; there is no answer to this request. Ask again later.",
            "A aplicação não pode ser alcançada; não há resposta a esta requisição. Tente de novo mais tarde.",
        ),
        headers: &[("retry-after", "1")],
    },
    Row {
        code: ProblemCode::NoAnswer,
        status: StatusCode::BAD_GATEWAY,
        name: "no-answer",
        issue: "exception",
        title: text("No answer", "Sem resposta"),
        detail: text(
            "The application failed; there is no answer to this request.",
            "A aplicação falhou; não há resposta a esta requisição.",
        ),
        headers: &[],
    },
    Row {
        code: ProblemCode::DeadlineExceeded,
        status: StatusCode::GATEWAY_TIMEOUT,
        name: "deadline-exceeded",
        issue: "timeout",
        title: text("Deadline exceeded", "Prazo excedido"),
        detail: text(
            "The application took too long; there is no answer to this request within its deadline.",
            "A aplicação demorou demais; não há resposta a esta requisição dentro do prazo.",
        ),
        headers: &[],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_codes() {
        for (index, row) in TABLE.iter().enumerate() {
            assert_eq!(row.code as usize, index, "{}", row.name);
        }
    }

    #[test]
    fn codes_are_unique_and_their_texts_are_in_both_languages() {
        let names: HashSet<_> = ProblemCode::all().map(ProblemCode::as_str).collect();
        assert_eq!(names.len(), TABLE.len());
        for code in ProblemCode::all() {
            assert!(code.status().as_u16() >= 400, "{code:?}");
            for text in [code.title(), code.detail()] {
                assert!(!text.en.is_empty() && text.en != text.pt, "{code:?}");
            }
        }
    }
}
