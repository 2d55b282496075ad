//! No two files of a package need each other, unless a reason is written here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::Visit;

use super::{read, with_extension};

/// Files that are one thing, in several for its length: the codes of problems, and the
/// tables of what stands in an answer for each.
const ONE_THING: [(&str, &str); 3] = [
    ("problem::code", "problem::table"),
    ("problem::code", "problem::of_server"),
    ("problem::of_server", "problem::table"),
];

/// A module within its package, as the names that lead to it.
type Module = Vec<String>;

/// The paths that a file takes from its own package.
struct Paths {
    module: Module,
    found: BTreeSet<Module>,
}

impl Paths {
    /// A path within the package, from its root; nothing for another's.
    fn own(&self, path: &[String]) -> Option<Module> {
        let above = path.iter().take_while(|name| *name == "super").count();
        let base = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "super" => self.module[..self.module.len().checked_sub(above)?].to_vec(),
            _ => return None,
        };
        let rest = path.iter().skip(above.max(1)).cloned();
        Some(base.into_iter().chain(rest).collect())
    }

    fn uses(&mut self, tree: &syn::UseTree, before: &[String]) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(one) => {
                path.push(one.ident.to_string());
                self.uses(&one.tree, &path);
            }
            syn::UseTree::Group(group) => {
                for one in &group.items {
                    self.uses(one, &path);
                }
            }
            syn::UseTree::Name(one) => path.push(one.ident.to_string()),
            syn::UseTree::Rename(one) => path.push(one.ident.to_string()),
            syn::UseTree::Glob(_) => {}
        }
        self.found.extend(self.own(&path));
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.uses(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        self.found.extend(self.own(&names));
        syn::visit::visit_path(self, path);
    }

    /// What tests need says nothing about the code.
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

/// The package of a source file, and its module in it.
fn module(file: &Path) -> Option<(PathBuf, Module)> {
    let text = file.to_str()?;
    let (package, below) = text.split_once("/src/")?;
    let mut names: Module = below
        .strip_suffix(".rs")?
        .split('/')
        .map(str::to_owned)
        .collect();
    if matches!(names.last()?.as_str(), "mod" | "lib" | "main") {
        names.pop();
    }
    Some((PathBuf::from(package), names))
}

#[test]
fn no_two_files_need_each_other() {
    let mut packages: BTreeMap<PathBuf, BTreeMap<Module, BTreeSet<Module>>> = BTreeMap::new();
    for file in with_extension("rs") {
        let Some((package, module)) = module(&file) else {
            continue;
        };
        let mut paths = Paths {
            module: module.clone(),
            found: BTreeSet::new(),
        };
        paths.visit_file(&syn::parse_file(&read(&file)).expect("Rust"));
        let modules = packages.entry(package).or_default();
        modules.insert(module, paths.found);
    }
    for (package, modules) in packages {
        for module in modules.keys() {
            for needed in reached(&modules, module) {
                let back = reached(&modules, &needed).contains(module);
                let (one, other) = (module.join("::"), needed.join("::"));
                let known =
                    ONE_THING.contains(&(&one, &other)) || ONE_THING.contains(&(&other, &one));
                assert!(
                    !back || known || module == &needed,
                    "{package:?}: {one} and {other}"
                );
            }
        }
    }
}

/// Every module that one needs, also by way of others. A path leads to the longest
/// module that it begins with; whoever names the root names what it passes on.
fn reached(modules: &BTreeMap<Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<Module> {
    let mut all = BTreeSet::new();
    let mut open = vec![from.clone()];
    while let Some(module) = open.pop() {
        for path in modules.get(&module).into_iter().flatten() {
            let lengths = (1..=path.len()).rev();
            let mut found = lengths.map(|length| path[..length].to_vec());
            let Some(found) = found.find(|found| modules.contains_key(found)) else {
                continue;
            };
            if found != module && all.insert(found.clone()) {
                open.push(found);
            }
        }
    }
    all
}
