//! Numbers as answers have them.

use serde::{Deserialize, Serialize, Serializer};

/// A number; whole ones are written without a point, so that 7 points are `7`.
///
/// ```
/// use wire::Number;
///
/// assert_eq!(serde_json::to_string(&[Number(7.0), Number(22.5)]).unwrap(), "[7,22.5]");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
pub struct Number(pub f64);

/// Up to here every whole number has a float of its own.
const EXACT: f64 = 1e15;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
