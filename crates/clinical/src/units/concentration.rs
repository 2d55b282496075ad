//! Concentrations in serum or plasma.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

const ION: &[Unit] = &[unit("mmol/L", 1.0), unit("meq/L", 1.0)];
const ION_CODES: &[&str] = &["mmol/L", "meq/L"];
const CREATININE_UNITS: &[Unit] = &[unit("mg/dL", 1.0), part("umol/L", 88.4)];
const MASS_PER_VOLUME: &[Unit] = &[unit("g/dL", 1.0), part("g/L", 10.0)];
const GLUCOSE_UNITS: &[Unit] = &[unit("mg/dL", 1.0), unit("mmol/L", 18.0156)];
const CHOLESTEROL_UNITS: &[Unit] = &[unit("mg/dL", 1.0), unit("mmol/L", 38.67)];

/// Creatinine in serum or plasma.
pub static CREATININE: QuantityKind = kind(
    "creatinine",
    CREATININE_UNITS,
    (0.1, 30.0),
    1.5,
    &[loinc("2160-0", &["mg/dL"]), loinc("14682-9", &["umol/L"])],
);
/// Total bilirubin.
pub static BILIRUBIN: QuantityKind = kind(
    "bilirubin",
    &[unit("mg/dL", 1.0), part("umol/L", 17.1)],
    (0.05, 80.0),
    2.5,
    &[loinc("1975-2", &["mg/dL"]), loinc("14631-6", &["umol/L"])],
);
/// Blood urea nitrogen; in mmol/L it is urea.
pub static BUN: QuantityKind = kind(
    "blood-urea-nitrogen",
    &[unit("mg/dL", 1.0), part("mmol/L", 0.357)],
    (1.0, 300.0),
    15.0,
    &[loinc("3094-0", &["mg/dL"]), loinc("14937-7", &["mmol/L"])],
);
/// Urea: 2.14 times its nitrogen in mg/dL, the same in mmol/L.
pub static UREA: QuantityKind = kind(
    "urea",
    &[unit("mg/dL", 1.0), unit("mmol/L", 6.006)],
    (2.0, 650.0),
    30.0,
    &[loinc("3091-6", &["mg/dL"]), loinc("22664-7", &["mmol/L"])],
);
/// Glucose.
pub static GLUCOSE: QuantityKind = kind(
    "glucose",
    GLUCOSE_UNITS,
    (10.0, 2000.0),
    95.0,
    &[loinc("2345-7", &["mg/dL"]), loinc("14749-6", &["mmol/L"])],
);
/// Glucose of a fasting person. Most laboratories report it under the codes of any
/// glucose.
pub static FASTING_GLUCOSE: QuantityKind = kind(
    "glucose",
    GLUCOSE_UNITS,
    (10.0, 2000.0),
    95.0,
    &[
        loinc("1558-6", &["mg/dL"]),
        loinc("14771-0", &["mmol/L"]),
        loinc("2345-7", &["mg/dL"]).unspecific(),
        loinc("14749-6", &["mmol/L"]).unspecific(),
    ],
);
/// Insulin.
pub static INSULIN: QuantityKind = kind(
    "insulin",
    &[unit("u[IU]/mL", 1.0), part("pmol/L", 6.0)],
    (0.1, 1000.0),
    8.0,
    &[
        loinc("20448-7", &["u[IU]/mL"]),
        loinc("14796-7", &["pmol/L"]),
    ],
);
/// Total cholesterol.
pub static CHOLESTEROL: QuantityKind = kind(
    "cholesterol",
    CHOLESTEROL_UNITS,
    (5.0, 1500.0),
    200.0,
    &[loinc("2093-3", &["mg/dL"]), loinc("14647-2", &["mmol/L"])],
);
/// HDL cholesterol.
pub static HDL_CHOLESTEROL: QuantityKind = kind(
    "cholesterol",
    CHOLESTEROL_UNITS,
    (5.0, 1500.0),
    50.0,
    &[loinc("2085-9", &["mg/dL"]), loinc("14646-4", &["mmol/L"])],
);
/// Triglycerides.
pub static TRIGLYCERIDES: QuantityKind = kind(
    "triglycerides",
    &[unit("mg/dL", 1.0), unit("mmol/L", 88.57)],
    (10.0, 10_000.0),
    150.0,
    &[loinc("2571-8", &["mg/dL"]), loinc("14927-8", &["mmol/L"])],
);
/// Sodium.
pub static SODIUM: QuantityKind = kind(
    "sodium",
    ION,
    (80.0, 200.0),
    130.0,
    &[loinc("2951-2", ION_CODES)],
);
/// Potassium.
pub static POTASSIUM: QuantityKind = kind(
    "potassium",
    ION,
    (1.0, 12.0),
    4.2,
    &[loinc("2823-3", ION_CODES)],
);
/// Chloride.
pub static CHLORIDE: QuantityKind = kind(
    "chloride",
    ION,
    (50.0, 160.0),
    104.0,
    &[loinc("2075-0", ION_CODES)],
);
/// Bicarbonate. Total carbon dioxide has a code of its own and is more.
pub static BICARBONATE: QuantityKind = kind(
    "bicarbonate",
    ION,
    (2.0, 60.0),
    24.0,
    &[loinc("1963-8", ION_CODES)],
);
/// Total calcium.
pub static CALCIUM: QuantityKind = kind(
    "calcium",
    &[unit("mg/dL", 1.0), unit("mmol/L", 4.008)],
    (3.0, 25.0),
    9.0,
    &[loinc("17861-6", &["mg/dL"]), loinc("2000-8", &["mmol/L"])],
);
/// Albumin.
pub static ALBUMIN: QuantityKind = kind(
    "albumin",
    MASS_PER_VOLUME,
    (0.5, 8.0),
    3.0,
    &[loinc("1751-7", &["g/dL", "g/L"])],
);
/// Albumin in ascites.
pub static ASCITES_ALBUMIN: QuantityKind =
    kind("ascites-albumin", MASS_PER_VOLUME, (0.1, 8.0), 1.5, &[]);
/// Creatinine in serum or plasma at another time: it has the code of today's.
pub static EARLIER_CREATININE: QuantityKind =
    kind("creatinine", CREATININE_UNITS, (0.1, 30.0), 1.0, &[]);
/// Cystatin C. It rarely exceeds 8 mg/L; a normal one called mg/dL would be 6 to 10.
pub static CYSTATIN_C: QuantityKind = kind(
    "cystatin-c",
    &[unit("mg/L", 1.0), unit("mg/dL", 10.0)],
    (0.2, 8.0),
    1.2,
    &[loinc("33863-2", &["mg/L", "mg/dL"])],
);
/// Osmolality as it is measured.
pub static OSMOLALITY: QuantityKind = kind(
    "osmolality",
    &[unit("mosm/kg", 1.0), unit("mmol/kg", 1.0)],
    (200.0, 600.0),
    295.0,
    &[loinc("2692-2", &["mosm/kg", "mmol/kg"])],
);
/// Ethanol.
pub static ETHANOL: QuantityKind = kind(
    "ethanol",
    &[
        unit("mg/dL", 1.0),
        unit("g/L", 100.0),
        unit("mmol/L", 4.607),
    ],
    (0.0, 1000.0),
    100.0,
    &[
        loinc("5643-2", &["mg/dL", "g/L"]),
        loinc("14719-9", &["mmol/L"]),
    ],
);
/// Haemoglobin that a treatment aims at.
pub static HEMOGLOBIN_GOAL: QuantityKind =
    kind("hemoglobin", MASS_PER_VOLUME, (2.0, 25.0), 15.0, &[]);
/// Total phenytoin. A micromole is 0.25227 mg.
pub static PHENYTOIN: QuantityKind = kind(
    "phenytoin",
    &[unit("ug/mL", 1.0), unit("mg/L", 1.0), part("umol/L", 3.964)],
    (0.5, 100.0),
    10.0,
    &[
        loinc("3968-5", &["ug/mL", "mg/L"]),
        loinc("14877-5", &["umol/L"]),
    ],
);
