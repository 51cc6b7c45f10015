"""One claim for each of several of whom "each" is said: "Oslo and Riga will each give €5m".

One sum of both together would be half of what they promise.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span

#: "each" behind what each gives or gets, in the same breath: "give €5m each", "150 police each".
_BEHIND = re.compile(
    r"(?:\s+(?!and\b|or\b|from\b|by\b|each\b)[\w-]+){0,6}?\s+(?:each|apiece)(?=\s*[.,;:)]|\s*$)"
    r"|(?:\s+(?!and\b|or\b|to\b|for\b|from\b|by\b|each\b)[\w-]+){0,3}?\s+(?:each|apiece)"
    r"(?=\s+(?:to|for|in|towards?|into|as|from|over|and|this|next|on|by|with|while|whereas|but)\b)",
    re.IGNORECASE,
)
#: Before what a piece costs: "tanks at €5m each".
_PRICED = re.compile(r"\b(?:at|for|worth|costs?|costing)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
#: "each" between those who give and their verb: "will each give", "have each pledged", "each sent".
_BEFORE = re.compile(r"\beach\s+(?:also\s+)?(?P<verb>[a-z-]+)", re.IGNORECASE)
#: Between two of them: "Oslo and Riga", "Oslo, Riga and Bern".
_JOINT = re.compile(r"\)?\s*(?:,\s*)?(?:(?:and|as\s+well\s+as)\s+)?(?:the\s+)?", re.IGNORECASE)
_AUXILIARIES = frozenset({"will", "would", "have", "has", "are", "is", "to", "been", "had", "be"})


def says_each(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether each of several named gives or gets a sum, which is no price then.

    Where things are counted beside it, "each" is said of them: "bought ten vans, €9,000 each".
    """
    if _BEHIND.match(page.text, thing.end, sentence.end) is None or things_in(page, sentence):
        return False
    if _PRICED.search(page.text, sentence.start, thing.start) is not None:
        return False
    actors = page.actors.within(sentence)
    return any(
        one.actor.id != other.actor.id
        and _JOINT.fullmatch(page.text, one.span.end, other.span.start) is not None
        for one, other in itertools.pairwise(actors)
    )


def dealt_out(page: Page, draft: Draft) -> list[Draft]:
    """Give a draft for each of those of whom "each" is said, the first of them the draft itself."""
    if "each" not in page.words(draft.sentence) and "apiece" not in page.words(draft.sentence):
        return [draft]
    thing = draft.things[0].count if draft.money is None and draft.things else None
    thing = thing if draft.money is None else draft.money.span
    if thing is None:
        return [draft]
    givers, takers = _several(draft.donors), _several(draft.recipients)
    if _each_before(page, draft.sentence, thing):
        takers = False
    elif _BEHIND.match(page.text, thing.end, draft.sentence.end) is None:
        return [draft]
    if givers == takers:  # nobody is several, or it is not told of whom "each" is said
        return [draft]
    if givers:
        first, *others = draft.donors
        copies = [replace(draft, donors=[party], problems=set(draft.problems)) for party in others]
        draft.donors = [first]
    else:
        first, *others = draft.recipients
        copies = [
            replace(draft, recipients=[party], problems=set(draft.problems)) for party in others
        ]
        draft.recipients = [first]
    return [draft, *copies]


def _several(parties: list[Party]) -> bool:
    """Say whether there are several, all of them named in the text."""
    return len(parties) > 1 and all(party.place == "text" for party in parties)


def _each_before(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether "each" stands before the verb that gives a thing, and after who gives."""
    clause = max(sentence.start, page.text.rfind("; ", sentence.start, thing.start))
    for found in _BEFORE.finditer(page.text, clause, thing.start):
        verb = found["verb"].lower()
        before = page.text[sentence.start : found.start()].split()[-1:]
        acts = load("acts")["transfer_verbs"]
        told = verb.endswith("ed") and verb in verb_classes("acts")
        if told or verb in acts or (before and before[0].lower() in _AUXILIARIES):
            return True
    return False
