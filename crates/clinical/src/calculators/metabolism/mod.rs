//! Lipids and diabetes.

crate::calculators::speciality! {
    calculators: homa_ir_1985, estimated_average_glucose, findrisc;
    families: ldl;
}
