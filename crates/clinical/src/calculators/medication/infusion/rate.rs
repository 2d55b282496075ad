//! A volume over a time: mL an hour, drops and microdrops a minute.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::round::steady;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const VOLUME: Quantity = quantity(
    "infusion_volume",
    &units::INFUSION_VOLUME,
    "Volume to infuse",
    "Volume a infundir",
);
const TIME: Quantity = quantity(
    "infusion_time",
    &units::INFUSION_TIME,
    "Time to infuse it in",
    "Tempo de infusão",
);
const MAXIMUM: Quantity = quantity(
    "maximum_infusion_rate",
    &units::INFUSION_RATE,
    "Maximum rate",
    "Velocidade máxima",
)
.defined(
    "The fastest that this solution may run in this person, by its drug, its access and its \
     volume.",
    "O mais rápido que esta solução pode correr nesta pessoa, pelo medicamento, pelo acesso e pelo \
     volume.",
);

/// Drops of a macrodrip set in a millilitre.
const DROPS: f64 = 20.0;
/// Drops of a microdrip set in a millilitre.
const MICRODROPS: f64 = 60.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "infusion-rate",
    version: "1.0.0",
    category: Category::Medication,
    title: text(
        "Infusion rate: pump and drops",
        "Velocidade de infusão: bomba e gotejamento",
    ),
    description: text(
        "Rate of a volume that runs in over a time: millilitres an hour for a pump, drops a minute \
         for a macrodrip set of 20 drops/mL and microdrops a minute for a microdrip set of 60 \
         drops/mL. Refused above the maximum rate that was sent.",
        "Velocidade de um volume infundido em um tempo: mililitros por hora para bomba, gotas por \
         minuto para equipo macrogotas de 20 gotas/mL e microgotas por minuto para equipo \
         microgotas de 60 gotas/mL. Recusado acima da velocidade máxima informada.",
    ),
    aliases: &[
        "gotejamento",
        "gotas por minuto",
        "microgotas",
        "bomba de infusão",
        "drip rate",
        "mL/h",
        "soro",
    ],
    inputs: &[VOLUME.input, TIME.input, MAXIMUM.input],
    results: &[
        output(
            OutputKind::Measurement,
            "rate",
            text("Rate of the pump", "Velocidade da bomba"),
            "mL/h",
            2,
        ),
        output(
            OutputKind::Measurement,
            "drops",
            text(
                "Macrodrip set, 20 drops/mL",
                "Equipo macrogotas, 20 gotas/mL",
            ),
            "[drp]/min",
            1,
        ),
        output(
            OutputKind::Measurement,
            "microdrops",
            text(
                "Microdrip set, 60 drops/mL",
                "Equipo microgotas, 60 gotas/mL",
            ),
            "{microdrop}/min",
            1,
        ),
    ],
    assumptions: &[text(
        "The set makes 20 or 60 drops of a millilitre; its package says so. Sets of 10 or 15 \
         drops/mL exist elsewhere.",
        "O equipo forma 20 ou 60 gotas por mililitro; a embalagem informa. Em outros países há \
         equipos de 10 ou 15 gotas/mL.",
    )],
    reference: Reference {
        citation: "Arithmetic: volume divided by time; 20 drops or 60 microdrops a millilitre.",
        doi: None,
        pmid: None,
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let rate = |volume: f64, hours: f64| steady(volume / hours);
    let (Some(volume), Some(hours), Some(maximum)) =
        (values.find(VOLUME), values.find(TIME), values.find(MAXIMUM))
    else {
        return Vec::new();
    };
    // Litres called millilitres run a thousand times as slowly.
    if steady(rate(volume, hours) * 1000.0) <= maximum {
        let message = text(
            "the volume over the time is a thousandth of the maximum rate or less; check the units",
            "o volume no tempo informado é um milésimo da velocidade máxima ou menos; confira as \
             unidades",
        );
        return Finding::together(&[VOLUME.input.name, MAXIMUM.input.name], message);
    }
    if rate(volume, hours) <= maximum {
        return Vec::new();
    }
    let names = [VOLUME.input.name, TIME.input.name, MAXIMUM.input.name];
    let message = text(
        "the volume over the time is faster than the maximum rate; check the units, or take more \
         time",
        "o volume no tempo informado é mais rápido que a velocidade máxima; confira as unidades, \
         ou use mais tempo",
    );
    Finding::at_each(&names, Code::OutsideValidity, message)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let rate = steady(values.of(VOLUME)? / values.of(TIME)?);
    if rate < 0.1 {
        return Err(NoResult::together(
            &["infusion_volume", "infusion_time"],
            text(
                "less than 0.1 mL an hour comes out, which no pump runs at; check the units",
                "o resultado é menor que 0,1 mL por hora, velocidade que nenhuma bomba tem; confira \
                 as unidades",
            ),
        ));
    }
    let drops = steady(rate * DROPS / 60.0);
    Ok(Outcome::number("rate", rate)
        .and("drops", drops)
        .and("microdrops", steady(rate * MICRODROPS / 60.0))
        .warn_if(
            drops < 1.0,
            text(
                "Less than a drop a minute: use a microdrip set or a pump.",
                "Menos de uma gota por minuto: use equipo microgotas ou bomba.",
            ),
        ))
}
