//! Which request goes to which endpoint.

use http::{HeaderMap, Method};
use matchit::Router;

use crate::body::BODY_LIMIT;
use crate::endpoint::Endpoint;
use crate::negotiate::{self, BodyType};
use crate::problem::Problem;
use crate::response::Response;
use crate::services::Calculation;
use text::Language;

/// Longest batch and longest FHIR or CDS Hooks request, in bytes.
const LONG_BODY_LIMIT: usize = 1024 * 1024;

/// A path and what answers there.
struct Row {
    pattern: &'static str,
    allowed: Allowed,
    endpoint: fn(&Found) -> Endpoint,
}

#[derive(Clone, Copy)]
enum Allowed {
    /// Answers GET and HEAD.
    Get,
    /// Answers POST with a body of this type and length.
    Post(BodyType, usize),
}

/// What a path matched.
struct Found<'a> {
    id: String,
    query: &'a str,
    headers: &'a HeaderMap,
}

const fn get(pattern: &'static str, endpoint: fn(&Found) -> Endpoint) -> Row {
    Row {
        pattern,
        allowed: Allowed::Get,
        endpoint,
    }
}

const fn post(
    pattern: &'static str,
    body: BodyType,
    limit: usize,
    endpoint: fn(&Found) -> Endpoint,
) -> Row {
    Row {
        pattern,
        allowed: Allowed::Post(body, limit),
        endpoint,
    }
}

/// Every route.
const ROUTES: &[Row] = &[
    get("/livez", |_| Endpoint::Live),
    get("/readyz", |_| Endpoint::Ready),
    get("/version", |_| Endpoint::Version),
    get("/openapi.json", |_| Endpoint::OpenApi),
    post("/api/v1/health-metrics", BodyType::Json, BODY_LIMIT, |_| {
        Endpoint::Calculate(Calculation::HealthMetrics)
    }),
    post("/api/v1/bmi", BodyType::Json, BODY_LIMIT, |_| {
        Endpoint::Calculate(Calculation::Bmi)
    }),
    post("/api/v1/bmr", BodyType::Json, BODY_LIMIT, |_| {
        Endpoint::Calculate(Calculation::Bmr)
    }),
    get("/api/v1/calculators", |found| Endpoint::Catalogue {
        text: found.query_value("text"),
        category: found.query_value("category"),
    }),
    // The same path with another method: see `ROUTES_BY_POST`.
    get("/api/v1/calculators/{id}", |found| {
        Endpoint::Definition(found.id.clone())
    }),
    post("/api/v1/batch", BodyType::Ndjson, LONG_BODY_LIMIT, |_| {
        Endpoint::Batch
    }),
    get("/fhir/metadata", |_| Endpoint::FhirMetadata),
    post("/fhir/$evaluate", BodyType::Fhir, LONG_BODY_LIMIT, |_| {
        Endpoint::FhirEvaluate
    }),
    get("/cds-services", |_| Endpoint::CdsServices),
    post(
        "/cds-services/{id}",
        BodyType::Json,
        LONG_BODY_LIMIT,
        |found| Endpoint::CdsService(found.id.clone()),
    ),
];

/// Paths that answer GET and POST.
const ROUTES_BY_POST: &[Row] = &[post(
    "/api/v1/calculators/{id}",
    BodyType::Json,
    BODY_LIMIT,
    |found| Endpoint::Evaluate(found.id.clone(), negotiate::format(found.headers)),
)];

impl Found<'_> {
    /// The first value of a query parameter, decoded.
    fn query_value(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find_map(|(found, value)| (found == name).then(|| value.into_owned()))
    }
}

impl Allowed {
    fn includes(self, method: &Method) -> bool {
        match self {
            Self::Get => method == Method::GET || method == Method::HEAD,
            Self::Post(..) => method == Method::POST,
        }
    }

    const fn header(self) -> &'static str {
        match self {
            Self::Get => "GET, HEAD",
            Self::Post(..) => "POST",
        }
    }
}

/// A request that something answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// What answers.
    pub endpoint: Endpoint,
    /// The language it answers in.
    pub language: Language,
    /// How many bytes of the body to read at most; none for requests without.
    pub body_limit: Option<usize>,
}

/// Finds what answers a request. `target` is the path with the query.
///
/// # Errors
///
/// With the response that refuses it: 404 for a path nothing answers at, 405 for
/// another method than the path's, 415 for a body announced as something else.
pub fn route(method: &Method, target: &str, headers: &HeaderMap) -> Result<Route, Box<Response>> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    // Some clients encode the dollar sign of a FHIR operation.
    let path = path.replace("%24", "$");
    find(method, &path, query, headers).map_err(|problem| Box::new(problem.for_path(&path)))
}

fn find(method: &Method, path: &str, query: &str, headers: &HeaderMap) -> Result<Route, Problem> {
    let by_get = matching(ROUTES, path);
    let by_post = matching(ROUTES_BY_POST, path);
    let candidates: Vec<_> = by_get.into_iter().chain(by_post).collect();
    if candidates.is_empty() {
        return Err(Problem::not_found());
    }
    let allowing = candidates
        .iter()
        .find(|(row, _)| row.allowed.includes(method));
    let Some((row, id)) = allowing else {
        let both = candidates.len() > 1;
        let allow = if both {
            "GET, HEAD, POST"
        } else {
            candidates[0].0.allowed.header()
        };
        return Err(Problem::method_not_allowed(allow));
    };
    let body_limit = match row.allowed {
        Allowed::Get => None,
        Allowed::Post(body, _) if !body.is_announced(headers) => {
            return Err(Problem::unsupported_media_type(body.media_types()[0]));
        }
        Allowed::Post(_, limit) => Some(limit),
    };
    let found = Found {
        id: id.clone(),
        query,
        headers,
    };
    Ok(Route {
        endpoint: (row.endpoint)(&found),
        language: negotiate::language(headers),
        body_limit,
    })
}

/// The row a path belongs to, and the id in the path.
fn matching(rows: &'static [Row], path: &str) -> Option<(&'static Row, String)> {
    // Building the router is quick, and an instance answers one request: there
    // is nowhere to keep it.
    let mut router: Router<&'static Row> = Router::new();
    for row in rows {
        // The patterns are constants without conflicts; a test asks for each.
        let _ = router.insert(row.pattern, row);
    }
    let found = router.at(path).ok()?;
    let id = found.params.get("id").unwrap_or_default();
    Some((found.value, id.to_owned()))
}
