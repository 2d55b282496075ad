//! The stateless groups of the HTTP API: what each operation does with what stands
//! behind the [`Ports`]. Everything here may be asked twice, and nothing
//! here can reach anything that stores.

mod catalogue;
mod cds;
mod fhir;
mod figures;
mod mcp;
mod panels;
mod platform;
mod question;
mod schemas;

use api::{Api, Group};
use ports::Ports;

/// The operations of the gateway.
pub static API: Api<dyn Ports> = Api { groups: GROUPS };

static GROUPS: &[Group<dyn Ports>] = &[
    figures::GROUP,
    catalogue::GROUP,
    panels::GROUP,
    fhir::GROUP,
    cds::GROUP,
    mcp::GROUP,
    platform::GROUP,
];

pub use schemas::schemas;
