//! The response that is expected to one acid-base disorder.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, Text, choice, chosen, output, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{BICARBONATE, PACO2};
use crate::round::steady;
use crate::values::Values;

const DISORDER: OneOf = one_of(
    "primary_disorder",
    DISORDERS,
    "Primary disorder",
    "Distúrbio primário",
)
.defined(
    "The disorder that explains the pH. Respiratory ones are chronic after 2 to 5 days.",
    "O distúrbio que explica o pH. Os respiratórios são crônicos após 2 a 5 dias.",
);
const DISORDERS: &[Choice] = &[
    choice(
        "metabolic-acidosis",
        "metabolic acidosis",
        "acidose metabólica",
    ),
    choice(
        "metabolic-alkalosis",
        "metabolic alkalosis",
        "alcalose metabólica",
    ),
    choice(
        "acute-respiratory-acidosis",
        "acute respiratory acidosis",
        "acidose respiratória aguda",
    ),
    choice(
        "chronic-respiratory-acidosis",
        "chronic respiratory acidosis",
        "acidose respiratória crônica",
    ),
    choice(
        "acute-respiratory-alkalosis",
        "acute respiratory alkalosis",
        "alcalose respiratória aguda",
    ),
    choice(
        "chronic-respiratory-alkalosis",
        "chronic respiratory alkalosis",
        "alcalose respiratória crônica",
    ),
];

const PRESSURE: Output = Output {
    interpretations: &[
        chosen(
            "as-expected",
            "the measured PaCO2 is as expected",
            "a PaCO2 medida é a esperada",
        ),
        chosen(
            "measured-lower",
            "the measured PaCO2 is lower: a respiratory alkalosis too is likely",
            "a PaCO2 medida é menor: provável alcalose respiratória associada",
        ),
        chosen(
            "measured-higher",
            "the measured PaCO2 is higher: a respiratory acidosis too is likely",
            "a PaCO2 medida é maior: provável acidose respiratória associada",
        ),
    ],
    ..output(
        OutputKind::Laboratory,
        "expected_paco2",
        text("Expected PaCO2 (±2)", "PaCO2 esperada (±2)"),
        "mm[Hg]",
        1,
    )
};
const BICARBONATES: Output = output(
    OutputKind::Laboratory,
    "expected_bicarbonate_low",
    text(
        "Expected bicarbonate, lower end",
        "Bicarbonato esperado, limite inferior",
    ),
    "mmol/L",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "acid-base-compensation",
    version: "1.0.0",
    category: Category::Electrolytes,
    title: text(
        "Expected response to an acid-base disorder (Winter and others)",
        "Compensação esperada no distúrbio ácido-base (Winter e outras)",
    ),
    description: text(
        "For the primary disorder that was stated, the PaCO2 that the lungs or the bicarbonate \
         that the kidneys are expected to answer with, to find a second disorder. The rules are \
         approximations; the one for metabolic alkalosis is the least reliable. A normal pH does \
         not exclude a disorder.",
        "Para o distúrbio primário informado, a PaCO2 com que os pulmões, ou o bicarbonato com que \
         os rins devem responder, para achar um segundo distúrbio. As regras são aproximações; a \
         da alcalose metabólica é a menos confiável. pH normal não exclui distúrbio.",
    ),
    aliases: &[
        "Winter",
        "Winters",
        "gasometria",
        "blood gas",
        "compensação",
        "acidose",
        "alcalose",
    ],
    inputs: &[DISORDER.input, BICARBONATE.input, PACO2.input],
    results: &[
        PRESSURE,
        BICARBONATES,
        Output {
            name: "expected_bicarbonate_high",
            title: text(
                "Expected bicarbonate, upper end",
                "Bicarbonato esperado, limite superior",
            ),
            ..BICARBONATES
        },
    ],
    assumptions: &[
        text(
            "The disorder is the one that was stated, and there was time to respond: 12 to 24 \
             hours in metabolic acidosis, 24 to 36 in metabolic alkalosis.",
            "O distúrbio é o informado, e houve tempo para a resposta: 12 a 24 horas na acidose \
             metabólica, 24 a 36 na alcalose metabólica.",
        ),
        text(
            "A normal PaCO2 is 40 mmHg and a normal bicarbonate 24 mmol/L, at sea level.",
            "A PaCO2 normal é 40 mmHg e o bicarbonato normal 24 mmol/L, ao nível do mar.",
        ),
    ],
    reference: Reference {
        citation: "Berend K, de Vries AP, Gans RO. Physiological approach to assessment of \
                   acid-base disturbances. N Engl J Med 2014;371:1434-1445.",
        doi: Some("10.1056/NEJMra1003327"),
        pmid: Some("25295502"),
    },
    sources: &[Reference {
        citation: "Albert MS, Dell RB, Winters RW. Quantitative displacement of acid-base \
                   equilibrium in metabolic acidosis. Ann Intern Med 1967;66:312-322.",
        doi: Some("10.7326/0003-4819-66-2-312"),
        pmid: Some("6016545"),
    }],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (bicarbonate, paco2) = (values.of(BICARBONATE)?, values.of(PACO2)?);
    let tens = (paco2 - 40.0) / 10.0;
    match values.of(DISORDER)? {
        "metabolic-acidosis" if bicarbonate < 24.0 => Ok(lungs(1.5 * bicarbonate + 8.0, paco2)),
        "metabolic-alkalosis" if bicarbonate > 24.0 => {
            let uncertain = text(
                "In metabolic alkalosis the PaCO2 is hard to predict; above about 55 mmHg it is \
                 rarely the response alone.",
                "Na alcalose metabólica a PaCO2 é difícil de prever; acima de cerca de 55 mmHg \
                 raramente é só a resposta.",
            );
            let expected = 0.7 * (bicarbonate - 24.0) + 40.0;
            Ok(lungs(expected, paco2).warn_if(true, uncertain))
        }
        "acute-respiratory-acidosis" if tens > 0.0 => Ok(kidneys(tens, 1.0, 1.0)),
        "chronic-respiratory-acidosis" if tens > 0.0 => {
            let others = text(
                "Other sources expect 3 to 3.5 mmol/L for each 10 mmHg in chronic respiratory \
                 acidosis, not 4 to 5.",
                "Outras fontes esperam 3 a 3,5 mmol/L para cada 10 mmHg na acidose respiratória \
                 crônica, e não 4 a 5.",
            );
            Ok(kidneys(tens, 4.0, 5.0).warn_if(true, others))
        }
        "acute-respiratory-alkalosis" if tens < 0.0 => Ok(kidneys(tens, 2.0, 2.0)),
        "chronic-respiratory-alkalosis" if tens < 0.0 => Ok(kidneys(tens, 5.0, 4.0)),
        _ => Err(NoResult::outside(
            &[
                DISORDER.input.name,
                BICARBONATE.input.name,
                PACO2.input.name,
            ],
            CONTRADICTION,
        )),
    }
}

const CONTRADICTION: Text = text(
    "the values contradict the primary disorder: bicarbonate is below 24 mmol/L in metabolic \
     acidosis and above it in alkalosis, PaCO2 above 40 mmHg in respiratory acidosis and below it \
     in alkalosis",
    "os valores contradizem o distúrbio primário: o bicarbonato é menor que 24 mmol/L na acidose \
     metabólica e maior na alcalose, a PaCO2 maior que 40 mmHg na acidose respiratória e menor na \
     alcalose",
);

/// The expected PaCO2, and how the measured one compares with it.
fn lungs(expected: f64, measured: f64) -> Outcome {
    let excess = steady(measured - expected);
    let code = if excess < -2.0 {
        "measured-lower"
    } else if excess <= 2.0 {
        "as-expected"
    } else {
        "measured-higher"
    };
    Outcome::number("expected_paco2", expected).meaning(code)
}

/// The expected bicarbonate between two changes for each 10 mmHg of PaCO2.
fn kidneys(tens: f64, low: f64, high: f64) -> Outcome {
    Outcome::number("expected_bicarbonate_low", 24.0 + low * tens)
        .and("expected_bicarbonate_high", 24.0 + high * tens)
}
