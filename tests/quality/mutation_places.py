"""Where mutations look: sentences and names by plain patterns.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
import re
from typing import Any

Claim = dict[str, Any]

#: States that a mutation may put in the place of another: their names as printed, and their ids.
STATES = (
    ("Ukraine", "UKR"),
    ("Russia", "RUS"),
    ("Iraq", "IRQ"),
    ("Japan", "JPN"),
    ("France", "FRA"),
    ("Norway", "NOR"),
    ("Germany", "DEU"),
    ("Canada", "CAN"),
    ("Poland", "POL"),
    ("Italy", "ITA"),
    ("Spain", "ESP"),
    ("Portugal", "PRT"),
    ("Sweden", "SWE"),
    ("Finland", "FIN"),
    ("Denmark", "DNK"),
    ("Belgium", "BEL"),
    ("Switzerland", "CHE"),
    ("Austria", "AUT"),
    ("Hungary", "HUN"),
    ("Romania", "ROU"),
    ("Bulgaria", "BGR"),
    ("Greece", "GRC"),
    ("Ireland", "IRL"),
    ("Estonia", "EST"),
    ("Latvia", "LVA"),
    ("Lithuania", "LTU"),
    ("Croatia", "HRV"),
    ("Serbia", "SRB"),
    ("Australia", "AUS"),
    ("New Zealand", "NZL"),
    ("India", "IND"),
    ("China", "CHN"),
    ("Indonesia", "IDN"),
    ("Israel", "ISR"),
    ("Egypt", "EGY"),
    ("Qatar", "QAT"),
    ("Kenya", "KEN"),
    ("Ethiopia", "ETH"),
    ("Nigeria", "NGA"),
    ("Brazil", "BRA"),
    ("Mexico", "MEX"),
    ("Chile", "CHL"),
    ("Haiti", "HTI"),
    ("Cuba", "CUB"),
    ("Singapore", "SGP"),
    ("Vietnam", "VNM"),
    ("the Netherlands", "NLD"),
    ("United Kingdom", "GBR"),
    ("United States", "USA"),
    ("Washington", "USA"),
    ("London", "GBR"),
    ("Berlin", "DEU"),
    ("Paris", "FRA"),
    ("Moscow", "RUS"),
    ("Kyiv", "UKR"),
    ("Tokyo", "JPN"),
)


def states_between(text: str, start: int, end: int) -> list[tuple[str, str, int]]:
    """States named between two offsets: the name, the id and where it starts."""
    found = [
        (name, code, match.start())
        for name, code in STATES
        for match in re.finditer(rf"(?<![\w-]){name}(?![\w'’-])", text[start:end])
    ]
    return [(name, code, start + at) for name, code, at in sorted(found, key=lambda row: row[2])]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between the nearest ends of sentence, by plain pattern."""
    before = max((m.end() for m in re.finditer(r"[.!?]\s|\n\n", text[:start])), default=0)
    after = re.search(r"[.!?](?:\s|$)|\n\n", text[end:])
    return before, end + after.start() if after else len(text)


def listed(text: str, row: dict[str, Any], start: int, name: str) -> bool:
    """Say whether a name is only listed beside the true one ("A and B"): it may be bound too."""
    spans: list[tuple[int, int]] = [(row["start"], row["end"]), (start, start + len(name))]
    first, last = sorted(spans)
    return re.fullmatch(r"(?:,| and|, and) (?:the )?", text[first[1] : last[0]]) is not None


def with_actor(claim: Claim, path: str, name: str, code: str, start: int) -> Claim:
    """The claim with a state in the place of an actor, and the state's words for it."""
    changed = copy.deepcopy(claim)
    field, _, n = path.partition(".")
    actor = {"id": code, "name": name, "type": "state"}
    if n:
        changed[field][int(n)] = actor
    else:
        changed[field] = actor
    changed["evidence"] = [r for r in changed["evidence"] if r["field"] != path]
    span = {"start": start, "end": start + len(name), "quote": name}
    changed["evidence"].append({"field": path, **span})
    return changed
