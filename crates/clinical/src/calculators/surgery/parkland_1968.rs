//! Parkland formula for the fluid of the first day after a burn.

use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, Text,
    output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::WEIGHT;
use crate::round::steady;
use crate::units;
use crate::values::Values;

const BURNED: Quantity = quantity(
    "burned_area",
    &units::BURNED_AREA,
    "Burned body surface",
    "Superfície corporal queimada",
)
.defined(
    "Partial and full thickness only; redness alone does not count.",
    "Só espessura parcial e total; a vermelhidão isolada não conta.",
);
const SINCE: Quantity = quantity(
    "time_since_burn",
    &units::HOURS_SINCE,
    "Time since the burn",
    "Tempo desde a queimadura",
)
.defined(
    "From the burn, not from the arrival.",
    "Desde a queimadura, não desde a chegada.",
);

/// Hours in which the first half runs in, and in which all does.
const HALF: f64 = 8.0;
const WHOLE: f64 = 24.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "parkland-1968",
    version: "1.0.0",
    category: Category::Surgery,
    title: text("Parkland formula", "Fórmula de Parkland"),
    description: text(
        "Crystalloid (lactated Ringer's) for the first 24 hours after a large burn of an adult: 4 \
         mL for each kilogram and percent, half of it in the first 8 hours after the burn. Where \
         to begin, not what to give: urine output decides.",
        "Cristaloide (Ringer lactato) para as primeiras 24 horas de um adulto grande queimado: 4 mL \
         por quilograma e por cento, metade nas primeiras 8 horas desde a queimadura. É ponto de \
         partida: o débito urinário decide.",
    ),
    aliases: &[
        "queimadura",
        "burn",
        "Baxter",
        "reposição volêmica",
        "SCQ",
        "TBSA",
    ],
    inputs: &[WEIGHT.input, BURNED.input, SINCE.input],
    results: &[
        output(
            OutputKind::Measurement,
            "volume_24h",
            text("Volume of 24 hours", "Volume em 24 horas"),
            "mL",
            0,
        ),
        output(
            OutputKind::Measurement,
            "volume_first_8h",
            text(
                "Of it in the first 8 hours after the burn",
                "Desse, nas primeiras 8 horas após a queimadura",
            ),
            "mL",
            0,
        ),
        output(
            OutputKind::Measurement,
            "rate_until_8h",
            text(
                "Rate from now until 8 hours after the burn",
                "Velocidade de agora até 8 horas após a queimadura",
            ),
            "mL/h",
            0,
        ),
        output(
            OutputKind::Measurement,
            "rate_after_8h",
            text(
                "Rate from 8 to 24 hours after the burn",
                "Velocidade de 8 a 24 horas após a queimadura",
            ),
            "mL/h",
            0,
        ),
    ],
    // Less is the weight of a child, whose fluid is another.
    validity: &[SINCE.less_than(WHOLE), WEIGHT.from(30.0)],
    assumptions: &[
        ADULT,
        text(
            "Nothing has been given yet: what was given counts towards the volume.",
            "Nada foi infundido ainda: o que já foi dado desconta do volume.",
        ),
    ],
    reference: Reference {
        citation: "Baxter CR, Shires T. Physiological response to crystalloid resuscitation of \
                   severe burns. Ann N Y Acad Sci 1968;150:874-894.",
        doi: Some("10.1111/j.1749-6632.1968.tb14738.x"),
        pmid: Some("4973463"),
    },
    sources: &[Reference {
        citation: "Cartotto R, Johnson LS, Savetamal A, et al. American Burn Association clinical \
                   practice guidelines on burn shock resuscitation (2 mL/kg). J Burn Care Res \
                   2023:irad125.",
        doi: Some("10.1093/jbcr/irad125"),
        pmid: None,
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Percent from which on the guideline resuscitates adults.
const LARGE: f64 = 20.0;

const HALF_AS_MUCH: Text = text(
    "The guideline of the American Burn Association of 2023 begins with 2 mL instead of 4, half of \
     these volumes, to give less fluid.",
    "A diretriz da American Burn Association de 2023 começa com 2 mL em vez de 4, metade destes \
     volumes, para infundir menos líquido.",
);
const SMALL_BURN: Text = text(
    "Below 20 % an adult seldom needs fluid by a formula.",
    "Abaixo de 20 % um adulto raramente precisa de reposição por fórmula.",
);
const LATE: Text = text(
    "More than half of the first 8 hours is over: catching up takes more than twice the usual rate; \
     go by urine output.",
    "Mais da metade das primeiras 8 horas passou: compensar exige mais que o dobro da velocidade \
     usual; guie-se pelo débito urinário.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let whole = steady(4.0 * values.of(WEIGHT)? * values.of(BURNED)?);
    let half = steady(whole / 2.0);
    let since = values.of(SINCE)?;
    let outcome = Outcome::number("volume_24h", whole).and("volume_first_8h", half);
    // With less than an hour left a rate says nothing any more.
    let outcome = if since <= HALF - 1.0 {
        outcome.and("rate_until_8h", steady(half / (HALF - since)))
    } else {
        outcome
    };
    Ok(outcome
        .and("rate_after_8h", steady(half / (WHOLE - HALF)))
        .warn_if(true, HALF_AS_MUCH)
        .warn_if(values.of(BURNED)? < LARGE, SMALL_BURN)
        .warn_if(since > HALF / 2.0 && since <= HALF - 1.0, LATE)
        .warn_if(
            since > HALF - 1.0,
            text(
                "The first 8 hours are over or nearly so: no rate catches up with them; go by urine \
                 output.",
                "As primeiras 8 horas terminaram ou quase: não há velocidade que as compense; guie-se \
                 pelo débito urinário.",
            ),
        ))
}
