//! The lattice against whoever reaches its port, and against each of its own users:
//! nothing of a patient is overheard, no answer forged, nothing commanded.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use harness::eventually;
use harness::lattice::Lattice;
use ops::{Credentials, Keys, Server, User};
use serde_json::json;
use tempfile::TempDir;

use crate::wire::Wire;

/// A weight that nobody else sends.
const MARKER: &str = "71.73173173";

/// Requests while somebody listens.
const REQUESTS: u32 = 200;

/// What there is to hear on a lattice.
const EARS: [&str; 12] = [
    ">",
    "*.>",
    "default.>",
    "default.*.wrpc.>",
    "_HOST.>",
    "_EDGE.>",
    "_INBOX.>",
    "wasmbus.>",
    "wasmbus.ctl.v1.default.>",
    "wasmbus.rpc.default.>",
    "wadm.>",
    "$JS.API.>",
];

/// What there is to command, to alter, or to forge.
const COMMANDS: [&str; 18] = [
    "wasmbus.ctl.v1.default.host.ping",
    "wasmbus.ctl.v1.default.host.stop.N",
    "wasmbus.ctl.v1.default.component.scale.N",
    "wasmbus.ctl.v1.default.provider.start.N",
    "wasmbus.ctl.v1.default.provider.stop.N",
    "wasmbus.ctl.v1.default.config.put.x",
    "wasmbus.ctl.v1.default.link.put",
    "wasmbus.ctl.v1.default.link.del",
    "wasmbus.evt.default.host_stopped",
    "wadm.api.default.model.list",
    "wadm.api.default.model.deploy.medical-app",
    "wadm.cmd.default",
    "$JS.API.STREAM.NAMES",
    "$JS.API.STREAM.DELETE.KV_wadm_manifests",
    "$JS.API.STREAM.MSG.GET.KV_wadm_manifests",
    "$KV.CONFIGDATA_default.x",
    "$KV.LATTICEDATA_default.x",
    "$SYS.REQ.SERVER.PING",
];

fn keys(lattice: &Lattice) -> anyhow::Result<&Keys> {
    lattice.keys().context("the lattice is open")
}

fn connect(lattice: &Lattice, user: User) -> anyhow::Result<Wire> {
    let credentials = keys(lattice)?.credentials(user)?;
    Wire::connect(lattice.nats_address(), Some(&credentials))
        .with_context(|| user.name().to_owned())
}

/// Anonymous clients, those of another operator, and a token with another's key.
pub(crate) fn strangers_are_refused(lattice: &Lattice) -> anyhow::Result<()> {
    let address = lattice.nats_address();
    ensure!(Wire::connect(address, None).is_err(), "anyone is let in");
    let folder = TempDir::new()?;
    let server = Server {
        store: folder.path().join("store"),
        log: folder.path().join("log"),
    };
    let elsewhere = Keys::make(folder.path(), &ops::Lattice::new("default"), &server)?;
    for user in User::ALL {
        let stranger = elsewhere.credentials(user)?;
        let known = keys(lattice)?.credentials(user)?;
        let stolen = Credentials {
            jwt: known.jwt.clone(),
            seed: stranger.seed.clone(),
        };
        for wrong in [&stranger, &stolen] {
            let refused = Wire::connect(address, Some(wrong)).is_err();
            ensure!(refused, "somebody else's {} is let in", user.name());
        }
        Wire::connect(address, Some(&known)).context("the right one")?;
    }
    Ok(())
}

/// Who carries calls commands nothing; who commands hears no call and answers none.
pub(crate) fn nobody_does_more_than_he_has_to(lattice: &Lattice) -> anyhow::Result<()> {
    for user in [User::Rpc, User::Ingress] {
        let mut wire = connect(lattice, user)?;
        for subject in COMMANDS {
            let allowed = wire.publish(subject, "{}")?;
            ensure!(!allowed, "{} may say {subject}", user.name());
        }
        let own = match user {
            User::Rpc => ["default.*.wrpc.>", "wasmbus.rpc.default.>", "_HOST.>"].as_slice(),
            _ => &["_EDGE.>"],
        };
        for subject in EARS {
            let allowed = wire.subscribe(subject)?;
            let right = allowed == own.contains(&subject);
            ensure!(right, "{}: {subject} is {allowed}", user.name());
        }
    }
    for user in [User::Ctl, User::Wadm, User::Admin] {
        let mut wire = connect(lattice, user)?;
        for subject in ["_EDGE.a.b.results", "_HOST.a.b.results", "default.x.wrpc.y"] {
            let allowed = wire.publish(subject, "")?;
            ensure!(!allowed, "{} may say {subject}", user.name());
        }
    }
    // The HTTP server calls components in one way only, and answers nobody.
    let mut ingress = connect(lattice, User::Ingress)?;
    let calculate = "default.medical_app-health_calculator.wrpc.0.0.1.medical:health-calc";
    for subject in [calculate, "_EDGE.a.b.results"] {
        ensure!(!ingress.publish(subject, "")?, "ingress may say {subject}");
    }
    Ok(())
}

/// Everyone but hosts listens to all that he may, while people ask; every answer is
/// right, and nobody hears one or what was asked.
pub(crate) fn nothing_is_overheard_or_forged(lattice: &Lattice) -> anyhow::Result<()> {
    let mut ears = Vec::new();
    for user in [User::Ctl, User::Wadm, User::Admin] {
        let mut wire = connect(lattice, user)?;
        let mut allowed = Vec::new();
        for subject in EARS {
            if wire.subscribe(subject)? {
                allowed.push(subject);
            }
        }
        ensure!(!allowed.is_empty(), "{} hears nothing at all", user.name());
        ears.push((user, wire));
    }
    ask(lattice, REQUESTS)?;
    // They are not deaf: commands are heard.
    lattice.wash(&["get", "hosts"])?;
    let mut commands = 0;
    for (user, mut wire) in ears {
        for message in wire.heard()? {
            commands += usize::from(message.subject.ends_with(".host.ping"));
            let mut parts = message.payload.windows(MARKER.len());
            let found = parts.any(|part| part == MARKER.as_bytes());
            let name = user.name();
            ensure!(!found, "{name} heard a request on {}", message.subject);
        }
    }
    ensure!(commands > 0, "nobody heard anything");
    Ok(())
}

/// The former key works until it is revoked, the new one from then on and before, and
/// people who ask notice nothing.
pub(crate) fn a_key_is_changed_unnoticed(lattice: &Lattice) -> anyhow::Result<()> {
    let (keys, address) = (keys(lattice)?, lattice.nats_address());
    let former = keys.credentials(User::Admin)?;
    keys.rotate(User::Admin)?;
    let current = keys.credentials(User::Admin)?;
    Wire::connect(address, Some(&former)).context("the former key still counts")?;
    let mut open = Wire::connect(address, Some(&current)).context("the new key")?;
    ensure!(keys.revoke(User::Admin)? == 1);
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| ask(lattice, REQUESTS));
        lattice.reload_nats();
        eventually("the former key is refused", Duration::from_secs(10), || {
            ensure!(
                Wire::connect(address, Some(&former)).is_err(),
                "it still counts"
            );
            Ok(())
        })?;
        let asked = asking.join();
        asked.map_err(|_| anyhow::anyhow!("whoever asked panicked"))?
    })?;
    ensure!(open.publish("wasmbus.ctl.v1.default.host.ping", "")?);
    lattice.wash(&["get", "hosts"])?;
    Ok(())
}

/// Asks for a body mass index with a weight that is found again, and knows the answer.
fn ask(lattice: &Lattice, times: u32) -> anyhow::Result<()> {
    let weight: f64 = MARKER.parse()?;
    let body = json!({"weight": weight, "height": 2}).to_string();
    ensure!(body.contains(MARKER), "{body}");
    for _ in 0..times {
        let response = lattice.client().post("/api/v1/bmi", body.clone())?;
        ensure!(response.status == 200, "{response:?}");
        let bmi = response.json()["bmi"].as_f64().unwrap_or_default();
        ensure!((bmi - weight / 4.0).abs() < 1e-9, "{response:?}");
    }
    Ok(())
}
