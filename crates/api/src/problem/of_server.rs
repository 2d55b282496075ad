//! What stands in an answer of the HTTP server in front of the components, for every code
//! of its own.

use http::StatusCode;
use text::text;

use super::code::ProblemCode;
use super::table::{Row, plain};

/// In the order of [`ProblemCode`], behind those of the components.
pub(super) static TABLE: [Row; 13] = [
    plain(
        ProblemCode::InvalidHost,
        StatusCode::BAD_REQUEST,
        ["invalid-host", "structure"],
        text("Invalid host", "Host inválido"),
        text(
            "Send exactly one Host header, with a host name or address and at most a port.",
            "Envie exatamente um cabeçalho Host, com um nome ou endereço de host e no máximo uma porta.",
        ),
    ),
    plain(
        ProblemCode::InvalidConnection,
        StatusCode::BAD_REQUEST,
        ["invalid-connection", "structure"],
        text("Invalid Connection header", "Cabeçalho Connection inválido"),
        text(
            "The Connection header may not name headers that belong to the request or to the server.",
            "O cabeçalho Connection não pode nomear cabeçalhos que pertencem à requisição ou ao servidor.",
        ),
    ),
    plain(
        ProblemCode::InvalidFraming,
        StatusCode::BAD_REQUEST,
        ["invalid-framing", "structure"],
        text("Invalid framing", "Delimitação inválida"),
        text(
            "Send the body with either Content-Length or Transfer-Encoding: chunked, without trailers, to a target of this server.",
            "Envie o corpo ou com Content-Length ou com Transfer-Encoding: chunked, sem trailers, a um destino deste servidor.",
        ),
    ),
    plain(
        ProblemCode::MisdirectedRequest,
        StatusCode::MISDIRECTED_REQUEST,
        ["misdirected-request", "processing"],
        text("Misdirected request", "Requisição mal dirigida"),
        text(
            "This server does not answer for the host of the request.",
            "Este servidor não responde pelo host da requisição.",
        ),
    ),
    plain(
        ProblemCode::UnsupportedTransferCoding,
        StatusCode::NOT_IMPLEMENTED,
        ["unsupported-transfer-coding", "not-supported"],
        text(
            "Unsupported transfer coding",
            "Codificação de transferência não suportada",
        ),
        text(
            "Send the body with Content-Length or with Transfer-Encoding: chunked alone.",
            "Envie o corpo com Content-Length ou apenas com Transfer-Encoding: chunked.",
        ),
    ),
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
    plain(
        ProblemCode::RequestTimeout,
        StatusCode::REQUEST_TIMEOUT,
        ["request-timeout", "timeout"],
        text("Request timeout", "Tempo da requisição esgotado"),
        text(
            "Send the whole request without long pauses.",
            "Envie a requisição inteira sem pausas longas.",
        ),
    ),
    plain(
        ProblemCode::HeadersTooLarge,
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        ["headers-too-large", "too-long"],
        text("Headers too large", "Cabeçalhos grandes demais"),
        text(
            "Send fewer or shorter headers.",
            "Envie cabeçalhos mais curtos ou em menor número.",
        ),
    ),
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
    plain(
        ProblemCode::NoAnswer,
        StatusCode::BAD_GATEWAY,
        ["no-answer", "exception"],
        text("No answer", "Sem resposta"),
        text(
            "The application failed; there is no answer to this request.",
            "A aplicação falhou; não há resposta a esta requisição.",
        ),
    ),
    plain(
        ProblemCode::DeadlineExceeded,
        StatusCode::GATEWAY_TIMEOUT,
        ["deadline-exceeded", "timeout"],
        text("Deadline exceeded", "Prazo excedido"),
        text(
            "The application took too long; there is no answer to this request within its deadline.",
            "A aplicação demorou demais; não há resposta a esta requisição dentro do prazo.",
        ),
    ),
];
