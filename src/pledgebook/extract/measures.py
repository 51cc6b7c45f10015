"""The reader for measures: sanctions and other economic pressure, by whom and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.claims import Measure
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action, Firmness, MeasureStage
from pledgebook.resolve.mentions import ActorMention

_ON = re.compile(r"\b(?:on|against|targeting|from|to|for)\s+(?:the\s+)?")
#: Before an actor these make it the place or the maker of something, not the target.
_ELSEWHERE = re.compile(r"\b(?:into|in|by|with|alongside|within|taken|adopted|made)\b")
_OBJECT_END = re.compile(
    r"[.;:!?“”\"(]|,\s|\s+(?:but|while|that|which|who|if|after|in response|by)\s"
)
_FUTURE = frozenset({"will", "'ll", "shall", "to", "would"})


class MeasureReader:
    """Finds an action's noun or verb, who acts, and on whom."""

    name = "rules/measures"

    def read(self, page: Page) -> Iterable[Measure]:
        """Propose one claim per action and sentence."""
        sentences = [s for s in page.sentences if _candidate(page, s)]
        page.parse_ahead(sentences)
        for sentence in sentences:
            claim = _read_sentence(page, sentence)
            if claim is not None:
                yield claim


def _candidate(page: Page, sentence: Span) -> bool:
    block = page.block_of(sentence)
    if (block is not None and block.kind == "heading") or page.asks(sentence):
        return False
    if not page.actors.within(sentence):
        return False
    return _action(page, sentence) is not None and any(
        word.lower() in verb_classes("measures")
        for word in re.findall(r"[A-Za-z]+", page.words(sentence))
    )


def _action(page: Page, sentence: Span) -> tuple[Action, Span] | None:
    for code in load("measures")["actions"]:
        found = any_of("measures", "actions", code).search(page.text, sentence.start, sentence.end)
        if found is not None:
            return code, Span(*found.span())
    return None


def _read_sentence(page: Page, sentence: Span) -> Measure | None:
    found = _action(page, sentence)
    if found is None:
        return None
    action, noun = found
    syntax = Syntax(page.parse(sentence))
    verb = _verb(syntax, noun)
    if verb is None or syntax.negated(verb):
        return None
    subject = syntax.subject(verb)
    actors = [] if subject is None else mentions_under(page, syntax, subject)
    actors = [m for m in actors if bound_actor(m) is not None]
    targets = _targets(page, noun, sentence, actors)
    if not actors or not targets:
        return None
    return _claim(page, syntax, sentence, action, noun, verb, actors, targets)


def _verb(syntax: Syntax, noun: Span) -> int | None:
    head = syntax.head_of(noun)
    if head is None:
        return None
    for n in [head, *syntax.verbs_above(head)[:3]]:
        if (
            syntax.tokens[n].text.lower() in verb_classes("measures")
            and syntax.tokens[n].pos == "VERB"
        ):
            return n
    return None


def _targets(
    page: Page, noun: Span, sentence: Span, actors: list[ActorMention]
) -> list[ActorMention]:
    """Actors after "on" or "against"; else adjectives after the action ("Russian oil")."""
    on = _ON.search(page.text, noun.end, min(sentence.end, noun.end + 80))
    start = on.end() if on else noun.end
    after = joined_after(page, start, sentence.end, reach=50)
    bound = {actor.id for actor in map(bound_actor, actors) if actor is not None}
    if after and _ELSEWHERE.search(page.text, start, after[0].span.start):
        return []
    return [m for m in after if m not in actors and (bound_actor(m) or m.actor).id not in bound]


def _claim(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    action: Action,
    noun: Span,
    verb: int,
    actors: list[ActorMention],
    targets: list[ActorMention],
) -> Measure:
    stage, firmness = _stage(syntax, verb)
    thing = _object(page, noun, sentence)
    money = next(iter(page.money.within(sentence)), None)
    words = Words(page)
    for n, mention in enumerate(actors):
        words.add(f"actors.{n}", mention.span)
    for n, mention in enumerate(targets):
        words.add(f"targets.{n}", mention.span)
    words.add("action", noun)
    words.add("object", thing)
    if money is not None:
        words.add("amount", money.span)
        words.add("amount.bound", money.bound_span)
    words.add("stage", syntax.tokens[verb].span)
    return Measure(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/measure@1",
        confidence=0.7,
        actors=tuple(a for a in map(bound_actor, actors) if a is not None),
        targets=tuple(bound_actor(m) or m.actor for m in targets),
        firmness=firmness,
        action=action,
        object=page.words(thing),
        amount=None if money is None else money.amount,
        stage=stage,
    )


def _stage(syntax: Syntax, verb: int) -> tuple[MeasureStage, Firmness]:
    stage: MeasureStage = verb_classes("measures")[syntax.tokens[verb].text.lower()]  # type: ignore[assignment]
    helpers = set(syntax.auxiliaries(verb))
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
