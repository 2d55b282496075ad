//! Pneumonia, pulmonary embolism, exercise.

crate::calculators::speciality! {
    calculators: curb_65, wells_pe_2000, aa_gradient, six_minute_walk_enright_1998,
        rox_2019, pbw_ardsnet_2000, murray_1988, oxygenation_index, driving_pressure;
    families: ;
}
