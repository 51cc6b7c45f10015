"""Firmness: have words been lost that make a promise less than one?

Cues count where they govern the thing promised: in its clause before it, or directly after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_conditions import lost_conditions
from pledgebook.extract.gate_contents import cut_contents
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_governing import governing, thing_of
from pledgebook.extract.gate_stages import unborne_stage, unborne_status
from pledgebook.extract.gate_standing import other_standing
from pledgebook.model.spans import Span

#: Opens a relative clause.
_RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b", re.IGNORECASE)


def weakened_words(case: Case) -> Iterator[str]:
    """Name what the claim has lost of the words that govern it."""
    if case.kind in ("commitment", "measure"):
        yield from _firmness(case)
        yield from lost_conditions(case)
        yield from unborne_stage(case)
        yield from other_standing(case)
    if case.kind == "proposal":
        yield from unborne_status(case)
    if case.kind in ("statement", "proposal", "plan_point"):
        yield from cut_contents(case)


def _firmness(case: Case) -> Iterator[str]:
    firmness, stage = case.claim.get("firmness"), case.claim.get("stage")
    if firmness is not None:
        yield from _cited_firmness(case, firmness)
    thing = thing_of(case)
    if firmness is None or thing is None or stage in ("called_for", "withdrawn"):
        return
    if firmness in ("firm", "intended", "conditional") and not _told_behind(case, thing):
        lost = _denied_by(case, thing, stage)
        if lost is None and cue("modality", "nothing").match(thing.quote):
            lost = thing.quote
        if lost is not None:
            yield f"firmness: the words {shown(lost)} deny it, the claim says {firmness}"
    if firmness == "firm":
        lost = governing(case, thing, "weakened")
        if lost is not None:
            yield f"firmness: the words {shown(lost)} are weaker than firm"
        elif stage not in ("delivered", "disbursed", "in_force"):
            yield from _planned(case, thing)
    if firmness == "denied" and not _cited_denial(case) and not _any_negation(case, thing):
        yield f"firmness: no words beside {shown(thing.quote)} deny it"


#: What has not come yet is promised all the same: "the €9m promised has not yet been paid".
_NOT_YET = re.compile(r"(?:\bnot|n['’]t)\s+yet\b|\byet\s+to\b", re.IGNORECASE)


def _only_outstanding(words: str, stage: object) -> bool:
    """Say whether words deny only that what is claimed as promised has come."""
    return stage not in ("delivered", "disbursed") and _NOT_YET.search(words) is not None


def _denied_by(case: Case, thing: Cited, stage: object) -> str | None:
    """Give the words above a thing that deny it, None where they deny only that it has come."""
    lost = governing(case, thing, "negated")
    return None if lost is None or _only_outstanding(lost, stage) else lost


def _planned(case: Case, thing: Cited) -> Iterator[str]:
    planned = governing(case, thing, "intended")
    if planned is not None:
        yield f"firmness: the words {shown(planned)} {ONLY_PLANNED}"


#: End of the reason where the words tell a plan: the reader then says "intended" (mend.py).
ONLY_PLANNED = "tell a plan, the claim says firm"


def _cited_firmness(case: Case, firmness: str) -> Iterator[str]:
    """Words cited for a firmness must not say another: "No", "could"."""
    if firmness in ("firm", "intended", "conditional") and _cited_denial(case):
        words = case.words("firmness")[0]
        yield f"firmness: the words {shown(words.quote)} deny it, the claim says {firmness}"
    for words in case.words("firmness") if firmness == "firm" else ():
        if cue("modality", "weakened").fullmatch(words.quote):
            yield f"firmness: the words {shown(words.quote)} are weaker than firm"


def _cited_denial(case: Case) -> bool:
    return any(cue("modality", "denial").search(w.quote) for w in case.words("firmness"))


def _told_behind(case: Case, thing: Cited) -> bool:
    """Say whether a relative clause behind the thing holds its act ("no cut to what X gave").

    What is denied before the thing is then another act.
    """
    acts = [w for w in case.words("stage") if w.place == "text" and w.span.start > thing.span.end]
    return any(
        _RELATIVE.search(case.page.text, thing.span.end, act.span.start)
        for act in acts
        if case.sentence(act) == case.sentence(thing)
    )


def _any_negation(case: Case, thing: Cited) -> bool:
    sentence = case.sentence(thing)
    if _negates(sentence.of(case.page.text)):
        return True
    if cue("modality", "firm_verbs").search(case.page.text, sentence.start, sentence.end):
        return False
    # a denial may be told in the sentence before ("Nothing in it speaks of aircraft. The jets …")
    before = case.page.sentence_of(Span(max(0, sentence.start - 2), max(1, sentence.start - 1)))
    return before.end <= sentence.start and _negates(before.of(case.page.text))


def _negates(words: str) -> bool:
    negated, denial = cue("modality", "negated"), cue("modality", "denial")
    return bool(negated.search(words) or denial.search(words))
