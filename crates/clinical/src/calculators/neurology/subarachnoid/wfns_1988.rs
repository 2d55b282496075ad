//! Grade of subarachnoid haemorrhage of the World Federation of Neurosurgical Societies.

use super::grade;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, Reference, at_most, below,
    more, rest, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::GLASGOW_COMA_SCALE;
use crate::values::Values;

const DEFICIT: Flag = flag(
    "focal_motor_deficit",
    "Focal motor deficit",
    "Déficit motor focal",
)
.defined(
    "New weakness of one side or limb, or aphasia; the palsy of a cranial nerve alone does not \
     count.",
    "Fraqueza nova de um lado ou membro, ou afasia; a paralisia isolada de nervo craniano não \
     conta.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "wfns-1988",
    version: "1.0.0",
    category: Category::Neurology,
    title: text(
        "WFNS grade of subarachnoid haemorrhage",
        "Escala WFNS de hemorragia subaracnóidea",
    ),
    description: text(
        "Clinical grade of a subarachnoid haemorrhage from an aneurysm by the Glasgow coma scale \
         and a motor deficit, 1 to 5; the original of 1988, not the modified one of 2015.",
        "Grau clínico da hemorragia subaracnóidea por aneurisma pela escala de coma de Glasgow e \
         déficit motor, de 1 a 5; a original de 1988, não a modificada de 2015.",
    ),
    aliases: &["WFNS", "HSA", "SAH", "hemorragia subaracnóidea"],
    inputs: &[GLASGOW_COMA_SCALE.input, DEFICIT.input],
    results: &[Output {
        interpretations: &[
            below(4.0, "good", "good grade (I to III)", "bom grau (I a III)"),
            rest("poor", "poor grade (IV and V)", "mau grau (IV e V)"),
        ],
        ..grade(text("WFNS grade", "Grau WFNS"))
    }],
    reference: Reference {
        citation: "Teasdale GM, Drake CG, Hunt W, et al. A universal subarachnoid hemorrhage \
                   scale: report of a committee of the World Federation of Neurosurgical \
                   Societies. J Neurol Neurosurg Psychiatry 1988;51:1457.",
        doi: Some("10.1136/jnnp.51.11.1457"),
        pmid: Some("3236024"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let glasgow = values.of(GLASGOW_COMA_SCALE)?;
    let deficit = values.of(DEFICIT)?;
    if glasgow > 14.0 && deficit {
        return Err(NoResult::outside(
            &[GLASGOW_COMA_SCALE.input.name, DEFICIT.input.name],
            text(
                "the scale of 1988 has no grade for a Glasgow of 15 with a motor deficit; report \
                 the two",
                "a escala de 1988 não tem grau para Glasgow 15 com déficit motor; registre os dois",
            ),
        ));
    }
    let split = if deficit { 3.0 } else { 2.0 };
    let grades = [
        at_most(6.0, 5.0),
        at_most(12.0, 4.0),
        at_most(14.0, split),
        more(1.0),
    ];
    let grade = within(&grades, glasgow).ok_or(NoResult::Defect("a Glasgow has no grade"))?;
    Ok(Outcome::number("grade", grade))
}
