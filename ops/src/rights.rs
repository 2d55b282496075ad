//! Who there is on a lattice, and the subjects that each may use. What is not
//! here is refused by NATS.

use anyhow::bail;
use serde_json::{Value, json};

use crate::policy::{asked_on, changed_on};

/// Where hosts get the answers to their calls. Only they may listen there.
pub const HOST_INBOX: &str = "_HOST";

/// Where the HTTP server gets the answers to its calls. Only it may listen there,
/// and only hosts may answer.
pub const EDGE_INBOX: &str = "_EDGE";

/// Where everyone else gets answers: none of them holds anything of a patient.
const INBOX: &str = "_INBOX.>";

/// How the HTTP server calls a component.
const HANDLE: &str = "wrpc.0.0.1.wrpc:http/incoming-handler@0.1.0.handle";

/// One answer to each message, within a minute.
const ANSWERS: (u64, u64) = (1, 60_000_000_000);

/// Someone who talks on a lattice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum User {
    /// A host, where it takes commands and keeps links and configuration.
    Ctl,
    /// A host, where components call each other.
    Rpc,
    /// The HTTP server.
    Ingress,
    /// The deployment manager.
    Wadm,
    /// People with `wash`, and the scripts.
    Admin,
    /// What says which programs hosts may start.
    Policy,
}

impl User {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Ctl,
        Self::Rpc,
        Self::Ingress,
        Self::Wadm,
        Self::Admin,
        Self::Policy,
    ];

    /// The name of the user and of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ctl => "ctl",
            Self::Rpc => "rpc",
            Self::Ingress => "ingress",
            Self::Wadm => "wadm",
            Self::Admin => "admin",
            Self::Policy => "policy",
        }
    }
}

impl std::str::FromStr for User {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match Self::ALL.into_iter().find(|user| user.name() == text) {
            Some(user) => Ok(user),
            None => {
                let names = Self::ALL.map(Self::name).join(", ");
                bail!("there is no user '{text}'; there are {names}")
            }
        }
    }
}

/// The subjects that a user may use.
#[derive(Debug, Default)]
pub(crate) struct Rights {
    publish: Vec<String>,
    subscribe: Vec<String>,
    answers: bool,
}

impl Rights {
    /// Those of a user on a lattice whose HTTP servers have these ids.
    pub(crate) fn of(user: User, lattice: &str, servers: &[String]) -> Self {
        match user {
            User::Ctl => ctl(lattice),
            User::Rpc => rpc(lattice),
            User::Ingress => ingress(lattice, servers),
            User::Wadm => wadm(lattice),
            User::Admin => admin(lattice),
            User::Policy => policy(lattice),
        }
    }

    /// As NATS reads them in a user's token.
    pub(crate) fn claims(&self) -> Value {
        // An empty list of what is allowed would allow everything.
        let only = |subjects: &[String]| match subjects {
            [] => json!({"deny": [">"]}),
            some => json!({"allow": some}),
        };
        let mut claims = json!({
            "pub": only(&self.publish),
            "sub": only(&self.subscribe),
            "subs": -1,
            "data": -1,
            "payload": -1,
            "allowed_connection_types": ["STANDARD"],
            "type": "user",
            "version": 2,
        });
        if self.answers {
            let (most, within) = ANSWERS;
            claims["resp"] = json!({"max": most, "ttl": within});
        }
        claims
    }
}

fn control(lattice: &str) -> String {
    format!("wasmbus.ctl.v1.{lattice}")
}

/// Takes commands, says what happens, keeps links and configuration in two buckets, and
/// asks what may be started.
fn ctl(lattice: &str) -> Rights {
    let mut publish = vec![format!("wasmbus.evt.{lattice}.*")];
    for bucket in ["LATTICEDATA", "CONFIGDATA"] {
        let bucket = format!("{bucket}_{lattice}");
        publish.push(format!("$KV.{bucket}.>"));
        for request in [
            "STREAM.INFO.KV_{}",
            "STREAM.CREATE.KV_{}",
            "DIRECT.GET.KV_{}.>",
            "CONSUMER.CREATE.KV_{}",
            "CONSUMER.CREATE.KV_{}.>",
            "CONSUMER.DELETE.KV_{}.>",
        ] {
            publish.push(format!("$JS.API.{}", request.replace("{}", &bucket)));
        }
        publish.push(format!("$JS.FC.KV_{bucket}.>"));
    }
    publish.push(asked_on(lattice));
    Rights {
        publish,
        subscribe: vec![
            format!("{}.>", control(lattice)),
            INBOX.to_owned(),
            changed_on(lattice),
        ],
        answers: true,
    }
}

/// Calls components and serves their calls, tells providers what they need, answers
/// the HTTP server; a provider that is built into the host is told the same way. It
/// answers on subjects below the one to reply to, which NATS's
/// right to answer does not cover.
fn rpc(lattice: &str) -> Rights {
    let calls = format!("{lattice}.*.wrpc.>");
    let inbox = format!("{HOST_INBOX}.>");
    let providers = format!("wasmbus.rpc.{lattice}.>");
    Rights {
        publish: vec![
            calls.clone(),
            providers.clone(),
            inbox.clone(),
            format!("{EDGE_INBOX}.>"),
        ],
        subscribe: vec![calls, providers, inbox],
        answers: false,
    }
}

/// Calls components over HTTP, hears what its host tells it and when components are
/// replaced, asks for its links, and asks a server before it to leave.
fn ingress(lattice: &str, servers: &[String]) -> Rights {
    let leave = |server: &String| format!("{lattice}.{server}.httpserver.leave");
    let told = |server: &String| format!("wasmbus.rpc.{lattice}.{server}.>");
    let mut publish = vec![
        format!("{lattice}.*.{HANDLE}"),
        format!("{HOST_INBOX}.>"),
        format!("{}.link.get", control(lattice)),
    ];
    publish.extend(servers.iter().map(leave));
    // Links come under a key that the host makes for each start, not under the id.
    let mut subscribe = vec![
        format!("wasmbus.rpc.{lattice}.*.linkdefs.put"),
        format!("wasmbus.evt.{lattice}.component_scaled"),
        format!("{EDGE_INBOX}.>"),
    ];
    subscribe.extend(servers.iter().map(leave));
    subscribe.extend(servers.iter().map(told));
    Rights {
        publish,
        subscribe,
        answers: false,
    }
}

/// Commands hosts, and keeps manifests, state and work in streams of its own.
fn wadm(lattice: &str) -> Rights {
    let commands = [
        "claims.get",
        "component.scale.*",
        "provider.start.*",
        "provider.stop.*",
        "config.*.*",
        "host.get.*",
        "host.ping",
        "link.*",
    ];
    let control = control(lattice);
    let mut publish: Vec<_> = commands.map(|it| format!("{control}.{it}")).into();
    publish.extend(
        ["cmd.{}", "evt.{}.*", "notify.{}", "status.{}.*"]
            .map(|it| format!("wadm.{}", it.replace("{}", lattice))),
    );
    publish.extend(["state", "manifests"].map(|it| format!("$KV.wadm_{it}.>")));
    publish.extend(wadm_streams());
    Rights {
        publish,
        // It takes the events of every lattice of its account, and that is one.
        subscribe: ["wadm.api.>", "wasmbus.evt.*.>", INBOX]
            .map(str::to_owned)
            .into(),
        answers: true,
    }
}

/// What it asks of its streams. It makes them by name: one of any name could take in
/// calls, and hand them on to where it may listen. It may ask what any of them is, its
/// own of former versions too; with all their names its token would be too long.
fn wadm_streams() -> Vec<String> {
    let mut requests: Vec<String> = [
        "KV_wadm_state",
        "KV_wadm_manifests",
        "wadm_events",
        "wadm_event_consumer",
        "wadm_commands",
        "wadm_status",
        "wadm_notify",
        "wasmbus_events",
    ]
    .map(|it| format!("STREAM.CREATE.{it}"))
    .into();
    requests.push("STREAM.INFO.*".to_owned());
    requests.push("STREAM.MSG.GET.wadm_status".to_owned());
    requests.extend(
        ["KV_wadm_state", "KV_wadm_manifests", "wadm_status"]
            .map(|it| format!("DIRECT.GET.{it}.>")),
    );
    let mut subjects = Vec::new();
    for stream in ["wadm_commands", "wadm_event_consumer", "wadm_notify"] {
        requests.push(format!("CONSUMER.CREATE.{stream}"));
        requests.push(format!("CONSUMER.CREATE.{stream}.>"));
        requests.push(format!("CONSUMER.INFO.{stream}.*"));
        requests.push(format!("CONSUMER.LIST.{stream}"));
        requests.push(format!("CONSUMER.MSG.NEXT.{stream}.*"));
        subjects.push(format!("$JS.ACK.{stream}.>"));
    }
    subjects.extend(requests.iter().map(|it| format!("$JS.API.{it}")));
    subjects
}

/// Deploys, asks, starts and stops; hears events, but no call.
fn admin(lattice: &str) -> Rights {
    Rights {
        publish: vec![
            format!("{}.>", control(lattice)),
            format!("wadm.api.{lattice}.>"),
        ],
        subscribe: vec![INBOX.to_owned(), format!("wasmbus.evt.{lattice}.*")],
        answers: false,
    }
}

/// Is asked by hosts what they may start, and tells them when that changes.
fn policy(lattice: &str) -> Rights {
    Rights {
        publish: vec![changed_on(lattice)],
        subscribe: vec![asked_on(lattice)],
        answers: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_no_right_is_not_given_all() {
        let claims = Rights::default().claims();
        assert_eq!(claims["pub"], json!({"deny": [">"]}));
        assert_eq!(claims["sub"], json!({"deny": [">"]}));
        assert!(claims.get("resp").is_none());
    }

    #[test]
    fn nobody_but_hosts_hears_or_answers_calls() {
        let servers = ["a".to_owned()];
        for user in User::ALL {
            let rights = Rights::of(user, "x", &servers);
            let claims = rights.claims();
            assert!(!claims["pub"]["allow"].as_array().is_none_or(Vec::is_empty));
            assert!(!claims["sub"]["allow"].as_array().is_none_or(Vec::is_empty));
            let hears = |subject: &str| rights.subscribe.iter().any(|it| it == subject);
            let says = |subject: &str| rights.publish.iter().any(|it| it == subject);
            assert_eq!(hears("x.*.wrpc.>"), user == User::Rpc);
            assert_eq!(hears("_HOST.>"), user == User::Rpc);
            assert_eq!(hears("_EDGE.>"), user == User::Ingress);
            assert_eq!(says("_EDGE.>"), user == User::Rpc);
            let everything = [">", "*.>", "x.>"];
            assert!(!everything.iter().any(|it| hears(it) || says(it)));
        }
    }

    /// A stream takes in what nobody else hears, and says it again wherever it is told to.
    #[test]
    fn nobody_makes_or_changes_a_stream_of_any_name() {
        for user in User::ALL {
            for subject in Rights::of(user, "x", &[]).publish {
                let api = subject.strip_prefix("$JS.API.").unwrap_or_default();
                let named = api.split('.').take(3).all(|it| !["*", ">"].contains(&it));
                assert!(named || api == "STREAM.INFO.*", "{subject}");
                assert!(!api.starts_with("STREAM.UPDATE"), "{subject}");
                assert!(!["$JS.>", "$JS.*"].contains(&subject.as_str()));
            }
        }
    }

    #[test]
    fn users_have_names() {
        for user in User::ALL {
            assert_eq!(user.name().parse::<User>().expect("a user"), user);
        }
        let error = "root".parse::<User>().expect_err("nobody");
        assert!(error.to_string().contains("ingress"), "{error}");
    }
}
