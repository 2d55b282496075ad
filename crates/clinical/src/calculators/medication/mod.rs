//! Doses, rates and equivalent doses.

super::speciality! {
    calculators: carboplatin_calvert_1989, corrected_phenytoin;
    families: ;
}
