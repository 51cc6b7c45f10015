"""Another role: the words are there, but they do not bear what the claim makes of them.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from gate_claims import TrueClaim, actor_paths
from mutation_places import listed, sentence_around, states_between, with_actor

Claim = dict[str, Any]


def swapped_sides(true: TrueClaim) -> Iterator[Claim]:
    """Donor and recipient, actor and target change places, values and words alike."""
    for one, other in (("donors", "recipients"), ("actors", "targets")):
        if not true.claim.get(one) or not true.claim.get(other):
            continue
        if true.claim[one][0]["id"] is None or true.claim[other][0]["id"] is None:
            continue
        claim = copy.deepcopy(true.claim)
        claim[one], claim[other] = claim[other], claim[one]
        for row in claim["evidence"]:
            head, _, tail = row["field"].partition(".")
            if head in (one, other):
                row["field"] = f"{other if head == one else one}.{tail}"
        yield claim


def dropped_negation(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("firmness") == "denied":
        yield {**true.claim, "firmness": "firm"}
        yield {**true.claim, "firmness": "intended"}
    if true.claim.get("status") == "denied":
        yield {**true.claim, "status": "agreed"}


def dropped_not_in_content(true: TrueClaim) -> Iterator[Claim]:
    """Begin a content right after its "not"."""
    for n, row in enumerate(true.claim["evidence"]):
        found = re.search(r"\b(?:not|never)\s+(?=\w+\s+\w+)", row["quote"])
        if row["field"] == "content" and found:
            claim = copy.deepcopy(true.claim)
            rest = row["quote"][found.end() :]
            claim["content"] = rest
            claim["evidence"][n].update(start=row["start"] + found.end(), quote=rest)
            yield claim


def could_read_as_will(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("firmness") == "considered":
        yield {**true.claim, "firmness": "firm", "conditions": true.claim.get("conditions")}


def lost_condition(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("conditions"):
        evidence = [r for r in true.claim["evidence"] if not r["field"].startswith("conditions")]
        lost = {**true.claim, "conditions": [], "evidence": evidence}
        yield {**lost, "firmness": "firm"}
        yield lost


def stage_beyond_words(true: TrueClaim) -> Iterator[Claim]:
    stage, text = true.claim.get("stage"), true.page.text
    if stage != "pledged" or true.claim["kind"] != "commitment":
        return
    for row in true.claim["evidence"]:
        if row["field"] in ("amount", "items.0.name"):
            start, end = sentence_around(text, row["start"], row["end"])
            if re.search(r"\bwill\b", text[start:end]):
                yield {
                    **true.claim,
                    "stage": "disbursed" if row["field"] == "amount" else "delivered",
                }
            return


def another_role(true: TrueClaim) -> Iterator[Claim]:
    role = true.claim.get("role")
    evidence = [row for row in true.claim["evidence"] if row["field"] != "role"]
    for other in _ROLES.get(str(role), ()):
        yield {**true.claim, "role": other, "evidence": evidence}


_ROLES: dict[str, tuple[str, ...]] = {
    "attended": ("joined", "host"),
    "declined": ("attended", "joined"),
    "invited": ("attended", "joined"),
    "undecided": ("joined", "attended"),
    "joined": ("host", "declined"),
}


def another_speaker(true: TrueClaim) -> Iterator[Claim]:
    """A state named in what is said, with its words, as the one who says it."""
    content = [r for r in true.claim["evidence"] if r["field"].split(".")[0] == "content"]
    speaker = true.claim.get("speaker") or {}
    if true.claim["kind"] != "statement" or speaker.get("id") is None or not content:
        return
    for name, code, start in states_between(true.page.text, content[0]["start"], content[0]["end"]):
        if code != speaker["id"]:
            yield with_actor(true.claim, "speaker", name, code, start)
            return


def another_donor(true: TrueClaim) -> Iterator[Claim]:
    """Another state of the sentence, with its words, as the one that is bound."""
    for field in ("donors", "actors", "proposers"):
        given: Any = true.claim.get(field) or ()
        rows = [r for r in true.claim["evidence"] if r["field"] == f"{field}.0" and not r.get("in")]
        if len(given) != 1 or not rows or given[0]["type"] != "state":
            continue
        sentence = sentence_around(true.page.text, rows[0]["start"], rows[0]["end"])
        theirs = {actor.get("id") for _, actor in actor_paths(true.claim)}
        for name, code, start in states_between(true.page.text, *sentence):
            if code not in theirs and not listed(true.page.text, rows[0], start, name):
                yield with_actor(true.claim, f"{field}.0", name, code, start)


def speaker_bound(true: TrueClaim) -> Iterator[Claim]:
    """The one who speaks as the one that is bound, though the text says that another is."""
    speaker, donors = true.claim.get("speaker"), true.claim.get("donors")
    if not speaker or not donors or speaker.get("affiliation") in (None, donors[0]["id"]):
        return
    rows = [r for r in true.claim["evidence"] if r["field"] == "speaker"]
    claim = copy.deepcopy(true.claim)
    claim["donors"] = [{"id": speaker["affiliation"], "type": "state", "name": speaker["name"]}]
    claim["evidence"] = [r for r in claim["evidence"] if not r["field"].startswith("donors.")]
    claim["evidence"].extend({**row, "field": "donors.0"} for row in rows)
    yield claim


def stronger_status(true: TrueClaim) -> Iterator[Claim]:
    """Proposed, called for or rejected read as agreed; denied read as put forward."""
    status = true.claim.get("status")
    if status in ("proposed", "called_for", "rejected"):
        yield {**true.claim, "status": "agreed"}
    if status == "denied":
        yield {**true.claim, "status": "proposed"}


def stronger_stage(true: TrueClaim) -> Iterator[Claim]:
    """What is asked for as promised, what is taken back as decided."""
    stage = true.claim.get("stage")
    if stage in ("called_for", "withdrawn"):
        evidence = [r for r in true.claim["evidence"] if r["field"] != "stage"]
        for other in ("pledged", "committed"):
            changed = {**true.claim, "stage": other, "evidence": evidence}
            yield {**changed, "firmness": "firm"} if stage == "called_for" else changed


def counts_swapped(true: TrueClaim) -> Iterator[Claim]:
    """Two things change their counts, values and words alike."""
    items = true.claim.get("items") or ()
    counted = [n for n, item in enumerate(items) if item.get("quantity")]
    if len(counted) < 2 or items[counted[0]]["quantity"] == items[counted[1]]["quantity"]:
        return
    one, other = counted[:2]
    claim = copy.deepcopy(true.claim)
    mine, theirs = claim["items"][one], claim["items"][other]
    mine["quantity"], theirs["quantity"] = theirs["quantity"], mine["quantity"]
    swap = {f"items.{one}.quantity": other, f"items.{other}.quantity": one}
    for row in claim["evidence"]:
        if row["field"] in swap:
            row["field"] = f"items.{swap[row['field']]}.quantity"
    yield claim
