"""Refusals that a newspaper tells in its sentences: "will not part with its launchers".

Who refuses stands before the words of refusing, what is refused behind them (or before them: "the
Taurus is off the table"), with a verb or noun of giving between or none. A headline's refusals are
read by headline_refusals.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.asked_refusals import asked_and_refused
from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.goods_words import is_goods_noun
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.refused_for_now import comes_later
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import STAFF, things_in
from pledgebook.extract.unsaid_money import is_unsaid_money
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.quantity_items import category_of

#: Between words of refusing or giving and the name of what is refused, in words.
_NEAR = re.compile(r"(?:[\s\"“”‘’',]+[\w’'-]+){0,6}?[\s\"“”‘’']*")
#: Between what is refused and the words behind it that say so: also whom it would go to, and "too".
_BEHIND = re.compile(
    r"(?:\s+(?:to|for)(?:\s+[\w’'-]+){1,5}?)??(?:,\s+(?:too|as\s+well|likewise|also|however),)?"
    r"(?:[\s\"“”‘’']+[\w’'-]+){0,4}?[\s\"“”‘’',]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What somebody does not give, the words that say so, and what asked for it."""

    things: tuple[Thing, ...]
    words: Span
    asked: Span | None = None


def names_prose_refusal(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a newspaper's sentence has words of refusing."""
    if not is_story(page):
        return False
    if asked_and_refused(page, sentence) is not None:
        return _names_goods(page, sentence) or bool(things_in(page, sentence))
    if page.asks(sentence) or not page.has_any(sentence, _first()):
        return False
    text, start, end = page.text, sentence.start, sentence.end
    refuses = any(words.search(text, start, end) is not None for words in _cues())
    return refuses and (_names_goods(page, sentence) or bool(things_in(page, sentence)))


def _names_goods(page: Page, sentence: Span) -> bool:
    """Say whether a word of a sentence is in the list of goods."""
    words = (word.group() for word in _WORD.finditer(page.words(sentence)))
    return any(
        _is_refusable(word.lower()) and (word.istitle() is False or word[-1] in "s-")  # "House"
        for word in words
    )


_WORD = re.compile(r"[A-Za-z][\w/-]+")


@lru_cache(maxsize=8192)
def _is_refusable(word: str) -> bool:
    """Say whether a lowered noun is goods, or people who are sent: "any more officers"."""
    return is_goods_noun(word) or word in _sent() or category_of([word]) == STAFF


@cache
def _sent() -> dict[str, str]:
    """Give what is refused and stands in no list of goods, with its category."""
    lists = load("refusals")
    return {**lists["sent"], **lists["named"]}


#: Before words of refusing that are themselves refused: "would not rule out tanks".
_UNSAID = re.compile(r"(?:\b(?:not|never|without)|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _first() -> frozenset[str]:
    return frozenset(load("refusals")["first"])


def _said(page: Page, sentence: Span, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the words of refusing of one sort that are not themselves refused."""
    for found in pattern.finditer(page.text, sentence.start, sentence.end):
        start = max(sentence.start, found.start() - _UNSAID_REACH)
        if _UNSAID.search(page.text, start, found.start()) is None:
            yield found


_UNSAID_REACH = 24


def refused_in_prose(page: Page, syntax: Syntax, sentence: Span) -> Refused | None:
    """Give what a sentence tells to be refused; None where it tells of no refusal."""
    goods = _goods(page, syntax, sentence)
    if not goods:
        return None
    asked = asked_and_refused(page, sentence)
    if asked is not None and (named := [t for t in goods if _asked_for(page, t, asked[0])]):
        return Refused(things=(named[0],), words=asked[1], asked=asked[0])
    if page.asks(sentence):
        return None
    act, direct, behind, none, wanted = _cues()
    for found in _said(page, sentence, act):
        turned = _turns(page.text[found.end("words") : found.start("giving")])
        if not turned and (things := _following(page, goods, found.end("giving"))):
            return Refused(things=things, words=Span(*found.span("words")))
    for found in _said(page, sentence, direct):
        if things := _following(page, goods, found.end(), near=True):
            return Refused(things=things, words=Span(*found.span("words")))
    for found in _said(page, sentence, none):
        things = _following(page, goods, found.end(), near=True)
        if things and _goes().match(page.text, things[0].name.end, sentence.end):
            uncounted = Thing.named(page, things[0].name)  # "not one soldier": none is counted
            return Refused(things=(uncounted,), words=Span(*found.span("words")))
    return _refused_behind(page, sentence, goods, (behind, wanted))


def _asked_for(page: Page, thing: Thing, asked: Span) -> bool:
    """Say whether a thing is named in a question: "part with" is none, though the parser errs."""
    return asked.holds(thing.name) and page.words(thing.name).lower() != "part"


def _refused_behind(
    page: Page, sentence: Span, goods: list[Thing], cues: tuple[re.Pattern[str], re.Pattern[str]]
) -> Refused | None:
    """Give what stands before words of refusing; before those of the second cue, asked for."""
    behind, wanted = cues
    for found in (f for cue in (behind, wanted) for f in _said(page, sentence, cue)):
        ahead = [t for t in goods if t.name.end <= found.start("words")]
        request = None if found.re is behind or not ahead else _request(page, ahead[-1].name)
        if not ahead or (found.re is wanted and request is None):
            continue
        if _BEHIND.fullmatch(page.text, ahead[-1].name.end, found.start("words")):
            words = Span(*found.span("words"))
            return Refused(things=(ahead[-1],), words=words, asked=request)
    return None


#: Right before what is asked for: "a plea to Peru for | jets".
_WANTED = re.compile(
    r"\b(?:request|plea|bid|appeal|call|proposal|demand)s?\s+(?:(?!for\b)[^\s.;:,]+\s+){0,5}?(?:for|of|to)\b"
    r"(?:(?!\bfor\b)[^.;:,]){0,40}$",  # "a request for more pay for its soldiers"
    re.IGNORECASE,
)


def _request(page: Page, name: Span) -> Span | None:
    """Give the words of a request for goods, up to them."""
    start = page.sentence_of(name).start
    found = _WANTED.search(page.text, start, name.start)
    return None if found is None else Span(*found.span())


def _goods(page: Page, syntax: Syntax, sentence: Span) -> list[Thing]:
    """Goods, arms and people of a sentence, in order, none overlapping another."""
    found = [*things_in(page, sentence), *uncounted_goods(page, syntax, sentence)]
    known = [token for token in syntax.tokens if _is_known(token)]
    found += [_known(page, t.span) for t in known if not _describes(syntax, t)]
    apart: list[Thing] = []
    for thing in sorted(found, key=lambda one: (one.name.start, -one.name.end)):
        apart_from = all(not thing.name.overlaps(other.name) for other in apart)
        if thing.item.category and apart_from and not is_unsaid_money(thing):
            apart.append(thing)
    return apart


def _is_known(token: Token) -> bool:
    """Say whether a noun is in the list of goods, also one spoken of before: "its jets"."""
    word = token.text.lower()
    weather = word in load("refusals")["named"] and token.text[0].islower()  # "no typhoons"
    return token.pos in ("NOUN", "PROPN") and not weather and _is_refusable(word)


def _describes(syntax: Syntax, token: Token) -> bool:
    """Say whether a known noun only describes another: the "MiG-29" of "MiG-29 jets"."""
    return token.dep == "compound" and _is_known(syntax.tokens[token.head])


def _known(page: Page, word: Span) -> Thing:
    """Make a thing of a noun of the list of goods."""
    name = page.words(word)
    category = category_of([name.lower()]) or _sent().get(name.lower())
    return Thing(name=word, item=Item(name=name, category=category))


def _following(
    page: Page, goods: list[Thing], end: int, *, near: bool = False
) -> tuple[Thing, ...]:
    """Give the goods that stand right behind words of refusing or giving."""
    first = next((thing for thing in goods if thing.name.start >= end), None)
    if first is None or comes_later(page.text, first.name, page.sentence_of(first.name)):
        return ()
    start = min(first.name.start, first.count.start if first.count else first.name.start)
    gap = _asked() if near else _NEAR
    fits = gap.fullmatch(page.text, end, max(start, end)) is not None
    return (first,) if fits and not _turns(page.text[end:start]) else ()


def _turns(between: str) -> bool:
    """Say whether something else than giving is refused: "will not stop sending tanks"."""
    words = set(re.findall(r"\w+", between.lower()))
    return not words.isdisjoint(load("refusals")["turning"])


#: Between commas behind words of refusing: "would not, however, be sending it".
_ASIDE = r"(?:, (?:however|though|for now|at this stage|(?:he|she|it) said|at any rate),)?"


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    """Compile words of refusing before an act, before goods, behind them, and those of none."""
    lists = load("refusals")
    giving = [w for w, c in verb_classes("acts").items() if c in GIVING and _unfinished(w)]
    acts = _either([*giving, *lists["verbs"], *lists["nouns"]])
    between = _either(lists["between"])
    before = rf"(?P<words>{_any(lists['before_giving'])}){_ASIDE}"
    act = rf"{before} (?:(?:{between}) ){{0,3}}(?P<giving>{acts})"
    direct = rf"(?P<words>{_any(lists['before_goods'])})"
    behind = rf"(?P<words>{_any(lists['behind_goods'])})"
    none = rf"(?P<words>{lists['none']})"
    wanted = rf"(?P<words>{_any(lists['behind_request'])})"
    return tuple(map(_compiled, (act, direct, behind, none, wanted)))


@cache
def _goes() -> re.Pattern[str]:
    """Compile what stands behind things of which none is given: "no batteries | would come"."""
    said = r"[,\"”]+\s+(?:\S+\s+){1,4}?(?:said|says|told|insisted|made\s+clear|vowed|declared)"
    goes = rf"\s+{_spaced(load('refusals')['none_goes'])}"
    return re.compile(rf"(?:{said}|{goes})\b", re.IGNORECASE)


#: Words behind those of refusing by which something else than goods is refused.
_APART = r"(?:to|on|over|about|whether|if|that|who|when|why|how|what)\b"


@cache
def _asked() -> re.Pattern[str]:
    """Compile what may stand between words of refusing and goods: "a request for its old"."""
    asking = _either(load("refusals")["asking"])
    asked = _spaced(f"{load('refusals')['asked_for']}|{asking}")
    gap = rf"(?:\s+(?:{asked}))*(?:\s+(?!{_APART})[\w’'-]+){{0,2}}?\s*"
    return re.compile(gap, re.IGNORECASE)


def _unfinished(word: str) -> bool:
    """Say whether a form of a verb may stand behind words of refusing: "send", "sending"."""
    return word.endswith("ing") or not word.endswith(("ed", "s"))


def _any(expressions: Iterable[str]) -> str:
    return "|".join(expressions)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_spaced(pattern)})(?![\w-])", re.IGNORECASE)


def _spaced(pattern: str) -> str:
    """Let a blank of an expression stand for any run of blanks, and "'" for either form of it."""
    return pattern.replace(" ", r"\s+").replace("'", "['’]")
