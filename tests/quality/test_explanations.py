"""The explanations of our own: their labels can be read, and the scorer sees what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from explanation_score import Note, figures, judged, notes
from pledgebook.model.vocabulary import AidType


def perfect(note: Note) -> list[dict[str, Any]]:
    """Claims that say what the labels of a note say."""
    amounts: list[Any] = [{"low": str(v), "high": str(v), "currency": c} for v, c in note.sums]
    items = [{"name": name, "quantity": {"low": str(n)}} for n, name in note.items]
    return [
        {
            "donors": [{"id": min(note.donors)}] if note.donors else [],
            "recipients": [{"id": r} for r in note.recipients],
            "instrument": min(note.instruments, default=None),
            "stage": min(note.stages, default=None),
            "aid_type": note.aid_type,
            "amount": amount,
            "items": items,
            "newness": "unclear",
            "is_total": False,
        }
        for amount in amounts or [None]
    ]


def test_every_note_has_its_labels() -> None:
    read = notes()
    assert len(read) == len({note.text for note in read}) == 120
    assert {note.aid_type for note in read} <= set(get_args(AidType))
    assert {note.half for note in read} == {"A", "B"}


def test_the_labels_themselves_are_right_and_nothing_is_wrong() -> None:
    read = notes()
    full = figures([judged(note, perfect(note)) for note in read])
    assert full == {
        "notes": 120, "whole": 1, "donor": 1, "aid type": 1, "sums found": 1,
        "sums that are no label's": 0, "items found": 1,
    }  # fmt: skip
    none = figures([judged(note, []) for note in read])
    assert none["whole"] == none["aid type"] == none["sums found"] == none["items found"] == 0


def test_the_second_set_asks_for_recipient_instrument_and_stage_too() -> None:
    read = notes("second")
    assert len(read) == len({note.text for note in read}) == 41
    assert {note.half for note in read} == {"A", "B"}
    full = figures([judged(note, perfect(note)) for note in read])
    assert full["whole"] == full["recipient"] == full["instrument"] == full["stage"] == 1
    wrongs: dict[str, Any] = {"recipients": [], "instrument": None, "stage": None}
    for field, empty in wrongs.items():
        none = figures([judged(n, [{**c, field: empty} for c in perfect(n)]) for n in read])
        assert none[field.rstrip("s")] == 0


def test_what_is_wrong_is_seen() -> None:
    note = next(note for note in notes() if len(note.sums) == 1 and note.donors)
    claim = perfect(note)[0]
    assert judged(note, [claim]).whole
    wrongs = (
        {"donors": [{"id": "XXX"}]},
        {"aid_type": "other"},
        {"amount": {**claim["amount"], "currency": "XXX"}},
    )
    for wrong in wrongs:
        assert not judged(note, [{**claim, **wrong}]).whole
    other = {**claim, "amount": {"low": str(Decimal(7)), "high": None, "currency": "EUR"}}
    assert judged(note, [claim, other]).foreign == 1
    assert not judged(note, [claim, {**other, "newness": "restated"}]).foreign
