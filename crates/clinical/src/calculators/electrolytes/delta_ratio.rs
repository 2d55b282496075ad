//! Delta ratio: the rise of the anion gap by the fall of bicarbonate.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Interpretation, NoResult, Outcome, Output, OutputKind,
    Reference, below, output, rest, text, up_to,
};
use crate::inputs::{ALBUMIN, BICARBONATE, CHLORIDE, SODIUM};
use crate::round::steady;
use crate::values::Values;

const MEANINGS: &[Interpretation] = &[
    below(
        1.0,
        "with-normal-gap-acidosis",
        "a normal-gap acidosis too is likely",
        "provável acidose de ânion gap normal associada",
    ),
    up_to(
        2.0,
        "high-gap-acidosis",
        "high-gap acidosis alone",
        "acidose de ânion gap elevado isolada",
    ),
    rest(
        "with-alkalosis",
        "a metabolic alkalosis, or a bicarbonate that was high before, is likely",
        "provável alcalose metabólica associada, ou bicarbonato já elevado antes",
    ),
];

const RATIO: Output = Output {
    interpretations: MEANINGS,
    ..output(
        OutputKind::Laboratory,
        "delta_ratio",
        text("Delta ratio", "Relação delta-delta"),
        "1",
        2,
    )
};
const GAP: Output = Output {
    loinc: Some("10466-1"),
    ..output(
        OutputKind::Laboratory,
        "anion_gap",
        text("Anion gap", "Ânion gap"),
        "mmol/L",
        1,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "delta-ratio",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text(
        "Delta ratio (delta-delta)",
        "Relação delta-delta (ΔAG/ΔHCO3)",
    ),
    description: text(
        "In metabolic acidosis with a high anion gap: by how much the gap exceeds 12 for each \
         mmol/L that bicarbonate is below 24, to find a second metabolic disorder; with albumin \
         also by the corrected gap. A rough guide: the normal gap differs between laboratories, \
         and lactate and ketones leave the blood at different speeds.",
        "Na acidose metabólica com ânion gap elevado: quanto o gap excede 12 para cada mmol/L de \
         bicarbonato abaixo de 24, para achar um segundo distúrbio metabólico; com a albumina, \
         também pelo gap corrigido. É um guia aproximado: o gap normal difere entre laboratórios, \
         e lactato e cetonas saem do sangue em velocidades diferentes.",
    ),
    aliases: &[
        "delta gap",
        "delta-delta",
        "delta/delta",
        "distúrbio misto",
        "acidose metabólica",
    ],
    inputs: &[
        SODIUM.input,
        CHLORIDE.input,
        BICARBONATE.input,
        ALBUMIN.optional().input,
    ],
    results: &[
        RATIO,
        Output {
            name: "corrected_delta_ratio",
            title: text(
                "Delta ratio by the gap corrected for albumin",
                "Relação delta-delta pelo gap corrigido pela albumina",
            ),
            ..RATIO
        },
        GAP,
        Output {
            name: "corrected_anion_gap",
            title: text(
                "Anion gap corrected for albumin",
                "Ânion gap corrigido pela albumina",
            ),
            loinc: None,
            ..GAP
        },
    ],
    assumptions: &[text(
        "The normal anion gap is 12 and the normal bicarbonate 24 mmol/L; the gap is without \
         potassium.",
        "O ânion gap normal é 12 e o bicarbonato normal 24 mmol/L; o gap é sem potássio.",
    )],
    reference: Reference {
        citation: "Wrenn K. The delta (delta) gap: an approach to mixed acid-base disorders. Ann \
                   Emerg Med 1990;19:1310-1313.",
        doi: Some("10.1016/S0196-0644(05)82292-9"),
        pmid: Some("2240729"),
    },
    sources: &[Reference {
        citation: "Rastegar A. Use of the DeltaAG/DeltaHCO3- ratio in the diagnosis of mixed \
                   acid-base disorders. J Am Soc Nephrol 2007;18:2429-2431.",
        doi: Some("10.1681/ASN.2006121408"),
        pmid: Some("17656478"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let bicarbonate = values.of(BICARBONATE)?;
    if bicarbonate >= 24.0 {
        return Err(NO_FALL);
    }
    let gap = steady(values.of(SODIUM)? - values.of(CHLORIDE)? - bicarbonate);
    let corrected = values
        .find(ALBUMIN)
        .map(|albumin| steady(gap + 2.5 * (4.0 - albumin)));
    let ratio = |gap: f64| (gap > 12.0).then(|| steady((gap - 12.0) / (24.0 - bicarbonate)));
    let (plain, by_albumin) = (ratio(gap), corrected.and_then(ratio));
    if plain.is_none() && by_albumin.is_none() {
        return Err(NO_HIGH_GAP);
    }
    let mut outcome = Outcome::default();
    for (name, found) in [
        ("delta_ratio", plain),
        ("corrected_delta_ratio", by_albumin),
        ("anion_gap", Some(gap)),
        ("corrected_anion_gap", corrected),
    ] {
        if let Some(number) = found {
            outcome = outcome.and(name, number);
        }
    }
    let mut ratios = [plain, by_albumin].into_iter().flatten();
    let disputed = ratios.any(|one| (0.8..1.0).contains(&one));
    Ok(outcome.warn_if(
        disputed,
        text(
            "Between 0.8 and 1 sources differ: some still call it a high-gap acidosis alone.",
            "Entre 0,8 e 1 as fontes divergem: algumas ainda a chamam de acidose de gap elevado \
             isolada.",
        ),
    ))
}

const NO_FALL: NoResult = NoResult::outside(
    &[BICARBONATE.input.name],
    text(
        "bicarbonate must be less than 24 mmol/L: without a fall there is no ratio",
        "bicarbonate deve ser menor que 24 mmol/L: sem queda não há relação",
    ),
);
const NO_HIGH_GAP: NoResult = NoResult::outside(
    &[
        SODIUM.input.name,
        CHLORIDE.input.name,
        BICARBONATE.input.name,
    ],
    text(
        "the anion gap is not more than 12 mmol/L: the ratio is for a high gap",
        "o ânion gap não passa de 12 mmol/L: a relação é para gap elevado",
    ),
);
