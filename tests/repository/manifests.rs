//! The manifests: what they deploy is built, what they link fits, and nothing is sent
//! twice that may not be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use harness::root;
use wit_parser::{Resolve, WorldItem};

use super::{contracts, packages, read, with_extension};

/// `wadm.yaml` and those in `deploy/`.
fn manifests() -> Vec<PathBuf> {
    let mut manifests = vec![PathBuf::from("wadm.yaml")];
    let files = with_extension("yaml").into_iter();
    manifests.extend(files.filter(|file| file.starts_with("deploy")));
    assert!(manifests.len() > 2, "{manifests:?}");
    manifests
}

/// The values of a key anywhere in a manifest.
fn values(manifest: &str, key: &str) -> Vec<String> {
    let lines = manifest.lines().map(str::trim);
    let values = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    values.map(str::to_owned).collect()
}

/// What a manifest deploys is what `scripts/build.sh` builds, or in the host.
#[test]
fn every_image_is_built() {
    for file in manifests() {
        for image in values(&read(&file), "image") {
            if image == "wasmcloud+builtin://http-server" {
                continue;
            }
            if image.ends_with("/build/upstream-httpserver.par.gz") {
                // What is only compared with.
                assert!(
                    read(Path::new("scripts/bench.sh")).contains("package upstream-httpserver")
                );
                continue;
            }
            let path = image
                .strip_prefix("file://")
                .expect("an image of this checkout");
            let folder = root().join(&file).parent().expect("a folder").join(path);
            let built = folder.canonicalize();
            let built = built.unwrap_or_else(|_| panic!("{file:?}: {path} is not built"));
            assert!(built.starts_with(root().join("build")), "{file:?}: {path}");
        }
    }
    let all = manifests().into_iter();
    let images: Vec<_> = all.flat_map(|file| values(&read(&file), "image")).collect();
    let deployed = |name: String| {
        let image = format!("/build/{name}");
        let found = images.iter().any(|one| one.ends_with(&image));
        assert!(found, "no manifest deploys {image}");
    };
    for component in packages("components", "cdylib") {
        deployed(format!("{component}.wasm"));
        let config = read(Path::new(&format!("components/{component}/wasmcloud.toml")));
        assert!(config.contains(&format!("name = \"{component}\"")));
    }
    for provider in packages("providers", "bin") {
        deployed(format!("{provider}.par.gz"));
    }
}

/// The manifests are wirings of one application: deploying one replaces another.
#[test]
fn wirings_are_one_application() {
    for file in manifests() {
        let manifest = read(&file);
        let name = manifest.lines().find(|line| line.starts_with("  name: "));
        assert_eq!(name, Some("  name: medical-app"), "{file:?}");
        let version = values(&manifest, "version");
        assert_eq!(version, [format!("v{}", env!("CARGO_PKG_VERSION"))]);
    }
}

/// Whoever changes a number or a link reads why it is what it is.
#[test]
fn every_trait_is_explained() {
    for file in manifests() {
        let manifest = read(&file);
        let mut before = "";
        for line in manifest.lines().map(str::trim) {
            if line.starts_with("- type: ") {
                assert!(before.starts_with('#'), "{file:?}: {line} after {before:?}");
            }
            before = line;
        }
    }
}

/// Source, target, package and interfaces of every link.
fn links(manifest: &str) -> Vec<[&str; 5]> {
    let mut links = Vec::new();
    let mut source = "";
    let mut lines = manifest.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("- name: ") {
            source = if lines.peek().is_some_and(|next| next.starts_with("type: ")) {
                name
            } else {
                source
            };
        }
        if line != "- type: link" {
            continue;
        }
        let mut value = |key: &str| {
            let line = lines
                .find(|line| line.starts_with(key))
                .expect("a complete link");
            line[key.len()..].trim_matches([' ', '[', ']'])
        };
        let (target, namespace) = (value("name:"), value("namespace:"));
        links.push([
            source,
            target,
            namespace,
            value("package:"),
            value("interfaces:"),
        ]);
    }
    links
}

/// Namespace, package and interfaces of what a world imports or exports, WASI and
/// the like aside.
fn ours<'a>(
    resolve: &Resolve,
    items: impl Iterator<Item = &'a WorldItem>,
) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut found = BTreeMap::<_, BTreeSet<_>>::new();
    for item in items {
        let WorldItem::Interface { id, .. } = item else {
            continue;
        };
        let interface = &resolve.interfaces[*id];
        let package = &resolve.packages[interface.package.expect("a package")].name;
        if package.namespace == "medical" {
            let package = (package.namespace.clone(), package.name.clone());
            let name = interface.name.clone().expect("a name");
            found.entry(package).or_default().insert(name);
        }
    }
    found
}

/// The links that a manifest needs for its components: what the world of each
/// imports comes from the one whose world exports it, and HTTP goes to those that
/// nothing else calls. The component with everything
/// in it has no world in `wit/`, and no imports of ours.
fn needed(components: &[String]) -> BTreeSet<[String; 5]> {
    let resolve = contracts();
    let world = |name: &String| {
        resolve
            .worlds
            .iter()
            .map(|(_, world)| world)
            .find(|world| world.name == *name)
    };
    let exports = |name: &String| {
        let world = world(name);
        world
            .map(|world| ours(&resolve, world.exports.values()))
            .unwrap_or_default()
    };
    let mut links = BTreeSet::new();
    for component in components {
        let imports = world(component).map(|world| ours(&resolve, world.imports.values()));
        for ((namespace, package), interfaces) in imports.unwrap_or_default() {
            let exporter = components
                .iter()
                .find(|name| exports(name).contains_key(&(namespace.clone(), package.clone())));
            let exporter = exporter.unwrap_or_else(|| panic!("nothing exports {package}"));
            let interfaces = interfaces.into_iter().collect::<Vec<_>>().join(", ");
            links.insert([
                component.clone(),
                exporter.clone(),
                namespace,
                package,
                interfaces,
            ]);
        }
        if exports(component).is_empty() {
            let http = ["httpserver", component, "wasi", "http", "incoming-handler"];
            links.insert(http.map(str::to_owned));
        }
    }
    links
}

/// Every manifest has the links that the worlds of its components ask for, and one
/// between two parts: wadm would confuse two.
#[test]
fn every_link_fits_a_contract() {
    for file in manifests() {
        let manifest = read(&file);
        let links: Vec<_> = links(&manifest)
            .into_iter()
            .map(|link| link.map(str::to_owned))
            .collect();
        let ends: BTreeSet<_> = links.iter().map(|link| &link[..2]).collect();
        assert_eq!(ends.len(), links.len(), "{file:?}: {links:?}");
        let images = values(&manifest, "image").into_iter();
        let components = images
            .filter_map(|image| Some(image.rsplit('/').next()?.strip_suffix(".wasm")?.to_owned()));
        let needed = needed(&components.collect::<Vec<_>>());
        assert_eq!(
            links.into_iter().collect::<BTreeSet<_>>(),
            needed,
            "{file:?}"
        );
    }
}

/// What a link lets the HTTP server send a second time must be the same when it is run
/// twice, and that is a matter of every operation behind it.
#[test]
fn only_what_may_run_twice_is_repeated() {
    let repeatable = gateway::API
        .operations()
        .all(|(_, operation)| operation.repeatable);
    assert!(repeatable, "the gateway answers what may not be repeated");
    for file in manifests() {
        let manifest = read(&file);
        if !values(&manifest, "repeatable").contains(&"\"true\"".to_owned()) {
            continue;
        }
        for link in links(&manifest).iter().filter(|link| link[3] == "http") {
            let package = format!("components/{}/Cargo.toml", link[1]);
            let package = read(Path::new(&package));
            assert!(package.contains("gateway.workspace"), "{file:?}: {link:?}");
        }
    }
}
