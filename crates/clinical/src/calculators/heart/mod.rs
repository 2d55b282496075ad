//! Heart and circulation, and what threatens them.

crate::calculators::speciality! {
    calculators: mean_arterial_pressure, pulse_pressure, cha2ds2_vasc, has_bled,
        shock_index, ankle_brachial_index;
    families: qtc, cardiovascular_risk, atrial_fibrillation, acute_coronary;
}
