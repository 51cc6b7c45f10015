"""The noun phrase that a figure counts, found by the shape of words; no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pledgebook.resolve.quantity_items import category_of, is_listed, is_uncounted, looks_plural
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import BLANK, GAP, alternatives

#: A noun phrase has at most so many words.
_LONGEST = 8
_WORD = re.compile(
    r"(?:[\"”’']?(?:[ \t\u00a0\u2009\u202f]+(?:\r?\n[ \t>]*)?|\r?\n[ \t>]*)"
    r"[*_\"“‘']{0,2}|(?<=[^\W_]))(?P<word>[^\W_](?:[^\W_]|[’'./&+-](?=[^\W_])){0,40}+(?![^\W_]))"
)
_NUMBERLIKE = re.compile(r"\d[\d.,]*$")
#: Words that are a model ("155mm", "Mi-17", "HIMARS", "2A6"): digits or a second capital in them.
_MODEL = re.compile(r".*(?:\d|[A-ZÀ-Þ].*[A-ZÀ-Þ])")


class Named(NamedTuple):
    """What a figure counts.

    Attributes:
        start, end: range of the noun phrase.
        category: code of the item list, None where the thing is not listed.
        unit: unit word code ("pair", "tonne"), None for pieces.
        unit_end: end of the unit's words, None without one.
        factor: what the figure is to be multiplied with ("bcm": 1,000,000,000).
    """

    start: int
    end: int
    category: str | None
    unit: str | None = None
    unit_end: int | None = None
    factor: int = 1


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str


def name_after(text: str, end: int, *, many: bool = True) -> Named | None:
    """Find the noun phrase directly after a figure that ends at ``end``.

    ``many``: the figure is more than one, so that any plural noun may be the head; else only a
    listed thing is. None where no head is found.
    """
    end += text.startswith("+", end)
    low = text[end : end + 160].lower()
    if len(low) != len(text[end : end + 160]):
        return None
    at = _skip(low)
    measured = _measures().match(low, at)
    if measured:
        return _measured(text, end, measured)
    return phrase_at(text, end + at, many=many)


def phrase_at(text: str, start: int, *, many: bool) -> Named | None:
    """Find the noun phrase that starts at ``start`` (blanks before it are skipped)."""
    words = list(_words(text, start))
    last = _head(words, many=many)
    if last is None:
        return None
    words = _with_model(words, last)
    counter = _counter(words[-1].low)
    if counter is not None:
        inner = _of_phrase(text, words[-1].end)
        if inner is not None:
            return Named(inner.start, inner.end, inner.category, counter, words[-1].end)
        if len(words) == 1 and not is_listed(words[-1].low):
            return None
    end, all_words = _with_of(text, words)
    return Named(words[0].start, end, category_of([w.low for w in all_words]))


def _measured(text: str, end: int, match: re.Match[str]) -> Named | None:
    """Read "50,000 litres of hand disinfectant", "20,000 pairs of gloves"."""
    word = match["unit"]
    unit, unit_end = _unit_codes()[" ".join(word.split())], end + match.end("unit")
    inner = _of_phrase(text, unit_end)
    factor = _factor(text, unit_end - len(word), unit_end)
    careful = word in load("units")["careful"] and (factor == 1 or _CAPITAL.match(text, unit_end))
    if inner is None and (careful or word in _counters()):
        inner = _behind(text, unit_end)
    if careful and (inner is None or inner.category is None):
        return phrase_at(text, end + match.start(), many=True) if len(word) > 2 else None  # noqa: PLR2004
    if inner is None:
        itself = category_of([word])  # "two million doses" tells of a kind by itself
        return Named(end + match.start("unit"), unit_end, itself, unit, unit_end, factor)
    return Named(inner.start, inner.end, inner.category, unit, unit_end, factor)


#: "5 Mt Everest flights": a capital after the unit makes it a part of a name.
_CAPITAL = re.compile(r"[ \u00a0][A-ZÀ-Þ]")


def _factor(text: str, start: int, end: int) -> int:
    """Give the magnitude that a unit is printed with: 1,000,000 for "Mt", 1 for "MT"."""
    multiples, printed = load("units")["multiples"], text[start:end]
    low = printed.lower()
    return int(multiples.get(printed) or (1 if low == "mt" else multiples.get(low, 1)))


def _behind(text: str, end: int) -> Named | None:
    """Read a thing directly behind its counter: "500 pcs helmets"."""
    found = phrase_at(text, end, many=True)
    return found if found is not None and found.category is not None else None


def _of_phrase(text: str, end: int) -> Named | None:
    match = _OF.match(text, end)
    if match is None:
        return None
    found = phrase_at(text, match.end(), many=True)
    return found or _mass(text, match.end())


def _mass(text: str, start: int) -> Named | None:
    """Read a noun that has no plural after "of": "200 tonnes of food"."""
    words: list[_Word] = []
    for word in _words(text, start):
        words.append(word)
        if is_listed(word.low) and not _goes_on(text, word.end):
            break
    listed = [n for n, word in enumerate(words) if is_listed(word.low)]
    keep = words[: listed[-1] + 1] if listed else words[:2]
    if not keep:
        return None
    return Named(keep[0].start, keep[-1].end, category_of([word.low for word in keep]))


def _goes_on(text: str, end: int) -> bool:
    following = next(_words(text, end), None)
    return following is not None and is_listed(following.low)


def _with_of(text: str, words: list[_Word]) -> tuple[int, list[_Word]]:
    """Add "of …" to a listed head where a listed thing follows: "rounds of 155mm ammunition"."""
    end = words[-1].end
    if not is_listed(words[-1].low):
        return end, words
    match = _OF.match(text, end)
    if match is None:
        return end, words
    inner = list(_words(text, match.end()))
    last = _head(inner, many=True)
    if last is None or not is_listed(inner[last].low):
        return end, words
    return inner[last].end, [*words, *inner[: last + 1]]


def _head(words: list[_Word], *, many: bool) -> int | None:
    """Find the head: the last noun of the first run of plural or listed nouns."""
    best = None
    for n, word in enumerate(words):
        listed = is_listed(word.low)
        plural = looks_plural(word.low)
        if listed or (many and plural and word.low not in _third_person()):
            if best is not None and not listed and _is_plural(words[best].low):
                break
            best = n
        elif (
            best is not None and looks_plural(words[best].low) and words[best].text.islower()
        ) or (best is not None and not _leads_on(words, n)):
            break
    if best is not None and (not many or looks_plural(words[best].low) or _is_short(words, best)):
        return best
    if best is None:
        return _model_run(words)
    return None if many and _is_title(words, best) else best


def _is_plural(word: str) -> bool:
    """Say whether a noun is a plural by its ending: "personnel" may stand before another."""
    return looks_plural(word) and not is_uncounted(word)


def _is_title(words: list[_Word], best: int) -> bool:
    """Say whether a listed singular is a part of a name ("Health Care for the Homeless")."""
    head, *rest = (word.text for word in words[best : best + 2])
    return (
        head.istitle()
        and bool(rest)
        and rest[0].istitle()
        and rest[0][0].isalpha()
        and not is_model(head)
    )


def is_model(word: str) -> bool:
    """Say whether a word is a model's name: digits or a second capital in it."""
    return _MODEL.match(word) is not None


def _with_model(words: list[_Word], last: int) -> list[_Word]:
    """Keep the phrase up to its head and the model behind it ("Leopard 2A6")."""
    end = last + 1
    if words[last].text[0].isupper() and not looks_plural(words[last].low):
        while end < len(words) and words[end].text[0].isdigit() and len(words[end].text) <= 4:  # noqa: PLR2004
            end += 1
    return words[:end]


def _leads_on(words: list[_Word], n: int) -> bool:
    """Say whether a listed thing still follows within two words ("air defence missile systems")."""
    return any(is_listed(word.low) or looks_plural(word.low) for word in words[n : n + 3])


def _is_short(words: list[_Word], n: int) -> bool:
    return n == len(words) - 1


def _model_run(words: list[_Word]) -> int | None:
    """Take a run of model names as the thing: "14 Leopard 2A6", "3 IRIS-T"."""
    last = None
    for n, word in enumerate(words):
        if _MODEL.match(word.text) or (word.text[0].isupper() and n + 1 < len(words)):
            last = n
        else:
            break
    if last is None or not any(_MODEL.match(word.text) for word in words[: last + 1]):
        return None
    return last if not words[0].text[0].isdigit() else None


def _words(text: str, start: int) -> Iterator[_Word]:
    at, stop = start, _stop()
    joined = False
    for _ in range(_LONGEST):
        match = _WORD.match(text, at)
        if match is None:
            return
        word = match["word"]
        low = word.lower()
        if low in stop and not (low == "mm" and _NUMBERLIKE.match(text[start:at].strip())):
            if low == "and" and not joined and _and_inside(text, match):
                joined = True
            elif not _describes(text, match):
                return
        yield _Word(match.start("word"), match.end("word"), word, low)
        at = match.end()
        if at < len(text) and text[at] in "\"”’'*":
            at += 1


def _and_inside(text: str, match: re.Match[str]) -> bool:
    """Say whether "and" joins two modifiers of one noun: "search and rescue helicopters".

    It does where the word before is no plural and no listed thing by itself, and the next words
    end in a plural.
    """
    earlier = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if earlier is None or _NUMBERLIKE.match(earlier[0]) or looks_plural(earlier[0].lower()):
        return False
    at = match.end()
    for _ in range(3):
        following = _WORD.match(text, at)
        if following is None or following["word"].lower() in _stop():
            return False
        if _NUMBERLIKE.match(following["word"]):
            return False
        if looks_plural(following["word"].lower()):
            return True
        at = following.end()
    return False


def _describes(text: str, match: re.Match[str]) -> bool:
    """Say whether a participle describes a thing: "12 badly needed pumps", "fully equipped vans".

    An adverb stands before it and a plural within two words behind: "60 urgently needed help" tells
    what sixty people did.
    """
    word, lists = match["word"].lower(), load("items")
    if word not in lists["described"] and word not in lists["described_so"]["participles"]:
        return False
    earlier = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    adverb = "" if earlier is None else earlier[0].lower()
    fits = adverb.endswith("ly") or adverb in _ADVERBS
    if not (fits if word in lists["described"] else adverb in lists["described_so"]["adverbs"]):
        return False
    at = match.end()
    for _ in range(3):
        following = _WORD.match(text, at)
        if following is None or following["word"].lower() in _stop():
            return False
        if looks_plural(following["word"].lower()):
            return True
        at = following.end()
    return False


#: Adverbs without "-ly" before a participle that describes a thing: "12 well equipped clinics".
_ADVERBS = frozenset({"well", "much", "ill", "half", "long", "best", "better"})
_LAST_WORD = re.compile(r"[^\W_][\w’'-]*$")
_OF = re.compile(rf"{GAP}of(?={GAP})")


def _skip(low: str) -> int:
    """Skip words that say nothing about the thing: "more", "additional", "units of"."""
    at = 0
    while match := _skipped().match(low, at):
        at = match.end()
    return at


def _counter(word: str) -> str | None:
    return _counters().get(word)


@cache
def _third_person() -> frozenset[str]:
    return frozenset(load("units")["verbs"])


@cache
def _counters() -> dict[str, str]:
    return {w: code for code, words in load("units")["counters"].items() for w in words}


@cache
def _unit_codes() -> dict[str, str]:
    measures = load("units")["measures"]
    return {w: code for code, words in measures.items() for w in words} | _counters()


@cache
def _measures() -> re.Pattern[str]:
    units = alternatives(_unit_codes())
    return re.compile(rf"(?:{BLANK}|-)(?P<unit>{units})(?![^\W_])")


@cache
def _skipped() -> re.Pattern[str]:
    words = alternatives(load("items")["skipped"])
    return re.compile(rf"{BLANK}{words}(?![^\W_])(?=[ \t\r\n\u00a0])")


@cache
def _stop() -> frozenset[str]:
    return frozenset([*load("items")["stop"], *load("units")["never"]])
