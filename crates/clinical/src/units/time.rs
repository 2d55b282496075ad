//! Times: age, intervals of the electrocardiogram, cycles.

use super::{QuantityKind, kind, loinc, part, unit};

/// Age; counted in completed years.
pub static AGE: QuantityKind = kind(
    "age",
    &[unit("a", 1.0), part("mo", 12.0), part("d", 365.25)],
    (0.0, 130.0),
    50.0,
    &[],
);
/// QT interval.
pub static QT: QuantityKind = kind(
    "time-interval",
    &[unit("ms", 1.0), unit("s", 1000.0)],
    (100.0, 900.0),
    400.0,
    &[loinc("8634-8", &["ms", "s"])],
);
/// Length of a menstrual cycle.
pub static CYCLE_LENGTH: QuantityKind =
    kind("cycle-length", &[unit("d", 1.0)], (15.0, 60.0), 28.0, &[]);
/// Area under the curve of carboplatin, which a dose aims at.
pub static CARBOPLATIN_EXPOSURE: QuantityKind = kind(
    "carboplatin-exposure",
    &[unit("mg.min/mL", 1.0)],
    (1.0, 10.0),
    5.0,
    &[],
);
/// Time since something happened on the same day or the day before.
pub static HOURS_SINCE: QuantityKind = kind(
    "hours-since",
    &[unit("h", 1.0), part("min", 60.0)],
    (0.0, 72.0),
    2.0,
    &[],
);
