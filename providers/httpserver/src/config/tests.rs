//! Settings that are right, wrong, missing and documented.

use super::*;

fn server(pairs: &[(&str, &str)]) -> Result<ServerConfig, ConfigError> {
    let all = [&[("address", "127.0.0.1:8080")], pairs].concat();
    ServerConfig::read(&map(&all))
}

fn map(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn defaults_need_an_address_only() {
    let config = server(&[]).expect("an address is enough");
    assert_eq!(config.max_in_flight, 128);
    assert_eq!(config.tls, None);
    assert!(config.cors_allowed_origins.is_empty());
    let missing = ServerConfig::read(&HashMap::new()).expect_err("no address");
    assert_eq!(missing.key, "address");
}

#[test]
fn every_bad_value_is_refused_by_name() {
    for (key, value) in [
        ("address", "localhost"),
        ("admin_address", "localhost:8081"),
        ("admin_address", "127.0.0.1:8080"),
        ("max_in_flight", "many"),
        ("max_in_flight", "0"),
        ("max_queued", "-1"),
        ("queue_timeout_ms", "1s"),
        ("max_body_bytes", "99999999999"),
        ("max_header_bytes", "10"),
        ("header_timeout_ms", "0"),
        ("idle_timeout_ms", "forever"),
        ("compression", "yes"),
        ("access_log", "1"),
        ("cors_allowed_origins", "*"),
        ("cors_allowed_origins", "example.org"),
        ("cors_allowed_headers", "if match"),
        ("trusted_proxies", "10.0.0.0/33"),
        ("trusted_proxies", "127.0.0.1, localhost"),
        ("max_connections_per_peer", "0"),
        ("max_in_flight_per_peer", "some"),
        ("unlimited_peers", "localhost"),
        ("allowed_hosts", "https://a.example"),
        ("allowed_hosts", "a.example, b:http"),
        ("max_answer_bytes", "10"),
        ("max_inflight", "10"),
    ] {
        let error = server(&[(key, value)]).expect_err(key);
        assert_eq!(error.key, key, "{error}");
    }
}

#[test]
fn tls_needs_both_files() {
    let half = server(&[("tls_key", "/key.pem")]).expect_err("half");
    assert_eq!(half.key, "tls_certificate");
    let half = server(&[("tls_certificate", "/certificate.pem")]).expect_err("half");
    assert_eq!(half.key, "tls_key");
    let half = server(&[("tls_client_ca", "/ca.pem")]).expect_err("half");
    assert_eq!(half.key, "tls_certificate");
}

#[test]
fn origins_are_a_list() {
    let value = "https://a.example, http://127.0.0.1:3000";
    let config = server(&[("cors_allowed_origins", value)]).expect("two origins");
    assert_eq!(config.cors_allowed_origins.len(), 2);
}

#[test]
fn every_setting_is_documented() {
    let documented = include_str!("../../../../docs/http-server.md");
    let unknown = [("unknown", "")];
    let of_server = server(&unknown).expect_err("unknown").reason;
    let of_route = RouteConfig::read(&map(&unknown))
        .expect_err("unknown")
        .reason;
    for reason in [of_server, of_route] {
        let (_, names) = reason.split_once("there are ").expect("it lists them");
        for name in names.split(", ") {
            assert!(documented.contains(&format!("`{name}`")), "{name}");
        }
    }
}

/// Whoever writes a documented default into a manifest changes nothing.
#[test]
fn documented_defaults_are_true() {
    let documented = include_str!("../../../../docs/http-server.md");
    let defaults = documented.lines().filter_map(|row| {
        let (name, rest) = row.strip_prefix("| `")?.split_once("` | ")?;
        let (_, default) = rest.strip_suffix("` |")?.rsplit_once("| `")?;
        Some((name, default))
    });
    let of_server = server(&[]).expect("all defaults");
    let of_route = RouteConfig::read(&HashMap::new()).expect("all defaults");
    let mut compared = 0;
    for setting in defaults {
        let same = server(&[setting]).is_ok_and(|config| config == of_server)
            || RouteConfig::read(&map(&[setting])).is_ok_and(|config| config == of_route);
        assert!(same, "{setting:?} is not the default");
        compared += 1;
    }
    assert!(compared > 10, "only {compared} defaults are documented");
}

#[test]
fn routes_are_checked_too() {
    let route = RouteConfig::read(&HashMap::new()).expect("all defaults");
    assert_eq!(route.paths, [""], "everything");
    assert!(!route.repeatable);
    for (key, value) in [
        ("path", "api"),
        ("path", "/a?b"),
        ("path", "/a, b"),
        ("path", "/a, /a/"),
        ("deadline_ms", "0"),
        ("repeatable", "maybe"),
        ("retry_after_ms", "x"),
        ("max_body_bytes", "268435457"),
        ("max_body_bytes", "big"),
        ("headers", "cookie, x y"),
        ("headers", "transfer-encoding"),
        ("headers", "x-client-address"),
        ("headers", "sec-allowed-origin"),
        ("address", "127.0.0.1:8080"),
    ] {
        let error = RouteConfig::read(&map(&[(key, value)])).expect_err(key);
        assert_eq!(error.key, key, "{error}");
    }
}
