//! What the kidneys do, and what does it for them: filtration, urine, dialysis.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

/// Glomerular filtration rate by body surface.
pub static EGFR: QuantityKind = kind(
    "glomerular-filtration-rate",
    &[unit("mL/min/{1.73_m2}", 1.0)],
    (1.0, 250.0),
    50.0,
    &[
        loinc("98979-8", &["mL/min/{1.73_m2}"]),
        loinc("62238-1", &["mL/min/{1.73_m2}"]),
    ],
);
/// Glomerular filtration rate of the person, not by body surface.
pub static GFR: QuantityKind = kind(
    "filtration-rate",
    &[unit("mL/min", 1.0)],
    (3.0, 250.0),
    90.0,
    &[],
);
/// Albumin in urine by its creatinine. A millimole of creatinine is 0.11312 g.
pub static ALBUMIN_CREATININE_RATIO: QuantityKind = kind(
    "albumin-creatinine-ratio",
    &[unit("mg/g", 1.0), unit("mg/mmol", 8.84), unit("ug/mg", 1.0)],
    (0.1, 30_000.0),
    100.0,
    &[
        loinc("9318-7", &["mg/g", "ug/mg"]),
        loinc("14959-1", &["mg/g", "ug/mg"]),
        loinc("32294-1", &["mg/mmol"]),
    ],
);
/// Albumin in urine.
pub static URINE_ALBUMIN: QuantityKind = kind(
    "urine-albumin",
    &[unit("mg/L", 1.0), unit("mg/dL", 10.0)],
    (0.1, 50_000.0),
    50.0,
    &[
        loinc("1754-1", &["mg/L", "mg/dL"]),
        loinc("14957-5", &["mg/L", "mg/dL"]),
    ],
);
/// Creatinine in urine. Below 5 mg/dL it is hardly urine, or it was in g/L.
pub static URINE_CREATININE: QuantityKind = kind(
    "urine-creatinine",
    &[
        unit("mg/dL", 1.0),
        unit("g/L", 100.0),
        unit("mmol/L", 11.312),
        part("umol/L", 88.4),
    ],
    (5.0, 800.0),
    100.0,
    &[
        loinc("2161-8", &["mg/dL", "g/L"]),
        loinc("14683-7", &["mmol/L", "umol/L"]),
    ],
);
/// Sodium in urine.
pub static URINE_SODIUM: QuantityKind = kind(
    "urine-sodium",
    &[unit("mmol/L", 1.0), unit("meq/L", 1.0)],
    (1.0, 400.0),
    40.0,
    &[loinc("2955-3", &["mmol/L", "meq/L"])],
);
/// Urea in urine.
pub static URINE_UREA: QuantityKind = kind(
    "urine-urea",
    &[
        unit("mg/dL", 1.0),
        unit("g/L", 100.0),
        unit("mmol/L", 6.006),
    ],
    (10.0, 10_000.0),
    800.0,
    &[
        loinc("3092-4", &["mg/dL", "g/L"]),
        loinc("22700-9", &["mmol/L"]),
    ],
);
/// Urea nitrogen in urine.
pub static URINE_UREA_NITROGEN: QuantityKind = kind(
    "urine-urea-nitrogen",
    &[unit("mg/dL", 1.0)],
    (5.0, 5000.0),
    400.0,
    &[loinc("3095-7", &["mg/dL"])],
);

const UREA_UNITS: &[Unit] = &[unit("mg/dL", 1.0), unit("mmol/L", 6.006)];

/// Urea before a dialysis.
pub static PREDIALYSIS_UREA: QuantityKind = kind("urea", UREA_UNITS, (2.0, 650.0), 120.0, &[]);
/// Urea after a dialysis.
pub static POSTDIALYSIS_UREA: QuantityKind = kind("urea", UREA_UNITS, (2.0, 650.0), 36.0, &[]);
/// How long a dialysis took.
pub static DIALYSIS_TIME: QuantityKind = kind(
    "dialysis-time",
    &[unit("h", 1.0), part("min", 60.0)],
    (0.5, 12.0),
    4.0,
    &[],
);
/// Volume that a dialysis removed.
pub static ULTRAFILTRATION: QuantityKind = kind(
    "ultrafiltration",
    &[unit("L", 1.0), part("mL", 1000.0)],
    (0.0, 10.0),
    2.0,
    &[],
);
