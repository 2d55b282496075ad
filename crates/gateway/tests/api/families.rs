//! Requests that grow: each list, map, nesting, name, text and id of each surface, made
//! larger by the size of the body.

/// A kind of request that can have any size.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
    /// Its largest size, in bytes.
    pub(crate) most: usize,
    make: fn(usize) -> Made,
}

/// A request.
pub(crate) struct Made {
    pub(crate) target: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

impl Family {
    /// The request of about this size, never larger.
    pub(crate) fn of(&self, bytes: usize) -> Made {
        (self.make)(bytes)
    }
}

/// What the API takes of a single question, of a long one, and of headers and targets.
const SHORT: usize = 64 * 1024;
const LONG: usize = 1024 * 1024;
const HEAD: usize = 16 * 1024;

const JSON: &str = "application/json";
const LINES: &str = "application/x-ndjson";
const FHIR: &str = "application/fhir+json";

/// A part as often as it fits, between two others, with commas in between.
fn many(before: &str, after: &str, bytes: usize, part: impl Fn(usize) -> String) -> String {
    at_most(usize::MAX, before, after, bytes, part)
}

/// The same, with as many parts as are looked at.
fn at_most(
    count: usize,
    before: &str,
    after: &str,
    bytes: usize,
    part: impl Fn(usize) -> String,
) -> String {
    let mut body = before.to_owned();
    for position in 0..count {
        let part = part(position);
        if body.len() + part.len() + after.len() + 1 > bytes {
            break;
        }
        if position > 0 {
            body.push(',');
        }
        body.push_str(&part);
    }
    body + after
}

/// A text repeated as often as it fits, between two others.
fn long(before: &str, after: &str, bytes: usize, part: &str) -> String {
    let count = bytes.saturating_sub(before.len() + after.len()) / part.len();
    format!("{before}{}{after}", part.repeat(count))
}

/// Lines, at most as many as a batch may have.
fn lines(bytes: usize, line: impl Fn(usize) -> String) -> String {
    let mut body = String::new();
    for position in 0..1_000 {
        let line = line(position);
        if body.len() + line.len() + 1 > bytes {
            break;
        }
        body.push_str(&line);
        body.push('\n');
    }
    body
}

fn post(target: &str, media_type: &str, body: String) -> Made {
    Made {
        target: target.to_owned(),
        headers: vec![("content-type", media_type.to_owned())],
        body,
    }
}

fn get(target: &str, header: Option<(&'static str, String)>) -> Made {
    Made {
        target: target.to_owned(),
        headers: header.into_iter().collect(),
        body: String::new(),
    }
}

macro_rules! families {
    ($method:literal $most:ident: $($name:literal => $make:expr,)+) => {
        &[$(Family { name: $name, method: $method, most: $most, make: $make }),+]
    };
}

fn figures(body: String) -> Made {
    post("/api/v1/health-metrics", JSON, body)
}

const FIGURES: &[Family] = families! { "POST" SHORT:
    "figures: unknown fields" => |n| figures(many("{", "}", n, |at| format!("\"f{at}\":0"))),
    "figures: one field many times" => |n| figures(many("{", "}", n, |_| "\"weight\":70".to_owned())),
    "figures: a long name" => |n| figures(long("{\"", "\":0}", n, "~")),
    "figures: a name of escapes" => |n| figures(long("{\"", "\":0}", n, "\\u0001")),
    "figures: a long code" => |n| figures(long("{\"gender\":\"", "\"}", n, "x")),
    "figures: many digits" => |n| figures(long("{\"weight\":7", ".5}", n, "1")),
    "figures: many decimals" => |n| figures(long("{\"weight\":70.", "1}", n, "0")),
    "figures: a list" => |n| figures(many("{\"weight\":[", "]}", n, |_| "0".to_owned())),
    "figures: white space" => |n| figures(long("{", "}", n, " ")),
};

fn bmi(inputs: String) -> Made {
    post("/api/v1/calculators/bmi", JSON, inputs)
}

/// Lists and objects as deep as JSON is read, as often as they fit.
fn nested(before: &str, after: &str, bytes: usize, name: &str) -> String {
    let depth = 100;
    let one = format!("{}0{}", name.repeat(depth), "}".repeat(depth));
    many(before, after, bytes, |_| one.clone())
}

const EVALUATE: &[Family] = families! { "POST" SHORT:
    "evaluate: unknown inputs" =>
        |n| bmi(many("{\"inputs\":{", "}}", n, |at| format!("\"i{at}\":0"))),
    "evaluate: as many as are read" =>
        |n| bmi(at_most(32, "{\"inputs\":{", "}}", n, |at| long(&format!("\"i{at}"), "\":0", n / 33, "~"))),
    "evaluate: one input many times" =>
        |n| bmi(many("{\"inputs\":{", "}}", n, |_| "\"weight\":0".to_owned())),
    "evaluate: members of a quantity" =>
        |n| bmi(many("{\"inputs\":{\"weight\":{", "}}}", n, |_| "\"value\":1".to_owned())),
    "evaluate: unknown members" => |n| bmi(many("{\"inputs\":{},", "}", n, |at| format!("\"m{at}\":0"))),
    "evaluate: a long member" => |n| bmi(long("{\"", "\":0}", n, "/")),
    "evaluate: a list" => |n| bmi(many("{\"inputs\":{\"weight\":[", "]}}", n, |_| "{}".to_owned())),
    "evaluate: nested objects" =>
        |n| bmi(nested("{\"inputs\":{\"weight\":[", "]}}", n, "{\"a\":")),
    "evaluate: a long unit" =>
        |n| bmi(long("{\"inputs\":{\"weight\":{\"value\":70,\"unit\":\"", "\"}}}", n, "k")),
    "evaluate: many digits" =>
        |n| bmi(long("{\"inputs\":{\"weight\":{\"value\":7", "}}}", n, "1")),
    "evaluate: long numbers" => |n| {
        let halfway = format!("0.{}", "4".repeat(700));
        bmi(many("{\"inputs\":{\"weight\":[", "]}}", n, |_| halfway.clone()))
    },
};

fn batch(body: String) -> Made {
    post("/api/v1/batch", LINES, body)
}

const GOOD: &str = r#""calculator":"bmi","inputs":{"weight":{"value":70,"unit":"kg"},"height":{"value":175,"unit":"cm"}}}"#;

/// A line with 32 unknown names that has about this length.
fn unknown(bytes: usize) -> String {
    at_most(
        32,
        "{\"calculator\":\"findrisc\",\"inputs\":{",
        "}}",
        bytes,
        |at| long(&format!("\"i{at}"), "\":0", bytes / 33, "x"),
    )
}

const BATCH: &[Family] = families! { "POST" LONG:
    "batch: lines that are no case" => |n| batch(lines(n, |_| "1".to_owned())),
    "batch: empty lines" => |n| batch(format!("{}1", "\n".repeat(n - 1))),
    "batch: too many lines" => |n| batch("1\n".repeat(n / 2)),
    "batch: empty cases" =>
        |n| batch(lines(n, |_| "{\"calculator\":\"findrisc\",\"inputs\":{}}".to_owned())),
    "batch: unknown inputs" => |n| batch(lines(n, |_| unknown(n / 1_001))),
    "batch: unknown inputs in long lines" => |n| batch(lines(n, |_| unknown(60_000))),
    "batch: good lines" => |n| batch(lines(n, |at| format!("{{\"id\":{at},{GOOD}"))),
    "batch: long ids" => |n| batch(lines(n, |_| long("{\"id\":\"", &format!("\",{GOOD}"), n / 1_001, "\\u0001"))),
    "batch: ids of lists" =>
        |n| batch(lines(n, |_| many("{\"id\":[", &format!("],{GOOD}"), 60_000, |_| "{}".to_owned()))),
    "batch: one long line" => |n| batch(long("{\"id\":\"", "\"}", n, "x")),
    "batch: members that are none" =>
        |n| batch(lines(n, |_| many("{\"calculator\":\"bmi\",", "}", 60_000, |at| format!("\"m{at}\":0")))),
};

fn fhir(parameters: String) -> Made {
    post("/fhir/$evaluate", FHIR, parameters)
}

const PARAMETERS: &str = r#"{"resourceType":"Parameters","parameter":[{"name":"calculator","valueCode":"health-metrics"}"#;

/// Parameters, as many as fit.
fn parameters(bytes: usize, part: impl Fn(usize) -> String) -> Made {
    fhir(many(&format!("{PARAMETERS},"), "]}", bytes, part))
}

/// One parameter that is as long as fits.
fn parameter(bytes: usize, before: &str, after: &str, part: &str) -> Made {
    fhir(long(
        &format!("{PARAMETERS},{before}"),
        &format!("{after}]}}"),
        bytes,
        part,
    ))
}

/// One Observation of a weight with members as many as fit.
fn observation(bytes: usize, before: &str, after: &str, part: impl Fn(usize) -> String) -> Made {
    let before = format!(
        "{PARAMETERS},{{\"name\":\"observation\",\"resource\":{{\"resourceType\":\"Observation\",\
         \"status\":\"final\",\"valueQuantity\":{{\"value\":70,\"code\":\"kg\",\
         \"system\":\"http://unitsofmeasure.org\"}},{before}"
    );
    fhir(many(&before, &format!("{after}}}}}]}}"), bytes, part))
}

const WEIGHT: &str = r#""code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]}"#;

/// A Bundle with entries, as many as fit.
fn bundle(bytes: usize, count: usize, part: impl Fn(usize) -> String) -> Made {
    let before = format!(
        "{PARAMETERS},{{\"name\":\"bundle\",\"resource\":{{\"resourceType\":\"Bundle\",\"entry\":["
    );
    fhir(at_most(count, &before, "]}}]}", bytes, part))
}

/// The values that every answer needs, and a subject as long as is taken.
fn answered(bytes: usize) -> Made {
    let quantity = |name: &str, value: &str, code: &str| {
        format!(
            "{{\"name\":\"{name}\",\"valueQuantity\":{{\"value\":{value},\"code\":\"{code}\",\"system\":\"http://unitsofmeasure.org\"}}}}"
        )
    };
    let values = [
        quantity("weight", "70", "kg"),
        quantity("height", "175", "cm"),
        quantity("age", "30", "a"),
        "{\"name\":\"sex\",\"valueCode\":\"male\"}".to_owned(),
    ];
    let before = format!(
        "{PARAMETERS},{},{{\"name\":\"subject\",\"valueReference\":{{\"display\":\"",
        values.join(",")
    );
    fhir(long(&before, "\"}}]}", bytes, "x"))
}

const FHIR_FAMILIES: &[Family] = families! { "POST" LONG:
    "fhir: parameters that are empty" => |n| parameters(n, |_| "{}".to_owned()),
    "fhir: as many as are read" => |n| fhir(at_most(511, &format!("{PARAMETERS},"), "]}", n, |at| {
        long(&format!("{{\"name\":\"p{at}"), "\"}", n / 513, "x")
    })),
    "fhir: subjects" => |n| fhir(at_most(511, &format!("{PARAMETERS},"), "]}", n, |at| {
        let before = format!("{{\"name\":\"subject\",\"valueReference\":{{\"reference\":\"Patient/{at}");
        long(&before, "\"}}", n / 513, "x")
    })),
    "fhir: a long subject" => answered,
    "fhir: codings of an Observation" => |n| observation(n, "\"code\":{\"coding\":[", "]}", |_| {
        "{\"system\":\"http://loinc.org\",\"code\":\"1-1\"}".to_owned()
    }),
    "fhir: components" => |n| observation(n, &format!("{WEIGHT},\"component\":["), "]", |_| "{}".to_owned()),
    "fhir: components of a weight" => |n| {
        let before = format!("{WEIGHT},\"component\":[");
        observation(n, &before, "]", |_| format!("{{{WEIGHT},\"valueQuantity\":{{\"value\":7}}}}"))
    },
    "fhir: values of an Observation" => |n| observation(n, &format!("{WEIGHT},"), "", |at| format!("\"value{at}\":0")),
    "fhir: values with names of types" => |n| observation(n, &format!("{WEIGHT},"), "", |at| format!("\"valueX{at}\":0")),
    "fhir: Observations" => |n| bundle(n, 1_999, |_| {
        format!("{{\"resource\":{{\"resourceType\":\"Observation\",\"status\":\"final\",{WEIGHT}}}}}")
    }),
    "fhir: Observations with codings" => |n| bundle(n, 1_999, |_| {
        let coding = "{\"system\":\"http://loinc.org\",\"code\":\"29463-7\"}";
        many("{\"resource\":{\"resourceType\":\"Observation\",\"code\":{\"coding\":[", "]}}}", n / 1_000, |_| coding.to_owned())
    }),
    "fhir: entries" => |n| bundle(n, usize::MAX, |_| "{}".to_owned()),
    "fhir: Patients" => |n| bundle(n, usize::MAX, |at| {
        format!("{{\"resource\":{{\"resourceType\":\"Patient\",\"id\":\"{at}\",\"birthDate\":\"1980-01-01\"}}}}")
    }),
    "fhir: a long reference" => |n| parameter(n, "{\"name\":\"subject\",\"valueReference\":{\"reference\":\"", "\"}}", "/"),
    "fhir: a long name" => |n| parameter(n, "{\"name\":\"", "\"}", "'"),
    "fhir: a long member" => |n| parameter(n, "{\"", "\":0}", "~"),
    "fhir: many digits" => |n| parameter(n, "{\"name\":\"on\",\"valueDecimal\":1", "}", "1"),
    "fhir: a long date" => |n| parameter(n, "{\"name\":\"on\",\"valueDate\":\"", "\"}", "2026-01-01T"),
    "fhir: numbers" => |n| fhir(many(&format!("{PARAMETERS},"), "]}", n, |_| "0".to_owned())),
    "fhir: numbers beside" => |n| fhir(many(&format!("{PARAMETERS}],\"x\":["), "]}", n, |_| "0".to_owned())),
    "fhir: objects beside" => |n| fhir(many(&format!("{PARAMETERS}],\"x\":["), "]}", n, |_| "{\"\":0}".to_owned())),
    "fhir: lists beside" => |n| fhir(many(&format!("{PARAMETERS}],\"x\":["), "]}", n, |_| "[0]".to_owned())),
    "fhir: texts beside" => |n| fhir(many(&format!("{PARAMETERS}],\"x\":["), "]}", n, |_| "\"x\"".to_owned())),
    "fhir: long numbers beside" => |n| {
        let halfway = format!("0.{}", "4".repeat(700));
        fhir(many(&format!("{PARAMETERS}],\"x\":["), "]}", n, |_| halfway.clone()))
    },
    "fhir: a map" => |n| fhir(many(&format!("{PARAMETERS}],\"x\":{{"), "}}", n, |at| format!("\"m{at}\":0"))),
    "fhir: nested maps" => |n| fhir(nested(&format!("{PARAMETERS}],\"x\":["), "]}", n, "{\"a\":")),
    "fhir: a member twice, deep below long names" => |n| {
        let depth = 100;
        let names: String = (0..depth).map(|_| long("{\"", "\":", n / (depth + 1), "~")).collect();
        fhir(format!("{}{{\"a\":0,\"a\":0}}{}", names, "}".repeat(depth)))
    },
};

const CDS: &str = r#"{"hook":"patient-view","hookInstance":"1","context":{"patientId":"1"},"#;

fn cds(service: &str, body: String) -> Made {
    post(&format!("/cds-services/{service}"), JSON, body)
}

/// A Bundle of weights with members, as many as fit.
fn weights(bytes: usize, count: usize, part: impl Fn(usize) -> String) -> Made {
    let before =
        format!("{CDS}\"prefetch\":{{\"weight\":{{\"resourceType\":\"Bundle\",\"entry\":[");
    cds("body-figures", at_most(count, &before, "]}}}", bytes, part))
}

/// An Observation with more members.
fn measured(more: &str) -> String {
    format!(
        "{{\"resource\":{{\"resourceType\":\"Observation\",\"status\":\"final\",{more},\
         \"valueQuantity\":{{\"value\":70,\"code\":\"kg\",\"system\":\"http://unitsofmeasure.org\"}}}}}}"
    )
}

const CDS_FAMILIES: &[Family] = families! { "POST" LONG:
    "cds: prefetch keys" => |n| cds("news2", many(&format!("{CDS}\"prefetch\":{{"), "}}", n, |at| format!("\"k{at}\":{{}}"))),
    "cds: entries" => |n| weights(n, usize::MAX, |_| "{}".to_owned()),
    "cds: Observations at one time" => |n| weights(n, 2_000, |_| {
        measured(&format!("{WEIGHT},\"effectiveDateTime\":\"2026-01-01\""))
    }),
    "cds: Observations at many times" => |n| weights(n, 2_000, |at| {
        let (minute, second) = (at / 60, at % 60);
        let time = format!("2026-01-01T12:{minute:02}:{second:02}Z");
        measured(&format!("{WEIGHT},\"effectiveDateTime\":\"{time}\""))
    }),
    "cds: long subjects" => |n| weights(n, 2_000, |_| {
        measured(&long(&format!("{WEIGHT},\"subject\":{{\"reference\":\""), "\"}", n / 20, "/"))
    }),
    "cds: codings" => |n| weights(n, 1, |_| {
        let coding = "{\"system\":\"http://loinc.org\",\"code\":\"1-1\"}";
        let codings = many("\"code\":{\"coding\":[", "]}", n - 300, |_| coding.to_owned());
        measured(&format!("{codings},\"effectiveDateTime\":\"2026-01-01\""))
    }),
    "cds: components" => |n| {
        let panel = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"85354-9\"}]}";
        let before = format!(
            "{CDS}\"prefetch\":{{\"systolic_bp\":{{\"resourceType\":\"Bundle\",\"entry\":[{{\"resource\":{{\
             \"resourceType\":\"Observation\",\"status\":\"final\",\"issued\":\"2026-01-01\",{panel},\"component\":["
        );
        let component = "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8480-6\"}]},\"valueQuantity\":{\"value\":1}}";
        cds("news2", at_most(1_999, &before, "]}}]}}}", n, |_| component.to_owned()))
    },
    "cds: codes of a choice" => |n| {
        let own = "{\"system\":\"urn:medical-platform:input\",\"code\":\"consciousness\"}";
        let before = format!(
            "{CDS}\"prefetch\":{{\"clinical\":{{\"resourceType\":\"Bundle\",\"entry\":[{{\"resource\":{{\
             \"resourceType\":\"Observation\",\"status\":\"final\",\"issued\":\"2026-01-01\",\
             \"code\":{{\"coding\":[{own}]}},\"valueCodeableConcept\":{{\"coding\":["
        );
        cds("news2", many(&before, "]}}}]}}}", n, |_| own.to_owned()))
    },
    "cds: a token" => |n| cds("body-figures", long(&format!("{CDS}\"fhirAuthorization\":{{\"access_token\":\""), "\"}}", n, "x")),
    "cds: extensions" => |n| cds("body-figures", many(&format!("{CDS}\"extension\":["), "]}", n, |_| "{\"a\":[]}".to_owned())),
};

/// A message as clients send it that begin with a handshake.
fn message(body: String) -> Made {
    let mut made = post("/mcp", JSON, body);
    let version = ("mcp-protocol-version", "2025-11-25".to_owned());
    made.headers.push(version);
    made
}

/// What is before the parameters of a message, and before the arguments of a tool.
fn asking(method: &str) -> String {
    format!("{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"{method}\",\"params\":{{")
}

fn calling(tool: &str) -> String {
    let call = asking("tools/call");
    format!("{call}\"name\":\"{tool}_calculator\",\"arguments\":{{\"id\":\"bmi\"")
}

const MCP: &[Family] = families! { "POST" SHORT:
    "mcp: a batch" => |n| message(many("[", "]", n, |_| "{\"jsonrpc\":\"2.0\",\"method\":\"x\"}".to_owned())),
    "mcp: a long id" => |n| message(long("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":\"", "\"}", n, "~")),
    "mcp: a long method" => |n| message(long("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"", "\"}", n, "x")),
    "mcp: members of _meta" => |n| message(many(&format!("{}\"_meta\":{{", asking("ping")), "}}}", n, |at| format!("\"m{at}\":0"))),
    "mcp: a long cursor" => |n| message(long(&format!("{}\"cursor\":\"", asking("resources/list")), "\"}}", n, "x")),
    "mcp: a long URI" => |n| message(long(&format!("{}\"uri\":\"medical://calculators/", asking("resources/read")), "\"}}", n, "x")),
    "mcp: parameters of a URI" => |n| message(long(&format!("{}\"uri\":\"medical://calculators?", asking("resources/read")), "\"}}", n, "a=%25&")),
    "mcp: unknown arguments" => |n| message(many(&format!("{},", calling("read")), "}}}", n, |at| format!("\"a{at}\":0"))),
    "mcp: a long argument" => |n| message(long(&format!("{},\"", calling("read")), "\":0}}}", n, "~")),
    "mcp: a long text" => |n| message(long(&format!("{}\"name\":\"search_calculators\",\"arguments\":{{\"text\":\"", asking("tools/call")), "\"}}}", n, "a")),
    "mcp: a text of many words" => |n| message(long(&format!("{}\"name\":\"search_calculators\",\"arguments\":{{\"text\":\"", asking("tools/call")), "\"}}}", n, "a ")),
    "mcp: unknown inputs" => |n| message(many(&format!("{},\"inputs\":{{", calling("evaluate")), "}}}}", n, |at| format!("\"i{at}\":0"))),
    "mcp: as many inputs as are read" =>
        |n| message(at_most(32, &format!("{},\"inputs\":{{", calling("evaluate")), "}}}}", n, |at| long(&format!("\"i{at}"), "\":0", n / 33, "~"))),
    "mcp: nested objects" =>
        |n| message(nested(&format!("{},\"inputs\":{{\"weight\":[", calling("evaluate")), "]}}}}", n, "{\"a\":")),
    "mcp: all tools" => |n| message(long(&asking("tools/list"), "}}", n, " ")),
    "mcp: all resources" => |n| message(long(&asking("resources/list"), "}}", n, " ")),
    "mcp: the index" => |n| message(long(&format!("{}\"uri\":\"medical://calculators\"", asking("resources/read")), "}}", n, " ")),
};

const HEADS: &[Family] = families! { "GET" HEAD:
    "head: Accept" => |n| get("/fhir/metadata", Some(("accept", long("", "", n, "a/b;q=0.5,")))),
    "head: parameters of Accept" => |n| get("/fhir/metadata", Some(("accept", long("a/b", "", n, ";q")))),
    "head: Accept-Language" => |n| get("/cds-services", Some(("accept-language", long("", "", n, "de,")))),
    "head: If-None-Match" => |n| get("/api/v1/calculators/bmi", Some(("if-none-match", long("", "", n, "\"x\",")))),
    "head: a search of long words" => |n| get(&long("/api/v1/calculators?text=", "", n, "a"), None),
    "head: a search of many words" => |n| get(&long("/api/v1/calculators?text=", "", n, "a+"), None),
    "head: parameters of a query" => |n| get(&long("/api/v1/calculators?", "text=a", n, "x=&"), None),
    "head: a long path" => |n| get(&long("/api/v1/calculators/", "", n, "a"), None),
    "head: a path of many parts" => |n| get(&long("", "", n, "/a"), None),
    "head: the OpenAPI document" => |_| get("/openapi.json", None),
};

/// Every family.
pub(crate) fn families() -> impl Iterator<Item = &'static Family> {
    let all = [
        FIGURES,
        EVALUATE,
        BATCH,
        FHIR_FAMILIES,
        CDS_FAMILIES,
        MCP,
        HEADS,
    ];
    all.into_iter().flatten()
}

/// The sizes to ask a family at, each twice the one before.
pub(crate) fn sizes(family: &Family) -> [usize; 4] {
    [8, 4, 2, 1].map(|part| family.most / part)
}

/// Bytes that a batch may have in its answer for each line: an evaluation, or why there
/// is none.
const LINE: usize = 3 * 1024;

/// Longest answer to a request: four times what was sent and 64 KiB.
pub(crate) fn longest(made: &Made) -> usize {
    let headers = made.headers.iter().map(|(_, value)| value.len());
    let sent = made.body.len() + made.target.len() + headers.sum::<usize>();
    let lines = match made.target.as_str() {
        "/api/v1/batch" => made.body.lines().filter(|line| !line.is_empty()).count(),
        _ => 0,
    };
    // What is longer is the same for everyone, and may be kept: the document of the API,
    // and the list of all calculators.
    let document = match made.target.split('?').next() {
        Some("/openapi.json") => 1024 * 1024,
        Some("/api/v1/calculators") => 128 * 1024,
        _ => 0,
    };
    4 * sent + 64 * 1024 + lines.min(1_000) * LINE + document
}
