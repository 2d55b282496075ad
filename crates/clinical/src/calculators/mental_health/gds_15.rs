//! Geriatric depression scale, short form of 15 questions.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Output, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const SATISFIED: Flag = flag(
    "gds_satisfied",
    "1. Satisfied with life",
    "1. Satisfeito com a vida",
);
const DROPPED: Flag = flag(
    "gds_dropped_activities",
    "2. Has given up many activities and interests",
    "2. Abandonou muitas atividades e interesses",
);
const EMPTY: Flag = flag(
    "gds_empty",
    "3. Feels that life is empty",
    "3. Sente a vida vazia",
);
const BORED: Flag = flag(
    "gds_bored",
    "4. Often bored",
    "4. Aborrece-se com frequência",
);
const SPIRITS: Flag = flag(
    "gds_good_spirits",
    "5. In good spirits most of the time",
    "5. De bom humor a maior parte do tempo",
);
const AFRAID: Flag = flag(
    "gds_afraid",
    "6. Fears that something bad will happen",
    "6. Teme que algo ruim aconteça",
);
const HAPPY: Flag = flag(
    "gds_happy",
    "7. Happy most of the time",
    "7. Feliz a maior parte do tempo",
);
const HELPLESS: Flag = flag(
    "gds_helpless",
    "8. Often feels helpless",
    "8. Sente-se sem saída com frequência",
);
const HOME: Flag = flag(
    "gds_stays_home",
    "9. Rather stays at home than goes out",
    "9. Prefere ficar em casa a sair",
);
const MEMORY: Flag = flag(
    "gds_memory",
    "10. More trouble with memory than most",
    "10. Mais problemas de memória que a maioria",
);
const WONDERFUL: Flag = flag(
    "gds_glad_to_be_alive",
    "11. Finds it wonderful to be alive",
    "11. Acha maravilhoso estar vivo",
);
const WORTHLESS: Flag = flag(
    "gds_worthless",
    "12. Feels worthless as he or she is now",
    "12. Sente-se inútil como está agora",
);
const ENERGY: Flag = flag("gds_energy", "13. Full of energy", "13. Cheio de energia");
const HOPELESS: Flag = flag(
    "gds_hopeless",
    "14. Finds the situation hopeless",
    "14. Acha a situação sem esperança",
);
const OTHERS: Flag = flag(
    "gds_others_better_off",
    "15. Thinks that most people are better off",
    "15. Acha que a maioria está melhor",
);

/// One point for each answer that speaks for depression: "no" to five questions,
/// "yes" to the rest.
const CRITERIA: &[Criterion] = &[
    SATISFIED.adds_unless(1.0),
    DROPPED.adds(1.0),
    EMPTY.adds(1.0),
    BORED.adds(1.0),
    SPIRITS.adds_unless(1.0),
    AFRAID.adds(1.0),
    HAPPY.adds_unless(1.0),
    HELPLESS.adds(1.0),
    HOME.adds(1.0),
    MEMORY.adds(1.0),
    WONDERFUL.adds_unless(1.0),
    WORTHLESS.adds(1.0),
    ENERGY.adds_unless(1.0),
    HOPELESS.adds(1.0),
    OTHERS.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gds-15",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "Geriatric depression scale, 15 questions",
        "Escala de depressão geriátrica de 15 itens (GDS-15)",
    ),
    description: text(
        "Screen for depression in older people, 0 to 15 points, with the limit of the Brazilian \
         version: 6 or more. Send each answer as it was given, true for yes. It does not ask about \
         suicide and does not diagnose.",
        "Rastreio de depressão em pessoas idosas, de 0 a 15 pontos, com o limite da versão \
         brasileira: 6 ou mais. Envie cada resposta como foi dada, true para sim. Não pergunta \
         sobre suicídio e não diagnostica.",
    ),
    aliases: &["GDS", "EDG", "Yesavage", "depressão", "depression"],
    inputs: &[
        SATISFIED.input,
        DROPPED.input,
        EMPTY.input,
        BORED.input,
        SPIRITS.input,
        AFRAID.input,
        HAPPY.input,
        HELPLESS.input,
        HOME.input,
        MEMORY.input,
        WONDERFUL.input,
        WORTHLESS.input,
        ENERGY.input,
        HOPELESS.input,
        OTHERS.input,
    ],
    results: &[Output {
        loinc: Some("48545-8"),
        ..score(
            text("GDS-15 score", "Pontuação da GDS-15"),
            &[
                below(
                    6.0,
                    "negative",
                    "no depression suggested",
                    "não sugere depressão",
                ),
                rest("positive", "depression suggested", "sugere depressão"),
            ],
        )
    }],
    assumptions: &[text(
        "The person is 60 years or older, and the questions were asked in the words of the \
         validated form.",
        "A pessoa tem 60 anos ou mais, e as perguntas foram feitas com as palavras do formulário \
         validado.",
    )],
    reference: Reference {
        citation: "Sheikh JI, Yesavage JA. Geriatric Depression Scale (GDS): recent evidence and \
                   development of a shorter version. Clin Gerontol 1986;5:165-173.",
        doi: Some("10.1300/J018v05n01_09"),
        pmid: None,
    },
    sources: &[Reference {
        citation: "Almeida OP, Almeida SA. Confiabilidade da versão brasileira da Escala de \
                   Depressão em Geriatria (GDS) versão reduzida. Arq Neuropsiquiatr 1999.",
        doi: Some("10.1590/S0004-282X1999000300013"),
        pmid: None,
    }],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
