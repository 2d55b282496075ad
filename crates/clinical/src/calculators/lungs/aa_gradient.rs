//! Alveolar-arterial gradient of oxygen, and PaO2 by FiO2.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{ADULTS, AGE, FIO2, PACO2, PAO2};
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const BAROMETRIC: Quantity = quantity(
    "barometric_pressure",
    &units::BAROMETRIC,
    "Barometric pressure",
    "Pressão barométrica",
)
.optional()
.defined(
    "As it is at the place, not reduced to sea level as weather reports give it.",
    "A do local, não a reduzida ao nível do mar dos boletins meteorológicos.",
);
const ALTITUDE: Quantity = quantity("altitude", &units::ALTITUDE, "Altitude", "Altitude")
    .optional()
    .defined(
        "Instead of the barometric pressure, which is then that of the standard atmosphere.",
        "No lugar da pressão barométrica, que passa a ser a da atmosfera padrão.",
    );

const GRADIENT: Output = output(
    OutputKind::Laboratory,
    "gradient",
    text("Alveolar-arterial gradient", "Gradiente alvéolo-arterial"),
    "mm[Hg]",
    0,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "aa-gradient",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Alveolar-arterial oxygen gradient and P/F ratio",
        "Gradiente alvéolo-arterial de oxigênio e relação P/F",
    ),
    description: text(
        "Oxygen pressure in the alveoli less that in arterial blood, to tell hypoventilation from \
         lung disease, with the one expected for the age on room air, and PaO2 divided by FiO2. \
         The gradient grows with FiO2; FiO2 by mask or cannula is a guess.",
        "Pressão de oxigênio nos alvéolos menos a do sangue arterial, para distinguir \
         hipoventilação de doença pulmonar, com o esperado para a idade em ar ambiente, e a PaO2 \
         dividida pela FiO2. O gradiente cresce com a FiO2; a FiO2 por máscara ou cateter é \
         estimada.",
    ),
    aliases: &[
        "A-a",
        "gradiente A-a",
        "P/F",
        "PaO2/FiO2",
        "índice de oxigenação",
        "hipoxemia",
    ],
    inputs: &[
        AGE.input,
        PAO2.input,
        PACO2.input,
        FIO2.input,
        BAROMETRIC.input,
        ALTITUDE.input,
    ],
    results: &[
        GRADIENT,
        Output {
            name: "expected_gradient",
            title: text(
                "Gradient expected for the age on room air",
                "Gradiente esperado para a idade em ar ambiente",
            ),
            ..GRADIENT
        },
        Output {
            name: "alveolar_po2",
            title: text("Alveolar PO2", "PO2 alveolar"),
            ..GRADIENT
        },
        Output {
            name: "pf_ratio",
            title: text("PaO2/FiO2", "PaO2/FiO2"),
            ..GRADIENT
        },
    ],
    validity: &[ADULTS],
    assumptions: &[text(
        "The respiratory quotient is 0.8, water vapour takes 47 mmHg, and breathing is steady.",
        "O quociente respiratório é 0,8, o vapor de água ocupa 47 mmHg, e a respiração é estável.",
    )],
    reference: Reference {
        citation: "Mellemgaard K. The alveolar-arterial oxygen difference: its size and components \
                   in normal man. Acta Physiol Scand 1966;67:10-20.",
        doi: Some("10.1111/j.1748-1716.1966.tb03281.x"),
        pmid: None,
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    if values.find(BAROMETRIC).is_none() || values.find(ALTITUDE).is_none() {
        return Vec::new();
    }
    Finding::at_each(
        &[BAROMETRIC.input.name, ALTITUDE.input.name],
        Code::DuplicateField,
        text(
            "send barometric_pressure or altitude, not both: they say the same thing",
            "envie barometric_pressure ou altitude, não ambos: dizem a mesma coisa",
        ),
    )
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (pao2, fio2) = (values.of(PAO2)?, values.of(FIO2)?);
    let air = match (values.find(BAROMETRIC), values.find(ALTITUDE)) {
        (Some(pressure), _) => pressure,
        // The standard atmosphere of the ICAO.
        (None, Some(metres)) => 760.0 * (1.0 - 2.255_77e-5 * metres).powf(5.255_88),
        (None, None) => 760.0,
    };
    let alveolar = fio2 / 100.0 * (air - 47.0) - values.of(PACO2)? / 0.8;
    if alveolar <= 0.0 {
        return Err(NoResult::together(
            &[PACO2.input.name, FIO2.input.name],
            text(
                "PaCO2 leaves no oxygen in the alveoli at this FiO2; check both and their units",
                "a PaCO2 não deixa oxigênio nos alvéolos com esta FiO2; confira ambas e suas \
                 unidades",
            ),
        ));
    }
    let gradient = alveolar - pao2;
    let mut outcome = Outcome::number("gradient", gradient);
    if fio2 <= 21.0 {
        outcome = outcome.and("expected_gradient", 2.5 + 0.21 * values.of(AGE)?);
    }
    let at_sea = values.find(BAROMETRIC).is_none() && values.find(ALTITUDE).is_none();
    Ok(outcome
        .and("alveolar_po2", alveolar)
        .and("pf_ratio", 100.0 * pao2 / fio2)
        .warn_if(
            gradient < 0.0,
            text(
                "PaO2 is higher than in the alveoli: FiO2, the pressure of the air or the sample \
                 is not what was sent.",
                "A PaO2 é maior que a dos alvéolos: a FiO2, a pressão do ar ou a amostra não é a \
                 que foi enviada.",
            ),
        )
        .assume_if(
            at_sea,
            text(
                "The place is at sea level (760 mmHg).",
                "O local está ao nível do mar (760 mmHg).",
            ),
        ))
}
