//! What stands in an answer, for every code.

use http::StatusCode;
use text::text;

use super::code::{ProblemCode, Row, plain};

/// In the order of [`ProblemCode`].
pub(super) static TABLE: [Row; 37] = [
    plain(
        ProblemCode::NotFound,
        StatusCode::NOT_FOUND,
        ["not-found", "not-found"],
        text("Not found", "Não encontrado"),
        text(
            "Nothing answers at this path.",
            "Nada responde neste caminho.",
        ),
    ),
    plain(
        ProblemCode::MethodNotAllowed,
        StatusCode::METHOD_NOT_ALLOWED,
        ["method-not-allowed", "not-supported"],
        text("Method not allowed", "Método não permitido"),
        text(
            "This path does not answer this method.",
            "Este caminho não responde a este método.",
        ),
    ),
    plain(
        ProblemCode::UnsupportedMediaType,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ["unsupported-media-type", "not-supported"],
        text("Unsupported media type", "Tipo de mídia não suportado"),
        text(
            "Send the body with another Content-Type.",
            "Envie o corpo com outro Content-Type.",
        ),
    ),
    plain(
        ProblemCode::BodyTooLarge,
        StatusCode::PAYLOAD_TOO_LARGE,
        ["body-too-large", "too-long"],
        text("Body too large", "Corpo grande demais"),
        text(
            "The body is longer than allowed.",
            "O corpo é maior que o permitido.",
        ),
    ),
    plain(
        ProblemCode::BodyInterrupted,
        StatusCode::BAD_REQUEST,
        ["body-interrupted", "structure"],
        text("Body interrupted", "Corpo interrompido"),
        text(
            "The body ended before its announced end.",
            "O corpo terminou antes do fim anunciado.",
        ),
    ),
    plain(
        ProblemCode::EmptyBody,
        StatusCode::BAD_REQUEST,
        ["empty-body", "structure"],
        text("Empty body", "Corpo vazio"),
        text(
            "The body is empty; send a JSON object.",
            "O corpo está vazio; envie um objeto JSON.",
        ),
    ),
    plain(
        ProblemCode::NotText,
        StatusCode::BAD_REQUEST,
        ["not-text", "structure"],
        text("Not text", "Não é texto"),
        text("The body is not UTF-8 text.", "O corpo não é texto UTF-8."),
    ),
    plain(
        ProblemCode::InvalidJson,
        StatusCode::BAD_REQUEST,
        ["invalid-json", "structure"],
        text("Invalid JSON", "JSON inválido"),
        text("The body is not JSON.", "O corpo não é JSON."),
    ),
    plain(
        ProblemCode::InvalidRequest,
        StatusCode::BAD_REQUEST,
        ["invalid-request", "structure"],
        text("Invalid request", "Requisição inválida"),
        text(
            "The body is not a request of this operation.",
            "O corpo não é uma requisição desta operação.",
        ),
    ),
    plain(
        ProblemCode::DuplicateMember,
        StatusCode::BAD_REQUEST,
        ["duplicate-member", "structure"],
        text("Duplicate member", "Membro duplicado"),
        text(
            "A member of the body stands twice and can be read as either value; send it once.",
            "Um membro do corpo aparece duas vezes e pode ser lido de dois modos; envie-o uma vez.",
        ),
    ),
    plain(
        ProblemCode::OriginNotAllowed,
        StatusCode::FORBIDDEN,
        ["origin-not-allowed", "forbidden"],
        text("Origin not allowed", "Origem não permitida"),
        text(
            "This origin may not ask here.",
            "Esta origem não pode perguntar aqui.",
        ),
    ),
    plain(
        ProblemCode::UnknownMethod,
        StatusCode::NOT_FOUND,
        ["unknown-method", "not-supported"],
        text("Unknown method", "Método desconhecido"),
        text("There is no such method.", "Não existe este método."),
    ),
    plain(
        ProblemCode::InvalidParams,
        StatusCode::BAD_REQUEST,
        ["invalid-params", "invalid"],
        text("Invalid parameters", "Parâmetros inválidos"),
        text(
            "The parameters are not the method's.",
            "Os parâmetros não são do método.",
        ),
    ),
    plain(
        ProblemCode::HeaderMismatch,
        StatusCode::BAD_REQUEST,
        ["header-mismatch", "structure"],
        text("Header mismatch", "Cabeçalho divergente"),
        text(
            "A header contradicts the body.",
            "Um cabeçalho contradiz o corpo.",
        ),
    ),
    plain(
        ProblemCode::UnsupportedProtocolVersion,
        StatusCode::BAD_REQUEST,
        ["unsupported-protocol-version", "not-supported"],
        text("Unsupported version", "Versão não suportada"),
        text(
            "This version is not spoken here.",
            "Esta versão não é falada aqui.",
        ),
    ),
    plain(
        ProblemCode::NotAcceptable,
        StatusCode::NOT_ACCEPTABLE,
        ["not-acceptable", "not-supported"],
        text("Not acceptable", "Não aceitável"),
        text(
            "The answer is FHIR R4 (4.0.1) as JSON: accept application/fhir+json.",
            "A resposta é FHIR R4 (4.0.1) em JSON: aceite application/fhir+json.",
        ),
    ),
    plain(
        ProblemCode::InvalidInput,
        StatusCode::UNPROCESSABLE_ENTITY,
        ["invalid-input", "invalid"],
        text("Invalid input", "Entrada inválida"),
        text(
            "Nothing was calculated; violations lists every problem found.",
            "Nada foi calculado; violations lista todos os problemas encontrados.",
        ),
    ),
    plain(
        ProblemCode::UnknownCalculator,
        StatusCode::NOT_FOUND,
        ["unknown-calculator", "not-found"],
        text("Unknown calculator", "Calculadora desconhecida"),
        text(
            "No calculator has this id; GET /api/v1/calculators lists them.",
            "Nenhuma calculadora tem este id; GET /api/v1/calculators as lista.",
        ),
    ),
    plain(
        ProblemCode::UnknownPanel,
        StatusCode::NOT_FOUND,
        ["unknown-panel", "not-found"],
        text("Unknown panel", "Painel desconhecido"),
        text(
            "No panel has this id; GET /api/v1/panels lists them.",
            "Nenhum painel tem este id; GET /api/v1/panels os lista.",
        ),
    ),
    plain(
        ProblemCode::UnknownService,
        StatusCode::NOT_FOUND,
        ["unknown-service", "not-found"],
        text("Unknown service", "Serviço desconhecido"),
        text(
            "No CDS service has this id; GET /cds-services lists them.",
            "Nenhum serviço CDS tem este id; GET /cds-services os lista.",
        ),
    ),
    plain(
        ProblemCode::MissingData,
        StatusCode::PRECONDITION_FAILED,
        ["missing-data", "required"],
        text("Missing data", "Dados ausentes"),
        text(
            "The service cannot do without data that was not sent.",
            "O serviço não dispensa dados que não foram enviados.",
        ),
    ),
    plain(
        ProblemCode::TooManyCases,
        StatusCode::PAYLOAD_TOO_LARGE,
        ["too-many-cases", "too-costly"],
        text("Too many cases", "Casos demais"),
        text(
            "A batch has more cases than allowed.",
            "Um lote tem mais casos que o permitido.",
        ),
    ),
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
    plain(
        ProblemCode::InternalError,
        StatusCode::INTERNAL_SERVER_ERROR,
        ["internal-error", "exception"],
        text("Internal error", "Erro interno"),
        text(
            "The request could not be answered; nothing was calculated.",
            "Não foi possível responder à requisição; nada foi calculado.",
        ),
    ),
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
