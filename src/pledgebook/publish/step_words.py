"""The steps on the way to a total, in words that need no training."""

from __future__ import annotations

from pledgebook.ledger.waterfall import MEANINGS
from pledgebook.publish import words

#: Titles of the steps; the rules by which something is left out, among them.
_TITLES = {
    "read": "Every figure that was read, many sums more than once",
    "reprint": "The same text, printed elsewhere",
    "told-again": "Told again by another text",
    "restated": "Older money told again",
    "other-stage-told": "Another stage of the same promise",
    "corrected": "Corrected",
    "contradicted": "Another source says otherwise",
    "older-release": "Replaced by a newer release",
    "no-rate": "No exchange rate",
    "counted": "What counts",
    "denied": "Denied",
    "withdrawn": "Withdrawn",
    "called-for": "Asked for, not promised",
    "running-total": "Running totals",
    "conditional": "Hangs on a condition",
    "not-firm": "Not firm enough",
    "instrument": "An instrument that does not count",
    "stage-not-counted": "A stage that does not count",
    "other-stage": "Another stage than asked for",
    "no-amount": "No sum",
    "no-currency": "No currency",
    "part-of": "Part of something that counts whole",
    "parts-counted": "Counted by its parts",
    "gone-from-release": "Gone from the newest release",
    "not-converted-in-source": "Left unconverted by its source",
    "not-a-commitment": "No commitment",
}

#: What the rules mean that leave an entry out for a reason of its own.
_MEANINGS = {
    "conditional": "the promise hangs on a condition, and these rules do not count such promises",
    "not-firm": "the promise is less firm than these rules ask for",
    "instrument": "these rules leave this instrument out",
    "stage-not-counted": "these rules show this stage and do not total it",
    "other-stage": "no source tells the stage that was asked for",
    "part-of": "it is a part of a promise that counts whole",
    "gone-from-release": "the newest release of its data set no longer has it",
    "no-rate": "no rate for its currency and day; the sum is in none of these steps",
}


def step_title(name: str) -> str:
    """Name a step or rule."""
    plain = words.plain(name)
    return _TITLES.get(name, f"{plain[:1].upper()}{plain[1:]}")


def step_words(name: str, reason: str) -> str:
    """Say what a step means; ``reason`` is that of its first entry, where all share one."""
    return _MEANINGS.get(name) or MEANINGS.get(name) or reason
