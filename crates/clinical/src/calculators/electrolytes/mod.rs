//! Electrolytes, acids and water.

crate::calculators::speciality! {
    calculators: corrected_calcium, anion_gap, serum_osmolality;
    families: ;
}
