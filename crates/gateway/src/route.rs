//! Which request goes to which endpoint.

use http::{HeaderMap, Method, header};
use matchit::Router;

use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::services::Calculation;

/// Every route: path, the method that changes nothing or the one that
/// calculates, and the endpoint.
const ROUTES: [(&str, Allowed, Endpoint); 6] = [
    (
        "/api/v1/health-metrics",
        Allowed::Post,
        Endpoint::Calculate(Calculation::HealthMetrics),
    ),
    (
        "/api/v1/bmi",
        Allowed::Post,
        Endpoint::Calculate(Calculation::Bmi),
    ),
    (
        "/api/v1/bmr",
        Allowed::Post,
        Endpoint::Calculate(Calculation::Bmr),
    ),
    ("/livez", Allowed::Get, Endpoint::Live),
    ("/readyz", Allowed::Get, Endpoint::Ready),
    ("/version", Allowed::Get, Endpoint::Version),
];

#[derive(Clone, Copy)]
enum Allowed {
    Get,
    Post,
}

impl Allowed {
    fn includes(self, method: &Method) -> bool {
        match self {
            Self::Get => method == Method::GET || method == Method::HEAD,
            Self::Post => method == Method::POST,
        }
    }

    const fn header(self) -> &'static str {
        match self {
            Self::Get => "GET, HEAD",
            Self::Post => "POST",
        }
    }
}

/// Finds the endpoint of a request.
///
/// # Errors
///
/// 404 for a path nothing answers at, 405 for another method than the path's,
/// 415 for a body that is not announced as JSON.
pub fn route(method: &Method, path: &str, headers: &HeaderMap) -> Result<Endpoint, Problem> {
    let mut router = Router::new();
    for (pattern, allowed, endpoint) in ROUTES {
        // The patterns are constants without conflicts; a test asks for each.
        let _ = router.insert(pattern, (allowed, endpoint));
    }
    let found = router.at(path).map_err(|_| Problem::not_found())?;
    let (allowed, endpoint) = *found.value;
    if !allowed.includes(method) {
        return Err(Problem::method_not_allowed(allowed.header()));
    }
    if endpoint.takes_body() && !is_json(headers) {
        return Err(Problem::unsupported_media_type());
    }
    Ok(endpoint)
}

/// Whether exactly one `Content-Type` says JSON, with or without parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (types.next(), types.next()) else {
        return false;
    };
    let essence = value.to_str().unwrap_or_default().split(';').next();
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}
