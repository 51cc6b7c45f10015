"""The reader for measures: sanctions and other economic pressure, by whom and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.measure_context import Told, carried, followed_words
from pledgebook.extract.measure_drafts import MeasureDraft, claim_of
from pledgebook.extract.measure_frames import names_frame
from pledgebook.extract.measure_headlines import headed
from pledgebook.extract.measure_nouns import actions_in, with_forms
from pledgebook.extract.measure_orders import bars, names_bar
from pledgebook.extract.measure_sentences import Reading, drafts_in, followed_in, object_of
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.claims import Measure
from pledgebook.model.spans import Span


class MeasureReader:
    """Finds an action's noun or verb, who acts, and on whom."""

    name = "rules/measures"

    def read(self, page: Page) -> Iterable[Measure]:
        """Propose one claim per verb and action."""
        sentences = [s for s in page.sentences if _candidate(page, s)]
        page.parse_ahead(sentences)
        told: list[Told] = []
        for sentence in sentences:
            yield from _read_sentence(page, sentence, told)
        ordered: list[Told] = []
        for sentence in page.sentences:
            yield from _ordered(page, sentence, ordered)
            yield from _headed(page, sentence, told)


def _ordered(page: Page, sentence: Span, told: list[Told]) -> Iterator[Measure]:
    """Read "The following are prohibited: the importation into X of fish of Y origin"."""
    if not page.actors.within(sentence) or not names_bar(page, sentence):
        return
    for bar in bars(page, sentence):
        targets = bar.targets or (carried(told[-1].targets) if told else ())
        if not targets:
            continue
        draft = MeasureDraft(
            action=bar.action, noun=bar.words, thing=object_of(page, bar.words, sentence),
            actors=[bar.actor], targets=targets, stage=("committed", "firm"), verb=bar.words,
        )  # fmt: skip
        told.append(Told(actors=(bar.actor,), targets=tuple(targets), action=bar.action,
                         sentence=sentence))  # fmt: skip
        yield claim_of(page, sentence, draft)


def _headed(page: Page, sentence: Span, told: Sequence[Told]) -> Iterator[Measure]:
    """Read a headline, where no sentence of the page tells the same."""
    found = headed(page, sentence)
    if found is None:
        return
    who = {party.actor.id for party in found.actors}
    if any(one.action == found.action and who & {p.actor.id for p in one.actors} for one in told):
        return
    draft = MeasureDraft(
        action=found.action, noun=found.noun, thing=object_of(page, found.noun, sentence),
        actors=found.actors, targets=found.targets, stage=found.stage, verb=found.verb,
    )  # fmt: skip
    yield claim_of(page, sentence, draft)


def _candidate(page: Page, sentence: Span) -> bool:
    block = page.block_of(sentence)
    if (block is not None and block.kind == "heading") or page.asks(sentence):
        return False
    if (
        not page.actors.within(sentence)
        and not page.from_office
        and not names_frame(page, sentence)
    ):
        return False
    if followed_words(page, sentence) or names_frame(page, sentence):
        return True
    return bool(actions_in(page, sentence)) and any(
        word.lower() in verb_classes("measures") or word.lower() in with_forms()
        for word in re.findall(r"[A-Za-z]+", page.words(sentence))
    )


def _read_sentence(page: Page, sentence: Span, told: list[Told]) -> Iterator[Measure]:
    """Give a measure for each verb that tells one, then for each that has words of an action.

    What is found joins ``told``, on which later sentences build.
    """
    syntax = Syntax(page.parse(sentence))
    reading = Reading(page=page, syntax=syntax, sentence=sentence, told=tuple(told))
    for draft in (*drafts_in(reading), *followed_in(reading)):
        told.append(Told(actors=tuple(draft.actors), targets=tuple(draft.targets),
                         action=draft.action, sentence=sentence))  # fmt: skip
        yield claim_of(page, sentence, draft)
