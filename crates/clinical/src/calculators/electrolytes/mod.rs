//! Electrolytes, acids and water.

crate::calculators::speciality! {
    calculators: corrected_calcium, anion_gap, serum_osmolality, corrected_sodium,
        free_water_deficit, osmolal_gap, delta_ratio, acid_base_compensation;
    families: ;
}
