"""Is a field of a claim the labelled value, or one that a careful person would accept?

Actors are compared by id; an organisation that the reader does not know by its name. What is named
in the label without an id may have one in the claim. Items must be the labelled things, none more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from commitment_labels import Label

Claim = Mapping[str, Any]

#: Fields that are asked of every commitment that was found.
ALWAYS = (
    "donors", "recipients", "amount", "aid_type", "instrument", "stage", "firmness", "newness",
    "is_total", "speaker",
)  # fmt: skip

#: Fields that most commitments leave empty: asked where the label or the claim has one.
WHERE_GIVEN = ("items", "conditions", "within")

#: Fields that are labelled only where the words plainly give one: asked where the label has one.
WHERE_LABELLED = ("period",)

FIELDS = (*ALWAYS, *WHERE_GIVEN, *WHERE_LABELLED)


def asked(claim: Claim, label: Label) -> Iterator[str]:
    """Name the fields that are compared for a pair."""
    yield from ALWAYS
    yield from (name for name in WHERE_GIVEN if claim.get(name) or label.values.get(name))
    yield from (name for name in WHERE_LABELLED if label.values.get(name))


def right(name: str, claim: Claim, label: Label) -> bool:
    """Say whether a field of a claim has the labelled value or an accepted other one."""
    same = _SAME.get(name, _equal)
    accepted = [label.values.get(name), *label.alt.get(name, [])]
    return any(same(claim.get(name), value) for value in accepted)


def differing(claim: Claim, label: Label) -> list[str]:
    """Name the fields that are wrong; a part's whole is compared by the scorer."""
    return [
        name for name in asked(claim, label) if name != "within" and not right(name, claim, label)
    ]


def _equal(value: Any, wanted: Any) -> bool:
    return bool(value == wanted)


def _amount(value: Any, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is wanted
    parts = ("low", "high", "currency", "bound", "per")
    return all(value.get(part) == wanted.get(part) for part in parts)


def _actor(value: Any, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is wanted
    if value.get("id") and wanted.get("id"):
        return bool(value["id"] == wanted["id"])
    if wanted.get("id") and not wanted["id"].startswith(("org:", "group:")):
        return False
    if "name" not in wanted:
        return value.get("id") is None and wanted.get("id") is None
    return alike(value.get("name"), wanted["name"])


def _actors(value: Any, wanted: Any) -> bool:
    return _one_to_one(value or [], wanted or [], _actor)


def _items(value: Any, wanted: Any) -> bool:
    return _one_to_one(value or [], wanted or [], _item)


def _item(value: Any, wanted: Any) -> bool:
    named = "name" not in wanted or alike(value.get("name"), wanted["name"])
    return named and _counts(value.get("quantity")) == _counts(wanted.get("quantity"))


def _counts(quantity: Any) -> tuple[Any, Any]:
    found = quantity or {}
    return found.get("low"), found.get("high")


def _triggers(value: Any, wanted: Any) -> bool:
    return {c["trigger"] for c in value or []} == {c["trigger"] for c in wanted or []}


def _period(value: Any, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is wanted
    same_start = _day(value.get("start"), wanted.get("start"))
    same_end = any(_day(end, wanted.get("end")) for end in _ends(value.get("end")))
    return same_start and same_end and _day(value.get("duration"), wanted.get("duration"))


def _ends(value: str | None) -> Iterator[str | None]:
    """Give the end as it stands and the day before it: half-open periods end on the next day."""
    yield value
    if value is not None and len(value) == len("2027-01-01"):
        yield (date.fromisoformat(value) - timedelta(days=1)).isoformat()


def _day(value: str | None, wanted: str | None) -> bool:
    """A label that leaves an end open is not against a claim that works it out."""
    return wanted is None or (value is not None and value.startswith(wanted))


def alike(first: str | None, second: str | None) -> bool:
    """Say whether one name holds the other, letters and digits only."""
    one, other = squash(first or ""), squash(second or "")
    return bool(one and other) and (one in other or other in one)


def squash(text: str) -> str:
    """Keep letters and digits, in small letters."""
    return "".join(c for c in text.lower() if c.isalnum())


def _one_to_one(
    values: Sequence[Any], wanted: Sequence[Any], same: Callable[[Any, Any], bool]
) -> bool:
    """Say whether each value has a partner of its own and none is left."""
    left = list(wanted)
    for value in values:
        partner = next((w for w in left if same(value, w)), None)
        if partner is None:
            return False
        left.remove(partner)
    return not left


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "donors": _actors,
    "recipients": _actors,
    "speaker": _actor,
    "amount": _amount,
    "items": _items,
    "conditions": _triggers,
    "period": _period,
}
