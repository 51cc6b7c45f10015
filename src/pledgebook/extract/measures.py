"""The reader for measures: sanctions and other economic pressure, by whom and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.measure_context import (
    Told,
    carried,
    decides,
    followed,
    followed_words,
    makers,
)
from pledgebook.extract.measure_frames import Frame, approves, frames, names_frame
from pledgebook.extract.measure_nouns import (
    actions_in,
    aimed_at,
    eased,
    targets_of,
    verb_of,
    with_forms,
)
from pledgebook.extract.measure_parties import (
    acting,
    before_words,
    described,
    named_under,
    targets_in,
)
from pledgebook.extract.measure_stages import only_asked, only_supposed, stage_of, stage_told
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.syntax import Syntax
from pledgebook.model.claims import Measure
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action, Firmness, MeasureStage

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
    reading = _Reading(page=page, syntax=syntax, sentence=sentence, told=tuple(told))
    for draft in (*_drafts(reading), *_followed(reading)):
        told.append(Told(actors=tuple(draft.actors), targets=tuple(draft.targets),
                         action=draft.action, sentence=sentence))  # fmt: skip
        yield _claim(page, sentence, draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A sentence, its parse, and the measures told before it."""

    page: Page
    syntax: Syntax
    sentence: Span
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A measure before it is a claim: its words and codes, and who takes it on whom."""

    action: Action
    noun: Span
    thing: Span
    actors: Sequence[Party]
    targets: Sequence[Party]
    stage: tuple[MeasureStage, Firmness]
    verb: Span


def _drafts(reading: _Reading) -> Iterator[_Draft]:
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


def _by_frame(reading: _Reading, frame: Frame) -> _Draft | None:
    """Read who does it to whom: the objects named, else how they are described."""
    page, syntax = reading.page, reading.syntax
    if syntax.negated(frame.verb) or only_supposed(syntax, frame.verb):
        return None
    actors = acting(page, syntax, frame.verb) or _makers(reading, frame.verb)
    whole = syntax.subtree(frame.thing)
    near = _until_clause(page, whole, syntax.tokens[frame.thing].span.end)
    area = near if frame.action == "sanction" else Span(near.start, _end_of(syntax, frame))
    targets = targets_in(page, area, actors)
    targets = targets or aimed_at(page, actors, described(page, syntax, frame.thing))
    if not actors or not targets:
        return None
    return _Draft(
        action=frame.action, noun=frame.words, thing=near, actors=actors, targets=targets,
        stage=stage_of(syntax, frame.verb), verb=syntax.tokens[frame.verb].span,
    )  # fmt: skip


def _makers(reading: _Reading, verb: int) -> list[Party]:
    """Who took the measure told before, where "the package" acts or nobody is named to act."""
    syntax = reading.syntax
    subject = syntax.subject(verb)
    if subject is not None:
        words = syntax.tokens[subject].span
        return makers(reading.told, words) if decides(syntax, subject) else []
    listed = syntax.tokens[verb].lemma.lower() in load("measures")["listed"]
    if not listed or not syntax.passive(verb):
        return []
    return carried(makers(reading.told, syntax.tokens[verb].span))


def _is_decided(reading: _Reading, action: Action, noun: Span) -> _Draft | None:
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
    return _Draft(
        action=action, noun=noun, thing=_object(page, noun, reading.sentence), actors=actors,
        targets=targets, stage=("committed", "firm"), verb=syntax.tokens[verb].span,
    )  # fmt: skip


def _followed(reading: _Reading) -> Iterator[_Draft]:
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
        yield _Draft(
            action=before.action, noun=span, thing=Span(*words.span("what")), actors=actors,
            targets=carried(before.targets), stage=stage_of(syntax, verb), verb=span,
        )  # fmt: skip


def _end_of(syntax: Syntax, frame: Frame) -> int:
    """Where what is done ends: of trade and holdings, with the phrase that tells whose they are."""
    thing = syntax.subtree(frame.thing)
    phrases = [thing] + [
        syntax.subtree(n)
        for n in syntax.children[frame.verb]
        if syntax.tokens[n].dep == "prep" and syntax.tokens[n].text.lower() in ("to", "from", "of")
    ]
    return max(phrase.end for phrase in phrases)


def _by_noun(reading: _Reading, action: Action, noun: Span, verb: int) -> _Draft | None:
    page, syntax, sentence = reading.page, reading.syntax, reading.sentence
    if syntax.negated(verb) or approves(syntax, verb) or only_asked(syntax, verb):
        return None
    code = eased(syntax, verb, noun, action)
    actors = _actors(page, syntax, verb, noun) or _makers(reading, verb)
    targets = targets_of(page, syntax, noun, sentence, actors)
    if code is None or not actors or not targets:
        return None
    return _Draft(
        action=code, noun=noun, thing=_object(page, noun, sentence), actors=actors,
        targets=targets, stage=stage_of(syntax, verb), verb=syntax.tokens[verb].span,
    )  # fmt: skip


def _actors(page: Page, syntax: Syntax, verb: int, noun: Span) -> list[Party]:
    """Who acts: the subject; where the pressure itself is it, whose it is ("Oslo's sanctions")."""
    subject = syntax.subject(verb)
    if subject is None:
        subject = syntax.child(verb, "nsubj")
    if subject is not None and subject in syntax.inside(noun):
        owner = syntax.child(subject, "poss")
        return [] if owner is None else named_under(page, syntax, owner)
    return acting(page, syntax, verb)


def _before_noun(
    page: Page, syntax: Syntax, sentence: Span, action: Action, noun: Span
) -> _Draft | None:
    """Read "X imposed sanctions on Y" where the parser takes the verb for part of the noun."""
    told = _IMPOSED.search(page.text, max(sentence.start, noun.start - _LINKED), noun.start)
    if told is None or action == "delisting":
        return None
    verb = Span(*told.span("verb"))
    actors = before_words(page, sentence, told.start())
    targets = targets_of(page, syntax, noun, sentence, actors)
    if not actors or not targets:
        return None
    return _Draft(
        action=action, noun=noun, thing=_object(page, noun, sentence), actors=actors,
        targets=targets, stage=stage_told(page.words(verb)), verb=verb,
    )  # fmt: skip


def _until_clause(page: Page, area: Span, after: int) -> Span:
    """Cut a stretch where a clause begins that tells of something else, behind its head."""
    cut = _ELSEWHERE_BEGINS.search(page.text, min(after, area.end), area.end)
    return area if cut is None else Span(area.start, cut.start())


def _claim(page: Page, sentence: Span, draft: _Draft) -> Measure:
    stage, firmness = draft.stage
    from_context = any(party.from_context for party in (*draft.actors, *draft.targets))
    money = next(iter(page.money.within(sentence)), None)
    words = Words(page)
    for n, party in enumerate(draft.actors):
        words.party(f"actors.{n}", party)
    for n, party in enumerate(draft.targets):
        words.party(f"targets.{n}", party)
    words.add("action", draft.noun)
    words.add("object", draft.thing)
    if money is not None:
        words.add("amount", money.span)
        words.add("amount.bound", money.bound_span)
    # "removed" takes it back
    words.add("stage", None if draft.action == "delisting" else draft.verb)
    return Measure(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/measure@1",
        confidence=0.7,
        problems=("actor-from-context",) if from_context else (),
        actors=tuple(party.actor for party in draft.actors),
        targets=tuple(party.actor for party in draft.targets),
        firmness=firmness,
        action=draft.action,
        object=page.words(draft.thing),
        amount=None if money is None else money.amount,
        stage=stage,
    )


def _object(page: Page, noun: Span, sentence: Span) -> Span:
    end = _OBJECT_END.search(page.text, noun.end, sentence.end)
    raw = page.text[noun.start : end.start() if end else sentence.end].rstrip()
    return Span(noun.start, noun.start + len(raw))
