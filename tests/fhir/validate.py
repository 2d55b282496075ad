#!/usr/bin/env python3
"""Validates FHIR resources, one JSON resource a line on stdin, with a library
that knows nothing of this project. Exits 1 with a message for each invalid one.

Needs fhir.resources as in requirements.txt (its R4B models; for the resources below
R4B differs from R4 in nothing that is used here), in an environment of its own:

    python3 -m venv .venv
    .venv/bin/pip install --require-hashes -r tests/fhir/requirements.txt
    .venv/bin/python tests/fhir/validate.py < resources.ndjson

The library checks elements, types, cardinalities and primitive formats. It does
not check required value sets, nor the rules that JSON or a profile adds; those
that concern this project are below.
"""

import json
import sys

from fhir.resources.R4B import get_fhir_model_class

KINDS = ("Bundle", "Observation", "OperationOutcome", "CapabilityStatement", "OperationDefinition", "Parameters")
STATUSES = ("registered", "preliminary", "final", "amended", "corrected", "cancelled",
            "entered-in-error", "unknown")
SEVERITIES = ("fatal", "error", "warning", "information")
ISSUES = ("invalid", "structure", "required", "value", "invariant", "security", "login",
          "unknown", "expired", "forbidden", "suppressed", "processing", "not-supported",
          "duplicate", "multiple-matches", "not-found", "deleted", "too-long", "code-invalid",
          "extension", "too-costly", "business-rule", "conflict", "transient", "lock-error",
          "no-store", "exception", "timeout", "incomplete", "throttled", "informational")
CATEGORIES = ("social-history", "vital-signs", "imaging", "laboratory", "procedure", "survey",
              "exam", "therapy", "activity")
BMI = "http://hl7.org/fhir/StructureDefinition/bmi"


def empties(value, path):
    """JSON that FHIR forbids: null, and empty texts, arrays and objects."""
    if value is None or value in ("", [], {}):
        yield f"{path} is null or empty"
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from empties(member, f"{path}.{name}")
    elif isinstance(value, list):
        for position, member in enumerate(value):
            yield from empties(member, f"{path}[{position}]")


def codings(concept):
    return [(coding.get("system"), coding.get("code")) for coding in concept.get("coding", [])]


def observation(resource, path):
    """Value sets of Observation, its invariants obs-6 and obs-7, the BMI profile."""
    if resource.get("status") not in STATUSES:
        yield f"{path}.status is not in its value set"
    values = [name for name in resource if name.startswith("value")]
    if values and "dataAbsentReason" in resource:
        yield f"{path} has a value and a reason for having none"
    categories = [code for one in resource.get("category", []) for _, code in codings(one)]
    if any(code not in CATEGORIES for code in categories):
        yield f"{path}.category is not in its value set"
    own = codings(resource.get("code", {}))
    for component in resource.get("component", []):
        if values and any(code in own for code in codings(component["code"])):
            yield f"{path} has a component with its own code"
    loinc = [code for system, code in own if system == "http://loinc.org"]
    if "39156-5" not in loinc:
        return
    if BMI not in resource.get("meta", {}).get("profile", []):
        yield f"{path} is a BMI that does not claim the profile"
    if "vital-signs" not in categories:
        yield f"{path} is a BMI without the category vital-signs"
    for name in ("subject", "effectiveDateTime"):
        if name not in resource:
            yield f"{path}.{name} is required by the BMI profile"
    quantity = resource.get("valueQuantity", {})
    if (quantity.get("system"), quantity.get("code")) != ("http://unitsofmeasure.org", "kg/m2"):
        yield f"{path}.valueQuantity is not in kg/m2 of UCUM"


def outcome(resource, path):
    for position, issue in enumerate(resource.get("issue", [])):
        if issue.get("severity") not in SEVERITIES or issue.get("code") not in ISSUES:
            yield f"{path}.issue[{position}] has a code that is not in its value set"


def capability(resource, path):
    """cpb-14: an instance says what it is an implementation of; required codes."""
    if resource.get("kind") == "instance" and "implementation" not in resource:
        yield f"{path}.implementation is required for an instance"
    if resource.get("status") not in ("draft", "active", "retired", "unknown"):
        yield f"{path}.status is not in its value set"
    if resource.get("fhirVersion") != "4.0.1":
        yield f"{path}.fhirVersion is not 4.0.1"


def rules(resource, path):
    kind = resource.get("resourceType")
    if kind == "Observation":
        yield from observation(resource, path)
    elif kind == "OperationOutcome":
        yield from outcome(resource, path)
    elif kind == "CapabilityStatement":
        yield from capability(resource, path)
    elif kind == "Bundle":
        urls = [entry.get("fullUrl") for entry in resource.get("entry", [])]
        if len(urls) != len(set(urls)):
            yield f"{path} has a fullUrl twice"
        for position, entry in enumerate(resource.get("entry", [])):
            yield from rules(entry.get("resource", {}), f"{path}.entry[{position}].resource")


def problems(line):
    try:
        resource = json.loads(line)
    except ValueError as error:
        return [f"not JSON: {error}"]
    kind = resource.get("resourceType") if isinstance(resource, dict) else None
    if kind not in KINDS:
        return [f"not one of {', '.join(KINDS)}"]
    try:
        get_fhir_model_class(kind).model_validate(resource)
    except ValueError as error:
        return [f"{kind}: {error}"]
    return list(empties(resource, kind)) + list(rules(resource, kind))


def main():
    seen = invalid = 0
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        seen += 1
        found = problems(line)
        invalid += bool(found)
        for problem in found:
            print(f"line {number}: {problem}", file=sys.stderr)
    if seen == 0:
        print("no resource on stdin", file=sys.stderr)
    print(f"{seen - invalid} of {seen} resources are valid")
    return 1 if invalid or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
