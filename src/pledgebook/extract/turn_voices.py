"""Who speaks in a turn of a transcript, where it is nobody of the office that publishes it.

"PRESIDENT AREVALO: We will take in 300 families" on a page of another state's office: the label of
the turn says whose "we" it is. A head of state or government whom nothing tells apart is a
stranger, and no office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, bound_person
from pledgebook.extract.statement_labels import label_at
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors

#: Words of the first person, as a subject or before what is theirs.
_OWN = re.compile(r"\b(?:I|(?i:we|our))\b")
#: The same where the words of the giver are not known: with what somebody does who gives.
_OWN_ACT = re.compile(
    r"\b(?:I|(?i:we))(?:['’](?:ve|ll|re|m))?\s+(?:\w+\s+){0,3}?"
    r"(?i:announc|commit|pledg|promis|decid|deliver|donat|provid|giv|gave|sent|send|allocat|contribut)",
)
#: Who is spoken to gives: "I know that you gave us €5m".
_YOU_GAVE = re.compile(
    r"\byou(?:['’](?:ve|ll|re))?\s+(?:\w+\s+){0,2}?(?:gave|giv|provid|sent|send|deliver|donat|offer|help)",
    re.IGNORECASE,
)
#: How far before words like "government" their "our" stands, in code points.
_REACH = 5
#: Speakers who speak for others, too.
_TOGETHER = re.compile(
    r"\b(?:together|jointly|as\s+allies|as\s+partners|both\s+of\s+us|our\s+(?:two|three)\s+\w+)\b",
    re.IGNORECASE,
)
#: Labels of heads of a state or government.
_HEAD = re.compile(
    r"\W*(?:PRESIDENT|PRIME\s+MINISTER|CHANCELLOR|TAOISEACH|KING|QUEEN|CROWN\s+PRINCE|EMIR"
    r"|FOREIGN\s+MINISTER|SECRETARY[\s-]GENERAL)\s+(?!OF\b)[^\W\d_]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a state or body, or somebody unknown (no ``party``)."""

    party: Party | None


def other_voice(page: Page, sentence: Span, words: Span | None, office: Party) -> Voice | None:
    """Give whose first person a sentence is, None where it may be the office's own."""
    text, start = page.text, sentence.start
    if words is None:
        own = _OWN_ACT.search(text, start, sentence.end)
    else:
        own = _OWN.search(text, max(start, words.start - _REACH), words.end)
    if own is None or _YOU_GAVE.search(text, start, sentence.end):
        return None
    if _TOGETHER.search(text, start, sentence.end):
        return None
    if page.quotations.at(sentence.start) is not None:
        return None
    label = _label(page, sentence)
    if label is None:
        return None
    party = _speaker(page, label)
    if party is not None:
        return None if party.actor.id == office.actor.id else Voice(party)
    guest = _HEAD.match(page.words(label)) is not None and _own_speaks(page, office)
    return Voice(None) if guest else None


def guest_at_home(page: Page, draft: Draft, home: str | None) -> bool:
    """Say whether a guest of an office tells of a sum without a taker: it may be spent at home."""
    block = page.block_of(draft.sentence)
    guests = {p.actor.id for p in draft.donors if p.from_context} - {home, None}
    if home is None or block is None or block.kind != "turn" or not guests:
        return False
    if {p.actor.id for p in draft.recipients} - {p.actor.id for p in draft.donors}:
        return False
    span = draft.sentence
    return any_of("acts", "regions").search(page.text, span.start, span.end) is None


def _speaker(page: Page, label: Span) -> Party | None:
    """Give whom the speaker of a label acts for: by title and text, else by the name in it."""
    who = label_at(page, label)
    actor = bound_person(who.actor) if who.actor.type == "person" else None
    if actor is not None:
        at = label if who.antecedent is None else who.antecedent
        return Party(actor=actor, span=at, place=who.place, from_context=True)
    named = find_actors(page.words(label).strip(" *_:").title(), page.published)
    acts_for = [a for m in named[:1] if (a := bound_actor(m)) is not None and a.id is not None]
    return Party(actor=acts_for[0], span=label, from_context=True) if acts_for else None


def _own_speaks(page: Page, office: Party) -> bool:
    """Say whether somebody of the office's own state speaks on a page, too: others are guests."""
    labels = {page.words(b.label): b.label for b in page.blocks if b.label is not None}
    speakers = (_speaker(page, label) for label in labels.values())
    return any(p is not None and p.actor.id == office.actor.id for p in speakers)


def _label(page: Page, sentence: Span) -> Span | None:
    """Give the label of the turn that a sentence is of, also paragraphs below it."""
    block = page.block_of(sentence)
    if block is None or block.kind != "turn":
        return None
    place = page.blocks.position(block.span)
    while block.label is None and place > 0 and page.blocks.items[place - 1].kind == "turn":
        place -= 1
        block = page.blocks.items[place]
    return block.label
