//! One file per calculator: its formula, edition, limits and source.

pub mod bmi;
pub mod bmr_roza_shizgal_1984;
pub mod body_fat_deurenberg_1991;
pub mod ibw_lorentz_1929;
pub mod tdee;
