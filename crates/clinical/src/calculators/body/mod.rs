//! Body size and energy.

mod adults;
mod energy;
mod fat;
mod ideal_weight;
mod ratio;
mod surface;

super::group! {
    bmi,
    bmr_roza_shizgal_1984,
    bmr_harris_benedict_1919,
    bmr_mifflin_st_jeor_1990,
    bmr_schofield_1985,
    bmr_katch_mcardle,
    bmr_cunningham_1980,
    tdee,
    ibw_devine_1974,
    ibw_robinson_1983,
    ibw_miller_1983,
    ibw_hamwi_1964,
    ibw_lorentz_1929,
    adjusted_body_weight,
    body_fat_deurenberg_1991,
    body_fat_navy_1984,
    body_fat_gallagher_2000,
    bsa_mosteller_1987,
    bsa_dubois_1916,
    bsa_haycock_1978,
    waist_hip_ratio,
    waist_height_ratio,
}
