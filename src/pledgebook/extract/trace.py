"""Why a sentence gave a claim or did not: which rules looked at it and what they missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.candidates import candidate, trigger_in
from pledgebook.extract.events import meetings_in
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.not_aid import is_aid
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one rule saw in a sentence; ``fired`` False where it nearly applied."""

    rule: str
    reason: str
    fired: bool


def notes(page: Page) -> Iterator[Note]:
    """Explain every sentence of a page."""
    for sentence in page.sentences:
        yield from _commitment_notes(page, sentence)
        yield from _participation_notes(page, sentence)


def _commitment_notes(page: Page, sentence: Span) -> Iterator[Note]:
    trigger = trigger_in(page, sentence)
    sums, things = page.money.within(sentence), things_in(page, sentence)
    if trigger is not None:
        yield Note(rule="commitment", reason=f"trigger “{page.words(trigger)}”", fired=True)
    if trigger is not None and not sums and not things:
        yield Note(
            rule="commitment", reason="a trigger, but no sum and no thing given", fired=False
        )
    if trigger is None and (sums or things):
        yield Note(rule="commitment", reason="a sum or a thing, but no trigger", fired=False)
    if sums and candidate(page, sentence):
        syntax = Syntax(page.parse(sentence))
        for money in sums:
            if not is_aid(page, syntax, sentence, money):
                reason = f"“{page.words(money.span)}” is a cost, a loss, trade or a budget"
                yield Note(rule="commitment", reason=reason, fired=False)


def _participation_notes(page: Page, sentence: Span) -> Iterator[Note]:
    for meeting in meetings_in(page, sentence):
        if not page.actors.within(sentence):
            reason = f"“{page.words(meeting.name)}”, but no actor named"
            yield Note(rule="participation", reason=reason, fired=False)
            continue
        roles = [
            role
            for role in ("host", "attended", "invited", "declined", "undecided")
            if any_of("meetings", "roles", role).search(page.text, sentence.start, sentence.end)
        ]
        reason = f"“{page.words(meeting.name)}” with words of {', '.join(roles) or 'no role'}"
        yield Note(rule="participation", reason=reason, fired=bool(roles))
