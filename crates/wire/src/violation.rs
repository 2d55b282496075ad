//! Refusals of inputs.

use serde::{Deserialize, Serialize};

/// One problem with one input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Violation {
    /// JSON pointer (RFC 6901) into the inputs, without the leading slash: `weight`
    /// or `weight/unit`.
    pub field: String,
    /// Stable code, for example `out-of-range`.
    pub code: String,
    /// What would be accepted. Never contains a value that was sent.
    pub message: String,
}

impl Violation {
    /// The name of the input it is about.
    pub fn input(&self) -> &str {
        self.field.split('/').next().unwrap_or_default()
    }
}

/// A member's name as a part of a JSON pointer.
///
/// ```
/// assert_eq!(wire::escaped("a/b~c"), "a~1b~0c");
/// ```
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
