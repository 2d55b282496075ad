//! Every JSON document that is known to be answered.

use std::collections::HashSet;

use gateway::API;

use crate::common::{ask, json, text};
use crate::recorded;

/// A body that is one JSON text, and where it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Document {
    pub(crate) target: String,
    pub(crate) media_type: String,
    pub(crate) body: String,
}

const BATCH: &str = "/api/v1/batch";

/// The examples of all operations, then whatever the recording has that was answered;
/// of a batch, each line.
pub(crate) fn documents() -> Vec<Document> {
    let examples = API.operations().filter_map(|(_, operation)| {
        Some(Document {
            target: operation.example.target.to_owned(),
            media_type: operation.body?.media_types[0].to_owned(),
            body: operation.example.body.to_owned(),
        })
    });
    let recorded = recorded::answered().into_iter().flat_map(|request| {
        let lines = match request.target.as_str() {
            BATCH => request.body.lines().map(str::to_owned).collect(),
            _ => vec![request.body.clone()],
        };
        lines.into_iter().map(move |body| Document {
            body,
            ..request.clone()
        })
    });
    let mut known = HashSet::new();
    let all = examples.chain(recorded);
    all.filter(|one| answered(one).is_ok() && known.insert(one.clone()))
        .collect()
}

/// How many of [`documents`] are examples; these come first.
pub(crate) fn examples() -> usize {
    API.operations()
        .filter(|(_, operation)| operation.body.is_some())
        .count()
}

/// Status and code of the refusal of a document; of a batch, of its only line.
///
/// # Errors
///
/// As a refusal; a document that is answered gives nothing.
pub(crate) fn answered(document: &Document) -> Result<(), (u16, String)> {
    let headers = [("content-type", document.media_type.as_str())];
    let response = ask("POST", &document.target, &headers, document.body.as_bytes());
    let found = json(&response);
    let (status, problem) = if document.target == BATCH && response.status == 200 {
        let status = found["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok());
        let status = status.expect("a status");
        assert_eq!(found["evaluation"].is_object(), status == 200, "{found}");
        (status, found["problem"].to_string())
    } else {
        (response.status, text(&response).to_owned())
    };
    match status {
        200 => Ok(()),
        _ => Err((status, problem)),
    }
}

/// Whether a document is of the project's own JSON, which tells every problem at once.
pub(crate) fn is_own(document: &Document) -> bool {
    document.target.starts_with("/api/")
}

#[test]
fn every_surface_has_documents() {
    let all = documents();
    assert!(all.len() > 300, "{}", all.len());
    let mut all = all.iter();
    for (_, operation) in API.operations() {
        if operation.body.is_some() {
            let target = operation.example.target;
            assert!(all.any(|one| one.target == target), "{target}");
        }
    }
}
