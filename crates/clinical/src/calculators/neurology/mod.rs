//! Consciousness, stroke, bleeding in the head.

crate::calculators::speciality! {
    calculators: glasgow_coma_scale, nihss, mrs, abcd2_2007, aspects_2000, four_at;
    families: subarachnoid;
}
