//! Dose of a haemodialysis: single-pool Kt/V and the reduction of urea.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::WEIGHT;
use crate::units;
use crate::values::Values;
use crate::violation::Finding;

const BEFORE: Quantity = quantity(
    "predialysis_urea",
    &units::PREDIALYSIS_UREA,
    "Urea before dialysis",
    "Ureia antes da diálise",
)
.defined(
    "Urea nitrogen in mg/dL will do if both samples are reported so: only their ratio counts.",
    "O nitrogênio ureico em mg/dL serve se as duas amostras vierem assim: só a razão conta.",
);
const AFTER: Quantity = quantity(
    "postdialysis_urea",
    &units::POSTDIALYSIS_UREA,
    "Urea after dialysis",
    "Ureia após a diálise",
)
.defined(
    "From the end of the same session, drawn at slow blood flow.",
    "Do fim da mesma sessão, colhida com fluxo de sangue lento.",
);
const TIME: Quantity = quantity(
    "dialysis_time",
    &units::DIALYSIS_TIME,
    "Duration of the session",
    "Duração da sessão",
);
const ULTRAFILTRATION: Quantity = quantity(
    "ultrafiltration",
    &units::ULTRAFILTRATION,
    "Volume removed (ultrafiltration)",
    "Volume retirado (ultrafiltração)",
);
const WEIGHT_AFTER: Quantity = WEIGHT.titled(text("Weight after dialysis", "Peso após a diálise"));

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ktv-daugirdas-1993",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Dialysis dose (single-pool Kt/V and urea reduction)",
        "Dose de diálise (Kt/V single-pool e taxa de redução de ureia)",
    ),
    description: text(
        "Kt/V of a haemodialysis session by the second-generation equation of Daugirdas, and the \
         urea reduction ratio. For three sessions a week KDOQI asks for at least 1.2 and aims at \
         1.4; other schedules have other targets. Rebound of urea after the session and remaining \
         kidney function are not in it.",
        "Kt/V de uma sessão de hemodiálise pela equação de segunda geração de Daugirdas, e a taxa \
         de redução de ureia. Para três sessões por semana, o KDOQI pede ao menos 1,2 e visa 1,4; \
         outros esquemas têm outras metas. Não inclui o rebote da ureia após a sessão nem a função \
         renal residual.",
    ),
    aliases: &["Kt/V", "spKt/V", "URR", "TRU", "PRU", "hemodiálise"],
    inputs: &[
        BEFORE.input,
        AFTER.input,
        TIME.input,
        ULTRAFILTRATION.input,
        WEIGHT_AFTER.input,
    ],
    results: &[
        output(
            OutputKind::Laboratory,
            "kt_v",
            text("Single-pool Kt/V", "Kt/V single-pool"),
            "1",
            2,
        ),
        output(
            OutputKind::Laboratory,
            "urea_reduction_ratio",
            text("Urea reduction ratio", "Taxa de redução de ureia"),
            "%",
            0,
        ),
    ],
    reference: Reference {
        citation: "Daugirdas JT. Second generation logarithmic estimates of single-pool variable \
                   volume Kt/V: an analysis of error. J Am Soc Nephrol 1993;4:1205-1213.",
        doi: Some("10.1681/ASN.V451205"),
        pmid: Some("8305648"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    match (values.find(BEFORE), values.find(AFTER)) {
        (Some(before), Some(after)) if after >= before => Finding::together(
            &[BEFORE.input.name, AFTER.input.name],
            text(
                "urea must be lower after dialysis than before it",
                "a ureia deve ser menor após a diálise que antes dela",
            ),
        ),
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = values.of(AFTER)? / values.of(BEFORE)?;
    let remaining = ratio - 0.008 * values.of(TIME)?;
    if remaining <= 0.0 {
        return Err(NoResult::outside(
            &[BEFORE.input.name, AFTER.input.name, TIME.input.name],
            text(
                "urea fell so far that the equation has no answer; check the samples and the time",
                "a ureia caiu tanto que a equação não tem resposta; confira as amostras e o tempo",
            ),
        ));
    }
    let removed = values.of(ULTRAFILTRATION)? / values.of(WEIGHT_AFTER)?;
    let kt_v = -remaining.ln() + (4.0 - 3.5 * ratio) * removed;
    Ok(Outcome::number("kt_v", kt_v).and("urea_reduction_ratio", 100.0 * (1.0 - ratio)))
}
