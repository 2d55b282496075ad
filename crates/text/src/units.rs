//! UCUM codes as people write them. UCUM is made for machines: `mm[Hg]`, `Cel`.

use crate::Language;

/// The readable form of a UCUM code; the code itself where that is readable.
pub fn unit(code: &str, language: Language) -> &str {
    match code {
        // Counts and ratios have no unit to read.
        "1" => "",
        "{score}" => language.choose("points", "pontos"),
        "a" => language.choose("years", "anos"),
        "mo" => language.choose("months", "meses"),
        "wk" => language.choose("weeks", "semanas"),
        "d" => language.choose("days", "dias"),
        "kcal/d" => language.choose("kcal/day", "kcal/dia"),
        "kg/m2" => "kg/m²",
        "m2" => "m²",
        "[lb_av]" => "lb",
        "[in_i]" => "in",
        "mm[Hg]" => "mmHg",
        "Cel" => "°C",
        "[degF]" => "°F",
        "umol/L" => "µmol/L",
        "meq/L" => "mEq/L",
        "u[IU]/mL" => "µIU/mL",
        "mosm/kg" => "mOsm/kg",
        "10*9/L" => "×10⁹/L",
        "10*3/uL" => "×10³/µL",
        "/uL" => "/µL",
        "/mm3" => "/mm³",
        "ukat/L" => "µkat/L",
        "[pH]" => "",
        // Fibrinogen equivalents and D-dimer units differ twofold: said, not annotated.
        "ng/mL{FEU}" => "ng/mL FEU",
        "ug/L{FEU}" => "µg/L FEU",
        "ug/mL{FEU}" => "µg/mL FEU",
        "mg/L{FEU}" => "mg/L FEU",
        "ng/mL{DDU}" => "ng/mL DDU",
        "ug/L{DDU}" => "µg/L DDU",
        "ug/mL{DDU}" => "µg/mL DDU",
        "mg/L{DDU}" => "mg/L DDU",
        "ug/kg/min" => "µg/kg/min",
        "ug/mg" => "µg/mg",
        "ug/mL" => "µg/mL",
        "mg.min/mL" => "mg·min/mL",
        "mL/min/{1.73_m2}" => language.choose("mL/min/1.73 m²", "mL/min/1,73 m²"),
        other => other,
    }
}
