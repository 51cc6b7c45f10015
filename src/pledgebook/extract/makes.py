"""The make or model that stands before the name of things: the "Taurus" of "Taurus missiles"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Words of a make right before a name: capitals, or a model with a figure.
_MAKE = re.compile(r"(?:(?:[A-Z][\w.-]*|[\w-]*\d[\w-]*)[ \u00a0]+){1,3}$")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
#: Capitals that open a clause or a quotation.
_NO_MAKE = frozenset(
    [
        "a",
        "all",
        "an",
        "any",
        "both",
        "his",
        "her",
        "its",
        "more",
        "my",
        "neither",
        "no",
        "not",
        "only",
        "our",
        "some",
        "such",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "we",
    ]
)
#: A sentence with so many capitals is printed in them: they tell of no make.
_CAPITALS = 0.7
_LONGEST = 40


def name_makes(page: Page, drafts: Sequence[Draft]) -> None:
    """Give things without a count the make that their sentence prints before their name."""
    for draft in drafts:
        if draft.things and not _in_capitals(page, draft.sentence):
            draft.things = [thing if thing.count else _made(page, thing) for thing in draft.things]


def _in_capitals(page: Page, sentence: Span) -> bool:
    words = _WORD.findall(page.words(sentence))
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > _CAPITALS * len(words)


def _made(page: Page, thing: Thing) -> Thing:
    """Put the make before the name; words of a verb, a name or the sentence's first are none."""
    first = page.sentence_of(thing.name).start
    start = max(first, thing.name.start - _LONGEST)
    found = _MAKE.search(page.text, start, thing.name.start)
    if found is None:
        return thing
    begin = found.start()
    named = [m.span.end for m in page.actors.touching(Span(begin, thing.name.start))]
    begin = max([begin, *(end + 1 for end in named)])
    words = page.text[begin : thing.name.start].split()
    if not words or begin == first or not words[0][0].isalnum() or words[0].isdigit():
        return thing
    if any(word.lower() in verb_classes("acts") or word.lower() in _NO_MAKE for word in words):
        return thing
    name = Span(begin, thing.name.end)
    item = replace(thing.item, name=" ".join(page.words(name).split()))
    return replace(thing, name=name, item=item)
