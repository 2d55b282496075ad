//! Kidney, chemistry, circulation.

mod egfr;
mod ldl;
mod qtc;

super::group! {
    egfr_ckd_epi_2021,
    egfr_ckd_epi_2009,
    creatinine_clearance_cockcroft_gault,
    egfr_schwartz_2009,
    mean_arterial_pressure,
    pulse_pressure,
    corrected_calcium,
    anion_gap,
    serum_osmolality,
    ldl_friedewald_1972,
    ldl_sampson_2020,
    homa_ir_1985,
    estimated_average_glucose,
    qtc_bazett_1920,
    qtc_fridericia_1920,
    qtc_framingham_1992,
    qtc_hodges_1983,
}
