//! Stroke scale of the National Institutes of Health.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, Kind, NoResult, Outcome, Output, OutputKind,
    Points, Reference, below, output, rest, score, text,
};
use crate::handles::{Integer, integer};
use crate::values::Values;
use crate::violation::Finding;

const fn item(name: &'static str, greatest: i32, en: &'static str, pt: &'static str) -> Integer {
    integer(name, (0, greatest), en, pt)
}

/// An item that an amputation, a fused joint or a tube can make untestable.
const fn testable(
    name: &'static str,
    greatest: i32,
    en: &'static str,
    pt: &'static str,
) -> Integer {
    let mut item = item(name, greatest, en, pt);
    item.input.kind = Kind::Integer {
        least: 0,
        greatest,
        or: Some("not-testable"),
    };
    item
}

const fn arm(name: &'static str, en: &'static str, pt: &'static str) -> Integer {
    testable(name, 4, en, pt).defined(
        "Held at 90 degrees sitting or 45 lying for 10 seconds. 0 no drift, 1 drifts without \
         reaching the bed, 2 some effort against gravity, 3 no effort against gravity, 4 no \
         movement; not-testable only after amputation or with a fused shoulder.",
        "Mantido a 90 graus sentado ou 45 deitado por 10 segundos. 0 sem queda, 1 cai sem tocar o \
         leito, 2 algum esforço contra a gravidade, 3 nenhum esforço contra a gravidade, 4 nenhum \
         movimento; not-testable só em amputação ou ombro fundido.",
    )
}

const fn leg(name: &'static str, en: &'static str, pt: &'static str) -> Integer {
    testable(name, 4, en, pt).defined(
        "Held at 30 degrees lying for 5 seconds. 0 no drift, 1 drifts without reaching the bed, 2 \
         some effort against gravity, 3 no effort against gravity, 4 no movement; not-testable \
         only after amputation or with a fused hip.",
        "Mantida a 30 graus deitado por 5 segundos. 0 sem queda, 1 cai sem tocar o leito, 2 algum \
         esforço contra a gravidade, 3 nenhum esforço contra a gravidade, 4 nenhum movimento; \
         not-testable só em amputação ou quadril fundido.",
    )
}

const CONSCIOUSNESS: Integer = item(
    "loc_responsiveness",
    3,
    "1a. Level of consciousness",
    "1a. Nível de consciência",
)
.defined(
    "0 alert, 1 roused by minor stimulation, 2 needs repeated or strong stimulation, 3 only reflex \
     responses or none (coma).",
    "0 alerta, 1 desperta com estímulo leve, 2 precisa de estímulo repetido ou forte, 3 só \
     respostas reflexas ou nenhuma (coma).",
);
const QUESTIONS: Integer = item(
    "loc_questions",
    2,
    "1b. Questions: month and age",
    "1b. Perguntas: mês e idade",
)
.defined(
    "0 both right, 1 one right, or unable to speak for another reason than aphasia, 2 none right, \
     aphasic or stuporous.",
    "0 acerta as duas, 1 acerta uma, ou não fala por motivo que não afasia, 2 não acerta nenhuma, \
     afásico ou torporoso.",
);
const COMMANDS: Integer = item(
    "loc_commands",
    2,
    "1c. Commands: eyes and hand",
    "1c. Comandos: olhos e mão",
)
.defined(
    "Open and close the eyes; grip and release with the better hand. 0 both, 1 one, 2 none.",
    "Abrir e fechar os olhos; apertar e soltar com a mão melhor. 0 os dois, 1 um, 2 nenhum.",
);
const GAZE: Integer = item(
    "horizontal_gaze",
    2,
    "2. Horizontal gaze",
    "2. Olhar horizontal",
)
.defined(
    "0 normal, 1 partial palsy, 2 forced deviation or complete palsy that the oculocephalic \
     manoeuvre does not overcome.",
    "0 normal, 1 paralisia parcial, 2 desvio forçado ou paralisia total que a manobra \
     oculocefálica não vence.",
);
const FIELDS: Integer = item("visual_fields", 3, "3. Visual fields", "3. Campos visuais").defined(
    "0 no loss, 1 partial hemianopia, 2 complete hemianopia, 3 both sides or blind.",
    "0 sem perda, 1 hemianopsia parcial, 2 hemianopsia completa, 3 bilateral ou cegueira.",
);
const FACE: Integer = item("facial_palsy", 3, "4. Facial palsy", "4. Paralisia facial").defined(
    "0 symmetrical, 1 minor, 2 partial (lower face), 3 complete, one or both sides.",
    "0 simétrico, 1 leve, 2 parcial (face inferior), 3 completa, de um ou dos dois lados.",
);
const ATAXIA: Integer = testable("limb_ataxia", 2, "7. Limb ataxia", "7. Ataxia de membros")
    .defined(
        "0 absent, also when the person is paralysed or does not understand, 1 in one limb, 2 in \
         two; not-testable only after amputation or with a fused joint.",
        "0 ausente, também em quem está paralisado ou não compreende, 1 em um membro, 2 em dois; \
         not-testable só em amputação ou articulação fundida.",
    );
const SENSATION: Integer = item("sensory_loss", 2, "8. Sensory loss", "8. Perda sensitiva")
    .defined(
        "0 none, 1 mild to moderate, 2 severe or total; 2 in coma.",
        "0 nenhuma, 1 leve a moderada, 2 grave ou total; 2 no coma.",
    );
const LANGUAGE: Integer = item("best_language", 3, "9. Language", "9. Linguagem").defined(
    "0 normal, 1 mild to moderate aphasia, 2 severe aphasia, 3 mute, global aphasia or coma.",
    "0 normal, 1 afasia leve a moderada, 2 afasia grave, 3 mudo, afasia global ou coma.",
);
const DYSARTHRIA: Integer = testable("dysarthria", 2, "10. Dysarthria", "10. Disartria").defined(
    "0 normal, 1 mild to moderate, 2 severe or mute; not-testable only with a tube or another \
     physical barrier.",
    "0 normal, 1 leve a moderada, 2 grave ou mudo; not-testable só com tubo ou outra barreira \
     física.",
);
const NEGLECT: Integer = item(
    "extinction_inattention",
    2,
    "11. Extinction and inattention",
    "11. Extinção e desatenção",
)
.defined(
    "0 none, 1 in one modality, 2 profound or in more than one.",
    "0 nenhuma, 1 em uma modalidade, 2 profunda ou em mais de uma.",
);

const ITEMS: [Integer; 15] = [
    CONSCIOUSNESS,
    QUESTIONS,
    COMMANDS,
    GAZE,
    FIELDS,
    FACE,
    arm("motor_arm_left", "5a. Left arm", "5a. Braço esquerdo"),
    arm("motor_arm_right", "5b. Right arm", "5b. Braço direito"),
    leg("motor_leg_left", "6a. Left leg", "6a. Perna esquerda"),
    leg("motor_leg_right", "6b. Right leg", "6b. Perna direita"),
    ATAXIA,
    SENSATION,
    LANGUAGE,
    DYSARTHRIA,
    NEGLECT,
];

const INPUTS: [Input; 15] = {
    let mut inputs = [ITEMS[0].input; 15];
    let mut at = 1;
    while at < inputs.len() {
        inputs[at] = ITEMS[at].input;
        at += 1;
    }
    inputs
};

/// What the official form scores in coma, whatever else is found.
const IN_COMA: [(Integer, f64); 5] = [
    (QUESTIONS, 2.0),
    (COMMANDS, 2.0),
    (ATAXIA, 0.0),
    (SENSATION, 2.0),
    (LANGUAGE, 3.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "nihss",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("NIH stroke scale", "Escala de AVC do NIH (NIHSS)"),
    description: text(
        "Deficit after a stroke, 0 to 42 points, scored as the person does it and not as one \
         thinks that he could. An item that cannot be tested leaves no total. 0 does not exclude a \
         stroke, above all of the posterior circulation. Use the official form with its pictures \
         and sentences.",
        "Déficit após um AVC, de 0 a 42 pontos, pontuado como a pessoa faz e não como se acha que \
         faria. Um item que não pode ser testado deixa a escala sem total. 0 não exclui AVC, \
         sobretudo da circulação posterior. Use o formulário oficial com suas figuras e frases.",
    ),
    aliases: &["NIHSS", "AVC", "stroke"],
    inputs: &INPUTS,
    results: &[
        Output {
            loinc: Some("72089-6"),
            ..score(
                text("NIHSS total", "Total da NIHSS"),
                &[
                    below(1.0, "none", "no measured deficit", "sem déficit medido"),
                    below(5.0, "minor", "minor stroke", "AVC leve"),
                    below(16.0, "moderate", "moderate stroke", "AVC moderado"),
                    below(
                        21.0,
                        "moderate-to-severe",
                        "moderate to severe stroke",
                        "AVC moderado a grave",
                    ),
                    rest("severe", "severe stroke", "AVC grave"),
                ],
            )
        },
        output(
            OutputKind::Score,
            "tested_sum",
            text(
                "Sum of the items that were tested",
                "Soma dos itens testados",
            ),
            "1",
            0,
        ),
    ],
    reference: Reference {
        citation: "Brott T, Adams HP Jr, Olinger CP, et al. Measurements of acute cerebral \
                   infarction: a clinical examination scale. Stroke 1989;20:864-870.",
        doi: Some("10.1161/01.STR.20.7.864"),
        pmid: Some("2749846"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    if values.find(CONSCIOUSNESS) != Some(3.0) {
        return Vec::new();
    }
    let wrong = IN_COMA.iter().filter(|(item, points)| {
        let found = values.find(*item);
        found.is_some_and(|found| (found - points).abs() > 0.5)
    });
    wrong
        .flat_map(|(item, _)| {
            Finding::together(
                &[item.input.name],
                text(
                    "in coma (1a is 3) the form scores 1b and 1c with 2, ataxia with 0, sensation \
                     with 2 and language with 3",
                    "no coma (1a igual a 3) o formulário pontua 1b e 1c com 2, ataxia com 0, \
                     sensibilidade com 2 e linguagem com 3",
                ),
            )
        })
        .collect()
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // An item that cannot be tested has a code instead of a number, and no number
    // stands in for it.
    let tested: Vec<Points> = ITEMS
        .iter()
        .filter_map(|&item| Some(item.gives(values.find(item)?)))
        .collect();
    if tested.len() == ITEMS.len() {
        return Ok(Outcome::score(tested));
    }
    let sum: f64 = tested.iter().map(|item| item.points).sum();
    let partial = Outcome {
        items: tested,
        ..Outcome::number("tested_sum", sum)
    };
    Ok(partial.warn_if(
        true,
        text(
            "An item is not testable: there is no total. The sum of the others must not be read as \
             one; record why.",
            "Um item não é testável: não há total. A soma dos demais não deve ser lida como total; \
             registre o motivo.",
        ),
    ))
}
