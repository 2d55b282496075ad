//! Before, during and after an operation; injuries and burns.

super::speciality! {
    calculators: ;
    families: head_and_neck_injury;
}
