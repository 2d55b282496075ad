"""What schemathesis has to know of this API besides its OpenAPI document."""

import json

import schemathesis

# Rules that a schema cannot say: between inputs, and of an age by its date of birth.
BETWEEN = ("implausible-combination", "outside-validity")
# Rules that a calculator has for a single input, or for one that another makes necessary.
OWN = {
    ("/inputs/minute", "not-a-choice"),
    ("/inputs/cycle_length/value", "not-whole"),
    ("/inputs/hip", "unknown-field"),
}


def of_others(violation, sent):
    """Whether an input is needed, or too much, because of what else was sent; or a day too
    far from today."""
    name = violation["pointer"].removeprefix("/inputs/")
    if violation["code"] == "out-of-range" and isinstance(sent.get(name), str):
        return True
    needed = violation["code"] == "missing" and sent.get(name) is None
    twice = violation["code"] == "duplicate-field" and sent.get(name) is not None
    return needed or twice


@schemathesis.serializer("application/x-ndjson", "application/ndjson", "application/jsonl")
def lines(ctx, value):
    """A body of lines is a text; what stands for one in negative data is sent as JSON."""
    return (value if isinstance(value, str) else json.dumps(value)).encode()


@schemathesis.deserializer("application/x-ndjson")
def text(ctx, response):
    """An answer of lines is a text, of which each is JSON."""
    for line in response.text.splitlines():
        json.loads(line)
    return response.text


@schemathesis.check
def refused_for_what_no_schema_says(ctx, response, case):
    """A body that fits its schema is refused only for what the schema cannot say."""
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if not positive or response.status_code != 422:
        return
    # Of the inputs of a panel the document says no more than that they are an object.
    if case.path.startswith("/api/v1/panels/"):
        return
    body = case.body if isinstance(case.body, dict) else {}
    inputs = body.get("inputs", {})
    sent = inputs if isinstance(inputs, dict) else {}
    born = sent.get("birth_date")
    for violation in response.json().get("violations", []):
        pointer, code = violation["pointer"], violation["code"]
        by_birth = born and (pointer, code) == ("/inputs/age", "out-of-range")
        known = code in BETWEEN or (pointer, code) in OWN or of_others(violation, sent)
        if not known and not by_birth:
            raise AssertionError(f"{pointer} is refused as {code}, though it fits the schema")
