//! Risk groups of suspected dengue by the Brazilian Ministry of Health, 6th edition of
//! its guide.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    chosen, output, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;
use crate::values::Values;

/// Group D.
const SEVERE: [Flag; 3] = [
    flag(
        "dengue_shock",
        "Signs of shock or of severe plasma leakage",
        "Sinais de choque ou de extravasamento grave de plasma",
    )
    .defined(
        "Leakage of plasma that leads to shock, shown by tachycardia, cold extremities, a weak and \
         thready pulse, capillary refill of more than 2 seconds, pulse pressure below 20 mmHg, \
         fast breathing, urine below 1.5 mL/kg/h; late, low blood pressure and cyanosis. Also \
         fluid accumulation with respiratory distress.",
        "Extravasamento de plasma que leva ao choque, evidenciado por taquicardia, extremidades \
         frias, pulso fraco e filiforme, enchimento capilar acima de 2 segundos, pressão arterial \
         convergente (diferença abaixo de 20 mmHg), taquipneia, diurese abaixo de 1,5 mL/kg/h; na \
         fase tardia, hipotensão e cianose. Também acúmulo de líquidos com insuficiência \
         respiratória.",
    ),
    flag("severe_bleeding", "Severe bleeding", "Sangramento grave").defined(
        "Haematemesis, melaena, voluminous metrorrhagia, bleeding of the central nervous system or \
         with haemodynamic instability.",
        "Hematêmese, melena, metrorragia volumosa, sangramento do sistema nervoso central ou com \
         instabilidade hemodinâmica.",
    ),
    flag(
        "severe_organ_involvement",
        "Severe involvement of an organ",
        "Comprometimento grave de órgão",
    )
    .defined(
        "Severe hepatitis (AST or ALT above 1000 U/L), encephalopathy, myocarditis or failure of \
         another organ.",
        "Hepatite grave (AST ou ALT acima de 1000 U/L), encefalopatia, miocardite ou disfunção \
         grave de outro órgão.",
    ),
];

/// Group C: the eight alarm signs.
const ALARM: [Flag; 8] = [
    flag(
        "intense_abdominal_pain",
        "Intense and continuous abdominal pain",
        "Dor abdominal intensa e contínua",
    )
    .defined(
        "Told by the person or found on palpation.",
        "Referida ou à palpação.",
    ),
    flag(
        "persistent_vomiting",
        "Persistent vomiting",
        "Vômitos persistentes",
    ),
    flag(
        "fluid_accumulation",
        "Accumulation of fluid",
        "Acúmulo de líquidos",
    )
    .defined(
        "Ascites, pleural or pericardial effusion.",
        "Ascite, derrame pleural ou derrame pericárdico.",
    ),
    flag(
        "postural_hypotension_or_fainting",
        "Postural hypotension or fainting",
        "Hipotensão postural ou lipotimia",
    ),
    flag(
        "liver_enlarged_over_2cm",
        "Liver more than 2 cm below the costal margin",
        "Hepatomegalia maior que 2 cm abaixo do rebordo costal",
    ),
    flag(
        "mucosal_bleeding",
        "Bleeding of a mucous membrane",
        "Sangramento de mucosa",
    ),
    flag(
        "lethargy_or_irritability",
        "Lethargy or irritability",
        "Letargia ou irritabilidade",
    ),
    flag(
        "rising_haematocrit",
        "Progressive rise of the haematocrit",
        "Aumento progressivo do hematócrito",
    ),
];

/// Group B, besides the age.
const SPECIAL: [Flag; 4] = [
    flag(
        "skin_bleeding",
        "Bleeding of the skin, spontaneous or induced",
        "Sangramento de pele, espontâneo ou induzido",
    )
    .defined(
        "Petechiae, or a positive tourniquet test.",
        "Petéquias, ou prova do laço positiva.",
    ),
    flag("pregnant", "Pregnant", "Gestante"),
    flag(
        "dengue_comorbidity",
        "Comorbidity that the guide names",
        "Comorbidade citada pelo guia",
    )
    .defined(
        "Hypertension or another severe cardiovascular disease, diabetes, COPD or asthma, obesity, \
         chronic blood disease (above all sickle cell disease and purpura), chronic kidney \
         disease, peptic disease, liver disease or autoimmune disease.",
        "Hipertensão arterial ou outra doença cardiovascular grave, diabetes, DPOC ou asma, \
         obesidade, doença hematológica crônica (principalmente anemia falciforme e púrpuras), \
         doença renal crônica, doença ácido-péptica, hepatopatia ou doença autoimune.",
    ),
    flag("social_risk", "Social risk", "Risco social").defined(
        "Lives alone, cannot return to the service or cannot drink at home as prescribed.",
        "Mora só, não tem como voltar ao serviço ou não consegue hidratar-se em casa como \
         prescrito.",
    ),
];

const GROUP: Output = Output {
    interpretations: &[
        chosen(
            "group-a",
            "group A: treatment at home, reassessment",
            "grupo A: tratamento em domicílio com reavaliação",
        ),
        chosen(
            "group-b",
            "group B: observation until the blood count is known",
            "grupo B: observação até o resultado do hemograma",
        ),
        chosen(
            "group-c",
            "group C: alarm signs, fluids into a vein and admission",
            "grupo C: sinais de alarme, hidratação venosa e internação",
        ),
        chosen(
            "group-d",
            "group D: severe dengue, emergency",
            "grupo D: dengue grave, emergência",
        ),
    ],
    ..output(
        OutputKind::Score,
        "group",
        text(
            "Risk group (1 is A, 2 is B, 3 is C, 4 is D)",
            "Grupo de risco (1 é A, 2 é B, 3 é C, 4 é D)",
        ),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "dengue-ms",
    version: "1.0.0",
    category: Category::Infection,
    title: text(
        "Dengue: risk groups A to D (Brazilian Ministry of Health)",
        "Dengue: grupos de risco A a D (Ministério da Saúde)",
    ),
    description: text(
        "Group A, B, C or D of a suspected case of dengue, by signs of severity, alarm signs and \
         special conditions, after the guide of 2024 (6th edition). To be repeated at every visit: \
         the group changes with the course of the disease.",
        "Grupo A, B, C ou D de um caso suspeito de dengue, por sinais de gravidade, sinais de \
         alarme e condições especiais, segundo o guia de 2024 (6ª edição). Deve ser repetido a \
         cada avaliação: o grupo muda com a evolução da doença.",
    ),
    aliases: &["dengue", "arbovirose", "sinais de alarme", "grupo A B C D"],
    inputs: &[
        AGE.input,
        SPECIAL[1].input,
        SPECIAL[0].input,
        SPECIAL[2].input,
        SPECIAL[3].input,
        ALARM[0].input,
        ALARM[1].input,
        ALARM[2].input,
        ALARM[3].input,
        ALARM[4].input,
        ALARM[5].input,
        ALARM[6].input,
        ALARM[7].input,
        SEVERE[0].input,
        SEVERE[1].input,
        SEVERE[2].input,
    ],
    results: &[
        GROUP,
        output(
            OutputKind::Score,
            "alarm_signs",
            text("Number of alarm signs", "Número de sinais de alarme"),
            "1",
            0,
        ),
    ],
    assumptions: &[text(
        "The person is a suspected case of dengue as the guide defines it: fever of 2 to 7 days \
         with two or more of nausea or vomiting, rash, pain of muscles or joints, headache or pain \
         behind the eyes, petechiae or positive tourniquet test, leukopenia.",
        "A pessoa é um caso suspeito de dengue como o guia define: febre de 2 a 7 dias com dois ou \
         mais entre náusea ou vômitos, exantema, mialgia ou artralgia, cefaleia ou dor \
         retro-orbital, petéquias ou prova do laço positiva, leucopenia.",
    )],
    reference: Reference {
        citation: "Brasil. Ministério da Saúde. Secretaria de Vigilância em Saúde e Ambiente. \
                   Dengue: diagnóstico e manejo clínico: adulto e criança. 6. ed. Brasília: \
                   Ministério da Saúde; 2024.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let count = |signs: &[Flag]| {
        signs.iter().try_fold(0.0, |count, &sign| {
            Ok(count + values.points_if(sign, 1.0)?.points)
        })
    };
    let age = values.of(AGE)?;
    let alarm = count(&ALARM)?;
    // Infants under 24 months, and people over 65.
    let by_age = !(2.0..=65.0).contains(&age);
    let (group, code) = if count(&SEVERE)? > 0.0 {
        (4.0, "group-d")
    } else if alarm > 0.0 {
        (3.0, "group-c")
    } else if by_age || count(&SPECIAL)? > 0.0 {
        (2.0, "group-b")
    } else {
        (1.0, "group-a")
    };
    let limit = group < 2.0 && age > 64.0;
    let outcome = Outcome::number("group", group)
        .meaning(code)
        .and("alarm_signs", alarm);
    Ok(outcome
        .warn_if(
            code == "group-b",
            text(
                "A haematocrit more than 10 % above the person's usual value makes this group C.",
                "Um hematócrito mais de 10 % acima do habitual da pessoa torna este caso grupo C.",
            ),
        )
        .warn_if(
            limit,
            text(
                "The guide puts people over 65 years into group B; at 65 completed years, consider \
                 it.",
                "O guia põe no grupo B quem tem mais de 65 anos; aos 65 anos completos, \
                 considere-o.",
            ),
        ))
}
