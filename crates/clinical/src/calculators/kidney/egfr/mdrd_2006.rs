//! Glomerular filtration rate by the MDRD equation, for comparison with old values.

use super::{EGFR, STANDARDIZED};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CREATININE, SEX};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mdrd-2006",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate (MDRD 2006), for comparison only",
        "Taxa de filtração glomerular (MDRD 2006), só para comparação",
    ),
    description: text(
        "The four-variable MDRD equation with its factor 175 for standardized creatinine, to \
         compare with values of former years; the CKD-EPI equation of 2021 has replaced it. It \
         gets no KDIGO category. The race coefficient is left out on purpose.",
        "A equação MDRD de quatro variáveis com fator 175 para creatinina padronizada, para \
         comparar com valores de anos anteriores; foi substituída pela CKD-EPI de 2021. Não recebe \
         categoria KDIGO. O coeficiente de raça foi omitido de propósito.",
    ),
    aliases: &["MDRD", "MDRD-4", "IDMS-MDRD"],
    inputs: &[SEX.input, AGE.input, CREATININE.input],
    results: &[EGFR],
    validity: &[ADULTS],
    assumptions: &[STANDARDIZED],
    reference: Reference {
        citation: "Levey AS, Coresh J, Greene T, et al. Using standardized serum creatinine values \
                   in the Modification of Diet in Renal Disease study equation for estimating \
                   glomerular filtration rate. Ann Intern Med 2006;145:247-254.",
        doi: Some("10.7326/0003-4819-145-4-200608150-00004"),
        pmid: Some("16908915"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let egfr = 175.0
        * values.of(CREATININE)?.powf(-1.154)
        * values.of(AGE)?.powf(-0.203)
        * sex.pick(1.0, 0.742);
    let imprecise = text(
        "Above 60 the MDRD equation underestimates and is imprecise; it was reported as \"more \
         than 60\".",
        "Acima de 60 a equação MDRD subestima e é imprecisa; era relatada como \"maior que 60\".",
    );
    Ok(Outcome::number("egfr", egfr).warn_if(egfr > 60.0, imprecise))
}
