//! The rules of ARCHITECTURE.md. A rule that matters is a test.

mod circles;
mod manifests;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::root;
use serde_json::Value;
use syn::visit::Visit;
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

/// Names of the packages directly below a folder that cargo makes this of.
fn packages(parent: &str, kind: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(output.status.success(), "{output:?}");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages").iter();
    let names = packages.filter_map(|package| {
        let manifest = Path::new(package["manifest_path"].as_str()?);
        let targets = package["targets"].as_array()?;
        let is = |target: &Value| {
            target["kind"]
                .as_array()
                .is_some_and(|of| of.contains(&kind.into()))
        };
        let below = manifest.parent()?.parent()? == root().join(parent);
        (below && targets.iter().any(is)).then(|| package["name"].as_str().map(str::to_owned))?
    });
    let names: Vec<_> = names.collect();
    assert!(!names.is_empty(), "no {kind} in {parent}");
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

fn is_test(file: &Path) -> bool {
    file.components().any(|part| part.as_os_str() == "tests")
}

#[test]
fn files_stay_small() {
    for extension in ["rs", "sh"] {
        for file in with_extension(extension) {
            let lines = read(&file).lines().count();
            let limit = if is_test(&file) { 600 } else { 400 };
            assert!(lines <= limit, "{file:?} has {lines} lines; make it two");
        }
    }
}

/// Finds functions and says how many lines each has.
#[derive(Default)]
struct Functions {
    found: Vec<(String, usize)>,
}

impl Functions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        let name = signature.ident.to_string();
        self.found.push((name, last + 1 - first));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        syn::visit::visit_trait_item_fn(self, function);
    }
}

/// A test may tell a longer story.
#[test]
fn functions_stay_small() {
    let mut long = Vec::new();
    for file in with_extension("rs") {
        let parsed = syn::parse_file(&read(&file)).expect("Rust");
        let mut functions = Functions::default();
        functions.visit_file(&parsed);
        let limit = if is_test(&file) { 80 } else { 50 };
        for (name, lines) in functions.found {
            if lines > limit {
                long.push(format!("{}: {name} has {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "make these two each:\n{}", long.join("\n"));
}

#[test]
fn no_file_is_empty() {
    for file in files() {
        let content = std::fs::read(root().join(&file)).expect("a file");
        let empty = content.iter().all(u8::is_ascii_whitespace);
        assert!(!empty, "{file:?} holds nothing");
    }
}

/// Where packages come from is a setting of each machine's package clients.
#[test]
fn no_registry_is_named() {
    let hosts = ["crates.io", "pythonhosted.org", "npmjs.org", "debian.org"];
    for file in files() {
        let content = std::fs::read(root().join(&file)).expect("a file");
        let content = String::from_utf8_lossy(&content);
        for host in hosts {
            // Below their names: `crates.io` itself is a word for what it is.
            let named = content.contains(&format!(".{host}"));
            assert!(!named, "{file:?} names a host of {host}");
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

/// All of `wit/`, read in an order in which each finds what it names.
fn contracts() -> Resolve {
    let mut resolve = Resolve::new();
    let mut left = folders("wit");
    while !left.is_empty() {
        let before = left.len();
        let mut error = None;
        left.retain(|folder| {
            let mut with = resolve.clone();
            let read = with.push_dir(root().join("wit").join(folder));
            if read.is_ok() {
                resolve = with;
                return false;
            }
            error = read.err();
            true
        });
        assert!(left.len() < before, "{left:?}: {error:?}");
    }
    resolve
}

/// Contracts are for people who never see the code behind them.
#[test]
fn every_wit_item_is_documented() {
    let resolve = contracts();
    let documented = |docs: &Docs, what: String| {
        let text = docs.contents.as_deref().unwrap_or_default();
        assert!(!text.trim().is_empty(), "{what} is not documented");
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
                "tests/",
                "bench/",
                "cli/",
                "lattice/",
            ];
            if known.iter().any(|folder| word.starts_with(folder)) && !word.contains(['<', '*']) {
                assert!(root().join(word).exists(), "{document:?} names {word}");
            }
        }
    }
}
