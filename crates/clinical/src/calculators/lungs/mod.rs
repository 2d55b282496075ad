//! Pneumonia, pulmonary embolism, exercise.

crate::calculators::speciality! {
    calculators: curb_65, wells_pe_2000, aa_gradient, six_minute_walk_enright_1998;
    families: ;
}
