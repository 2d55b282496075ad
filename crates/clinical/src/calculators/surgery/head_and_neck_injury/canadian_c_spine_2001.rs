//! Canadian C-spine rule.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    chosen, output, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;
use crate::values::Values;
use crate::violation::{Code, Finding};

const MECHANISM: Flag = flag(
    "dangerous_neck_mechanism",
    "Dangerous mechanism",
    "Mecanismo perigoso",
)
.defined(
    "Fall from 0.9 m or 5 stairs or more, load on the head along its axis, crash at high speed, \
     with rollover or ejection, motorised recreational vehicle, bicycle collision.",
    "Queda de 0,9 m ou 5 degraus ou mais, carga axial na cabeça, colisão em alta velocidade, com \
     capotamento ou ejeção, veículo recreativo motorizado, colisão de bicicleta.",
);
const PARAESTHESIA: Flag = flag(
    "limb_paraesthesia",
    "Paraesthesia of the limbs",
    "Parestesia nos membros",
);
/// Any one of them makes it safe to test the movement.
const SAFE: [Flag; 5] = [
    flag(
        "simple_rear_end_collision",
        "Simple rear-end collision",
        "Colisão traseira simples",
    )
    .defined(
        "Not pushed into oncoming traffic, not hit by a bus or large truck or at high speed, no \
         rollover.",
        "Sem ser lançado contra o trânsito contrário, sem impacto de ônibus, caminhão ou em alta \
         velocidade, sem capotamento.",
    ),
    flag(
        "sitting_in_emergency",
        "Sitting in the emergency department",
        "Sentado no pronto-socorro",
    ),
    flag(
        "walked_since_injury",
        "Walked at any time since the injury",
        "Andou em algum momento desde o trauma",
    ),
    flag(
        "delayed_neck_pain",
        "Neck pain began later, not at once",
        "Dor cervical de início tardio, não imediato",
    ),
    flag(
        "no_midline_neck_tenderness",
        "No tenderness in the midline of the neck",
        "Sem dor à palpação da linha média do pescoço",
    ),
];
const ROTATION: Flag = flag(
    "rotates_neck_45",
    "Turns the neck 45 degrees to both sides",
    "Gira o pescoço 45 graus para os dois lados",
)
.defined(
    "Actively, pain or not. Only tested, and then required, without a high-risk factor and with a \
     low-risk one.",
    "Ativamente, com ou sem dor. Só é testado, e então obrigatório, sem fator de alto risco e com \
     um de baixo risco.",
)
.optional();

const IMAGING: Output = Output {
    interpretations: &[
        chosen(
            "high-risk-factor",
            "imaging: a high-risk factor",
            "imagem: fator de alto risco",
        ),
        chosen(
            "no-low-risk-factor",
            "imaging: no factor that makes it safe to test movement",
            "imagem: nenhum fator que permita testar o movimento",
        ),
        chosen(
            "cannot-rotate",
            "imaging: cannot turn the neck",
            "imagem: não gira o pescoço",
        ),
        chosen("no-imaging", "no imaging needed", "imagem desnecessária"),
    ],
    ..output(
        OutputKind::Score,
        "imaging",
        text(
            "Imaging of the cervical spine (1 yes, 0 no)",
            "Imagem da coluna cervical (1 sim, 0 não)",
        ),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "canadian-c-spine-2001",
    version: "1.0.0",
    category: Category::Surgery,
    title: text(
        "Canadian C-spine rule",
        "Regra canadense da coluna cervical",
    ),
    description: text(
        "Whether the cervical spine needs pictures after a blunt injury of someone of 16 years or \
         more who is alert and stable.",
        "Se a coluna cervical precisa de imagem após trauma fechado em pessoa de 16 anos ou mais, \
         alerta e estável.",
    ),
    aliases: &[
        "CCR",
        "C-spine",
        "coluna cervical",
        "cervical spine",
        "trauma",
    ],
    inputs: &[
        AGE.input,
        MECHANISM.input,
        PARAESTHESIA.input,
        SAFE[0].input,
        SAFE[1].input,
        SAFE[2].input,
        SAFE[3].input,
        SAFE[4].input,
        ROTATION.input,
    ],
    results: &[IMAGING],
    validity: &[AGE.from(16.0)],
    assumptions: &[text(
        "It is a blunt injury within 48 hours, with a Glasgow of 15 and normal vital signs; \
         without paralysis, known disease or earlier operation of the spine, or pregnancy.",
        "É um trauma fechado há até 48 horas, com Glasgow 15 e sinais vitais normais; sem \
         paralisia, doença conhecida ou cirurgia prévia da coluna, nem gestação.",
    )],
    reference: Reference {
        citation: "Stiell IG, Wells GA, Vandemheen KL, et al. The Canadian C-spine rule for \
                   radiography in alert and stable trauma patients. JAMA 2001;286:1841-1848.",
        doi: Some("10.1001/jama.286.15.1841"),
        pmid: Some("11597285"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Whether there is a high-risk factor, and a low-risk one, once all are known.
fn factors(values: &Values) -> Option<(bool, bool)> {
    let high = values.find(AGE)? >= 65.0 || values.find(MECHANISM)?;
    let high = values.find(PARAESTHESIA)? || high;
    let mut safe = false;
    for factor in SAFE {
        safe |= values.find(factor)?;
    }
    Some((high, safe))
}

fn check(values: &Values) -> Vec<Finding> {
    match (factors(values), values.find(ROTATION)) {
        (Some((false, true)), None) => vec![Finding {
            input: ROTATION.input.name,
            code: Code::Missing,
            text: text(
                "rotates_neck_45 is required here: no high-risk factor, and a low-risk one",
                "rotates_neck_45 é obrigatório aqui: sem fator de alto risco e com um de baixo \
                 risco",
            ),
        }],
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let factors = factors(values).ok_or(NoResult::Defect("a factor was not there"))?;
    let (imaging, code) = match factors {
        (true, _) => (1.0, "high-risk-factor"),
        (false, false) => (1.0, "no-low-risk-factor"),
        (false, true) if values.of(ROTATION)? => (0.0, "no-imaging"),
        (false, true) => (1.0, "cannot-rotate"),
    };
    Ok(Outcome::number("imaging", imaging).meaning(code))
}
