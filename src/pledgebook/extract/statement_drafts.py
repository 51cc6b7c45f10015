"""A statement in the making: who, by which words, what; all as places of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.extract.cues import Force
from pledgebook.extract.cues import words as listed
from pledgebook.extract.page import Page
from pledgebook.extract.resolved_actors import ResolvedActor
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_told import said_on, via
from pledgebook.extract.statement_words import Words
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Mode
from pledgebook.resolve.mentions import DateMention

#: Endings of plural nouns that name people by what they do or where they come from.
PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "icans", "mates", "ees")
#: Kinds of unit that are nothing but quotations.
_ONLY_QUOTED = frozenset("Q-,.")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement in the making.

    Attributes:
        rule: name of the rule that found it.
        force: how surely it is a saying.
        who: the speaker.
        cue: the words that mark it, None where layout does.
        content: its pieces in order; more are added while the quotation goes on.
        mode: direct, mixed or indirect.
        sentence: the sentences that carry it.
        via: words of the hearer or outlet.
        said_on: the day, where words give it.
    """

    rule: str
    force: Force
    who: ResolvedActor
    cue: Span | None
    content: list[Span]
    mode: Mode
    sentence: Span
    via: Span | None = None
    said_on: DateMention | None = None


def draft_of(page: Page, words: Words, found: Found, who: ResolvedActor) -> Draft:
    """Turn what a rule found in one unit into places of the text."""
    return Draft(
        rule=found.rule,
        force=found.force,
        who=who,
        cue=words.range(*found.cue) if found.cue[0] < found.cue[1] else None,
        content=[_piece(words, *piece) for piece in found.content],
        mode=_mode(words, found.content),
        sentence=words.span,
        via=via(words, found),
        said_on=said_on(page, words, found),
    )


def _piece(words: Words, first: int, last: int) -> Span:
    """A piece of content; one that is a quotation goes without its marks."""
    if last - first == 1 and words.kinds[first] == "Q":
        return words.quotations[first].inner
    return words.range(first, last)


def _mode(words: Words, pieces: Sequence[tuple[int, int]]) -> Mode:
    kinds = [words.kinds[first:last] for first, last in pieces]
    if all(set(piece) <= _ONLY_QUOTED for piece in kinds):
        return "direct"
    return "mixed" if any("Q" in piece for piece in kinds) else "indirect"


def quoted(words: Words) -> bool:
    """Say whether a unit is nothing but quotations."""
    return "Q" in words.kinds and set(words.kinds) <= _ONLY_QUOTED


def add_pieces(words: Words, draft: Draft) -> None:
    """Add the quotations of a unit to a statement that goes on."""
    for quotation in words.quotations.values():
        if len(quotation.inner) > 0:
            draft.content.append(quotation.inner)
    draft.sentence = Span(draft.sentence.start, words.span.end)


def credible(page: Page, found: Found, who: ResolvedActor) -> bool:
    """Say whether the subject can say or judge: people can, resources cannot."""
    if who.actor.type != "unnamed":
        return True
    last = who.actor.name.lower().split()[-1:]
    if found.rule == "cue-before-np" and found.force == "report":
        return bool(set(last) & listed("documents"))
    things = page.words(who.local).lower() in ("which", "that")
    if found.force in ("speech", "report") and not things:
        return True
    return bool(set(last) & listed("people")) or last[0].endswith(PEOPLE_ENDINGS)
