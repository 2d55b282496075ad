//! Pneumonia, pulmonary embolism, exercise.

crate::calculators::speciality! {
    calculators:
        curb_65, psi_port_1997, smart_cop_2008,
        wells_pe_2000, geneva_revised_2006, perc_2004, years_2017,
        pesi_2005, spesi_2010, hestia_2011,
        aa_gradient, six_minute_walk_enright_1998,
        rox_2019, pbw_ardsnet_2000, murray_1988, oxygenation_index, driving_pressure;
    families: ;
}
