"""The scorer of seats and measures: what is told is found once, in its place, by its own fields."""

from __future__ import annotations

from typing import Any

from participation_score import tally

NOR = {"id": "NOR", "type": "state"}
ENVOY = {"id": "person:foreign-minister-ana-holm", "type": "person"}


def seat(name: str, actor: dict[str, Any], role: str, at: int, **more: Any) -> dict[str, Any]:
    """A label of a participation in the sentence that begins at an offset."""
    values = {"actor": actor, "role": role, "event": {}}
    return {"doc": "d", "kind": "participation", "label": name, "values": values,
            "sentence": [at, at + 50], **more}  # fmt: skip


def claim(actor: dict[str, Any], role: str, at: int) -> dict[str, Any]:
    """A claim of a participation."""
    return {"kind": "participation", "source": {"ref": "d"}, "actor": actor, "role": role,
            "sentence": {"start": at, "end": at + 40}}  # fmt: skip


def names(rows: list[Any]) -> list[str]:
    return [row["label"] for row in rows]


def test_a_seat_is_found_by_actor_and_role_in_its_sentence() -> None:
    rows = [seat("x1", NOR, "host", 0), seat("x2", NOR, "attended", 100)]
    found = tally("participation", rows, [claim(NOR, "host", 10), claim(NOR, "attended", 300)])
    assert (names(list(found.found)), names(list(found.missed))) == (["x1"], ["x2"])
    assert len(found.false) == 1
    assert (found.recall, found.precision) == (0.5, 0.5)


def test_another_role_is_another_fact_unless_the_label_accepts_it() -> None:
    rows = [seat("x1", NOR, "invited", 0)]
    assert tally("participation", rows, [claim(NOR, "attended", 0)]).found == []
    accepted = [seat("x1", NOR, "invited", 0, alt={"role": ["attended"]})]
    assert names(list(tally("participation", accepted, [claim(NOR, "attended", 0)]).found))


def test_a_person_is_known_by_the_name_with_or_without_the_title() -> None:
    rows = [seat("x1", ENVOY, "attended", 0)]
    found = tally("participation", rows, [claim({"id": "person:ana-holm"}, "attended", 0)])
    assert names(list(found.found)) == ["x1"]


def test_optional_labels_and_zones_count_neither_way() -> None:
    zone = {"doc": "d", "kind": "zone", "sentence": [500, 600]}
    rows = [seat("x1", NOR, "host", 0, optional=True), zone]
    found = tally("participation", rows, [claim(NOR, "host", 0), claim(NOR, "host", 510)])
    assert (found.found, found.missed, found.false) == ([], [], [])
    assert (found.recall, found.precision) == (None, None)


def test_two_tellings_are_not_two_seats() -> None:
    rows = [seat("x1", NOR, "host", 0)]
    found = tally("participation", rows, [claim(NOR, "host", 0), claim(NOR, "host", 5)])
    assert (len(found.found), len(found.false)) == (1, 1)


def test_a_measure_is_found_by_actors_targets_and_action() -> None:
    values = {"actors": [NOR], "targets": [{"id": "BLR"}], "action": "sanction"}
    row = {"doc": "d", "kind": "measure", "label": "m1", "values": values, "sentence": [0, 50]}
    told = {
        "kind": "measure",
        "source": {"ref": "d"},
        "sentence": {"start": 0, "end": 40},
        **values,
    }
    assert names(list(tally("measure", [row], [told]).found)) == ["m1"]
    assert tally("measure", [row], [{**told, "action": "tariff"}]).found == []
    assert tally("measure", [row], [{**told, "targets": []}]).found == []
