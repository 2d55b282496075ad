//! Drugs: amounts, concentrations, and how fast they are given.

use super::{QuantityKind, Unit, affine, kind, part, unit};

const AMOUNT: &[Unit] = &[unit("mg", 1.0), part("ug", 1000.0), unit("g", 1000.0)];
const RATE_BY_WEIGHT: &[Unit] = &[
    unit("ug/kg/min", 1.0),
    part("ug/kg/h", 60.0),
    unit("mg/kg/min", 1000.0),
    affine("mg/kg/h", 1000.0, 60.0, 0.0),
    part("ng/kg/min", 1000.0),
];

/// Amount of a drug.
pub static DRUG_AMOUNT: QuantityKind = kind("drug-amount", AMOUNT, (1e-4, 500_000.0), 500.0, &[]);
/// Dose of a drug by body weight.
pub static DOSE_BY_WEIGHT: QuantityKind = kind(
    "dose-by-weight",
    &[
        unit("mg/kg", 1.0),
        part("ug/kg", 1000.0),
        unit("g/kg", 1000.0),
    ],
    (1e-5, 5000.0),
    10.0,
    &[],
);
/// Concentration of a drug in what is given.
pub static DRUG_CONCENTRATION: QuantityKind = kind(
    "drug-concentration",
    &[
        unit("mg/mL", 1.0),
        unit("g/L", 1.0),
        part("ug/mL", 1000.0),
        part("mg/L", 1000.0),
    ],
    (1e-4, 1000.0),
    20.0,
    &[],
);
/// Rate of a drug by body weight, in every unit that it is ordered in.
pub static DOSE_RATE: QuantityKind = kind(
    "dose-rate-by-weight",
    RATE_BY_WEIGHT,
    (1e-4, 2000.0),
    0.1,
    &[],
);
/// Amount of a drug in a day.
pub static DAILY_AMOUNT: QuantityKind = kind(
    "daily-drug-amount",
    &[unit("mg/d", 1.0), unit("g/d", 1000.0)],
    (0.0, 5000.0),
    20.0,
    &[],
);
/// What a transdermal patch gives off.
pub static PATCH_RATE: QuantityKind =
    kind("patch-rate", &[unit("ug/h", 1.0)], (0.0, 1000.0), 25.0, &[]);
/// Rate of vasopressin by body weight. Children get up to 0.002 IU/kg/min, adults about
/// 0.03 IU/min: a rate that was not divided by the weight must not pass.
pub static VASOPRESSIN_RATE: QuantityKind = kind(
    "vasopressin-rate",
    &[unit("[IU]/kg/min", 1.0), part("m[IU]/kg/min", 1000.0)],
    (0.0, 0.008),
    0.0005,
    &[],
);
/// Volume that is infused.
pub static INFUSION_VOLUME: QuantityKind = kind(
    "infusion-volume",
    &[unit("mL", 1.0), unit("L", 1000.0)],
    (0.1, 20_000.0),
    500.0,
    &[],
);
/// Time that an infusion takes.
pub static INFUSION_TIME: QuantityKind = kind(
    "infusion-time",
    &[unit("h", 1.0), part("min", 60.0)],
    (1.0 / 60.0, 168.0),
    8.0,
    &[],
);
/// Rate of an infusion.
pub static INFUSION_RATE: QuantityKind = kind(
    "infusion-rate",
    &[unit("mL/h", 1.0), unit("mL/min", 60.0)],
    (0.01, 12_000.0),
    60.0,
    &[],
);
