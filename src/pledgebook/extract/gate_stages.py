"""How far a promise or a proposal has come: stage and status, by the words beside the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_governing import governing, lead_in, thing_of
from pledgebook.model.spans import Span

#: Stages of what somebody is bound to.
_PROMISED = ("pledged", "committed", "allocated", "disbursed", "delivered", "in_force")
_HANDED_OVER = ("disbursed", "delivered")
#: How far before a sentence the words that call for a thing may stand.
LEAD_IN = 500


def unborne_stage(case: Case) -> Iterator[str]:
    """Name the words that say another stage than the claim, or that none say it."""
    stage, thing = case.claim.get("stage"), thing_of(case)
    if stage is None or thing is None:
        return
    sentence = case.sentence(thing)
    local = sentence.of(case.page.text)
    local += " " + " ".join(words.quote for words in case.words("stage"))
    if stage in _HANDED_OVER:
        yield from _not_handed_over(case, thing, stage, local)
    elif stage == "called_for" and not cue("modality", "called").search(_before(case, sentence)):
        yield f"stage: no words beside {shown(thing.quote)} call for it"
    elif stage == "withdrawn" and not cue("modality", "withdrawn").search(local):
        yield from _not_withdrawn(case, thing)
    if stage in _PROMISED:
        yield from _less_than_promised(case, thing, stage)


def _not_handed_over(case: Case, thing: Cited, stage: str, local: str) -> Iterator[str]:
    """Name the words by which a thing is still to come, or only promised."""
    firmness = case.claim.get("firmness")
    if firmness in ("considered", "denied", "conditional"):
        yield f"stage: what is {firmness} has not been {stage}"
    still = _still_to_come(case, thing)
    if still is None and not _plain_past(local):
        # what is still to come in another clause of the sentence is another thing
        coming = cue("modality", "promised").search(clause_of(case, thing).of(case.page.text))
        still = coming.group() if coming is not None else None
    still = still or _only_promised(case, thing)
    if still is not None:
        yield f"stage: the words {shown(still)} do not say {stage}"


def _only_promised(case: Case, thing: Cited) -> str | None:
    """Give a word of promise that is nearer before a thing than any of handing it over.

    Where the thing's clause has neither word before it, one behind it counts.
    """
    if case.words("stage"):
        return None
    text, clause = case.page.text, clause_of(case, thing)
    before = [*cue("modality", "only_promised").finditer(text, clause.start, thing.span.start)]
    given = cue("modality", "handed_over")
    if given.search(text, thing.span.end, clause.end):
        return None
    if before:
        nearer = given.search(text, before[-1].end(), thing.span.end)
        return None if nearer else before[-1].group()
    if given.search(text, clause.start, thing.span.end):
        return None
    behind = cue("modality", "only_promised").search(text, thing.span.end, clause.end)
    return behind.group() if behind is not None else None


def _not_withdrawn(case: Case, thing: Cited) -> Iterator[str]:
    """Where words are cited for the end of a gift, only a word of giving among them denies it."""
    cited = " ".join(words.quote for words in case.words("stage"))
    clause = clause_of(case, thing).of(case.page.text)
    found = cue("modality", "firm_verbs").search(cited or clause)
    if found is not None:
        yield f"stage: the words {shown(found.group())} do not say withdrawn"
    elif not cited:
        yield f"stage: no words beside {shown(thing.quote)} withdraw it"


def _takes_away(case: Case) -> bool:
    """Say whether to take something back is the measure: sanctions lifted, a licence revoked."""
    permission = any(cue("modality", "permission").match(w.quote) for w in case.words("action"))
    return case.claim.get("action") == "delisting" or permission


def _less_than_promised(case: Case, thing: Cited, stage: str) -> Iterator[str]:
    """What is only asked for, or has been taken back, is no promise."""
    given_up = "taken_back_measure" if case.kind == "measure" else "taken_back"
    lifts = case.kind == "measure" and _takes_away(case)
    taken_back = None if lifts else governing(case, thing, given_up)
    if taken_back is not None:
        yield f"stage: the words {shown(taken_back)} take it back, the claim says {stage}"
    asked = governing(case, thing, "demanded") or _asked_in_lead_in(case, thing)
    if asked is not None and case.claim.get("firmness") not in ("considered", "denied"):
        yield f"stage: the words {shown(asked)} only ask for it, the claim says {stage}"


def _asked_in_lead_in(case: Case, thing: Cited) -> str | None:
    """A call that leads in the list which the thing is a point of."""
    sentence = case.sentence(thing)
    words = lead_in(case, sentence) or _led_by_colon(case, sentence)
    found = cue("modality", "demanded").search(words)
    if found is None or cue("modality", "not_demanded").search(words):
        return None
    told = f"{words} {sentence.of(case.page.text)}"
    firm = cue("modality", "firm_verbs").search(told)
    return found.group() if firm is None else None


def _led_by_colon(case: Case, sentence: Span) -> str:
    """The sentence before, if it ends in a colon ("Here is what we ask for: …")."""
    before = (
        case.page.text[: sentence.start].rstrip()
        if sentence.start <= LEAD_IN
        else (case.page.text[sentence.start - LEAD_IN : sentence.start].rstrip())
    )
    if not before.endswith(":"):
        return ""
    at = sentence.start - 1
    while at > 0 and case.page.text[at] != ":":
        at -= 1
    found = case.page.sentence_of(Span(at, at + 1))
    return found.of(case.page.text) if found.end <= sentence.start else ""


def _before(case: Case, sentence: Span) -> str:
    """A sentence with the words before it: a list is led in by what it is a list of."""
    return case.page.text[max(0, sentence.start - LEAD_IN) : sentence.end]


def _plain_past(local: str) -> bool:
    """Say whether something is told as handed over, apart from what is still to come."""
    rest = cue("modality", "to_come").sub(" ", local)
    return bool(cue("modality", "handed_over").search(rest))


#: Lists of words of another status: where no word says the claimed one, one of them contradicts it.
_CONTRADICTED_BY = {
    "agreed": ("put_forward",),
    "rejected": ("agreed", "put_forward"),
    "denied": ("agreed", "put_forward"),
    "called_for": ("agreed", "rejected"),
}


def _other_status(case: Case, thing: Cited, status: str, local: str) -> str | None:
    """Give a word of another status; where words are cited for the status, they alone count.

    An answer told behind the thing ("X hoped for it, but Y …") is judged without what leads up to
    it.
    """
    cited = " ".join(words.quote for words in case.words("status"))
    answer = answered(case, thing) if status in ("rejected", "denied") else ""
    # a cited "accept" is no agreement by itself: "must accept"
    bare = status == "agreed" and cue("status", "agreed").search(cited) is not None
    told = local if bare else cited
    for other in ("agreed",) if answer and not cited else _CONTRADICTED_BY[status]:
        found = cue("status", other).search(told or answer or local)
        if found is not None:
            return found.group()
    return None


def answered(case: Case, thing: Cited) -> str:
    """The clause that turns against what a sentence has told of a thing; empty where none does."""
    sentence = case.sentence(thing)
    turn = _TURN.search(case.page.text, thing.span.end, sentence.end)
    return case.page.text[turn.end() : sentence.end] if turn is not None else ""


_TURN = re.compile(r"(?:[,;]\s|\s[-–—]\s|\s)(?:but|yet|however|only)\s", re.IGNORECASE)


def _still_to_come(case: Case, thing: Cited) -> str | None:
    """Give the words of a coming act that are nearest before a thing, with no past act between."""
    text, start = case.page.text, clause_of(case, thing).start
    found = cue("modality", "to_come").finditer(text, start, thing.span.start)
    coming = [act for act in found if not act.group().lower().startswith("to ")]  # a purpose
    if not coming or cue("modality", "handed_over").search(text, coming[-1].end(), thing.span.end):
        return None
    own = _OWN_CLAUSE.search(text, coming[-1].end(), thing.span.start) or _PART.match(
        text, thing.span.end
    )
    if own and _plain_past(text[thing.span.end : case.sentence(thing).end]):
        return None
    return coming[-1].group()


#: A part told in a clause of its own: "…, of which €2m was paid", "… and €2m of that was paid".
_PART = re.compile(r"\sof\s(?:that|this|it|which|these)\b", re.IGNORECASE)
_OWN_CLAUSE = re.compile(r",\s(?:\w+\s){0,2}of\s(?:which|whom|that|this)\s", re.IGNORECASE)


def unborne_status(case: Case) -> Iterator[str]:
    """Name the words that say another status than the claim, or that none say it."""
    status, thing = case.claim.get("status"), thing_of(case)
    if status is None or thing is None:
        return
    sentence = case.sentence(thing)
    # what is agreed elsewhere in the sentence ("… agreed a text, but X wants …") is another thing
    beside = clause_of(case, thing) if status == "agreed" else sentence
    local = f"{lead_in(case, sentence)} {beside.of(case.page.text)}"
    # words cited beside the clause count too; those in it are read with what stands before them
    apart = [w.quote for w in case.words("status") if not beside.holds(w.span)]
    local += " " + " ".join(apart)
    if status in ("agreed", "rejected", "denied", "called_for"):
        told = cue("status", "to_come").sub(" ", local) if status == "agreed" else local
        said = cue("status", status).search(told)
        other = None if said else _other_status(case, thing, status, local)
        if other is not None:
            yield f"status: the words {shown(other)} do not say {status}"
    if status in ("agreed", "proposed"):
        lost = governing(case, thing, "negated")
        if lost is not None:
            yield f"status: the words {shown(lost)} deny it, the claim says {status}"
    if status == "agreed":
        lost = governing(case, thing, "weakened")
        if lost is not None:
            yield f"status: the words {shown(lost)} are weaker than agreed"
