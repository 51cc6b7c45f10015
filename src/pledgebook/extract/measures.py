"""The reader for measures: sanctions and other economic pressure, by whom and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
#: What stays as it is.
_STAYS = frozenset({"remain", "stay", "continue"})
_OBJECT_END = re.compile(
    r"[.;:!?“”\"(]|,\s|\s+(?:but|while|that|which|who|if|after|in response|by)\s"
)
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
    if not page.actors.within(sentence):
        return False
    return bool(_actions(page, sentence)) and any(
        word.lower() in verb_classes("measures")
        for word in re.findall(r"[A-Za-z]+", page.words(sentence))
    )


#: Actions whose words may stand apart: "froze all of the bank's assets", "bans the import".
_APART: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("asset_use", re.compile(
        r"\b(?:us(?:e|es|ing)|seiz(?:e|es|ed|ing)|confiscat(?:e|es|ed|ing))\s+(?:[\w’'-]+\s+){0,3}?"
        r"(?:frozen|immobili[sz]ed)\s+(?:[\w’'-]+\s+){0,3}?(?:assets|reserves|funds)\b")),
    ("asset_freeze", re.compile(
        r"\b(?:freez(?:e|es|ing)|froze|frozen)\s+(?:on\s+)?(?:(?!Russian\b)[\w’'$€£.,-]+\s+){0,4}?"
        r"(?:assets|accounts|reserves)\b")),
    ("import_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:imports?|purchases?)\b")),
    ("export_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:exports?|sales?)\b")),
)  # fmt: skip


def _actions(page: Page, sentence: Span) -> list[tuple[Action, Span]]:
    """Words of actions in a sentence, in order; where two overlap, the one found first."""
    found: list[tuple[Action, Span]] = []
    patterns = [
        *_APART,
        *((code, any_of("measures", "actions", code)) for code in load("measures")["actions"]),
    ]
    for code, pattern in patterns:
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            span = Span(*match.span())
            if not any(span.overlaps(other) for _, other in found):
                found.append((code, span))
    return sorted(found, key=lambda one: one[1])


def _read_sentence(page: Page, sentence: Span) -> Iterator[Measure]:
    """Give a measure for each verb that has words of an action."""
    syntax = Syntax(page.parse(sentence))
    taken: set[int] = set()
    for action, noun in _actions(page, sentence):
        verb = _verb(syntax, noun)
        if verb is None or verb in taken or syntax.negated(verb) or page.quoted(noun.start):
            continue
        code = _eased(syntax, verb, action)
        actors = _actors(page, syntax, verb, noun)
        targets = _targets(page, noun, sentence, actors)
        if code is not None and actors and targets:
            taken.add(verb)
            yield _claim(page, syntax, sentence, code, noun, verb, actors, targets)


def _eased(syntax: Syntax, verb: int, action: Action) -> Action | None:
    """Name the action: pressure that is lifted is a delisting, restrictions alone are none."""
    lifted = syntax.tokens[verb].lemma.lower() in load("measures")["easing"]
    if action == "delisting":
        return action if lifted else None
    return "delisting" if lifted and action in ("sanction", "asset_freeze") else action


def _actors(page: Page, syntax: Syntax, verb: int, noun: Span) -> list[ActorMention]:
    """Who acts: the subject; where the pressure itself is it, whose it is ("Oslo's sanctions")."""
    subject = syntax.subject(verb)
    if subject is None:
        subject = syntax.child(verb, "nsubj")
    if subject is None:
        return []
    if subject in syntax.inside(noun):
        owner = syntax.child(subject, "poss")
        return [] if owner is None else _bound(mentions_under(page, syntax, owner))
    return _bound(mentions_under(page, syntax, subject))


def _bound(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    return [m for m in mentions if bound_actor(m) is not None]


def _verb(syntax: Syntax, noun: Span) -> int | None:
    head = syntax.head_of(noun)
    if head is None:
        return None
    inside = [n for n in syntax.inside(noun) if syntax.tokens[n].pos == "VERB"]
    for n in [*inside[:1], head, *syntax.verbs_above(head)[:3]]:
        if (
            syntax.tokens[n].text.lower() in verb_classes("measures")
            and syntax.tokens[n].pos == "VERB"
        ):
            return n
    return None


def _targets(
    page: Page, noun: Span, sentence: Span, actors: list[ActorMention]
) -> list[ActorMention]:
    """Actors after "on" or "against", else after the action ("Russian oil"), else the page's."""
    on = _ON.search(page.text, noun.end, min(sentence.end, noun.end + 80))
    start = on.end() if on else noun.end
    after = joined_after(page, start, sentence.end, reach=50)
    bound = {actor.id for actor in map(bound_actor, actors) if actor is not None}
    if after and _ELSEWHERE.search(page.text, start, after[0].span.start):
        return []
    found = [m for m in after if m not in actors and (bound_actor(m) or m.actor).id not in bound]
    aimed = page_target(page)
    if found or aimed is None or aimed.actor.id in bound:
        return found
    return [aimed]


#: "sanctions on Russia", "against Moscow": whom a page's pressure is aimed at.
_AIMED = re.compile(
    r"\b(?:sanctions?|pressure|measures|restrictions|package)\s+(?:on|against|targeting)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def page_target(page: Page) -> ActorMention | None:
    """Give the one state at which a page says that sanctions are aimed; None for several."""
    aimed: dict[str, ActorMention] = {}
    for mention in page.actors:
        before = page.text[max(0, mention.span.start - 40) : mention.span.start]
        if mention.actor.type == "state" and mention.actor.id and _AIMED.search(before):
            aimed.setdefault(mention.actor.id, mention)
    return next(iter(aimed.values())) if len(aimed) == 1 else None


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
