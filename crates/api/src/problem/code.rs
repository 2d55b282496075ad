//! The vocabulary: every code of a problem there is.

use http::StatusCode;
use text::Text;

use super::of_server;
use super::table::{Row, TABLE};

/// What went wrong; one code for one meaning, whoever says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemCode {
    /// Nothing answers at the path.
    NotFound,
    /// The path answers other methods; `allow` says which.
    MethodNotAllowed,
    /// The body is not announced as what it has to be.
    UnsupportedMediaType,
    /// The body is longer than allowed.
    BodyTooLarge,
    /// The body broke off.
    BodyInterrupted,
    /// There is no body where one is needed.
    EmptyBody,
    /// The body is not UTF-8.
    NotText,
    /// The body, or a line of it, is not JSON.
    InvalidJson,
    /// The body is JSON and not a request of this operation.
    InvalidRequest,
    /// A member of the body stands twice, and can be read as either value.
    DuplicateMember,
    /// A page of another origin asks, where only the deployment's own may.
    OriginNotAllowed,
    /// A message asks for a method that there is none of.
    UnknownMethod,
    /// The parameters of a message are not those of its method.
    InvalidParams,
    /// A header contradicts the body, or is missing.
    HeaderMismatch,
    /// The message is of a version of its protocol that is not spoken.
    UnsupportedProtocolVersion,
    /// The answer exists in no form that the client accepts.
    NotAcceptable,
    /// The request was understood, and values in it are refused.
    InvalidInput,
    /// No calculator has the id.
    UnknownCalculator,
    /// No panel has the id.
    UnknownPanel,
    /// No CDS service has the id.
    UnknownService,
    /// CDS Hooks: prefetch data that the service needs is not there.
    MissingData,
    /// A batch has more cases than allowed.
    TooManyCases,
    /// A component does not do its work yet, or no longer.
    NotReady,
    /// A component answered in a way its contract excludes. Nothing of what it
    /// said is passed on.
    InternalError,
    /// The request does not say, exactly once, which host it is for.
    InvalidHost,
    /// `Connection` names a header that does not belong to the connection.
    InvalidConnection,
    /// Where the body ends can be read in more than one way, or the request is for
    /// another scheme.
    InvalidFraming,
    /// The request is for a host that this server is not.
    MisdirectedRequest,
    /// The body is in a transfer coding that is not undone.
    UnsupportedTransferCoding,
    /// The client has as much under way as one client may.
    TooManyRequests,
    /// The request took too long to arrive.
    RequestTimeout,
    /// The request's line and headers are too long.
    HeadersTooLarge,
    /// More requests than can be worked on; this one was not.
    Overloaded,
    /// Nobody answers for the component; the request reached no one.
    Unavailable,
    /// There is no connection to the lattice.
    LatticeUnavailable,
    /// The component ended without an answer, or with one that is none.
    NoAnswer,
    /// No answer within the deadline.
    DeadlineExceeded,
}

impl ProblemCode {
    /// Every code, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().chain(&of_server::TABLE).map(|row| row.code)
    }

    /// The status it is answered with.
    pub const fn status(self) -> StatusCode {
        self.row().status
    }

    /// The code as clients read it.
    pub const fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The code of an error of JSON-RPC 2.0, or of the Model Context Protocol.
    pub const fn json_rpc(self) -> i32 {
        match self {
            Self::InvalidJson | Self::EmptyBody | Self::NotText => -32700,
            Self::UnknownMethod => -32601,
            Self::InvalidParams => -32602,
            Self::HeaderMismatch => -32020,
            Self::UnsupportedProtocolVersion => -32022,
            other if other.status().as_u16() >= 500 => -32603,
            _ => -32600,
        }
    }

    /// The kind of issue in FHIR (value set `issue-type`).
    pub const fn issue_type(self) -> &'static str {
        self.row().issue
    }

    /// The title, the same for every problem with this code.
    pub const fn title(self) -> Text {
        self.row().title
    }

    /// The sentence when there is nothing more particular to say.
    pub const fn detail(self) -> Text {
        self.row().detail
    }

    /// Headers that every answer with this code has.
    pub const fn headers(self) -> &'static [(&'static str, &'static str)] {
        self.row().headers
    }

    const fn row(self) -> &'static Row {
        // The tables are in the order of the codes; a test says so.
        match self as usize {
            index if index < TABLE.len() => &TABLE[index],
            index => &of_server::TABLE[index - TABLE.len()],
        }
    }
}
