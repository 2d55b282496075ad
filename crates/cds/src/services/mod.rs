//! The services there are.

mod body_figures;
mod kidney_function;
mod news2;

use crate::service::Service;

static ALL: [&Service; 3] = [
    &body_figures::SERVICE,
    &kidney_function::SERVICE,
    &news2::SERVICE,
];

/// Every service, in the order of the discovery document.
pub(crate) fn all() -> impl Iterator<Item = &'static Service> {
    ALL.iter().copied()
}

/// The ids of all services, in the order of the discovery document.
pub fn ids() -> Vec<&'static str> {
    all().map(|service| service.id).collect()
}

pub(crate) fn find(id: &str) -> Option<&'static Service> {
    all().find(|service| service.id == id)
}

/// The calculators whose definitions a service is made from, the principal one first;
/// nothing when no service has this id.
///
/// ```
/// assert_eq!(cds::calculators("news2"), Some(&["news2"][..]));
/// ```
pub fn calculators(service: &str) -> Option<&'static [&'static str]> {
    find(service).map(|service| service.needs.calculators)
}

/// The calculators whose definitions all services are made from.
pub fn all_calculators() -> Vec<&'static str> {
    all()
        .flat_map(|service| service.needs.calculators)
        .copied()
        .collect()
}
