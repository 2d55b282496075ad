//! What only this edition asks for.

use crate::definition::{Choice, choice};
use crate::handles::{Flag, OneOf, Quantity, flag, one_of};
use crate::inputs::{FIO2, OXYGEN_SATURATION, PAO2};

pub(super) const DELIRIUM_DRUG: Flag = flag(
    "delirium_drug",
    "Drug treatment of delirium",
    "Tratamento medicamentoso de delirium",
)
.defined(
    "Any drug given against delirium, for however long.",
    "Qualquer medicamento dado contra delirium, por qualquer tempo.",
);
pub(super) const OXYGEN: Quantity = PAO2.optional();
pub(super) const SATURATION: Quantity = OXYGEN_SATURATION.optional().defined(
    "Only where PaO2 is not known, and only below 98%.",
    "Só se a PaO2 não é conhecida, e só abaixo de 98%.",
);
pub(super) const FIO2_GIVEN: Quantity = FIO2;

const SUPPORTS: &[Choice] = &[
    choice("none", "none of these", "nenhum destes"),
    choice(
        "advanced",
        "high-flow cannula, CPAP, BiPAP, non-invasive or invasive ventilation, or long-term home \
         ventilation",
        "cânula de alto fluxo, CPAP, BiPAP, ventilação não invasiva ou invasiva, ou ventilação \
         domiciliar prolongada",
    ),
    choice(
        "unavailable",
        "needed, but not available or outside the limits of treatment",
        "indicado, mas indisponível ou além do limite terapêutico",
    ),
];
pub(super) const VENTILATORY_SUPPORT: OneOf = one_of(
    "ventilatory_support",
    SUPPORTS,
    "Advanced ventilatory support",
    "Suporte ventilatório avançado",
);

const CIRCUITS: &[Choice] = &[
    choice("none", "none", "nenhuma"),
    choice(
        "respiratory",
        "for respiratory failure",
        "por insuficiência respiratória",
    ),
    choice(
        "cardiovascular",
        "for the circulation",
        "por indicação cardiovascular",
    ),
];
pub(super) const ECMO: OneOf = one_of("ecmo", CIRCUITS, "ECMO", "ECMO");

pub(super) const OTHER_VASOACTIVE: Flag = flag(
    "other_vasoactive",
    "Another vasopressor or inotrope",
    "Outro vasopressor ou inotrópico",
)
.defined(
    "Vasopressin, phenylephrine, dobutamine, milrinone or any other than norepinephrine, \
     epinephrine and dopamine, at any dose.",
    "Vasopressina, fenilefrina, dobutamina, milrinona ou qualquer outra além de norepinefrina, \
     epinefrina e dopamina, em qualquer dose.",
);
pub(super) const VASOACTIVE_UNAVAILABLE: Flag = flag(
    "vasoactive_unavailable",
    "Vasoactive drugs unavailable or outside the limits of treatment",
    "Drogas vasoativas indisponíveis ou além do limite terapêutico",
)
.defined(
    "Then the pressure alone is scored, up to 4 points.",
    "Nesse caso pontua só a pressão, até 4 pontos.",
);
pub(super) const MECHANICAL_SUPPORT: Flag = flag(
    "mechanical_support",
    "Mechanical support of the circulation",
    "Suporte circulatório mecânico",
)
.defined(
    "Venoarterial ECMO, balloon pump, ventricular assist device, microaxial pump.",
    "ECMO venoarterial, balão intra-aórtico, dispositivo de assistência ventricular, bomba \
     microaxial.",
);

const OUTPUTS: &[Choice] = &[
    choice("none", "none of these", "nenhum destes"),
    choice(
        "low-6h",
        "below 0.5 mL/kg/h for 6 to 12 hours",
        "abaixo de 0,5 mL/kg/h por 6 a 12 horas",
    ),
    choice(
        "low-12h",
        "below 0.5 mL/kg/h for 12 hours or more",
        "abaixo de 0,5 mL/kg/h por 12 horas ou mais",
    ),
    choice(
        "very-low",
        "below 0.3 mL/kg/h for 24 hours or more, or none for 12 hours or more",
        "abaixo de 0,3 mL/kg/h por 24 horas ou mais, ou anúria por 12 horas ou mais",
    ),
];
pub(super) const URINE: OneOf = one_of(
    "oliguria",
    OUTPUTS,
    "Low urine output",
    "Débito urinário baixo",
)
.optional();

const REPLACEMENTS: &[Choice] = &[
    choice("none", "none", "nenhuma"),
    choice(
        "receiving",
        "receiving it, also on the days between",
        "em uso, inclusive nos dias entre as sessões",
    ),
    choice(
        "criteria-met",
        "not receiving it, but its criteria are met",
        "sem uso, mas com critérios presentes",
    ),
];
pub(super) const RENAL_REPLACEMENT: OneOf = one_of(
    "renal_replacement",
    REPLACEMENTS,
    "Renal replacement therapy",
    "Terapia renal substitutiva",
)
.defined(
    "Not for other reasons, such as a poisoning. Criteria: creatinine above 1.2 mg/dL (110 \
     \u{b5}mol/L) or less than 0.3 mL/kg/h of urine for more than 6 hours, and potassium of 6.0 \
     mmol/L or more, or pH of 7.20 or less with bicarbonate of 12 mmol/L or less.",
    "Não por outros motivos, como intoxicação. Critérios: creatinina acima de 1,2 mg/dL (110 \
     \u{b5}mol/L) ou diurese abaixo de 0,3 mL/kg/h por mais de 6 horas, e potássio de 6,0 mmol/L ou \
     mais, ou pH de 7,20 ou menos com bicarbonato de 12 mmol/L ou menos.",
);
