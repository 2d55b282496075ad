//! Consciousness.

crate::calculators::speciality! {
    calculators: glasgow_coma_scale;
    families: ;
}
