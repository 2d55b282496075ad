//! Doses, rates and equivalent doses.

super::speciality! {
    calculators: carboplatin_calvert_1989, corrected_phenytoin, weight_dose,
        opioid_mme_2022, steroid_equivalence;
    families: infusion;
}
