#!/usr/bin/env python3
"""Asks clincalc: one question a line on stdin, `{"calculator", "inputs"}`, or `{"list"}`;
one answer a line on stdout, or `{"refused": why}`. Needs what requirements.txt lists."""

import json
import sys

import clincalc

# Longer texts are the same advice each time.
LONGEST = 150


def short(value):
    if isinstance(value, dict):
        return {name: short(member) for name, member in value.items()}
    return value[:LONGEST] if isinstance(value, str) else value


def answer(question):
    if "list" in question:
        return [one["name"] for one in clincalc.list_calculators()]
    try:
        found = clincalc.calculate(question["calculator"], question["inputs"])
    except ValueError as error:
        return {"refused": str(error)}
    return {name: short(found[name]) for name in ("result", "interpretation", "working")}


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))))


if __name__ == "__main__":
    sys.exit(main())
