//! Lipids and diabetes.

crate::calculators::speciality! {
    calculators: homa_ir_1985, estimated_average_glucose, findrisc, homa_beta_1985, quicki_2000, tyg_2008;
    families: ldl;
}
