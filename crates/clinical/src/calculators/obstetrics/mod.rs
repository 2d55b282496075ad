//! Pregnancy and birth.

crate::calculators::speciality! {
    calculators: apgar, bishop, bmi_atalah, due_date_naegele, fetal_weight_hadlock, gestational_age,
        gestational_age_ultrasound, gestational_weight_br, robson;
    families: ;
}
