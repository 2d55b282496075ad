#!/usr/bin/env python3
"""Writes a software bill of materials (CycloneDX 1.6) beside each artifact:
sbom.py TARGET ARTIFACT...

An artifact is called after its package, NAME.wasm or NAME.par.gz, and its list becomes
NAME.cdx.json. What is in it is what cargo resolves for all of TARGET's packages together,
as scripts/build.sh builds them: `required` is in the artifact, `excluded` only ran while it
was built. The same commit and artifact give the same list, byte by byte.
"""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
import uuid
from collections import defaultdict
from datetime import datetime, timezone
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.model.tool import ToolRepository
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
GROUP = "medical-platform"

# A line of `cargo tree`: depth, name, version, where from, licence, seen before.
LINE = re.compile(r"(\d+)(\S+) v(\S+)((?: \([^)]*\))*)\|(.*?)(?: \(\*\))?")


def output(*command):
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def graph(target, packages, edges):
    """What each crate needs, and each crate's licence; a crate is a name and a version."""
    arguments = [f"--package={package}" for package in packages]
    text = output("cargo", "tree", "--quiet", "--locked", "--target", target, "--edges", edges,
                  "--prefix", "depth", "--format", "{p}|{l}", *arguments)
    needs, licences, above = defaultdict(set), {}, []
    for line in filter(None, text.splitlines()):
        found = LINE.fullmatch(line)
        if not found:
            sys.exit(f"cargo tree says what cannot be read: {line}")
        depth, crate = int(found[1]), (found[2], found[3])
        licences[crate] = found[5].replace("/", " OR ")
        if depth:
            needs[above[depth - 1]].add(crate)
        above[depth:] = [crate]
    return needs, licences


def reached(needs, start):
    found, left = set(), [start]
    while left:
        crate = left.pop()
        if crate not in found:
            found.add(crate)
            left.extend(needs.get(crate, ()))
    return found


def sha256(text):
    return [HashType(alg=HashAlgorithm.SHA_256, content=text)] if text else []


def component(crate, licence, locked, **more):
    """A crate of crates.io is known by its checksum there; one of ours has none, and no
    address either: another crate has its name there."""
    name, version = crate
    checksum = locked[crate]
    return Component(
        name=name, version=version, bom_ref=f"{name}@{version}",
        group=None if checksum else GROUP,
        purl=PackageURL("cargo", None, name, version) if checksum else None,
        licenses=[LicenseExpression(licence)] if licence else [],
        **{"hashes": sha256(checksum), **more},
    )


def standard_library():
    version = re.search(r"release: (\S+)", output("rustc", "--version", "--verbose"))[1]
    return Component(
        name="rust-std", version=version, bom_ref=f"rust-std@{version}", type=ComponentType.FRAMEWORK,
        purl=PackageURL("generic", None, "rust-std", version), scope=ComponentScope.REQUIRED,
        licenses=[LicenseExpression("MIT OR Apache-2.0")],
    )


def bill(root, artifact, runtime, building, licences, locked, time):
    digest = hashlib.sha256(artifact.read_bytes()).hexdigest()
    inside = reached(runtime, root)
    made = {root: component(root, licences[root], locked, type=ComponentType.APPLICATION,
                            hashes=sha256(digest))}
    for crate in sorted(reached(building, root) - {root}):
        scope = ComponentScope.REQUIRED if crate in inside else ComponentScope.EXCLUDED
        made[crate] = component(crate, licences[crate], locked, scope=scope)
    std = standard_library()
    bom = Bom(
        components=[std, *(one for crate, one in made.items() if crate != root)],
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{GROUP}/{artifact.name}/{digest}/{time}"),
        metadata=BomMetaData(
            component=made[root], timestamp=time,
            tools=ToolRepository(components=[Component(
                name="sbom.py", group=GROUP, version=root[1], type=ComponentType.APPLICATION)]),
        ),
    )
    for crate, one in made.items():
        needs = [made[needed] for needed in building.get(crate, ())]
        bom.register_dependency(one, [*needs, std] if crate in inside else needs)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)


def main(target, *artifacts):
    artifacts = {path.name.partition(".")[0]: path for path in map(Path, artifacts)}
    runtime, _ = graph(target, artifacts, "normal,no-proc-macro")
    building, licences = graph(target, artifacts, "normal,build")
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    locked = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    # Of the commit, so that nothing depends on when this runs.
    time = os.environ.get("SOURCE_DATE_EPOCH") or output("git", "log", "-1", "--format=%ct")
    time = datetime.fromtimestamp(int(time), timezone.utc)
    for name, path in artifacts.items():
        root = next(crate for crate in licences if crate[0] == name and not locked[crate])
        text = bill(root, path, runtime, building, licences, locked, time)
        wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
        if wrong:
            sys.exit(f"the list of {name} is no CycloneDX: {wrong.data.message}")
        path.with_name(f"{name}.cdx.json").write_text(text + "\n")


main(*sys.argv[1:])
