//! Risk and severity scores.

mod cardiovascular;
mod common;
mod meld;

super::group! {
    meld_2001,
    meld_na_2016,
    meld_3_0,
    child_pugh,
    ascvd_pce_2013,
    framingham_cvd_2008,
    cha2ds2_vasc,
    has_bled,
    qsofa,
    sofa,
    news2,
    wells_dvt_2003,
    wells_pe_2000,
    curb_65,
    glasgow_coma_scale,
    apgar,
    findrisc,
    due_date_naegele,
    gestational_age,
}
