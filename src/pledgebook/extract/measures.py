"""The reader for measures: sanctions and other economic pressure, by whom and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.measure_frames import Frame, approves, frames, names_frame
from pledgebook.extract.measure_nouns import actions_in, aimed_at, eased, targets_of, verb_of
from pledgebook.extract.measure_parties import (
    acting,
    before_words,
    described,
    named_under,
    targets_in,
)
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.syntax import Syntax
from pledgebook.model.claims import Measure
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action, Firmness, MeasureStage

#: What stays as it is.
_STAYS = frozenset({"remain", "stay", "continue"})
_OBJECT_END = re.compile(
    r"[.;:!?“”\"(]|,\s|\s+(?:but|while|that|which|who|if|after|in response|by)\s"
)
#: Behind those aimed at, what tells of something else.
_ELSEWHERE_BEGINS = re.compile(
    r"[,;:(]|\s(?:who|which|that|after|because|for|over|by|in\s+response|together\s+with|along\s+with)\s"
)
#: Verbs of imposing right before the noun of an action.
_IMPOSED = re.compile(
    r"\[?\b(?P<verb>imposed|imposes|reimposed|levied|slapped|restored|adopted)"
    r"(?:\]\([^()\s]*\))?\s+(?:[\w-]+\s+){0,4}$"
)
#: How far before the noun of an action its verb may begin, a link with its address, in code points.
_LINKED = 400
_FUTURE = frozenset({"will", "'ll", "shall", "to", "would"})


class MeasureReader:
    """Finds an action's noun or verb, who acts, and on whom."""

    name = "rules/measures"

    def read(self, page: Page) -> Iterable[Measure]:
        """Propose one claim per verb and action."""
        sentences = [s for s in page.sentences if _candidate(page, s)]
        page.parse_ahead(sentences)
        for sentence in sentences:
            yield from _read_sentence(page, sentence)


def _candidate(page: Page, sentence: Span) -> bool:
    block = page.block_of(sentence)
    if (block is not None and block.kind == "heading") or page.asks(sentence):
        return False
    if not page.actors.within(sentence) and not page.from_office:
        return False
    if names_frame(page, sentence):
        return True
    return bool(actions_in(page, sentence)) and any(
        word.lower() in verb_classes("measures")
        for word in re.findall(r"[A-Za-z]+", page.words(sentence))
    )


def _read_sentence(page: Page, sentence: Span) -> Iterator[Measure]:
    """Give a measure for each verb that tells one, then for each that has words of an action."""
    syntax = Syntax(page.parse(sentence))
    taken: set[int] = set()
    for frame in frames(page, syntax):
        claim = _by_frame(page, syntax, sentence, frame)
        taken.add(frame.verb)
        if claim is not None and not page.quoted(frame.words.start):
            yield claim
    for action, noun in actions_in(page, sentence):
        verb = verb_of(syntax, noun)
        if verb in taken or page.quoted(noun.start):
            continue
        if verb is None:
            claim = None if taken else _before_noun(page, syntax, sentence, action, noun)
        else:
            claim = _by_noun(page, syntax, sentence, action, noun, verb)
        if claim is not None:
            taken.add(-1 if verb is None else verb)
            yield claim


def _by_frame(page: Page, syntax: Syntax, sentence: Span, frame: Frame) -> Measure | None:
    """Read who does it to whom: the objects named, else how they are described."""
    if syntax.negated(frame.verb) or _only_supposed(syntax, frame.verb):
        return None
    actors = acting(page, syntax, frame.verb)
    whole = syntax.subtree(frame.thing)
    near = _until_clause(page, whole, syntax.tokens[frame.thing].span.end)
    area = near if frame.action == "sanction" else Span(near.start, _end_of(syntax, frame))
    targets = targets_in(page, area, actors)
    targets = targets or aimed_at(page, actors, described(page, syntax, frame.thing))
    if not actors or not targets:
        return None
    return _claim(page, sentence, frame.action, frame.words, near, actors, targets,
                  _stage(syntax, frame.verb), syntax.tokens[frame.verb].span)  # fmt: skip


def _end_of(syntax: Syntax, frame: Frame) -> int:
    """Where what is done ends: of trade and holdings, with the phrase that tells whose they are."""
    thing = syntax.subtree(frame.thing)
    phrases = [thing] + [
        syntax.subtree(n)
        for n in syntax.children[frame.verb]
        if syntax.tokens[n].dep == "prep" and syntax.tokens[n].text.lower() in ("to", "from", "of")
    ]
    return max(phrase.end for phrase in phrases)


def _by_noun(
    page: Page, syntax: Syntax, sentence: Span, action: Action, noun: Span, verb: int
) -> Measure | None:
    if syntax.negated(verb) or approves(syntax, verb):
        return None
    code = eased(syntax, verb, noun, action)
    actors = _actors(page, syntax, verb, noun)
    targets = targets_of(page, syntax, noun, sentence, actors)
    if code is None or not actors or not targets:
        return None
    return _claim(page, sentence, code, noun, _object(page, noun, sentence), actors, targets,
                  _stage(syntax, verb), syntax.tokens[verb].span)  # fmt: skip


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
) -> Measure | None:
    """Read "X imposed sanctions on Y" where the parser takes the verb for part of the noun."""
    told = _IMPOSED.search(page.text, max(sentence.start, noun.start - _LINKED), noun.start)
    if told is None or action == "delisting":
        return None
    verb = Span(*told.span("verb"))
    actors = before_words(page, sentence, told.start())
    targets = targets_of(page, syntax, noun, sentence, actors)
    if not actors or not targets:
        return None
    return _claim(page, sentence, action, noun, _object(page, noun, sentence), actors, targets,
                  ("committed", "firm"), verb)  # fmt: skip


def _only_supposed(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is only asked for, hoped for or supposed: "called for banning imports"."""
    if syntax.tokens[verb].dep in ("pcomp", "csubj", "advcl", "relcl"):
        return True
    above = syntax.verbs_above(verb)[:1]
    return syntax.tokens[verb].dep in ("xcomp", "ccomp") and any(
        syntax.tokens[v].lemma.lower() in load("measures")["asking"] for v in above
    )


def _until_clause(page: Page, area: Span, after: int) -> Span:
    """Cut a stretch where a clause begins that tells of something else, behind its head."""
    cut = _ELSEWHERE_BEGINS.search(page.text, min(after, area.end), area.end)
    return area if cut is None else Span(area.start, cut.start())


def _claim(  # noqa: PLR0913, PLR0917 - the parts of a measure, each found in its own way
    page: Page,
    sentence: Span,
    action: Action,
    noun: Span,
    thing: Span,
    actors: Sequence[Party],
    targets: Sequence[Party],
    told: tuple[MeasureStage, Firmness],
    verb: Span,
) -> Measure:
    stage, firmness = told
    money = next(iter(page.money.within(sentence)), None)
    words = Words(page)
    for n, party in enumerate(actors):
        words.party(f"actors.{n}", party)
    for n, party in enumerate(targets):
        words.party(f"targets.{n}", party)
    words.add("action", noun)
    words.add("object", thing)
    if money is not None:
        words.add("amount", money.span)
        words.add("amount.bound", money.bound_span)
    words.add("stage", None if action == "delisting" else verb)  # "removed" takes it back
    return Measure(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/measure@1",
        confidence=0.7,
        actors=tuple(party.actor for party in actors),
        targets=tuple(party.actor for party in targets),
        firmness=firmness,
        action=action,
        object=page.words(thing),
        amount=None if money is None else money.amount,
        stage=stage,
    )


def _stage(syntax: Syntax, verb: int) -> tuple[MeasureStage, Firmness]:
    """Tell how far a measure has come; a verb that no class knows takes it."""
    told = verb_classes("measures").get(syntax.tokens[verb].text.lower(), "committed")
    stage: MeasureStage = told  # type: ignore[assignment]
    helpers = set(syntax.auxiliaries(verb))
    if syntax.tokens[verb].lemma.lower() in _STAYS:
        return "in_force", "firm"
    if helpers & {"could", "may", "might"}:
        return "pledged", "considered"
    if helpers & {"would"}:
        return "pledged", "intended"
    if helpers & _FUTURE and stage == "committed":
        return "pledged", "firm"
    return stage, "firm"


def _object(page: Page, noun: Span, sentence: Span) -> Span:
    end = _OBJECT_END.search(page.text, noun.end, sentence.end)
    raw = page.text[noun.start : end.start() if end else sentence.end].rstrip()
    return Span(noun.start, noun.start + len(raw))
