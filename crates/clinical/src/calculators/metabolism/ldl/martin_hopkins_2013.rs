//! LDL cholesterol by the method of Martin and Hopkins.

use super::{LDL, LIPIDS, estimate};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::TRIGLYCERIDES;
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ldl-martin-hopkins-2013",
    version: "1.0.0",
    category: Category::Metabolism,
    title: text(
        "LDL cholesterol (Martin-Hopkins 2013)",
        "Colesterol LDL (Martin-Hopkins 2013)",
    ),
    description: text(
        "Estimates the LDL cholesterol from a lipid panel with triglycerides under 400 mg/dL: \
         these are divided by a factor from a table by triglycerides and non-HDL cholesterol, \
         instead of by 5. Closer than Friedewald at a low LDL or high triglycerides; fasting is \
         not needed. Not for type III hyperlipoproteinemia.",
        "Estima o colesterol LDL a partir de um perfil lipídico com triglicerídeos abaixo de \
         400 mg/dL: eles são divididos por um fator tabelado por triglicerídeos e colesterol não \
         HDL, em vez de por 5. Mais próximo que Friedewald com LDL baixo ou triglicerídeos altos; \
         não exige jejum. Não vale na hiperlipoproteinemia tipo III.",
    ),
    aliases: &["Martin", "Hopkins", "LDL calculado", "LDL-c", "VLDL"],
    inputs: LIPIDS,
    results: &[LDL],
    validity: &[TRIGLYCERIDES.less_than(400.0)],
    assumptions: &[text(
        "The table is printed for whole mg/dL: what lies between two of its rows or columns counts \
         to the lower one.",
        "A tabela é impressa em mg/dL inteiros: o que fica entre duas linhas ou colunas conta na \
         de baixo.",
    )],
    reference: Reference {
        citation: "Martin SS, Blaha MJ, Elshazly MB, et al. Comparison of a novel method vs the \
                   Friedewald equation for estimating low-density lipoprotein cholesterol levels \
                   from the standard lipid profile. JAMA 2013;310:2061-2068.",
        doi: Some("10.1001/jama.2013.280532"),
        pmid: Some("24240933"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Where each row and column begins, in mg/dL. The publication's last row, from 400
/// of triglycerides, is left out: there the method is not reliable.
const TRIGLYCERIDES_FROM: [f64; 29] = [
    7.0, 50.0, 57.0, 62.0, 67.0, 72.0, 76.0, 80.0, 84.0, 88.0, 93.0, 97.0, 101.0, 106.0, 111.0,
    116.0, 121.0, 127.0, 133.0, 139.0, 147.0, 155.0, 164.0, 174.0, 186.0, 202.0, 221.0, 248.0,
    293.0,
];
const NON_HDL_FROM: [f64; 6] = [0.0, 100.0, 130.0, 160.0, 190.0, 220.0];

/// Median ratios of triglycerides to VLDL cholesterol.
const FACTORS: [[f64; 6]; 29] = [
    [3.5, 3.4, 3.3, 3.3, 3.2, 3.1],
    [4.0, 3.9, 3.7, 3.6, 3.6, 3.4],
    [4.3, 4.1, 4.0, 3.9, 3.8, 3.6],
    [4.5, 4.3, 4.1, 4.0, 3.9, 3.9],
    [4.7, 4.4, 4.3, 4.2, 4.1, 3.9],
    [4.8, 4.6, 4.4, 4.2, 4.2, 4.1],
    [4.9, 4.6, 4.5, 4.3, 4.3, 4.2],
    [5.0, 4.8, 4.6, 4.4, 4.3, 4.2],
    [5.1, 4.8, 4.6, 4.5, 4.4, 4.3],
    [5.2, 4.9, 4.7, 4.6, 4.4, 4.3],
    [5.3, 5.0, 4.8, 4.7, 4.5, 4.4],
    [5.4, 5.1, 4.8, 4.7, 4.5, 4.3],
    [5.5, 5.2, 5.0, 4.7, 4.6, 4.5],
    [5.6, 5.3, 5.0, 4.8, 4.6, 4.5],
    [5.7, 5.4, 5.1, 4.9, 4.7, 4.5],
    [5.8, 5.5, 5.2, 5.0, 4.8, 4.6],
    [6.0, 5.5, 5.3, 5.0, 4.8, 4.6],
    [6.1, 5.7, 5.3, 5.1, 4.9, 4.7],
    [6.2, 5.8, 5.4, 5.2, 5.0, 4.7],
    [6.3, 5.9, 5.6, 5.3, 5.0, 4.8],
    [6.5, 6.0, 5.7, 5.4, 5.1, 4.8],
    [6.7, 6.2, 5.8, 5.4, 5.2, 4.9],
    [6.8, 6.3, 5.9, 5.5, 5.3, 5.0],
    [7.0, 6.5, 6.0, 5.7, 5.4, 5.1],
    [7.3, 6.7, 6.2, 5.8, 5.5, 5.2],
    [7.6, 6.9, 6.4, 6.0, 5.6, 5.3],
    [8.0, 7.2, 6.6, 6.2, 5.9, 5.4],
    [8.5, 7.6, 7.0, 6.5, 6.1, 5.6],
    [9.5, 8.3, 7.5, 7.0, 6.5, 5.9],
];

/// The place of the last start that a number has reached.
fn reached(starts: &[f64], number: f64) -> usize {
    starts
        .partition_point(|start| *start <= number)
        .saturating_sub(1)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    estimate(values, |total, hdl, triglycerides| {
        // A difference of decimals must not end up a hair below its column.
        let non_hdl = steady(total - hdl);
        let row = reached(&TRIGLYCERIDES_FROM, triglycerides);
        let column = reached(&NON_HDL_FROM, non_hdl);
        non_hdl - triglycerides / FACTORS[row][column]
    })
}
