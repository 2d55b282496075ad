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

/// A row without headers of its own; its name, and what FHIR calls it.
pub(super) const fn plain(
    code: ProblemCode,
    status: StatusCode,
    [name, issue]: [&'static str; 2],
    title: Text,
    detail: Text,
) -> Row {
    Row {
        code,
        status,
        name,
        issue,
        title,
        detail,
        headers: &[],
    }
}

/// Of what components refuse, in the order of [`ProblemCode`]; those of the HTTP server
/// follow in [`super::of_server`].
pub(super) static TABLE: [Row; 24] = [
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
            "Pages of this origin may not ask here.",
            "Páginas desta origem não podem perguntar aqui.",
        ),
    ),
    plain(
        ProblemCode::UnknownMethod,
        StatusCode::NOT_FOUND,
        ["unknown-method", "not-supported"],
        text("Unknown method", "Método desconhecido"),
        text(
            "There is no such method in this version of the protocol.",
            "Não existe este método nesta versão do protocolo.",
        ),
    ),
    plain(
        ProblemCode::InvalidParams,
        StatusCode::BAD_REQUEST,
        ["invalid-params", "invalid"],
        text("Invalid parameters", "Parâmetros inválidos"),
        text(
            "The parameters are not those of the method.",
            "Os parâmetros não são os do método.",
        ),
    ),
    plain(
        ProblemCode::HeaderMismatch,
        StatusCode::BAD_REQUEST,
        ["header-mismatch", "structure"],
        text("Header mismatch", "Cabeçalho divergente"),
        text(
            "A header is missing or does not say what the body says.",
            "Um cabeçalho está ausente ou não diz o que o corpo diz.",
        ),
    ),
    plain(
        ProblemCode::UnsupportedProtocolVersion,
        StatusCode::BAD_REQUEST,
        ["unsupported-protocol-version", "not-supported"],
        text(
            "Unsupported protocol version",
            "Versão do protocolo não suportada",
        ),
        text(
            "This version of the protocol is not spoken here; supported lists those that are.",
            "Esta versão do protocolo não é falada aqui; supported lista as que são.",
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
];
