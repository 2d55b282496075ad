//! Depression, anxiety, alcohol, tobacco.

super::speciality! {
    calculators: gds_15, fagerstrom_1991;
    families: patient_health, alcohol;
}
