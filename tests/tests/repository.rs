//! The rules of ARCHITECTURE.md. A rule that matters is a test.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use syn::visit::Visit;
use tests::root;
use wit_parser::{Docs, Resolve, TypeDefKind};

/// Every file of the checkout that git would keep, relative to its root.
fn files() -> Vec<PathBuf> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git");
    assert!(output.status.success(), "this is not a git checkout");
    let listed = String::from_utf8(output.stdout).expect("UTF-8 names");
    let files = listed.lines().map(PathBuf::from);
    files.filter(|file| root().join(file).is_file()).collect()
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file:?}: {error}"))
}

fn with_extension(extension: &str) -> Vec<PathBuf> {
    let mut files = files();
    files.retain(|file| file.extension() == Some(OsStr::new(extension)));
    assert!(!files.is_empty(), "no .{extension} file at all");
    files
}

/// Names of the folders in a folder of the checkout.
fn folders(parent: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(parent)).expect("a folder");
    let folders = entries.map(|entry| entry.expect("an entry").path());
    let mut names: Vec<_> = folders
        .filter(|path| path.is_dir())
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

/// Dependencies point one way: what a pure crate is built from knows nothing of
/// WebAssembly, asynchronous runtimes, the network or chance.
#[test]
fn crates_are_pure() {
    for package in folders("crates") {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--edges", "normal", "--prefix", "none"])
            .args(["--package", &package])
            .current_dir(root())
            .output()
            .expect("cargo tree");
        assert!(output.status.success(), "{output:?}");
        let tree = String::from_utf8_lossy(&output.stdout);
        for line in tree.lines() {
            let name = line.split(' ').next().unwrap_or_default();
            for banned in [
                "wit-bindgen",
                "wasi",
                "tokio",
                "rand",
                "getrandom",
                "wasmcloud",
                "hyper",
            ] {
                assert!(!name.starts_with(banned), "{package} depends on {name}");
            }
        }
    }
}

/// Finds what has no place in an adapter.
#[derive(Default)]
struct Arithmetic {
    found: Vec<String>,
}

impl<'ast> Visit<'ast> for Arithmetic {
    fn visit_lit_float(&mut self, literal: &'ast syn::LitFloat) {
        self.found
            .push(format!("the number {}", literal.base10_digits()));
    }

    fn visit_expr_binary(&mut self, expression: &'ast syn::ExprBinary) {
        use syn::BinOp::{Div, DivAssign, Mul, MulAssign, Rem, Sub, SubAssign};
        if matches!(
            expression.op,
            Div(_) | DivAssign(_) | Mul(_) | MulAssign(_) | Rem(_) | Sub(_) | SubAssign(_)
        ) {
            self.found
                .push("a product, quotient or difference".to_owned());
        }
        syn::visit::visit_expr_binary(self, expression);
    }
}

#[test]
fn components_hold_no_arithmetic() {
    for file in with_extension("rs") {
        if !file.starts_with("components") {
            continue;
        }
        let parsed = syn::parse_file(&read(&file)).expect("Rust");
        let mut visitor = Arithmetic::default();
        visitor.visit_file(&parsed);
        assert!(visitor.found.is_empty(), "{file:?} has {:?}", visitor.found);
    }
}

#[test]
fn files_stay_small() {
    for extension in ["rs", "sh"] {
        for file in with_extension(extension) {
            let lines = read(&file).lines().count();
            let test = file.components().any(|part| part.as_os_str() == "tests");
            let limit = if test { 600 } else { 400 };
            assert!(lines <= limit, "{file:?} has {lines} lines; make it two");
        }
    }
}

#[test]
fn every_rust_file_says_what_it_is() {
    for file in with_extension("rs") {
        assert!(
            read(&file).starts_with("//!"),
            "{file:?} has no description"
        );
    }
}

/// Contracts are for people who never see the code behind them.
#[test]
fn every_wit_item_is_documented() {
    for folder in folders("wit") {
        // The gateway's world imports the others'.
        let mut resolve = Resolve::new();
        for dependency in ["health-calc", "report", "validation"] {
            if folder == "medical-api" {
                resolve
                    .push_dir(root().join("wit").join(dependency))
                    .expect("valid WIT");
            }
        }
        resolve
            .push_dir(root().join("wit").join(&folder))
            .expect("valid WIT");
        let documented = |docs: &Docs, what: String| {
            let text = docs.contents.as_deref().unwrap_or_default();
            assert!(
                !text.trim().is_empty(),
                "{folder}: {what} is not documented"
            );
        };
        for (_, world) in &resolve.worlds {
            documented(&world.docs, format!("world {}", world.name));
        }
        for (_, interface) in &resolve.interfaces {
            let name = interface.name.clone().unwrap_or_default();
            documented(&interface.docs, format!("interface {name}"));
            for function in interface.functions.values() {
                documented(&function.docs, format!("{name}.{}", function.name));
            }
        }
        for (_, definition) in &resolve.types {
            let Some(name) = &definition.name else {
                continue;
            };
            documented(&definition.docs, name.clone());
            let members: Vec<(&String, &Docs)> = match &definition.kind {
                TypeDefKind::Record(record) => record
                    .fields
                    .iter()
                    .map(|field| (&field.name, &field.docs))
                    .collect(),
                TypeDefKind::Enum(choices) => choices
                    .cases
                    .iter()
                    .map(|case| (&case.name, &case.docs))
                    .collect(),
                TypeDefKind::Variant(variant) => variant
                    .cases
                    .iter()
                    .map(|case| (&case.name, &case.docs))
                    .collect(),
                _ => Vec::new(),
            };
            for (member, docs) in members {
                documented(docs, format!("{name}.{member}"));
            }
        }
    }
}

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
            let path = image
                .strip_prefix("file://")
                .expect("an image of this checkout");
            let folder = root().join(&file).parent().expect("a folder").join(path);
            let built = folder.canonicalize();
            let built = built.unwrap_or_else(|_| panic!("{file:?}: {path} is not built"));
            assert!(built.starts_with(root().join("build")), "{file:?}: {path}");
        }
    }
    let images = values(&read(Path::new("wadm.yaml")), "image");
    let deployed = |name: String| {
        let image = format!("file://./build/{name}");
        assert!(images.contains(&image), "wadm.yaml does not deploy {image}");
    };
    for component in folders("components") {
        deployed(format!("{component}.wasm"));
        let config = read(Path::new(&format!("components/{component}/wasmcloud.toml")));
        assert!(config.contains(&format!("name = \"{component}\"")));
    }
    for provider in folders("providers") {
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

/// Each link is between two parts over one package that has this interface;
/// wadm would confuse two packages between the same parts.
#[test]
fn every_link_fits_a_contract() {
    for file in manifests() {
        let manifest = read(&file);
        let links = links(&manifest);
        let ends: Vec<_> = links.iter().map(|link| (link[0], link[1])).collect();
        for [_, _, namespace, package, interfaces] in links {
            if namespace != "medical" {
                assert_eq!(
                    (namespace, package, interfaces),
                    ("wasi", "http", "incoming-handler")
                );
                continue;
            }
            let folder = format!("wit/{package}");
            for interface in interfaces.split(',').map(str::trim) {
                let contract = with_extension("wit").iter().any(|file| {
                    file.starts_with(&folder)
                        && read(file).contains(&format!("interface {interface} {{"))
                });
                assert!(contract, "{folder} has no interface {interface}");
            }
        }
        let expected: &[_] = if file == Path::new("wadm.yaml") {
            &[
                ("medical-api", "validator"),
                ("medical-api", "health-calculator"),
                ("medical-api", "formatter"),
                ("httpserver", "medical-api"),
            ]
        } else {
            &[("httpserver", "medical")]
        };
        assert_eq!(ends, expected, "{file:?}");
    }
}

/// Workflows call scripts and nothing else, with actions nobody can change.
#[test]
fn workflows_only_call_scripts() {
    for file in with_extension("yml") {
        if !file.starts_with(".github") {
            continue;
        }
        for line in read(&file).lines().map(str::trim) {
            let line = line.trim_start_matches("- ");
            if let Some(action) = line.strip_prefix("uses: ") {
                let commit = action.split(['@', ' ']).nth(1).unwrap_or_default();
                let pinned = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
                assert!(pinned, "{file:?}: {action} is not pinned to a commit");
            }
            if let Some(command) = line.strip_prefix("run: ") {
                let script = command.strip_prefix("./").unwrap_or_default();
                let script = script.split(' ').next().unwrap_or_default();
                assert!(script.starts_with("scripts/"), "{file:?} runs {command}");
                assert!(
                    root().join(script).is_file(),
                    "{file:?}: there is no {script}"
                );
            }
        }
    }
}

/// The documents name what is there, and nothing that is not.
#[test]
fn documents_match_the_tree() {
    let architecture = read(Path::new("ARCHITECTURE.md"));
    let programs = folders(".")
        .into_iter()
        .filter(|folder| root().join(folder).join("Cargo.toml").is_file() && folder != "target");
    for program in programs {
        let named = architecture.contains(&format!("`{program}/"));
        assert!(named, "ARCHITECTURE.md does not name {program}/");
    }
    for parent in ["crates", "components", "providers", "wit", "lattice"] {
        for folder in folders(parent) {
            if folder == "target" {
                continue;
            }
            let named = architecture.contains(&format!("{folder}/"));
            assert!(named, "ARCHITECTURE.md does not name {parent}/{folder}");
        }
    }
    for file in files() {
        if file.starts_with("scripts") || file.starts_with("deploy") {
            let name = file.display().to_string();
            assert!(
                architecture.contains(&name),
                "ARCHITECTURE.md does not name {name}"
            );
        }
    }
    for document in with_extension("md") {
        for word in read(&document).split(|c: char| c.is_whitespace() || "`()[]|,;".contains(c)) {
            let word = word
                .trim_start_matches("./")
                .trim_end_matches(['.', ':', '/']);
            let known = [
                "scripts/",
                "crates/",
                "components/",
                "providers/",
                "wit/",
                "docs/",
                "deploy/",
            ];
            if known.iter().any(|folder| word.starts_with(folder)) && !word.contains(['<', '*']) {
                assert!(root().join(word).exists(), "{document:?} names {word}");
            }
        }
    }
}
