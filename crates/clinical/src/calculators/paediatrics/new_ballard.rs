//! Gestational age of a newborn by the New Ballard score.

use super::BIRTH_AGE_WEEKS;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Reference, Text, score, text,
};
use crate::handles::{Integer, integer};
use crate::values::Values;

const POSTURE: Integer = integer(
    "posture_points",
    (0, 4),
    "Posture (points)",
    "Postura (pontos)",
)
.defined(
    "0 arms and legs extended; 1 hips and knees begin to flex; 2 legs flexed, arms extended; \
         3 legs flexed and abducted, arms slightly flexed; 4 arms and legs fully flexed.",
    "0 braços e pernas estendidos; 1 quadris e joelhos começam a fletir; 2 pernas fletidas, \
         braços estendidos; 3 pernas fletidas e abduzidas, braços pouco fletidos; 4 braços e \
         pernas em flexão total.",
);
const SQUARE_WINDOW: Integer = integer(
    "square_window_points",
    (-1, 4),
    "Square window (points)",
    "Janela quadrada, ângulo do punho (pontos)",
)
.defined(
    "Angle of the wrist: -1 more than 90 degrees; 0 90; 1 60; 2 45; 3 30; 4 0.",
    "Ângulo do punho: -1 mais de 90 graus; 0 90; 1 60; 2 45; 3 30; 4 0.",
);
const ARM_RECOIL: Integer = integer(
    "arm_recoil_points",
    (0, 4),
    "Arm recoil (points)",
    "Recuo do braço (pontos)",
)
.defined(
    "Angle to which the elbow recoils: 0 180 degrees; 1 140 to 180; 2 110 to 140; 3 90 to 110; 4 \
     less than 90.",
    "Ângulo a que o cotovelo retorna: 0 180 graus; 1 140 a 180; 2 110 a 140; 3 90 a 110; 4 menos \
     de 90.",
);
const POPLITEAL: Integer = integer(
    "popliteal_angle_points",
    (-1, 5),
    "Popliteal angle (points)",
    "Ângulo poplíteo (pontos)",
)
.defined(
    "-1 180 degrees; 0 160; 1 140; 2 120; 3 100; 4 90; 5 less than 90.",
    "-1 180 graus; 0 160; 1 140; 2 120; 3 100; 4 90; 5 menos de 90.",
);
const SCARF: Integer = integer(
    "scarf_sign_points",
    (-1, 4),
    "Scarf sign (points)",
    "Sinal do xale (pontos)",
)
.defined(
    "How far the elbow goes: -1 around the neck; 0 opposite axillary line; 1 opposite nipple line; \
     2 xiphoid process; 3 nipple line of its side; 4 axillary line of its side.",
    "Até onde vai o cotovelo: -1 em torno do pescoço; 0 linha axilar oposta; 1 linha mamilar \
     oposta; 2 apêndice xifoide; 3 linha mamilar do mesmo lado; 4 linha axilar do mesmo lado.",
);
const HEEL_TO_EAR: Integer = integer(
    "heel_to_ear_points",
    (-1, 4),
    "Heel to ear (points)",
    "Calcanhar à orelha (pontos)",
)
.defined(
    "How far the heel goes: -1 ear; 0 nose; 1 chin; 2 nipple line; 3 navel; 4 groin.",
    "Até onde vai o calcanhar: -1 orelha; 0 nariz; 1 queixo; 2 linha mamilar; 3 umbigo; 4 prega \
     inguinal.",
);
const SKIN: Integer = integer("skin_points", (-1, 5), "Skin (points)", "Pele (pontos)").defined(
    "-1 sticky, transparent; 0 gelatinous, red; 1 smooth, pink, veins visible; 2 superficial \
     peeling or rash, few veins; 3 cracking, pale areas, rare veins; 4 parchment, deep cracks; 5 \
     leathery, cracked, wrinkled.",
    "-1 pegajosa, transparente; 0 gelatinosa, vermelha; 1 lisa, rósea, veias visíveis; 2 \
     descamação superficial ou exantema, poucas veias; 3 rachaduras, áreas pálidas, raras veias; 4 \
     apergaminhada, sulcos profundos; 5 coriácea, rachada, enrugada.",
);
const LANUGO: Integer = integer(
    "lanugo_points",
    (-1, 4),
    "Lanugo (points)",
    "Lanugo (pontos)",
)
.defined(
    "-1 none; 0 sparse; 1 abundant; 2 thinning; 3 bald areas; 4 mostly bald.",
    "-1 nenhum; 0 esparso; 1 abundante; 2 afinando; 3 áreas sem pelo; 4 quase ausente.",
);
const SOLE: Integer = integer(
    "plantar_surface_points",
    (-2, 4),
    "Plantar surface (points)",
    "Superfície plantar (pontos)",
)
.defined(
    "From heel to toe -2 less than 40 mm, -1 40 to 50 mm; 0 more than 50 mm, no creases; 1 faint \
     red marks; 2 anterior transverse crease only; 3 creases on the anterior two thirds; 4 on all \
     of the sole.",
    "Do calcanhar ao hálux -2 menos de 40 mm, -1 de 40 a 50 mm; 0 mais de 50 mm, sem sulcos; 1 \
     marcas vermelhas tênues; 2 só o sulco transverso anterior; 3 sulcos nos dois terços \
     anteriores; 4 em toda a planta.",
);
const BREAST: Integer = integer("breast_points", (-1, 4), "Breast (points)", "Mama (pontos)")
    .defined(
        "-1 imperceptible; 0 barely perceptible; 1 flat areola, no bud; 2 stippled areola, bud of \
         1 to 2 mm; 3 raised areola, bud of 3 to 4 mm; 4 full areola, bud of 5 to 10 mm.",
        "-1 imperceptível; 0 pouco perceptível; 1 aréola plana, sem broto; 2 aréola pontilhada, \
         broto de 1 a 2 mm; 3 aréola elevada, broto de 3 a 4 mm; 4 aréola completa, broto de 5 a \
         10 mm.",
    );
const EYE_EAR: Integer = integer(
    "eye_ear_points",
    (-2, 4),
    "Eyes and ears (points)",
    "Olhos e orelhas (pontos)",
)
.defined(
    "Lids fused -2 tightly, -1 loosely; 0 lids open, flat pinna stays folded; 1 slightly curved, \
     slow recoil; 2 well curved, soft, ready recoil; 3 firm, instant recoil; 4 thick cartilage, \
     stiff.",
    "Pálpebras fundidas -2 firmemente, -1 frouxamente; 0 abertas, pavilhão plano fica dobrado; 1 \
     pouco encurvado, retorno lento; 2 bem encurvado, mole, retorno rápido; 3 firme, retorno \
     imediato; 4 cartilagem grossa, rígido.",
);
const GENITALS: Integer = integer(
    "genitals_points",
    (-1, 4),
    "Genitals (points)",
    "Genitália (pontos)",
)
.defined(
    "Boys: -1 scrotum flat and smooth; 0 empty, faint rugae; 1 testes in the upper canal; 2 \
     descending; 3 down, good rugae; 4 pendulous, deep rugae. Girls: -1 clitoris prominent, labia \
     flat; 0 small labia minora; 1 minora enlarging; 2 majora and minora equal; 3 majora large; 4 \
     majora cover the minora.",
    "Meninos: -1 escroto plano e liso; 0 vazio, rugas tênues; 1 testículos no canal superior; 2 \
     descendo; 3 na bolsa, boas rugas; 4 pendentes, rugas profundas. Meninas: -1 clitóris \
     proeminente, lábios planos; 0 pequenos lábios pequenos; 1 pequenos lábios crescendo; 2 \
     grandes e pequenos iguais; 3 grandes maiores; 4 grandes cobrem os pequenos.",
);

const CRITERIA: &[Criterion] = &[
    POSTURE.adds_itself(),
    SQUARE_WINDOW.adds_itself(),
    ARM_RECOIL.adds_itself(),
    POPLITEAL.adds_itself(),
    SCARF.adds_itself(),
    HEEL_TO_EAR.adds_itself(),
    SKIN.adds_itself(),
    LANUGO.adds_itself(),
    SOLE.adds_itself(),
    BREAST.adds_itself(),
    EYE_EAR.adds_itself(),
    GENITALS.adds_itself(),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "new-ballard-1991",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Gestational age of a newborn (New Ballard)",
        "Idade gestacional do recém-nascido (New Ballard)",
    ),
    description: text(
        "Gestational age of a newborn, extremely preterm ones too, from six neuromuscular and six \
         physical signs. It errs by up to two weeks and does not replace an early ultrasound \
         examination; before 26 weeks examine within 12 hours of birth.",
        "Idade gestacional do recém-nascido, também do prematuro extremo, por seis sinais \
         neuromusculares e seis físicos. Erra em até duas semanas e não substitui a \
         ultrassonografia precoce; antes de 26 semanas, examinar nas primeiras 12 horas de vida.",
    ),
    aliases: &[
        "NBS",
        "Ballard",
        "IG do recém-nascido",
        "maturidade",
        "newborn maturity",
        "prematuro",
    ],
    inputs: &[
        POSTURE.input,
        SQUARE_WINDOW.input,
        ARM_RECOIL.input,
        POPLITEAL.input,
        SCARF.input,
        HEEL_TO_EAR.input,
        SKIN.input,
        LANUGO.input,
        SOLE.input,
        BREAST.input,
        EYE_EAR.input,
        GENITALS.input,
    ],
    results: &[
        score(text("New Ballard score", "Escore New Ballard"), &[]),
        BIRTH_AGE_WEEKS,
    ],
    reference: Reference {
        citation: "Ballard JL, Khoury JC, Wedig K, Wang L, Eilers-Walsman BL, Lipp R. New Ballard \
                   Score, expanded to include extremely premature infants. J Pediatr \
                   1991;119:417-423.",
        doi: Some("10.1016/S0022-3476(05)82056-6"),
        pmid: Some("1880657"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// The printed table begins here, with 20 weeks.
const LEAST: f64 = -10.0;

const BELOW_THE_TABLE: Text = text(
    "The table of weeks begins with -10 points: there is no gestational age.",
    "A tabela de semanas começa em -10 pontos: não há idade gestacional.",
);

/// Two weeks for five points, 24 weeks at none; completed weeks, as the table has them.
fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    match outcome.last() {
        Some(points) if points >= LEAST => {
            let fifths = 5.0 * 24.0 + 2.0 * points;
            outcome.and(BIRTH_AGE_WEEKS.name, (fifths / 5.0).floor())
        }
        _ => outcome.warn_if(true, BELOW_THE_TABLE),
    }
}
