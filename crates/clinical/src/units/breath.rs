//! What a ventilator shows, and how far oxygen falls on its way to the blood.

use super::{QuantityKind, Unit, kind, unit};

const AIRWAY: &[Unit] = &[unit("cm[H2O]", 1.0)];

/// Pressure at the end of a pause after inspiration, or at its peak.
pub static INSPIRATORY_PRESSURE: QuantityKind =
    kind("inspiratory-pressure", AIRWAY, (1.0, 120.0), 24.0, &[]);
/// Pressure at the end of expiration.
pub static PEEP: QuantityKind = kind(
    "positive-end-expiratory-pressure",
    AIRWAY,
    (0.0, 40.0),
    8.0,
    &[],
);
/// Mean airway pressure.
pub static MEAN_AIRWAY_PRESSURE: QuantityKind =
    kind("mean-airway-pressure", AIRWAY, (1.0, 80.0), 12.0, &[]);
/// Volume of one breath.
pub static TIDAL_VOLUME: QuantityKind = kind(
    "tidal-volume",
    &[unit("mL", 1.0), unit("L", 1000.0)],
    (2.0, 3000.0),
    420.0,
    &[],
);
/// Compliance of the respiratory system.
pub static COMPLIANCE: QuantityKind = kind(
    "respiratory-compliance",
    &[unit("mL/cm[H2O]", 1.0)],
    (0.2, 300.0),
    40.0,
    &[],
);
/// Difference of the pressures of oxygen in the alveoli and in arterial blood.
pub static ALVEOLAR_ARTERIAL: QuantityKind = kind(
    "alveolar-arterial-gradient",
    &[unit("mm[Hg]", 1.0), unit("kPa", 7.500_62)],
    (0.0, 700.0),
    100.0,
    &[],
);
