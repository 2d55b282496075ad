//! What a provider tells the host about its health.

use wasmcloud_provider_sdk::core::HealthCheckResponse;

/// Healthy when nothing is wrong; otherwise a message that names each fault.
pub fn report(faults: &[String]) -> HealthCheckResponse {
    HealthCheckResponse {
        healthy: faults.is_empty(),
        message: (!faults.is_empty()).then(|| faults.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_named() {
        assert!(report(&[]).healthy);
        let response = report(&["a is wrong".to_owned(), "b is missing".to_owned()]);
        assert!(!response.healthy);
        assert_eq!(
            response.message.as_deref(),
            Some("a is wrong; b is missing")
        );
    }
}
