//! Filtration of the kidneys.

crate::calculators::speciality! {
    calculators: creatinine_clearance_cockcroft_gault;
    families: egfr;
}
