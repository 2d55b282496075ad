//! The ten groups of Robson, by which caesarean rates are compared.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, choice, chosen, output, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{GESTATIONAL_WEEKS, MULTIPLE_PREGNANCY};
use crate::values::Values;

const PRESENTATIONS: &[Choice] = &[
    choice("cephalic", "cephalic", "cefálica"),
    choice("breech", "breech", "pélvica"),
    choice(
        "transverse-or-oblique",
        "transverse or oblique lie",
        "situação transversa ou oblíqua",
    ),
];
const ONSETS: &[Choice] = &[
    choice(
        "spontaneous",
        "spontaneous labour",
        "trabalho de parto espontâneo",
    ),
    choice("induced", "induced labour", "trabalho de parto induzido"),
    choice(
        "caesarean-before-labour",
        "caesarean section before labour",
        "cesárea antes do trabalho de parto",
    ),
];

const PREVIOUS_BIRTH: Flag = flag("previous_birth", "Has given birth before", "Parto anterior")
    .defined(
        "At least one birth, vaginal or caesarean, of a child of 500 g or 22 weeks; this birth \
         does not count.",
        "Ao menos um parto, vaginal ou cesáreo, de criança de 500 g ou 22 semanas; este parto não \
         conta.",
    );
const PREVIOUS_CAESAREAN: Flag = flag(
    "previous_caesarean",
    "Previous caesarean section",
    "Cesárea anterior",
)
.defined(
    "At least one; other scars of the uterus do not count.",
    "Ao menos uma; outras cicatrizes do útero não contam.",
);
const PRESENTATION: OneOf = one_of(
    "fetal_presentation",
    PRESENTATIONS,
    "Presentation or lie of the fetus",
    "Apresentação ou situação do feto",
)
.defined(
    "At birth or the decision for a caesarean section; with several fetuses, of the first.",
    "No parto ou na decisão pela cesárea; com mais de um feto, do primeiro.",
);
const ONSET: OneOf = one_of(
    "onset_of_labour",
    ONSETS,
    "How labour began",
    "Como começou o trabalho de parto",
)
.defined(
    "Induced is only what began no labour by itself; augmented labour is spontaneous.",
    "Induzido é só o que não começou sozinho; trabalho de parto conduzido é espontâneo.",
);

/// Preterm is less than this.
const TERM: f64 = 37.0;

/// Before this it is no birth anywhere.
const BIRTH_FROM: f64 = 20.0;

const GROUP: Output = Output {
    interpretations: &[
        chosen(
            "1",
            "group 1: first birth, single, cephalic, term, spontaneous labour",
            "grupo 1: nulípara, feto único, cefálico, a termo, trabalho de parto espontâneo",
        ),
        chosen(
            "2a",
            "group 2a: first birth, single, cephalic, term, induced",
            "grupo 2a: nulípara, feto único, cefálico, a termo, parto induzido",
        ),
        chosen(
            "2b",
            "group 2b: first birth, single, cephalic, term, caesarean before labour",
            "grupo 2b: nulípara, feto único, cefálico, a termo, cesárea antes do trabalho de parto",
        ),
        chosen(
            "3",
            "group 3: later birth without caesarean, single, cephalic, term, spontaneous labour",
            "grupo 3: multípara sem cesárea, feto único, cefálico, a termo, trabalho de parto \
             espontâneo",
        ),
        chosen(
            "4a",
            "group 4a: later birth without caesarean, single, cephalic, term, induced",
            "grupo 4a: multípara sem cesárea, feto único, cefálico, a termo, parto induzido",
        ),
        chosen(
            "4b",
            "group 4b: later birth without caesarean, single, cephalic, term, caesarean before \
             labour",
            "grupo 4b: multípara sem cesárea, feto único, cefálico, a termo, cesárea antes do \
             trabalho de parto",
        ),
        chosen(
            "5",
            "group 5: previous caesarean, single, cephalic, term",
            "grupo 5: cesárea anterior, feto único, cefálico, a termo",
        ),
        chosen(
            "6",
            "group 6: first birth, single, breech",
            "grupo 6: nulípara, feto único, pélvico",
        ),
        chosen(
            "7",
            "group 7: later birth, single, breech",
            "grupo 7: multípara, feto único, pélvico",
        ),
        chosen(
            "8",
            "group 8: multiple pregnancy",
            "grupo 8: gestação múltipla",
        ),
        chosen(
            "9",
            "group 9: single, transverse or oblique",
            "grupo 9: feto único, transverso ou oblíquo",
        ),
        chosen(
            "10",
            "group 10: single, cephalic, preterm",
            "grupo 10: feto único, cefálico, pré-termo",
        ),
    ],
    ..output(
        OutputKind::Score,
        "group",
        text("Robson group", "Grupo de Robson"),
        "1",
        0,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "robson-2001",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text("Robson classification", "Classificação de Robson"),
    description: text(
        "The one of ten groups that every woman who gives birth belongs to, so that caesarean \
         rates can be compared between services. It is no risk and does not say whether a \
         caesarean section was needed.",
        "Um dos dez grupos a que pertence cada mulher que dá à luz, para comparar taxas de cesárea \
         entre serviços. Não é um risco e não diz se a cesárea era necessária.",
    ),
    aliases: &[
        "dez grupos",
        "ten groups",
        "TGCS",
        "cesárea",
        "caesarean rate",
    ],
    inputs: &[
        PREVIOUS_BIRTH.input,
        PREVIOUS_CAESAREAN.input,
        MULTIPLE_PREGNANCY.input,
        PRESENTATION.input,
        GESTATIONAL_WEEKS.input,
        ONSET.input,
    ],
    results: &[GROUP],
    reference: Reference {
        citation: "Robson MS. Classification of caesarean sections. Fetal Matern Med Rev \
                   2001;12:23-39.",
        doi: Some("10.1017/S0965539501000122"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const NO_BIRTH_BUT_CAESAREAN: NoResult = NoResult::together(
    &[PREVIOUS_BIRTH.input.name, PREVIOUS_CAESAREAN.input.name],
    text(
        "previous_caesarean is a birth: previous_birth must be true with it",
        "previous_caesarean é um parto: com ele previous_birth deve ser true",
    ),
);

const NO_BIRTH_YET: NoResult = NoResult::outside(
    &[GESTATIONAL_WEEKS.input.name],
    text(
        "gestational_weeks must be 20 or more: the groups are of women who give birth",
        "gestational_weeks deve ser 20 ou mais: os grupos são de mulheres que dão à luz",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let multiparous = values.of(PREVIOUS_BIRTH)?;
    let caesarean = values.of(PREVIOUS_CAESAREAN)?;
    if caesarean && !multiparous {
        return Err(NO_BIRTH_BUT_CAESAREAN);
    }
    let weeks = values.of(GESTATIONAL_WEEKS)?;
    if weeks < BIRTH_FROM {
        return Err(NO_BIRTH_YET);
    }
    let preterm = weeks < TERM;
    let (group, code) = if values.of(MULTIPLE_PREGNANCY)? {
        (8.0, "8")
    } else {
        match values.of(PRESENTATION)? {
            "breech" if multiparous => (7.0, "7"),
            "breech" => (6.0, "6"),
            "transverse-or-oblique" => (9.0, "9"),
            _ if preterm => (10.0, "10"),
            _ if caesarean => (5.0, "5"),
            _ => cephalic_at_term(multiparous, values.of(ONSET)?),
        }
    };
    Ok(Outcome::number("group", group).meaning(code))
}

/// Groups 1 to 4, by how labour began.
fn cephalic_at_term(multiparous: bool, onset: &str) -> (f64, &'static str) {
    match (multiparous, onset) {
        (false, "spontaneous") => (1.0, "1"),
        (false, "induced") => (2.0, "2a"),
        (false, _) => (2.0, "2b"),
        (true, "spontaneous") => (3.0, "3"),
        (true, "induced") => (4.0, "4a"),
        (true, _) => (4.0, "4b"),
    }
}
