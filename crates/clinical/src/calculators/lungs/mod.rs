//! Pneumonia and pulmonary embolism.

crate::calculators::speciality! {
    calculators: curb_65, wells_pe_2000, aa_gradient;
    families: ;
}
