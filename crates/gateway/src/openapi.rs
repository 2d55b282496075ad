//! The OpenAPI 3.1 document, made from the definitions.

use serde_json::{Map, Value, json};

/// The document of the whole API. `definitions` are those of the calculator, in
/// the language the document shall have.
pub fn document(definitions: &[Value]) -> Value {
    let mut paths = Map::new();
    for (path, item) in fixed_paths() {
        paths.insert(path.to_owned(), item);
    }
    for definition in definitions {
        let id = definition["id"].as_str().unwrap_or_default();
        paths.insert(format!("/api/v1/calculators/{id}"), calculator(definition));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Medical calculations",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Clinical calculators with units, editions and sources",
            "description": "Every quantity comes with its UCUM unit; what cannot be answered is \
                            refused with every problem at once. A calculation aid, not a \
                            diagnosis.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": schemas(), "responses": responses()},
    })
}

/// A path that differs for every calculator, so that each has its own schema.
fn calculator(definition: &Value) -> Value {
    let results: Vec<&Value> = definition["results"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let names: Vec<&Value> = results.iter().map(|result| &result["name"]).collect();
    let mut evaluation = reference("Evaluation");
    evaluation["description"] = json!("The results have the names listed in x-results.");
    let mut inputs = definition["schema"].clone();
    if let Some(schema) = inputs.as_object_mut() {
        // OpenAPI 3.1 names the dialect once for the whole document.
        schema.remove("$schema");
    }
    let body = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["inputs"],
        "properties": {"inputs": inputs},
    });
    json!({
        "get": {
            "operationId": format!("definition-{}", text(definition, "id")),
            "tags": ["calculators"],
            "summary": format!("Definition: {}", text(definition, "title")),
            "responses": {
                "200": answer("application/json", &json!({"type": "object"})),
                "404": shared("Problem"),
            },
        },
        "post": {
            "operationId": format!("evaluate-{}", text(definition, "id")),
            "tags": [text(definition, "category")],
            "summary": text(definition, "title"),
            "description": text(definition, "description"),
            "x-results": names,
            "requestBody": content("application/json", &body),
            "responses": {
                "200": answer("application/json", &evaluation),
                "400": shared("Problem"),
                "413": shared("Problem"),
                "415": shared("Problem"),
                "422": shared("Problem"),
            },
        },
    })
}

fn text<'a>(definition: &'a Value, member: &str) -> &'a str {
    definition[member].as_str().unwrap_or_default()
}

fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}

fn shared(response: &str) -> Value {
    json!({"$ref": format!("#/components/responses/{response}")})
}

fn content(media_type: &str, schema: &Value) -> Value {
    json!({"required": true, "content": {media_type: {"schema": schema}}})
}

fn answer(media_type: &str, schema: &Value) -> Value {
    json!({"description": "The answer.", "content": {media_type: {"schema": schema}}})
}

fn get(id: &str, summary: &str) -> Value {
    json!({"get": {
        "operationId": id,
        "summary": summary,
        "responses": {"200": answer("application/json", &json!({"type": "object"}))},
    }})
}

fn post(id: &str, summary: &str, media_type: &str, body: &Value, result: &Value) -> Value {
    json!({"post": {
        "operationId": id,
        "summary": summary,
        "requestBody": content(media_type, body),
        "responses": {
            "200": answer(media_type, result),
            "400": shared("Problem"),
            "413": shared("Problem"),
            "415": shared("Problem"),
            "422": shared("Problem"),
        },
    }})
}

/// Paths that do not depend on the definitions.
fn fixed_paths() -> Vec<(&'static str, Value)> {
    let person = reference("Person");
    let figures = json!({"type": "object"});
    let lines = json!({"type": "string", "description": "One JSON object a line."});
    let mut list = get("list-calculators", "The calculators, by text and category");
    list["get"]["parameters"] = json!([
        {"name": "text", "in": "query", "schema": {"type": "string"}},
        {"name": "category", "in": "query", "schema": {"type": "string"}},
    ]);
    let json_type = "application/json";
    vec![
        ("/api/v1/calculators", list),
        (
            "/api/v1/batch",
            post(
                "batch",
                "Up to 1000 evaluations, one a line: id, calculator, inputs",
                "application/x-ndjson",
                &lines,
                &lines,
            ),
        ),
        (
            "/api/v1/health-metrics",
            post(
                "health-metrics",
                "Body and energy figures of an adult",
                json_type,
                &person,
                &figures,
            ),
        ),
        (
            "/api/v1/bmi",
            post(
                "bmi",
                "Body mass index of an adult",
                json_type,
                &person,
                &figures,
            ),
        ),
        (
            "/api/v1/bmr",
            post(
                "bmr",
                "Basal metabolic rate of an adult",
                json_type,
                &person,
                &figures,
            ),
        ),
        (
            "/fhir/$evaluate",
            post(
                "fhir-evaluate",
                "FHIR R4: Parameters in, a Bundle of Observations out",
                "application/fhir+json",
                &json!({"type": "object"}),
                &json!({"type": "object"}),
            ),
        ),
        (
            "/fhir/metadata",
            get("fhir-metadata", "FHIR R4 capability statement"),
        ),
        (
            "/cds-services",
            get("cds-services", "CDS Hooks 2.0: the services"),
        ),
        ("/cds-services/{id}", {
            let mut path = post(
                "cds-service",
                "CDS Hooks 2.0: a service",
                json_type,
                &json!({"type": "object"}),
                &json!({"type": "object"}),
            );
            path["parameters"] = json!([
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
            ]);
            path
        }),
        ("/livez", get("live", "Whether the gateway runs")),
        (
            "/readyz",
            get("ready", "Whether the components behind it answer correctly"),
        ),
        ("/version", get("version", "Which versions run")),
    ]
}

fn schemas() -> Value {
    json!({
        "Person": {
            "type": "object",
            "additionalProperties": false,
            "required": ["weight", "height"],
            "properties": {
                "weight": {"type": "number", "minimum": 0.3, "maximum": 650, "description": "kg"},
                "height": {"type": "number", "minimum": 0.2, "maximum": 2.8, "description": "m"},
                "age": {"type": "integer", "minimum": 18, "maximum": 130, "description": "a"},
                "gender": {"type": "string", "enum": ["male", "female"]},
                "activity_level": {"type": "number", "enum": [1.2, 1.375, 1.55, 1.725, 1.9]},
            },
        },
        "Evaluation": {
            "type": "object",
            "required": ["calculator", "version", "results", "warnings", "assumptions", "inputs",
                         "reference", "processing_time_us"],
            "properties": {
                "calculator": {"type": "string"},
                "version": {"type": "string"},
                "category": {"type": "string"},
                "title": {"type": "string"},
                "language": {"type": "string"},
                "results": {"type": "array", "items": reference("Result")},
                "items": {"type": "array", "items": reference("Item")},
                "warnings": {"type": "array", "items": {"type": "string"}},
                "assumptions": {"type": "array", "items": {"type": "string"}},
                "inputs": {"type": "object", "description": "As understood, in canonical units."},
                "labels": {"type": "object", "description": "What the inputs are called."},
                "reference": {"type": "object"},
                "processing_time_us": {"type": "integer"},
            },
        },
        "Result": {
            "type": "object",
            "required": ["name", "title", "value", "display"],
            "properties": {
                "name": {"type": "string"},
                "title": {"type": "string"},
                "value": {"type": ["number", "string"], "description": "Unrounded; or a date."},
                "unit": {"type": "string", "description": "UCUM code"},
                "display": {"type": "string", "description": "Rounded half up, for people."},
                "interpretation": {
                    "type": "object",
                    "properties": {"code": {"type": "string"}, "text": {"type": "string"}},
                },
                "loinc": {"type": "string"},
            },
        },
        "Item": {
            "type": "object",
            "properties": {
                "item": {"type": "string"},
                "input": {"type": "string"},
                "points": {"type": "number"},
            },
        },
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "code", "detail"],
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "code": {"type": "string"},
                "detail": {"type": "string"},
                "violations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["pointer", "code", "message"],
                        "properties": {
                            "pointer": {"type": "string", "description": "RFC 6901"},
                            "code": {"type": "string"},
                            "message": {"type": "string"},
                        },
                    },
                },
            },
        },
    })
}

fn responses() -> Value {
    json!({
        "Problem": {
            "description": "Nothing was calculated; says why (RFC 9457).",
            "content": {"application/problem+json": {"schema": reference("Problem")}},
        },
    })
}
