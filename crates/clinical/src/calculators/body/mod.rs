//! Body size and its parts.

pub mod adult_bmi;

crate::calculators::speciality! {
    calculators: bmi, health_metrics, adjusted_body_weight;
    families: ideal_weight, body_fat, surface_area, waist;
}
