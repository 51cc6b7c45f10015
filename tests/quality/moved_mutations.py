"""Words moved to another place: a sum to another giver, a seat to another state.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from gate_claims import TrueClaim, actor_paths
from mutation_places import listed, sentence_around, states_between, with_actor

Claim = dict[str, Any]


def moved_between_givers(true: TrueClaim) -> Iterator[Claim]:
    """The sum or the things of another giver of the same paragraph, with their words."""
    if true.claim["kind"] != "commitment":
        return
    for field in ("amount", "items"):
        for other in true.beside:
            if _exchangeable(true, other, field):
                yield _with_field(true.claim, other, field)


def _exchangeable(true: TrueClaim, other: Claim, field: str) -> bool:
    """Say whether two commitments have one giver each, not the same, and a different thing."""
    mine, theirs = true.claim.get(field), other.get(field)
    givers, others = _givers(true.claim), _givers(other)
    if not mine or not theirs or len(givers) != 1 or len(others) != 1 or givers == others:
        return False
    if other["kind"] != "commitment" or mine == theirs:
        return False
    given = [claim.get(field) for claim in true.beside if givers & _givers(claim)]
    told_so = bool(theirs in given)
    return not told_so and _near(true.page.text, true.claim, other, field)


def _givers(claim: Claim) -> set[str | None]:
    return {actor["id"] for actor in claim.get("donors") or ()}


def _near(text: str, claim: Claim, other: Claim, field: str) -> bool:
    """Say whether the giver and the other's thing stand in one paragraph."""
    giver = _first(claim, "donors")
    thing = _first(other, field)
    if giver is None or thing is None:
        return False
    first, last = sorted((giver, thing))
    return "\n" not in text[first:last]


def _first(claim: Claim, field: str) -> int | None:
    starts = [r["start"] for r in claim["evidence"] if _of(r, field) and not r.get("in")]
    return min(starts, default=None)


def _of(row: dict[str, Any], field: str) -> bool:
    return str(row["field"]).partition(".")[0] == field


def _with_field(claim: Claim, other: Claim, field: str) -> Claim:
    changed = {**copy.deepcopy(claim), field: other[field]}
    mine = [r for r in changed["evidence"] if not _of(r, field)]
    changed["evidence"] = [*mine, *(r for r in other["evidence"] if _of(r, field))]
    return changed


def another_recipient(true: TrueClaim) -> Iterator[Claim]:
    """Another state of the sentence, with its words, as the one that is given to."""
    for field in ("recipients", "targets"):
        given: Any = true.claim.get(field) or ()
        rows = [r for r in true.claim["evidence"] if r["field"] == f"{field}.0" and not r.get("in")]
        if len(given) != 1 or not rows or given[0]["type"] != "state":
            continue
        theirs = {actor.get("id") for _, actor in actor_paths(true.claim)}
        sentence = sentence_around(true.page.text, rows[0]["start"], rows[0]["end"])
        for name, code, start in states_between(true.page.text, *sentence):
            if code not in theirs and not listed(true.page.text, rows[0], start, name):
                yield with_actor(true.claim, f"{field}.0", name, code, start)


def host_read_as_guest(true: TrueClaim) -> Iterator[Claim]:
    """Who hosts as somebody that attended, joined or was invited; who attended as not there."""
    others = {"host": ("attended", "joined", "invited"), "attended": ("declined",)}
    evidence = [row for row in true.claim["evidence"] if row["field"] != "role"]
    for other in others.get(str(true.claim.get("role")), ()):
        yield {**true.claim, "role": other, "evidence": evidence}


def representing_another(true: TrueClaim) -> Iterator[Claim]:
    """Another state of the sentence, with its words, as the one that a person sits for."""
    rows = [r for r in true.claim["evidence"] if r["field"] == "actor" and not r.get("in")]
    if not true.claim.get("representing") or not rows:
        return
    sentence = sentence_around(true.page.text, rows[0]["start"], rows[0]["end"])
    for name, code, start in states_between(true.page.text, *sentence):
        if code == true.claim["representing"]:
            continue
        evidence = [r for r in true.claim["evidence"] if r["field"] != "representing"]
        span = {"start": start, "end": start + len(name), "quote": name}
        evidence.append({"field": "representing", **span})
        yield {**true.claim, "representing": code, "evidence": evidence}
