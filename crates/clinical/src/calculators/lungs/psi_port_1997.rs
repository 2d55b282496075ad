//! Pneumonia severity index (PSI, PORT).

use crate::criterion::sum_with;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Range, Reference, Text, at_most, chosen, greatest, less_than, more, output, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{
    self, ADULTS, AGE, ARTERIAL_PH, BUN, GLUCOSE, HEART_FAILURE, HEART_RATE, HEMATOCRIT,
    OXYGEN_SATURATION, PAO2, PLEURAL_EFFUSION, RESPIRATORY_RATE, SEX, SODIUM, SYSTOLIC_BP,
    TEMPERATURE, UREA, UREA_OR_BUN,
};
use crate::values::Values;
use crate::violation::{Code, Finding};

const NURSING_HOME: Flag = flag(
    "nursing_home_resident",
    "Nursing home resident",
    "Residente em instituição de longa permanência",
);
const NEOPLASTIC_DISEASE: Flag = flag(
    "neoplastic_disease",
    "Neoplastic disease",
    "Neoplasia",
)
.defined(
    "Any cancer but basal or squamous cell of the skin, active or diagnosed within a year.",
    "Qualquer câncer, exceto basocelular ou espinocelular de pele, ativo ou diagnosticado há menos \
     de um ano.",
);
const LIVER_DISEASE: Flag = flag(
    "chronic_liver_disease",
    "Chronic liver disease",
    "Doença hepática crônica",
);
const CEREBROVASCULAR_DISEASE: Flag = inputs::CEREBROVASCULAR_DISEASE.defined(
    "Stroke or transient ischaemic attack.",
    "AVC ou ataque isquêmico transitório.",
);
const RENAL_DISEASE: Flag = flag(
    "chronic_kidney_disease",
    "Chronic kidney disease",
    "Doença renal crônica",
);
const ALTERED_MENTAL_STATUS: Flag = flag(
    "new_altered_mental_status",
    "Altered mental status",
    "Alteração do estado mental",
)
.defined(
    "New disorientation, stupor or coma.",
    "Desorientação nova, estupor ou coma.",
);

/// What a person of class I has nothing of.
const FIRST_STEP: &[Criterion] = &[
    NEOPLASTIC_DISEASE.adds(30.0),
    LIVER_DISEASE.adds(20.0),
    HEART_FAILURE.adds(10.0),
    CEREBROVASCULAR_DISEASE.adds(10.0),
    RENAL_DISEASE.adds(10.0),
    ALTERED_MENTAL_STATUS.adds(20.0),
    RESPIRATORY_RATE.adds_by(&[less_than(30.0, 0.0), more(20.0)]),
    SYSTOLIC_BP.adds_by(&[less_than(90.0, 20.0), more(0.0)]),
    TEMPERATURE.adds_by(&[less_than(35.0, 15.0), less_than(40.0, 0.0), more(15.0)]),
    HEART_RATE.adds_by(&[less_than(125.0, 0.0), more(10.0)]),
];

const UREA_MMOL: &[Range] = &[less_than(11.0, 0.0), more(20.0)];
/// What the laboratory and the radiograph add; 30 mg/dL of nitrogen are 64.2 of urea.
const SECOND_STEP: &[Criterion] = &[
    SEX.adds(&[("male", 0.0), ("female", -10.0)]),
    NURSING_HOME.adds(10.0),
    ARTERIAL_PH.adds_by(&[less_than(7.35, 30.0), more(0.0)]),
    UREA.adds_in(&[
        ("mmol/L", UREA_MMOL),
        ("mg/dL", &[less_than(64.2, 0.0), more(20.0)]),
    ]),
    BUN.adds_in(&[
        ("mmol/L", UREA_MMOL),
        ("mg/dL", &[less_than(30.0, 0.0), more(20.0)]),
    ]),
    SODIUM.adds_by(&[less_than(130.0, 20.0), more(0.0)]),
    GLUCOSE.adds_in(&[
        ("mg/dL", &[less_than(250.0, 0.0), more(10.0)]),
        ("mmol/L", &[less_than(14.0, 0.0), more(10.0)]),
    ]),
    HEMATOCRIT.adds_by(&[less_than(30.0, 10.0), more(0.0)]),
    greatest(&[
        OXYGEN_SATURATION.adds_by(&[less_than(90.0, 10.0), more(0.0)]),
        PAO2.adds_by(&[less_than(60.0, 10.0), more(0.0)]),
    ]),
    PLEURAL_EFFUSION.adds(10.0),
];

const CLASS: Output = Output {
    interpretations: &[
        chosen("I", "class I: low risk", "classe I: risco baixo"),
        chosen("II", "class II: low risk", "classe II: risco baixo"),
        chosen("III", "class III: low risk", "classe III: risco baixo"),
        chosen("IV", "class IV: moderate risk", "classe IV: risco moderado"),
        chosen("V", "class V: high risk", "classe V: risco alto"),
    ],
    ..output(
        OutputKind::Score,
        "risk_class",
        text("Risk class (1 to 5)", "Classe de risco (1 a 5)"),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "psi-port-1997",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Pneumonia severity index (PSI, PORT)",
        "Índice de gravidade da pneumonia (PSI, PORT)",
    ),
    description: text(
        "Risk of death within 30 days of an adult with community-acquired pneumonia, in five \
         classes. Up to 50 years, without the five diseases and the five findings, it is class I \
         without any laboratory value; all others need the laboratory and a radiograph. It finds \
         those of low risk; it is no criterion for intensive care.",
        "Risco de morte em 30 dias de um adulto com pneumonia adquirida na comunidade, em cinco \
         classes. Até 50 anos, sem as cinco doenças e os cinco achados, é classe I sem nenhum \
         exame; os demais precisam de exames e radiografia. Identifica os de baixo risco; não é \
         critério de terapia intensiva.",
    ),
    aliases: &["PSI", "PORT", "Fine", "pneumonia", "PAC", "CAP"],
    inputs: &[
        AGE.input,
        SEX.input,
        NURSING_HOME.input,
        NEOPLASTIC_DISEASE.input,
        LIVER_DISEASE.input,
        HEART_FAILURE.input,
        CEREBROVASCULAR_DISEASE.input,
        RENAL_DISEASE.input,
        ALTERED_MENTAL_STATUS.input,
        RESPIRATORY_RATE.input,
        SYSTOLIC_BP.input,
        TEMPERATURE.input,
        HEART_RATE.input,
        ARTERIAL_PH.optional().input,
        UREA.optional().input,
        BUN.optional().input,
        SODIUM.optional().input,
        GLUCOSE.optional().input,
        HEMATOCRIT.optional().input,
        OXYGEN_SATURATION.optional().input,
        PAO2.optional().input,
        PLEURAL_EFFUSION.optional().input,
    ],
    results: &[
        CLASS,
        output(OutputKind::Score, "score", text("Points", "Pontos"), "1", 0),
    ],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Fine MJ, Auble TE, Yealy DM, et al. A prediction rule to identify low-risk \
                   patients with community-acquired pneumonia. N Engl J Med 1997;336:243-250.",
        doi: Some("10.1056/NEJM199701233360402"),
        pmid: Some("8995086"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Whether age, diseases and findings alone make it class I, if all are known.
fn is_first_class(values: &Values) -> Option<bool> {
    let mut without = values.find(AGE)? <= 50.0;
    for criterion in FIRST_STEP {
        without &= criterion.points(values).ok()?? == 0.0;
    }
    Some(without)
}

/// What the second step cannot do without, and was not sent.
fn missing(values: &Values) -> Vec<&'static str> {
    let needed = [
        SODIUM.input.name,
        GLUCOSE.input.name,
        HEMATOCRIT.input.name,
        OXYGEN_SATURATION.input.name,
        PLEURAL_EFFUSION.input.name,
    ];
    let mut missing = needed.to_vec();
    missing.retain(|name| values.get(name).is_none());
    if UREA_OR_BUN.iter().all(|name| values.get(name).is_none()) {
        missing.push(UREA.input.name);
    }
    missing
}

fn check(values: &Values) -> Vec<Finding> {
    let mut found = Vec::new();
    if UREA_OR_BUN.iter().all(|name| values.get(name).is_some()) {
        let twice = text(
            "send either urea or its nitrogen: they say the same thing",
            "envie ou a ureia ou o nitrogênio ureico: dizem a mesma coisa",
        );
        found.extend(Finding::at_each(UREA_OR_BUN, Code::DuplicateField, twice));
    }
    if is_first_class(values) == Some(false) {
        const NEEDED: Text = text(
            "it is needed for everyone who is not of class I by age, diseases and findings",
            "é necessário para todos que não são da classe I por idade, doenças e achados",
        );
        found.extend(Finding::at_each(&missing(values), Code::Missing, NEEDED));
    }
    found
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let first_class = is_first_class(values).unwrap_or_default();
    if first_class && !missing(values).is_empty() {
        return Ok(Outcome::number(CLASS.name, 1.0).meaning("I"));
    }
    let mut items = vec![AGE.gives(values.of(AGE)?)];
    items.extend(sum_with(values, Vec::new(), FIRST_STEP)?.items);
    let sum = sum_with(values, items, SECOND_STEP)?;
    let points = sum.last().unwrap_or_default();
    let ranges = [
        at_most(70.0, 2.0),
        at_most(90.0, 3.0),
        at_most(130.0, 4.0),
        more(5.0),
    ];
    let class = if first_class {
        1.0
    } else {
        within(&ranges, points).ok_or(NoResult::Defect("a sum has no class"))?
    };
    let codes = CLASS.interpretations.iter().map(|one| one.code);
    let code = codes
        .zip(1_u8..)
        .find(|(_, place)| f64::from(*place) == class);
    let code = code.ok_or(NoResult::Defect("a class has no name"))?.0;
    let outcome = Outcome::number(CLASS.name, class).meaning(code);
    let outcome = Outcome {
        items: sum.items,
        ..outcome.and("score", points)
    };
    Ok(outcome.warn_if(
        !first_class && values.find(ARTERIAL_PH).is_none(),
        text(
            "No arterial pH was sent: it adds nothing. Below 7.35 the sum would be 30 points more.",
            "O pH arterial não foi enviado e não soma pontos. Abaixo de 7,35 a soma teria mais 30 \
             pontos.",
        ),
    ))
}
