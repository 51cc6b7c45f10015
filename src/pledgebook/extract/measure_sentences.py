"""Measures that one sentence tells: by a verb, by words of an action, or as another's before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.lexicon import load
from pledgebook.extract.measure_context import Told, carried, decides, followed, makers
from pledgebook.extract.measure_drafts import MeasureDraft
from pledgebook.extract.measure_frames import COMES_UNDER, Frame, approves, frames
from pledgebook.extract.measure_nouns import (
    actions_in,
    aimed_at,
    eased,
    held_of,
    stays_held,
    targets_of,
    verb_of,
    with_noun,
)
from pledgebook.extract.measure_parties import (
    acting,
    affirming,
    before_words,
    described,
    named_under,
    owners,
    page_maker,
    signer,
    targets_in,
    told_by_office,
)
from pledgebook.extract.measure_stages import only_asked, only_supposed, stage_of, stage_told
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action

_OBJECT_END = re.compile(
    r"[.;:!?“”\"(]|,\s|\s+(?:but|while|that|which|who|if|after|in response|by)\s"
)
#: Behind those aimed at, what tells of something else.
_ELSEWHERE_BEGINS = re.compile(
    r"[,;:(]|\s(?:who|which|that|after|because|for|over|by|in\s+response|together\s+with|along\s+with)\s"
)
#: Verbs of imposing right before the noun of an action.
_IMPOSED = re.compile(
    r"\[?\b(?P<verb>imposed|imposes|reimposed|levied|slapped|restored|adopted|unveiled|announced|extended|renewed)"
    r"(?:\]\([^()\s]*\))?\s+(?:[\w-]+\s+){0,4}$"
)
#: How far before the noun of an action its verb may begin, a link with its address, in code points.
_LINKED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence, its parse, and the measures told before it."""

    page: Page
    syntax: Syntax
    sentence: Span
    told: tuple[Told, ...]


def drafts_in(reading: Reading) -> Iterator[MeasureDraft]:
    """Give what each verb of a measure tells, then each word of an action under another verb."""
    page, syntax, sentence = reading.page, reading.syntax, reading.sentence
    taken: set[int] = set()
    for frame in frames(page, syntax):
        claim = _by_frame(reading, frame)
        taken.add(frame.verb)
        if claim is not None and not page.quoted(frame.words.start):
            yield claim
    for action, noun in actions_in(page, sentence):
        verb = verb_of(page, syntax, noun)
        if verb in taken or page.quoted(noun.start):
            continue
        if verb is None:
            claim = _is_decided(reading, action, noun)
            if claim is None and not taken:
                claim = _before_noun(page, syntax, sentence, action, noun)
        else:
            claim = _by_noun(reading, action, noun, verb)
        if claim is not None:
            taken.add(-1 if verb is None else verb)
            yield claim


def _by_frame(reading: Reading, frame: Frame) -> MeasureDraft | None:
    """Read who does it to whom: the objects named, else how they are described."""
    page, syntax = reading.page, reading.syntax
    if syntax.negated(frame.verb) or only_supposed(syntax, frame.verb):
        return None
    under = syntax.tokens[frame.verb].lemma.lower() in COMES_UNDER
    actors = [] if under else acting(page, syntax, frame.verb) or _makers(reading, frame.verb)
    if not actors and (under or syntax.passive(frame.verb)):
        actors = owners(page, frame.words)
    whole = syntax.subtree(frame.thing)
    near = _until_clause(page, whole, syntax.tokens[frame.thing].span.end)
    area = near if frame.action == "sanction" else Span(near.start, _end_of(syntax, frame))
    targets = targets_in(page, area, actors)
    if frame.of_state:
        targets = [party for party in targets if party.actor.type == "state"]
    elif not targets:
        told = described(page, syntax, frame.thing)
        told = told or described(page, syntax, _whose(syntax, frame))
        targets = aimed_at(page, actors, told)
    if not actors or not targets:
        return None
    return MeasureDraft(
        action=frame.action, noun=frame.words, thing=near, actors=actors, targets=targets,
        stage=stage_of(syntax, frame.verb), verb=syntax.tokens[frame.verb].span,
    )  # fmt: skip


def _makers(reading: Reading, verb: int) -> list[Party]:
    """Who took the measure told before, where "the package" acts or nobody is named to act."""
    syntax = reading.syntax
    subject = syntax.subject(verb)
    if subject is not None:
        words = syntax.tokens[subject].span
        if not decides(syntax, subject):
            return []
        signed = signer(syntax, verb)
        if signed is not None:
            return named_under(reading.page, syntax, signed)
        told = makers(reading.told, words) or told_by_office(reading.page, syntax, verb)
        return told or page_maker(reading.page)
    listed = syntax.tokens[verb].lemma.lower() in load("measures")["listed"]
    if not listed or not syntax.passive(verb):
        return []
    return carried(makers(reading.told, syntax.tokens[verb].span))


def _is_decided(reading: Reading, action: Action, noun: Span) -> MeasureDraft | None:
    """Read "The centrepiece is a ban on imports of gas", whose makers were told before."""
    page, syntax = reading.page, reading.syntax
    head = syntax.head_of(noun)
    verb = None if head is None else syntax.tokens[head].head
    if verb is None or syntax.tokens[verb].lemma.lower() not in ("be", "include", "contain"):
        return None
    subject = syntax.child(verb, "nsubj")
    if subject is None or not decides(syntax, subject) or syntax.negated(verb):
        return None
    words = syntax.tokens[subject].span
    actors = named_under(page, syntax, subject) or makers(reading.told, words)
    targets = targets_of(page, syntax, noun, reading.sentence, actors)
    if not actors or not targets:
        return None
    return MeasureDraft(
        action=action, noun=noun, thing=object_of(page, noun, reading.sentence), actors=actors,
        targets=targets, stage=("committed", "firm"), verb=syntax.tokens[verb].span,
    )  # fmt: skip


def followed_in(reading: Reading) -> Iterator[MeasureDraft]:
    """Read "Canada said it would follow suit": the measure told before, by another."""
    page, syntax = reading.page, reading.syntax
    found = followed(page, reading.told, reading.sentence)
    if found is None:
        return
    before, words = found
    verb = syntax.head_of(Span(*words.span("verb")))
    if verb is None or syntax.negated(verb) or only_supposed(syntax, verb):
        return
    actors = acting(page, syntax, verb)
    if actors:
        span = Span(*words.span("verb"))
        yield MeasureDraft(
            action=before.action, noun=span, thing=Span(*words.span("what")), actors=actors,
            targets=carried(before.targets), stage=stage_of(syntax, verb), verb=span,
        )  # fmt: skip


def _whose(syntax: Syntax, frame: Frame) -> int:
    """Give whose the thing is: "the assets of 23 persons"; itself where nobody is named."""
    of = next((c for c in syntax.children[frame.thing] if syntax.tokens[c].text == "of"), None)
    owner = None if of is None else syntax.child(of, "pobj")
    return frame.thing if owner is None else owner


def _end_of(syntax: Syntax, frame: Frame) -> int:
    """Where what is done ends: of trade and holdings, with the phrase that tells whose they are."""
    thing = syntax.subtree(frame.thing)
    phrases = [thing] + [
        syntax.subtree(n)
        for n in syntax.children[frame.verb]
        if syntax.tokens[n].dep == "prep"
        and syntax.tokens[n].text.lower() in ("to", "from", "of", "with")
    ]
    return max(phrase.end for phrase in phrases)


def _by_noun(reading: Reading, action: Action, noun: Span, verb: int) -> MeasureDraft | None:
    page, syntax, sentence = reading.page, reading.syntax, reading.sentence
    if syntax.negated(verb) or approves(syntax, verb) or only_asked(syntax, verb):
        return None
    code = eased(syntax, verb, noun, action)
    actors = _actors(page, syntax, verb, noun) or _makers(reading, verb)
    if not actors and with_noun(syntax, syntax.head_of(noun) or 0) == verb and syntax.passive(verb):
        actors = owners(page, noun)
    targets = (
        held_of(page, syntax, noun, actors)
        if stays_held(page, noun)
        else targets_of(page, syntax, noun, sentence, actors)
    )
    if code is None or not actors or not targets:
        return None
    return MeasureDraft(
        action=code, noun=noun, thing=object_of(page, noun, sentence), actors=actors,
        targets=targets, stage=stage_of(syntax, verb), verb=syntax.tokens[verb].span,
    )  # fmt: skip


def _actors(page: Page, syntax: Syntax, verb: int, noun: Span) -> list[Party]:
    """Who acts: the subject; where the pressure itself is it, whose it is ("Oslo's sanctions")."""
    subject = syntax.subject(verb)
    if subject is None:
        subject = syntax.child(verb, "nsubj")
    if subject is not None and syntax.tokens[subject].lemma.lower() in load("measures")["holdings"]:
        return affirming(page, syntax, verb)  # whose holdings stay frozen is no actor
    if subject is not None and subject in syntax.inside(noun):
        owner = syntax.child(subject, "poss")
        return [] if owner is None else named_under(page, syntax, owner)
    return acting(page, syntax, verb)


def _before_noun(
    page: Page, syntax: Syntax, sentence: Span, action: Action, noun: Span
) -> MeasureDraft | None:
    """Read "X imposed sanctions on Y" where the parser takes the verb for part of the noun."""
    told = _IMPOSED.search(page.text, max(sentence.start, noun.start - _LINKED), noun.start)
    if told is None or action == "delisting":
        return None
    verb = Span(*told.span("verb"))
    actors = before_words(page, sentence, told.start())
    targets = targets_of(page, syntax, noun, sentence, actors)
    if not actors or not targets:
        return None
    return MeasureDraft(
        action=action, noun=noun, thing=object_of(page, noun, sentence), actors=actors,
        targets=targets, stage=stage_told(page.words(verb)), verb=verb,
    )  # fmt: skip


def _until_clause(page: Page, area: Span, after: int) -> Span:
    """Cut a stretch where a clause begins that tells of something else, behind its head."""
    cut = _ELSEWHERE_BEGINS.search(page.text, min(after, area.end), area.end)
    return area if cut is None else Span(area.start, cut.start())


def object_of(page: Page, noun: Span, sentence: Span) -> Span:
    """Give the words of an action with what it is on, up to the next clause."""
    end = _OBJECT_END.search(page.text, noun.end, sentence.end)
    raw = page.text[noun.start : end.start() if end else sentence.end].rstrip()
    return Span(noun.start, noun.start + len(raw))
