"""What a headline tells by the order of its words: giver, verb or colon, thing, and whom it is for.

The parser takes the verbs of headlines for nouns ("EIB signs €300m loan") and finds none in others
("Vienna: eight million euros for Syria"). A frame needs a giver, a thing right behind its verb, and
somebody else whom the thing is for, or a word of aid behind the sum: a verb alone tells no gift.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.extract.drafts import Thing
from pledgebook.extract.giver_rows import row_of
from pledgebook.extract.headline_cargoes import cargo_of
from pledgebook.extract.headline_moves import move_of
from pledgebook.extract.headline_orders import (
    added_by,
    added_for,
    aided_get,
    bound_with,
    in_package,
    labelled_for,
    lead_taker,
    said_behind,
    told_ahead,
)
from pledgebook.extract.headline_passives import passive_of
from pledgebook.extract.headline_receipts import opens, owner_gives, receipt_of
from pledgebook.extract.headline_takers import meant_for, others_in, right_beside
from pledgebook.extract.headline_verbs import stage_by, verb_behind
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.listed_gifts import lists_other_than_gifts
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.standing_givers import label_of
from pledgebook.extract.things import is_arms
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention

#: Between a verb and its thing: words of bound and whoever gets it, no second clause.
_BETWEEN_WORDS = 4
#: Between a giver and its thing: an arm or a head of the giver's, and a colon. "EIB Global: €9m".
_COLON = re.compile(
    r"(?:\s+(?:Global|Group|International|World)|['’]s(?:\s+(?-i:[A-Z])[\w-]+){1,3})?:\s+(?:(?:up\s+to|another|an?\s+(?:further|extra|additional)|additional|extra|fresh|new|some|about|over)\s+)?",
    re.IGNORECASE,
)
#: "NOK 80 million from Norway to South Sudan", "€300m loan for Moldova from EIB".
_FROM = re.compile(r"(?:\s+[\w'’-]+){0,4}?,?\s+(?:from|courtesy\s+of)\s+(?:the\s+)?", re.IGNORECASE)

#: Behind who a sum comes from: that it has come.
_LANDS = re.compile(
    r"\s+(?P<told>(?:lands|arrives|landed|arrived)\s+in|reach(?:es|ed))\s+(?:the\s+)?[A-Z]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A gift that a headline tells by its order: who gives, the words that say so, the stage.

    ``taker`` is who gets it, where the headline tells it from that side; ``beside`` whom it is for
    by its place right beside the thing; ``sure`` that the words give whatever verb they have.
    """

    giver: ActorMention
    words: Span | None
    stage: Stage
    taker: ActorMention | None = None
    beside: ActorMention | None = None
    sure: bool = False


def frame_of(page: Page, sentence: Span, thing: Span) -> Frame | None:
    """Give the frame of a thing in a headline; None where it is no headline or tells no gift.

    A count may have its noun in the next sentence; such a thing has no frame.
    """
    if thing.end > sentence.end or not is_headline(page, sentence):
        return None
    givers = [m for m in page.actors.within(sentence) if bound_actor(m) is not None]
    for frame in (
        _by_receipt,
        _by_passive,
        _by_move,
        _by_cargo,
        _by_both,
        _by_verb,
        _by_addition,
        _by_colon,
        _by_label,
        _by_owner,
        _by_origin,
        _ahead,
    ):
        found = next((f for m in reversed(givers) if (f := frame(page, sentence, m, thing))), None)
        if found is not None:
            return found
    return None


def goods_frame(page: Page, sentence: Span, goods: Sequence[Thing]) -> Frame | None:
    """Give the frame of counted goods; none where arms are only moved."""
    first = goods[0]
    if first.count is None:
        return None
    frame = frame_of(page, sentence, whole_of(first))
    if frame is None or frame.words is None:
        return frame
    moved = page.words(frame.words).lower() in load("headline_verbs")["moving"]
    traded = any_of("headline_verbs", "traded").search(page.text, sentence.start, sentence.end)
    # shells and the like are moved to be used by whoever gets them
    own = any(is_arms(t.item.category) and t.item.category != "ammunition" for t in goods)
    if traded or (moved and own):
        return None
    return frame


def surely_framed(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a headline gives a thing by its order, whatever its verb is to the parser."""
    frame = frame_of(page, sentence, thing)
    return frame is not None and frame.sure


def whole_of(thing: Thing) -> Span:
    """Give the range of a thing with its count: "20 tonnes of blankets"."""
    spans = [thing.name] if thing.count is None else [thing.name, thing.count]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _by_verb(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "Giver verbs thing for somebody"."""
    found = verb_behind(page, giver, thing.start)
    if found is None or not opens(page, sentence, row_of(page, sentence, giver)[0]):
        return None
    rest = Span(found.end(), thing.start)
    if any_of("headline_verbs", "otherwise").search(page.text, rest.start, rest.end):
        return None
    if not re.fullmatch(rf"(?:\s+[\w'’&%.-]+){{0,{_BETWEEN_WORDS}}}\s*", page.words(rest)):
        return None
    meant = meant_for(page, sentence, giver, Span(found.end(), sentence.end), thing)
    if not meant and lead_taker(page, sentence, giver) is None:
        return None
    verb = Span(*found.span("verb"))
    stage = stage_by(page.words(verb))
    between = Span(found.end(), thing.start)
    beside = right_beside(page, giver, between, Span(thing.end, sentence.end))
    beside = beside or lead_taker(page, sentence, giver)
    sure = page.words(verb).endswith("ing")  # "IMF board completes review, unlocking $9m"
    return Frame(giver=giver, words=verb, stage=stage, beside=beside, sure=sure)


def _by_addition(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "Giver tops up somebody's fund by thing" and "clinics get thing from giver"."""
    added = added_by(page, sentence, giver, thing)
    verb = added or aided_get(page, sentence, giver, thing)
    beside = None if added is None else added_for(page, giver, added, thing)
    return None if verb is None else Frame(giver=giver, words=verb, stage="pledged", beside=beside)


def _ahead(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "Thing: giver rescues somebody" and "thing for somebody, giver says"."""
    verb = told_ahead(page, sentence, giver, thing)
    if verb is None and not said_behind(page, sentence, giver, thing):
        return None
    return Frame(giver=giver, words=verb, stage="pledged")


def _by_both(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "Giver and taker sign thing"."""
    taker = bound_with(page, sentence, giver, thing)
    if taker is None:
        return None
    words = Span(max(giver.span.end, taker.span.end), thing.start)
    start = words.start + len(page.words(words)) - len(page.words(words).lstrip())
    verb = Span(start, start + len(page.words(words).split()[0]))
    return Frame(giver=giver, words=verb, stage="committed", taker=taker, sure=True)


def _by_colon(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "Giver: thing for somebody"."""
    colon = _COLON.fullmatch(page.text, giver.span.end, thing.start)
    nothing = Span(thing.start, thing.start)
    if colon is None:
        return None
    beside = right_beside(page, giver, nothing, Span(thing.end, sentence.end))
    if beside is None:
        return None
    return Frame(giver=giver, words=None, stage="pledged", beside=beside)


def _by_label(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "giver's gift for somebody: thing"."""
    taker = labelled_for(page, sentence, giver, thing)
    if taker is None:
        return None
    return Frame(giver=giver, words=None, stage="pledged", beside=taker)


def _by_origin(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "thing from giver to somebody", where the thing opens the headline."""
    if page.text[sentence.start : thing.start].strip():
        return None
    if in_package(page, sentence, giver, thing):
        return Frame(giver=giver, words=None, stage="pledged")
    if not _FROM.fullmatch(page.text, thing.end, giver.span.start):
        return None
    if not others_in(page, giver, Span(thing.end, sentence.end)):
        return None
    come = _LANDS.match(page.text, giver.span.end, sentence.end)
    if come is not None and page.money.touching(thing):  # "tranche from EU lands in Kyiv"
        return Frame(giver=giver, words=Span(*come.span("told")), stage="disbursed")
    return Frame(giver=giver, words=None, stage="pledged")


def _by_owner(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "giver's thing to somebody"."""
    if not owner_gives(page, sentence, giver, thing):
        return None
    return Frame(giver=giver, words=None, stage="pledged")


def _by_receipt(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "somebody gets thing from giver"."""
    found = receipt_of(page, sentence, giver, thing)
    if found is None:
        return None
    words, taker, sure = found.words, found.taker, found.stage == "delivered"
    return Frame(giver=giver, words=words, stage=found.stage, taker=taker, sure=sure)


def _by_passive(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "thing gifted to somebody by giver"."""
    found = passive_of(page, sentence, giver, thing)
    if found is None:
        return None
    return Frame(giver=giver, words=found.words, stage=found.stage, taker=found.taker)


def _by_move(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "giver's thing heads for somebody" and "thing on its way to somebody from giver"."""
    found = move_of(page, sentence, giver, thing)
    if found is None:
        return None
    return Frame(giver=giver, words=found.words, stage=found.stage, taker=found.taker)


def _by_cargo(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Frame | None:
    """Read "giver's ship sails for somebody with thing"."""
    found = cargo_of(page, sentence, giver, thing)
    if found is None:
        return None
    taker = found.taker
    return Frame(giver=giver, words=found.words, stage=found.stage, beside=taker, sure=True)


def names_frame(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a headline may tell of a gift by its order."""
    if page.money.within(sentence) and label_of(page, sentence) is not None:
        return not lists_other_than_gifts(page, sentence)
    if not is_headline(page, sentence):
        return False
    things = [money.span for money in page.money.within(sentence)]
    things += [
        Span(m.span.start, max(m.span.end, m.name_span.end))
        for m in page.quantities.within(sentence)
        if m.name_span is not None
    ]
    return any(frame_of(page, sentence, thing) is not None for thing in things)
