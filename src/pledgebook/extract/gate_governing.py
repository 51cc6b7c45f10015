"""Which words govern the thing that a claim is about: those before it in its clause, or behind it.

A firm verb of promise between a cue and the thing in another clause takes the cue's force away.
"""

from __future__ import annotations

import re

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_debts import lets_go, tells_letting_go
from pledgebook.model.spans import Span

#: Ends a clause: what stands before it no longer governs what comes after.
CLAUSE = re.compile(
    r"[;:]\s|\s[-–—]{1,2}\s|,?\s(?:but|while|whereas|although|though|however)\s|,\s(?:and|who|which)\s",
    re.IGNORECASE,
)
#: Joins a second verb to a subject's first ("urged A to act and said that it would act itself"):
#: what the first one governs ends there. A bare infinitive ("to sell and give") is no such verb.
SECOND_VERB = re.compile(
    r",?\s(?:and|then|before)\s(?:(?:also|then|later|has|have|had|itself|is|was|\w+ly)\s){0,2}"
    r"(?:said|says|saying|added|told|announc(?:ed|es|ing)|pledg(?:ed|es|ing)|promis(?:ed|es|ing)|"
    r"vow(?:ed|s|ing)|committ(?:ed|ing)|commits|confirm(?:ed|s|ing)|declared|offer(?:ed|s|ing)|"
    r"agreed|gave|gives|giving|sent|sends|sending|signed|provid(?:ed|es|ing)|"
    r"donat(?:ed|es|ing)|contribut(?:ed|es|ing)|allocat(?:ed|es|ing)|approv(?:ed|es|ing)|"
    r"deliver(?:ed|s|ing)|put(?:s|ting)?\s(?:up|in)|will|would)\s",
    re.IGNORECASE,
)
#: Opens a clause that is over at its comma ("Since it cannot pay alone, Malta …").
_SUBORDINATE = re.compile(
    r"\W*(?:since|because|as|although|though|even\sthough|while|whereas|when|after)\s",
    re.IGNORECASE,
)
_LINK = re.compile(r",|\s(?:and|who|which|as|after|before|when)\s", re.IGNORECASE)
#: A clause that says more about the thing before it, up to its first mark.
_RELATIVE = re.compile(r"(?:\s\w+){0,3}\s(?:that|which)\s(?P<told>[^.;:,]*)")
#: Fields whose words are the thing promised, the most telling first.
_THINGS = {
    "commitment": ("amount", "items", "funding_source", "purpose", "stage", "donors"),
    "measure": ("amount", "object", "action", "targets", "actors"),
    "proposal": ("content", "period", "scope"),
}

#: Marks that open a point of a list.
_POINT = re.compile(r"\s*(?:[-*•–·]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s")
#: How far before a point of a list the words that lead the list in may stand.
LEAD_IN = 1500


def thing_of(case: Case) -> Cited | None:
    """The cited words for what is promised, imposed or put forward; None where none stand here."""
    for field in _THINGS[case.kind]:
        for words in case.words_under(field):
            if words.place == "text":
                return _count_apart(case, words) or words
    return None


def _count_apart(case: Case, name: Cited) -> Cited | None:
    """The count of an item told behind its name ("asked for guns and pledged 14 itself")."""
    field, _, part = name.field.rpartition(".")
    counts = (
        case.words(f"{field}.quantity") if field.startswith("items.") and part == "name" else ()
    )
    sentence = case.sentence(name)
    behind = [c for c in counts if c.place == "text" and c.span.start > name.span.end + _APART]
    if not behind or any(case.sentence(c) == sentence for c in counts if c not in behind):
        return None
    return behind[0]


#: A count in brackets or after a colon still stands with its name ("tents: 12").
_APART = 8


def lead_in(case: Case, sentence: Span) -> str:
    """The words that lead in the list that a sentence is a point of; empty where it is none.

    They are the sentence before the last colon that ends a line before the point.
    """
    text = case.page.text
    line = text.rfind("\n", 0, sentence.start) + 1
    if not _POINT.match(text, line) and not _POINT.match(text, sentence.start):
        return ""
    colon = re.search(r"(?s:.*):[^\S\n]*\n", text[max(0, line - LEAD_IN) : line])
    if colon is None:
        return ""
    at = text.rindex(":", 0, max(0, line - LEAD_IN) + colon.end())
    return case.page.sentence_of(Span(at, at + 1)).of(text)


def governing(case: Case, thing: Cited, key: str) -> str | None:
    """Give the cue of a list that governs a thing, or None."""
    text, sentence = case.page.text, case.sentence(thing)
    start = _clause_start(text, sentence, thing.span.start)
    if case.kind == "commitment" and _told_behind(text, Span(thing.span.end, sentence.end), key):
        start = thing.span.start
    for found in cue("modality", key).finditer(text, start, thing.span.start):
        span = Span(*found.span())
        if innocent(text, sentence, span, key) or _superseded(text, span, thing.span.start):
            continue
        if tells_letting_go(found.group()) and lets_go(text, sentence, thing.span):
            continue  # a debt that is cancelled is given to whom owes it
        if not _set_aside(text[start : span.start], text[span.end : thing.span.start]):
            return found.group()
    after = cue_after(key).match(text, thing.span.end, sentence.end)
    if after and not innocent(text, sentence, Span(*after.span()), key):
        return after.group()
    return None


def cue_after(key: str) -> re.Pattern[str]:
    """Compile the cues of a list that stand after a thing."""
    return re.compile(r"[^\w.;:]*" + cue("modality", f"{key}_after").pattern, re.IGNORECASE)


def _clause_start(text: str, sentence: Span, end: int) -> int:
    starts = [_past_aside(text, found, end) for found in CLAUSE.finditer(text, sentence.start, end)]
    starts += [found.start() for found in SECOND_VERB.finditer(text, sentence.start, end)]
    return max(starts, default=sentence.start)


def _past_aside(text: str, opener: re.Match[str], end: int) -> int:
    """Give the end of a clause's opener; of ", which …," the end of the whole clause.

    "Oslo, which did not come, said it would …": what the aside denies is not what Oslo says.
    """
    if opener.group().strip(", ").lower() not in ("who", "which"):
        return opener.end()
    comma = text.find(",", opener.end(), end)
    return opener.end() if comma < 0 else comma + 1


def innocent(text: str, sentence: Span, span: Span, key: str) -> bool:
    """Say whether a cue is part of an expression that means something else ("not only")."""
    area = max(sentence.start, span.start - 40), min(sentence.end, span.end + 40)
    return any(
        Span(*found.span()).overlaps(span)
        for found in cue("modality", f"not_{key}").finditer(text, *area)
    )


def _told_behind(text: str, rest: Span, key: str) -> bool:
    """Say whether a clause of its own behind a thing tells the promise ("the loan that X signed").

    What stands before the thing is then said about something that has been promised; it can still
    take it back.
    """
    if key not in ("demanded", "negated"):
        return False
    clause = _RELATIVE.match(text, rest.start, rest.end)
    if clause is None or cue("modality", key).search(text, *clause.span("told")):
        return False
    return cue("modality", "firm_verbs").search(text, *clause.span("told")) is not None


def _superseded(text: str, span: Span, end: int) -> bool:
    """Say whether a firm verb in a later clause stands between a cue and the thing."""
    for found in cue("modality", "firm_verbs").finditer(text, span.end, end):
        if _LINK.search(text, span.end, found.start()):
            return True
    return False


def _set_aside(before: str, after: str) -> bool:
    """Say whether a cue stands in brackets or in a clause that is over before the thing."""
    if before.rfind("(") > before.rfind(")") and ")" in after:
        return True
    if _SUBORDINATE.match(before) and "," in after:
        return True
    relative = max(before.rfind(", which "), before.rfind(", who "), before.rfind(", whose "))
    return relative >= 0 and "," not in before[relative + 1 :] and "," in after
