//! Specialities, by which the catalogue is ordered.

use text::{Text, text};

/// A speciality; also a folder of this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Body size and its parts.
    Body,
    /// Energy at rest and in a day.
    Nutrition,
    /// Filtration of the kidneys.
    Kidney,
    /// Heart and circulation, and what threatens them.
    Heart,
    /// Pneumonia and pulmonary embolism.
    Lungs,
    /// Severity of liver disease.
    Liver,
    /// Lipids and diabetes.
    Metabolism,
    /// Electrolytes, acids and water.
    Electrolytes,
    /// Sepsis, organ failure, deterioration.
    CriticalCare,
    /// Consciousness.
    Neurology,
    /// Pregnancy and birth.
    Obstetrics,
    /// Clotting and blood.
    Haematology,
    /// Bleeding and inflammation of the gut.
    Digestive,
    /// Infections and the risk they carry.
    Infection,
    /// Growth and illness of children.
    Paediatrics,
    /// Depression, anxiety, alcohol.
    MentalHealth,
    /// Independence, frailty, comorbidity, nursing.
    Function,
    /// Before, during and after an operation; injuries and burns.
    Surgery,
    /// Doses, rates and equivalent doses.
    Medication,
    /// Arthritis and fractures.
    Musculoskeletal,
}

impl Category {
    /// Every category, in the order of the catalogue.
    pub const ALL: [Self; 20] = [
        Self::Body,
        Self::Nutrition,
        Self::Kidney,
        Self::Heart,
        Self::Lungs,
        Self::Liver,
        Self::Metabolism,
        Self::Electrolytes,
        Self::CriticalCare,
        Self::Neurology,
        Self::Obstetrics,
        Self::Haematology,
        Self::Digestive,
        Self::Infection,
        Self::Paediatrics,
        Self::MentalHealth,
        Self::Function,
        Self::Surgery,
        Self::Medication,
        Self::Musculoskeletal,
    ];

    /// The code in requests and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Nutrition => "nutrition",
            Self::Kidney => "kidney",
            Self::Heart => "heart",
            Self::Lungs => "lungs",
            Self::Liver => "liver",
            Self::Metabolism => "metabolism",
            Self::Electrolytes => "electrolytes",
            Self::CriticalCare => "critical-care",
            Self::Neurology => "neurology",
            Self::Obstetrics => "obstetrics",
            Self::Haematology => "haematology",
            Self::Digestive => "digestive",
            Self::Infection => "infection",
            Self::Paediatrics => "paediatrics",
            Self::MentalHealth => "mental-health",
            Self::Function => "function",
            Self::Surgery => "surgery",
            Self::Medication => "medication",
            Self::Musculoskeletal => "musculoskeletal",
        }
    }

    /// The name for people.
    pub const fn title(self) -> Text {
        match self {
            Self::Body => text("Body size and composition", "Medidas e composição corporal"),
            Self::Nutrition => text("Nutrition and energy", "Nutrição e energia"),
            Self::Kidney => text("Kidney", "Rim"),
            Self::Heart => text("Heart and circulation", "Coração e circulação"),
            Self::Lungs => text("Lungs", "Pulmões"),
            Self::Liver => text("Liver", "Fígado"),
            Self::Metabolism => text("Metabolism", "Metabolismo"),
            Self::Electrolytes => text("Electrolytes and water", "Eletrólitos e água"),
            Self::CriticalCare => text("Critical care", "Terapia intensiva"),
            Self::Neurology => text("Neurology", "Neurologia"),
            Self::Obstetrics => text("Pregnancy and birth", "Gestação e parto"),
            Self::Haematology => text("Blood and clotting", "Sangue e coagulação"),
            Self::Digestive => text("Stomach, bowel and pancreas", "Aparelho digestivo"),
            Self::Infection => text("Infection", "Infectologia"),
            Self::Paediatrics => text("Children and newborns", "Pediatria e neonatologia"),
            Self::MentalHealth => text("Mental health", "Saúde mental"),
            Self::Function => text("Function and care", "Funcionalidade e cuidado"),
            Self::Surgery => text(
                "Surgery, anaesthesia and injury",
                "Cirurgia, anestesia e trauma",
            ),
            Self::Medication => text("Doses and infusions", "Doses e infusões"),
            Self::Musculoskeletal => text("Joints and bones", "Articulações e ossos"),
        }
    }
}
