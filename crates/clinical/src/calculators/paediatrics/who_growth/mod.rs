//! Growth of children by the standards of 2006 and the reference of 2007 of the World
//! Health Organization.

mod assess;
mod lms;
mod tables;

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Interpretation, Output, OutputKind, Reference,
    below, choice, chosen, output, rest, text, up_to,
};
use crate::handles::{Flag, Integer, OneOf, Quantity, flag, integer, one_of, quantity};
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::units;

/// Optional, because each of them alone has a z-score.
const CHILD_WEIGHT: Quantity = WEIGHT.optional();
const CHILD_HEIGHT: Quantity = HEIGHT
    .optional()
    .titled(text("Length or height", "Comprimento ou estatura"));
const HEAD: Quantity = quantity(
    "head_circumference",
    &units::HEAD,
    "Head circumference",
    "Perímetro cefálico",
)
.optional();
const POSITIONS: &[Choice] = &[
    choice("lying", "lying (length)", "deitada (comprimento)"),
    choice("standing", "standing (height)", "em pé (estatura)"),
];
const POSITION: OneOf = one_of(
    "height_position",
    POSITIONS,
    "How the length or height was measured",
    "Como o comprimento ou a estatura foi medido",
)
.optional()
.defined(
    "Required with height before 5 years of age. The standard wants length before 2 years and \
     height from then on; the other is converted by 0.7 cm.",
    "Obrigatório com a estatura antes de 5 anos de idade. O padrão usa comprimento antes de 2 \
     anos e estatura depois; o outro é convertido por 0,7 cm.",
);
const OEDEMA: Flag = flag(
    "bilateral_oedema",
    "Bilateral pitting oedema",
    "Edema bilateral",
)
.defined(
    "Pitting oedema of both feet. With it weight says nothing about nutrition.",
    "Edema com cacifo em ambos os pés. Com ele o peso não informa sobre a nutrição.",
);
const GESTATION: Integer = integer(
    "gestational_weeks_at_birth",
    (22, 44),
    "Completed weeks of gestation at birth",
    "Semanas completas de gestação ao nascer",
)
.optional()
.defined(
    "Required before 24 months of age. Before 37 weeks the age counts from 40 weeks.",
    "Obrigatório antes de 24 meses de idade. Abaixo de 37 semanas a idade conta a partir de 40 \
     semanas.",
);

/// Classes of the body mass index: the limits of children under 5 years differ from
/// those of older ones, so the formula chooses.
const BMI_CLASSES: &[Interpretation] = &[
    chosen("severe-thinness", "severe thinness", "magreza acentuada"),
    chosen("thinness", "thinness", "magreza"),
    chosen("normal", "normal", "eutrofia"),
    chosen(
        "overweight-risk",
        "risk of overweight",
        "risco de sobrepeso",
    ),
    chosen("overweight", "overweight", "sobrepeso"),
    chosen("obesity", "obesity", "obesidade"),
    chosen("severe-obesity", "severe obesity", "obesidade grave"),
];
/// Under 5 years, for the index and for weight by height.
const UNDER_5: &[Interpretation] = &[
    below(
        -3.0,
        "severe-thinness",
        "severe wasting",
        "magreza acentuada",
    ),
    below(-2.0, "thinness", "wasting", "magreza"),
    up_to(1.0, "normal", "normal", "eutrofia"),
    up_to(
        2.0,
        "overweight-risk",
        "risk of overweight",
        "risco de sobrepeso",
    ),
    up_to(3.0, "overweight", "overweight", "sobrepeso"),
    rest("obesity", "obesity", "obesidade"),
];
/// From 5 years on.
const FROM_5: &[Interpretation] = &[
    below(
        -3.0,
        "severe-thinness",
        "severe thinness",
        "magreza acentuada",
    ),
    below(-2.0, "thinness", "thinness", "magreza"),
    up_to(1.0, "normal", "normal", "eutrofia"),
    up_to(2.0, "overweight", "overweight", "sobrepeso"),
    up_to(3.0, "obesity", "obesity", "obesidade"),
    rest("severe-obesity", "severe obesity", "obesidade grave"),
];
const WEIGHT_CLASSES: &[Interpretation] = &[
    below(
        -3.0,
        "very-low",
        "severely underweight",
        "muito baixo peso para a idade",
    ),
    below(-2.0, "low", "underweight", "baixo peso para a idade"),
    up_to(
        2.0,
        "adequate",
        "adequate for age",
        "peso adequado para a idade",
    ),
    rest("high", "high for age", "peso elevado para a idade"),
];
const HEIGHT_CLASSES: &[Interpretation] = &[
    below(
        -3.0,
        "very-low",
        "severely stunted",
        "muito baixa estatura para a idade",
    ),
    below(-2.0, "low", "stunted", "baixa estatura para a idade"),
    rest(
        "adequate",
        "adequate for age",
        "estatura adequada para a idade",
    ),
];

const fn z(
    name: &'static str,
    en: &'static str,
    pt: &'static str,
    interpretations: &'static [Interpretation],
) -> Output {
    let score = output(OutputKind::Measurement, name, text(en, pt), "1", 2);
    Output {
        interpretations,
        ..score
    }
}

const BMI_FOR_AGE: Output = z(
    "bmi_for_age_z",
    "Body mass index for age (z-score)",
    "Índice de massa corporal para a idade (escore z)",
    BMI_CLASSES,
);
const HEIGHT_FOR_AGE: Output = z(
    "height_for_age_z",
    "Length or height for age (z-score)",
    "Comprimento ou estatura para a idade (escore z)",
    HEIGHT_CLASSES,
);
const WEIGHT_FOR_AGE: Output = z(
    "weight_for_age_z",
    "Weight for age (z-score)",
    "Peso para a idade (escore z)",
    WEIGHT_CLASSES,
);
const WEIGHT_FOR_HEIGHT: Output = z(
    "weight_for_height_z",
    "Weight for length or height (z-score)",
    "Peso para o comprimento ou a estatura (escore z)",
    UNDER_5,
);
const HEAD_FOR_AGE: Output = z(
    "head_circumference_for_age_z",
    "Head circumference for age (z-score)",
    "Perímetro cefálico para a idade (escore z)",
    &[],
);
const CORRECTED_AGE: Output = output(
    OutputKind::Measurement,
    "corrected_age",
    text(
        "Age corrected for prematurity",
        "Idade corrigida para prematuridade",
    ),
    "d",
    0,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "who-growth-2006-2007",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text(
        "Growth of children (WHO 2006 and 2007)",
        "Crescimento infantil (OMS 2006 e 2007)",
    ),
    description: text(
        "Z-scores of weight, length or height, body mass index and head circumference from birth \
         to 19 years, by the growth standards of 2006 up to 5 years and the reference of 2007 \
         from then on. Weight for age ends at 10 years, weight for height and head circumference \
         at 5 years. One measurement says less than the course of several. Not for preterm \
         newborns before the expected date of birth.",
        "Escores z de peso, comprimento ou estatura, índice de massa corporal e perímetro \
         cefálico do nascimento aos 19 anos, pelos padrões de crescimento de 2006 até 5 anos e \
         pela referência de 2007 depois. Peso para a idade termina aos 10 anos; peso para a \
         estatura e perímetro cefálico, aos 5 anos. Uma medida informa menos que a evolução de várias. Não \
         usar em prematuros antes da data provável do parto.",
    ),
    aliases: &[
        "escore z",
        "z-score",
        "curva de crescimento",
        "growth chart",
        "OMS",
        "WHO",
        "SISVAN",
        "IMC para idade",
        "perímetro cefálico",
        "puericultura",
    ],
    inputs: &[
        SEX.input,
        AGE.input,
        CHILD_WEIGHT.input,
        CHILD_HEIGHT.input,
        POSITION.input,
        HEAD.input,
        OEDEMA.input,
        GESTATION.input,
    ],
    results: &[
        BMI_FOR_AGE,
        HEIGHT_FOR_AGE,
        WEIGHT_FOR_AGE,
        WEIGHT_FOR_HEIGHT,
        HEAD_FOR_AGE,
        CORRECTED_AGE,
    ],
    validity: &[AGE.less_than(19.0)],
    reference: Reference {
        citation: "WHO Multicentre Growth Reference Study Group. WHO Child Growth Standards based \
                   on length/height, weight and age. Acta Paediatr Suppl 2006;450:76-85.",
        doi: Some("10.1111/j.1651-2227.2006.tb02378.x"),
        pmid: Some("16817681"),
    },
    sources: &[Reference {
        citation: "de Onis M, Onyango AW, Borghi E, Siyam A, Nishida C, Siekmann J. Development of \
                   a WHO growth reference for school-aged children and adolescents. Bull World \
                   Health Organ 2007;85:660-667.",
        doi: Some("10.2471/BLT.07.043497"),
        pmid: Some("18026621"),
    }],
    check: Some(assess::check),
    formula: Formula::Equation(assess::calculate),
    ..DEFAULTS
};
