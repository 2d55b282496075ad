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
}

impl Category {
    /// Every category, in the order of the catalogue.
    pub const ALL: [Self; 12] = [
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
        }
    }
}
