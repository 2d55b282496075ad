//! Why a request gets no cards.

use text::Text;

/// Why a request gets no cards. None of it holds patient data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No service has this id: 404.
    UnknownService,
    /// The body is no CDS Hooks request; what is wrong with it: 400.
    InvalidRequest(Text),
    /// The service answers another hook: 400.
    WrongHook,
    /// More Patients, Observations and components were prefetched than these: 400.
    TooMany(usize),
    /// Data that the service cannot do without did not come, or nothing usable
    /// did; the prefetch keys, or `key.element` where only a part is missing: 412.
    MissingData(Vec<String>),
    /// A definition is not what the service was made for: 500.
    Defect(Defect),
}

/// What a service needs of a definition and does not find there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Id of the calculator.
    pub calculator: String,
    /// What its definition lacks, for whoever maintains it.
    pub lacks: String,
}
