//! Depression, anxiety, alcohol, tobacco.

super::speciality! {
    calculators: gds_15, fagerstrom_1991, ciwa_ar_1989;
    families: patient_health, alcohol;
}
