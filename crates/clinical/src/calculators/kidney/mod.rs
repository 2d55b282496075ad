//! Filtration of the kidneys.

crate::calculators::speciality! {
    calculators: creatinine_clearance_cockcroft_gault, aki_kdigo_2012, kfre_4_2016, fena_feurea,
        ktv_daugirdas_1993;
    families: egfr, albuminuria;
}
