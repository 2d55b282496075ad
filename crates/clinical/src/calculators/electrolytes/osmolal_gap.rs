//! Osmolal gap: what is measured beyond sodium, glucose and urea.

use super::serum_osmolality::osmolality;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{BUN, GLUCOSE, SODIUM, UREA, UREA_OR_BUN};
use crate::units;
use crate::values::Values;

const MEASURED: Quantity = quantity(
    "measured_osmolality",
    &units::OSMOLALITY,
    "Measured osmolality",
    "Osmolalidade medida",
)
.defined(
    "By freezing point; vapour pressure does not see alcohols.",
    "Por ponto de congelamento; a pressão de vapor não enxerga álcoois.",
);
const ETHANOL: Quantity = quantity("ethanol", &units::ETHANOL, "Ethanol", "Etanol").optional();

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "osmolal-gap",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text("Osmolal gap", "Gap osmolal (hiato osmolal)"),
    description: text(
        "Measured less calculated osmolality of the serum, for unmeasured solutes such as methanol \
         and ethylene glycol. Healthy people vary widely, roughly from -10 to +10 mOsm/kg; a \
         normal gap does not exclude poisoning, above all late, when the alcohol has become acid.",
        "Osmolalidade medida menos calculada do soro, para solutos não medidos como metanol e \
         etilenoglicol. Pessoas sadias variam muito, em torno de -10 a +10 mOsm/kg; um gap normal \
         não exclui intoxicação, sobretudo tardia, quando o álcool já virou ácido.",
    ),
    aliases: &[
        "gap osmolar",
        "osmolar gap",
        "hiato osmolar",
        "metanol",
        "methanol",
        "etilenoglicol",
    ],
    inputs: &[
        MEASURED.input,
        SODIUM.input,
        GLUCOSE.input,
        UREA.optional().input,
        BUN.optional().input,
        ETHANOL.input,
    ],
    alternatives: &[UREA_OR_BUN],
    results: &[
        output(
            OutputKind::Laboratory,
            "osmolal_gap",
            text("Osmolal gap", "Gap osmolal"),
            "mosm/kg",
            0,
        ),
        output(
            OutputKind::Laboratory,
            "calculated_osmolality",
            text("Calculated osmolality", "Osmolalidade calculada"),
            "mosm/kg",
            0,
        ),
    ],
    reference: Reference {
        citation: "Purssell RA, Pudek M, Brubacher J, Abu-Laban RB. Derivation and validation of a \
                   formula to calculate the contribution of ethanol to the osmolal gap. Ann Emerg \
                   Med 2001;38:653-659.",
        doi: Some("10.1067/mem.2001.119455"),
        pmid: Some("11719745"),
    },
    sources: &[Reference {
        citation: "Lynd LD, Richardson KJ, Purssell RA, et al. An evaluation of the osmole gap as \
                   a screening test for toxic alcohol poisoning. BMC Emerg Med 2008;8:5.",
        doi: Some("10.1186/1471-227X-8-5"),
        pmid: Some("18442409"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ethanol = match values.find(ETHANOL) {
        None => None,
        Some(mass) => Some(match values.as_sent(ETHANOL)? {
            (moles, "mmol/L") => moles,
            _ => mass / 4.6,
        }),
    };
    let calculated = osmolality(values)? + ethanol.unwrap_or(0.0);
    let not_known = text(
        "No ethanol was sent and none was assumed; if the person drank, it is part of the gap.",
        "Nenhum etanol foi enviado e nenhum foi suposto; se a pessoa bebeu, ele faz parte do gap.",
    );
    let by_its_mass = text(
        "Ethanol counts by its molar mass (mg/dL / 4.6). Purssell measured a quarter more (/ 3.7), \
         which would make the gap smaller.",
        "O etanol conta por sua massa molar (mg/dL / 4,6). Purssell mediu um quarto a mais (/ 3,7), \
         o que reduziria o gap.",
    );
    Ok(
        Outcome::number("osmolal_gap", values.of(MEASURED)? - calculated)
            .and("calculated_osmolality", calculated)
            .assume_if(ethanol.is_none(), not_known)
            .assume_if(ethanol.is_some_and(|some| some > 0.0), by_its_mass),
    )
}
