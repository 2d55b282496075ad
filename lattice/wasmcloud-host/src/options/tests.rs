//! What a host is told reaches the library, and what it does not know is refused.

use super::*;

fn config(arguments: &[&str], environment: &[(&str, &str)]) -> anyhow::Result<WasmbusHostConfig> {
    let options = Options::try_parse_from([&["wasmcloud_host"], arguments].concat())?;
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    options.into_host_config(&environment.iter().map(owned).collect())
}

#[test]
fn nothing_has_to_be_said() {
    let config = config(&[], &[]).expect("all defaults");
    assert_eq!(config.ctl_nats_url.as_str(), "nats://127.0.0.1:4222");
    assert_eq!(config.max_execution_time, Duration::from_secs(5));
    assert!(!config.allow_file_load);
    assert!(config.enable_provider_auction);
    assert_eq!(config.rpc_inbox_prefix, None);
}

#[test]
fn what_is_said_reaches_the_library() {
    let config = config(
        &[
            "--policy-topic=a.b",
            "--policy-timeout-ms=50",
            "--secrets-topic=c",
            "--max-linear-memory-bytes=65536",
            "--max-components=7",
            "--heartbeat-interval-seconds=5",
            "--rpc-inbox-prefix=_HOST",
            "--nats-port=4333",
            "--rpc-tls",
            "--oci-registry=r",
            "--oci-user=u",
            "--oci-password=p",
            "--enable-component-auction=false",
        ],
        &[("WASMCLOUD_LABEL_zone", "local"), ("PATH", "/bin")],
    )
    .expect("a configuration");
    let policy = &config.policy_service_config;
    assert_eq!(policy.policy_topic.as_deref(), Some("a.b"));
    assert_eq!(policy.policy_timeout_ms, Some(Duration::from_millis(50)));
    assert_eq!(config.secrets_topic_prefix.as_deref(), Some("c"));
    assert_eq!(config.max_linear_memory, 65_536);
    assert_eq!(config.max_components, 7);
    assert_eq!(config.heartbeat_interval, Some(Duration::from_secs(5)));
    assert_eq!(config.rpc_inbox_prefix.as_deref(), Some("_HOST"));
    assert_eq!(config.ctl_nats_url.as_str(), "nats://127.0.0.1:4333");
    assert_eq!(config.rpc_nats_url.as_str(), "tls://127.0.0.1:4333");
    assert_eq!(config.oci_opts.oci_password.as_deref(), Some("p"));
    assert!(!config.enable_component_auction);
    assert_eq!(config.labels["zone"], "local");
}

#[test]
fn what_is_unknown_is_refused_by_name() {
    let known = [
        ("WASMCLOUD_POLICY_TOPIC", "a"),
        ("WASMCLOUD_CTL_CREDS", "a"),
        ("WASMCLOUD_VERSION", "v1"),
    ];
    assert!(config(&[], &known).is_ok());
    for name in ["WASMCLOUD_POLICY_TOPICS", "WASMCLOUD_OBSERVABILITY_ENABLED"] {
        let error = config(&[], &[(name, "x")]).expect_err("unknown");
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn what_cannot_be_used_is_refused_by_name() {
    for (argument, name) in [
        ("--max-execution-time-ms=999", "max-execution-time-ms"),
        ("--policy-topic=a.*", "policy-topic"),
        ("--secrets-topic=", "secrets-topic"),
        ("--rpc-inbox-prefix=a..b", "rpc-inbox-prefix"),
        ("--tls-ca-path=/nowhere", "tls-ca-path"),
        ("--ctl-jwt=a", "ctl-jwt"),
        ("--rpc-creds=/nowhere", "rpc-creds"),
        ("--host-seed=S", "host-seed"),
        (
            "--experimental-features=builtin-htp-server",
            "builtin-htp-server",
        ),
        (
            "--heartbeat-interval-seconds=0",
            "heartbeat-interval-seconds",
        ),
        ("--max-components=40000", "max-components"),
        ("--oci-user=u", "oci-registry"),
    ] {
        let error = config(&[argument], &[]).expect_err(argument);
        assert!(format!("{error:#}").contains(name), "{argument}: {error:#}");
    }
}

#[test]
fn a_user_is_a_file_or_a_pair() {
    let user = KeyPair::new_user().seed().expect("a seed");
    let path = std::env::temp_dir().join(format!("host-options-{}.creds", std::process::id()));
    let text = format!(
        "-----BEGIN NATS USER JWT-----\na.b.c\n------END NATS USER JWT------\n\n\
         -----BEGIN USER NKEY SEED-----\n{user}\n------END USER NKEY SEED------\n"
    );
    std::fs::write(&path, text).expect("a file");
    let file = format!("--nats-creds={}", path.display());
    let from_file = config(
        &[&file, "--rpc-jwt=d.e.f", &format!("--rpc-seed={user}")],
        &[],
    );
    std::fs::remove_file(&path).expect("the file");
    let config = from_file.expect("a configuration");
    assert_eq!(config.ctl_jwt.as_deref(), Some("a.b.c"));
    assert_eq!(config.rpc_jwt.as_deref(), Some("d.e.f"));
    assert!(config.ctl_key.is_some() && config.rpc_key.is_some());
}
