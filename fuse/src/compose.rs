//! The composition itself, around the library that `wac` is made of.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use wac_graph::types::Package;
use wac_graph::{CompositionGraph, EncodeOptions, PackageId};

/// What a composed component may import: the host brings it.
const FROM_THE_HOST: &str = "wasi:";

/// Composes components into one, the same bytes for the same components.
///
/// # Errors
///
/// When one of them is no component, when one fits no import of the socket, or
/// when imports remain that are not WASI.
pub(crate) fn compose(socket: &Path, plugs: &[PathBuf]) -> anyhow::Result<Vec<u8>> {
    let mut graph = CompositionGraph::new();
    let socket = register(&mut graph, "socket", socket)?;
    let mut registered = Vec::new();
    for (number, path) in plugs.iter().enumerate() {
        // By position: the name of a file says nothing about what is in it.
        let plug = register(&mut graph, &format!("plug-{number}"), path)?;
        ensure!(
            fits(&graph, plug, socket),
            "{} exports nothing that the first component imports",
            path.display()
        );
        registered.push(plug);
    }
    wac_graph::plug(&mut graph, registered, socket)?;
    let remaining = imports_of_our_own(&graph);
    ensure!(
        remaining.is_empty(),
        "nothing here exports {}: is a component missing, or of another version?",
        remaining.join(", ")
    );
    graph
        .encode(EncodeOptions::default())
        .context("the components do not compose")
}

fn register(graph: &mut CompositionGraph, name: &str, path: &Path) -> anyhow::Result<PackageId> {
    let bytes =
        std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let package = Package::from_bytes(name, None, bytes, graph.types_mut())
        .with_context(|| format!("{} is not a component", path.display()))?;
    graph
        .register_package(package)
        .with_context(|| format!("{} cannot be composed", path.display()))
}

/// Whether a component exports anything that another one imports.
fn fits(graph: &CompositionGraph, plug: PackageId, socket: PackageId) -> bool {
    let imports = &graph.types()[graph[socket].ty()].imports;
    let exports = &graph.types()[graph[plug].ty()].exports;
    exports.keys().any(|name| imports.contains_key(name))
}

fn imports_of_our_own(graph: &CompositionGraph) -> Vec<&str> {
    let names = graph.imports().map(|(name, ..)| name);
    let mut ours: Vec<_> = names
        .filter(|name| !name.starts_with(FROM_THE_HOST))
        .collect();
    ours.sort_unstable();
    ours.dedup();
    ours
}
