//! Independence, frailty, comorbidity, nursing.

super::speciality! {
    calculators: charlson_1987, fugulin_2005, katz_1963, lawton_1969, ivcf_20, frail_2012, sarc_f_2013;
    families: performance;
}
