//! FIB-4: fibrosis of the liver from age, transaminases and platelets.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, choice, chosen, less_than, more, output, text, within,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ADULTS, AGE, ALT, AST, PLATELETS};
use crate::round::steady;
use crate::values::Values;

const DISEASES: &[Choice] = &[
    choice(
        "hepatitis-c",
        "hepatitis C, with or without HIV",
        "hepatite C, com ou sem HIV",
    ),
    choice(
        "steatotic",
        "metabolic steatotic liver disease (MASLD, NAFLD)",
        "doença hepática esteatótica metabólica (MASLD, DHGNA)",
    ),
    choice("other", "another or unknown", "outra ou desconhecida"),
];
const LIVER_DISEASE: OneOf = one_of(
    "liver_disease_cause",
    DISEASES,
    "Liver disease behind it",
    "Doença hepática de base",
)
.defined(
    "It decides which published limits apply; for another disease only the number is given.",
    "Decide quais limites publicados valem; para outra doença só o número é dado.",
);

const INDEX: Output = Output {
    interpretations: &[
        chosen(
            "low",
            "advanced fibrosis unlikely",
            "fibrose avançada improvável",
        ),
        chosen(
            "indeterminate",
            "indeterminate: another test is needed",
            "indeterminado: é necessário outro exame",
        ),
        chosen(
            "high",
            "advanced fibrosis likely",
            "fibrose avançada provável",
        ),
    ],
    ..output(
        OutputKind::Laboratory,
        "fib_4",
        text("FIB-4 index", "Índice FIB-4"),
        "1",
        2,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fib-4-2006",
    version: "1.0.0",
    category: Category::Liver,
    title: text("FIB-4 index", "Índice FIB-4"),
    description: text(
        "Likelihood of advanced fibrosis of the liver from age, AST, ALT and platelets. The limits \
         depend on the liver disease: 1.45 and 3.25 in hepatitis C (2006); 1.30, or 2.0 from 65 \
         years, and 2.67 in metabolic steatotic disease. Not in acute hepatitis, which raises it.",
        "Probabilidade de fibrose hepática avançada por idade, AST, ALT e plaquetas. Os limites \
         dependem da doença: 1,45 e 3,25 na hepatite C (2006); 1,30, ou 2,0 a partir dos 65 anos, \
         e 2,67 na doença esteatótica metabólica. Não usar na hepatite aguda, que o eleva.",
    ),
    aliases: &[
        "FIB4",
        "fibrose hepática",
        "liver fibrosis",
        "esteatose",
        "MASLD",
        "NAFLD",
        "DHGNA",
    ],
    inputs: &[
        AGE.input,
        AST.input,
        ALT.input,
        PLATELETS.input,
        LIVER_DISEASE.input,
    ],
    results: &[INDEX],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Sterling RK, Lissen E, Clumeck N, et al. Development of a simple noninvasive \
                   index to predict significant fibrosis in patients with HIV/HCV coinfection. \
                   Hepatology 2006;43:1317-1325.",
        doi: Some("10.1002/hep.21178"),
        pmid: Some("16729309"),
    },
    sources: &[
        Reference {
            citation: "Shah AG, Lydecker A, Murray K, et al. Comparison of noninvasive markers of \
                       fibrosis in patients with nonalcoholic fatty liver disease. Clin \
                       Gastroenterol Hepatol 2009;7:1104-1112.",
            doi: Some("10.1016/j.cgh.2009.05.033"),
            pmid: None,
        },
        Reference {
            citation: "McPherson S, Hardy T, Dufour JF, et al. Age as a confounding factor for \
                       the accurate non-invasive diagnosis of advanced NAFLD fibrosis. Am J \
                       Gastroenterol 2017;112:740-751.",
            doi: Some("10.1038/ajg.2016.453"),
            pmid: None,
        },
    ],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let age = values.of(AGE)?;
    let index = age * values.of(AST)? / (values.of(PLATELETS)? * values.of(ALT)?.sqrt());
    let index = steady(index);
    let outcome = Outcome::number(INDEX.name, index).warn_if(
        !(35.0..=65.0).contains(&age),
        text(
            "The index is less accurate below 35 and above 65 years.",
            "O índice é menos preciso abaixo de 35 e acima de 65 anos.",
        ),
    );
    // Below the first number unlikely, above the second likely.
    let (lower, upper) = match values.of(LIVER_DISEASE)? {
        "hepatitis-c" => (1.45, 3.25),
        "steatotic" => {
            let lower = within(&[less_than(65.0, 1.30), more(2.0)], age);
            (lower.ok_or(NoResult::Defect("an age has no limit"))?, 2.67)
        }
        _ => return Ok(outcome.uninterpreted()),
    };
    Ok(outcome.meaning(match index {
        index if index < lower => "low",
        index if index <= upper => "indeterminate",
        _ => "high",
    }))
}
