//! Stage of acute kidney injury by creatinine, urine output and dialysis.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, Text, below, choice, output, rest, text,
};
use crate::handles::{Flag, OneOf, Quantity, flag, one_of, quantity};
use crate::inputs::CREATININE;
use crate::round::steady;
use crate::units;
use crate::values::Values;

const BASELINE: Quantity = quantity(
    "baseline_creatinine",
    &units::EARLIER_CREATININE,
    "Baseline creatinine",
    "Creatinina basal",
)
.defined(
    "The creatinine before this illness, known or presumed to be of the last 7 days.",
    "A creatinina antes desta doença, sabida ou presumida dos últimos 7 dias.",
);
const TWO_DAYS_BEFORE: Quantity = quantity(
    "lowest_creatinine_of_48_hours",
    &units::EARLIER_CREATININE,
    "Lowest creatinine of the last 48 hours",
    "Menor creatinina das últimas 48 horas",
)
.optional()
.defined(
    "From within 48 hours before the present creatinine. Without it the rise of 0.3 mg/dL \
     (26.5 µmol/L) within 48 hours is not judged.",
    "De até 48 horas antes da creatinina atual. Sem ela, a elevação de 0,3 mg/dL (26,5 µmol/L) em \
     48 horas não é avaliada.",
);
const URINE_OUTPUT: OneOf = one_of(
    "urine_output_criterion",
    OUTPUTS,
    "Urine output",
    "Débito urinário (diurese)",
);
const RENAL_REPLACEMENT: Flag = flag(
    "dialysis_started",
    "Dialysis started for this injury",
    "Diálise iniciada por esta lesão",
);
const OUTPUTS: &[Choice] = &[
    choice("not-known", "not measured", "não medido"),
    choice(
        "sufficient",
        "0.5 mL/kg/h or more, or less for under 6 hours",
        "0,5 mL/kg/h ou mais, ou menos por menos de 6 horas",
    ),
    choice(
        "low-for-6-hours",
        "less than 0.5 mL/kg/h for 6 to under 12 hours",
        "menos de 0,5 mL/kg/h por 6 a menos de 12 horas",
    ),
    choice(
        "low-for-12-hours",
        "less than 0.5 mL/kg/h for 12 hours or more",
        "menos de 0,5 mL/kg/h por 12 horas ou mais",
    ),
    choice(
        "very-low-for-24-hours",
        "less than 0.3 mL/kg/h for 24 hours or more",
        "menos de 0,3 mL/kg/h por 24 horas ou mais",
    ),
    choice(
        "none-for-12-hours",
        "none for 12 hours or more (anuria)",
        "nenhum por 12 horas ou mais (anúria)",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "aki-kdigo-2012",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Stage of acute kidney injury (KDIGO 2012)",
        "Estágio da lesão renal aguda (KDIGO 2012)",
    ),
    description: text(
        "Stage of acute kidney injury from 0 (no criterion met) to 3, by the worse of creatinine \
         and urine output. A baseline that was guessed makes the stage a guess; creatinine lags \
         behind and is diluted by fluids.",
        "Estágio da lesão renal aguda, de 0 (nenhum critério) a 3, pelo pior entre creatinina e \
         débito urinário. Uma creatinina basal suposta torna o estágio uma suposição; a creatinina \
         demora a subir e é diluída por líquidos.",
    ),
    aliases: &[
        "AKI",
        "LRA",
        "IRA",
        "injúria renal aguda",
        "insuficiência renal aguda",
        "oligúria",
    ],
    inputs: &[
        BASELINE.input,
        CREATININE.input,
        TWO_DAYS_BEFORE.input,
        URINE_OUTPUT.input,
        RENAL_REPLACEMENT.input,
    ],
    results: &[Output {
        interpretations: &[
            below(1.0, "none", "no criterion met", "nenhum critério"),
            below(2.0, "stage-1", "stage 1", "estágio 1"),
            below(3.0, "stage-2", "stage 2", "estágio 2"),
            rest("stage-3", "stage 3", "estágio 3"),
        ],
        ..output(OutputKind::Score, "stage", text("Stage", "Estágio"), "1", 0)
    }],
    assumptions: &[text(
        "The person is an adult: under 18 years a filtration rate below 35 is stage 3 too.",
        "A pessoa é adulta: antes dos 18 anos, taxa de filtração abaixo de 35 também é estágio 3.",
    )],
    reference: Reference {
        citation: "Kidney Disease: Improving Global Outcomes (KDIGO) Acute Kidney Injury Work \
                   Group. KDIGO clinical practice guideline for acute kidney injury. Kidney Int \
                   Suppl 2012;2:1-138.",
        doi: Some("10.1038/kisup.2012.1"),
        pmid: None,
    },
    sources: &[Reference {
        citation: "Khwaja A. KDIGO clinical practice guidelines for acute kidney injury. Nephron \
                   Clin Pract 2012;120:c179-c184.",
        doi: Some("10.1159/000339789"),
        pmid: Some("22890468"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const NOT_ACUTE: Text = text(
    "Creatinine is 4.0 mg/dL or more, but no acute rise was shown (1.5 times the baseline, or 0.3 \
     mg/dL within 48 hours): without one it does not make stage 3.",
    "A creatinina é 4,0 mg/dL ou mais, mas não se demonstrou elevação aguda (1,5 vez a basal, ou \
     0,3 mg/dL em 48 horas): sem ela não configura estágio 3.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let creatinine = values.of(CREATININE)?;
    let ratio = steady(creatinine / values.of(BASELINE)?);
    let rise = rise_within_two_days(values)?;
    let acute = ratio >= 1.5 || rise == Some(true);
    let high = creatinine >= 4.0;
    let by_creatinine = if ratio >= 3.0 || (high && acute) {
        3.0
    } else if ratio >= 2.0 {
        2.0
    } else if acute {
        1.0
    } else {
        0.0
    };
    let output = values.of(URINE_OUTPUT)?;
    let by_output = match output {
        "not-known" | "sufficient" => 0.0,
        "low-for-6-hours" => 1.0,
        "low-for-12-hours" => 2.0,
        "very-low-for-24-hours" | "none-for-12-hours" => 3.0,
        _ => return Err(NoResult::Defect("a urine output has no stage")),
    };
    let by_dialysis = if values.of(RENAL_REPLACEMENT)? {
        3.0
    } else {
        0.0
    };
    let stage = f64::max(by_creatinine, by_output).max(by_dialysis);
    let urine_unknown = text(
        "Urine output was not judged; with it the stage may be higher.",
        "O débito urinário não foi avaliado; com ele o estágio pode ser maior.",
    );
    let rise_unknown = text(
        "The rise within 48 hours was not judged; with it stage 0 may be stage 1.",
        "A elevação em 48 horas não foi avaliada; com ela o estágio 0 pode ser 1.",
    );
    Ok(Outcome::number("stage", stage)
        .warn_if(high && !acute, NOT_ACUTE)
        .assume_if(output == "not-known", urine_unknown)
        .assume_if(rise.is_none(), rise_unknown))
}

/// Whether creatinine rose by 0.3 mg/dL, or 26.5 umol/L where both were sent so: the
/// guideline prints both, and 0.3 mg/dL is 26.52 umol/L.
fn rise_within_two_days(values: &Values) -> Result<Option<bool>, NoResult> {
    let Some(lowest) = values.find(TWO_DAYS_BEFORE) else {
        return Ok(None);
    };
    let (now, unit) = values.as_sent(CREATININE)?;
    let (before, earlier_unit) = values.as_sent(TWO_DAYS_BEFORE)?;
    if unit == "umol/L" && earlier_unit == "umol/L" {
        return Ok(Some(steady(now - before) >= 26.5));
    }
    Ok(Some(steady(values.of(CREATININE)? - lowest) >= 0.3))
}
