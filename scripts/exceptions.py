#!/usr/bin/env python3
"""Whether every exception that deny.toml makes to an advisory or for a withdrawn release
has a reason and a day on which it ends, none of them past and none far away:
exceptions.py FILE [TODAY]
"""

import re
import sys
import tomllib
from datetime import date, timedelta

# Longer, and nobody judges it again.
LONGEST = timedelta(days=184)

# "until 2027-02-28: why"
REASON = re.compile(r"until (\d{4}-\d{2}-\d{2}): \S.*")


def wrong(exception, today):
    """What is wrong with an exception, if anything is."""
    reason = exception.get("reason", "") if isinstance(exception, dict) else ""
    found = REASON.fullmatch(reason)
    if not found:
        return 'has no day and reason: write reason = "until YYYY-MM-DD: why"'
    try:
        end = date.fromisoformat(found[1])
    except ValueError:
        return f"ends on {found[1]}, which is no day"
    if end <= today:
        return f"ended on {end}: update what it is about, or judge it again"
    if end > today + LONGEST:
        return f"ends on {end}: {LONGEST.days} days is the longest, then it is judged again"
    return None


def main(file, today=None):
    today = date.fromisoformat(today) if today else date.today()
    with open(file, "rb") as opened:
        exceptions = tomllib.load(opened).get("advisories", {}).get("ignore", [])
    failed = False
    for exception in exceptions:
        said = wrong(exception, today)
        if said:
            named = exception.get("id") or exception.get("crate") if isinstance(exception, dict) else exception
            print(f"error: {file}: the exception for {named} {said}", file=sys.stderr)
            failed = True
    sys.exit(failed)


main(*sys.argv[1:])
