"""Seats of government: does "Paris" act here, or is it the place?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pledgebook.resolve.actor_names import words_of
from pledgebook.resolve.actor_scan import Hit
from pledgebook.resolve.vocabulary_files import load

_BEFORE = re.compile(r"(?:([\w'’-]+)[ ,]+)?([\w'’-]+)(,?)[\s\"“'‘(]+(?:the\s+)?\Z")
_LINK = re.compile(r"(?:['’]s)?(?:,?\s+(?:and|or)\s+|,\s+)\Z")
_AFTER = re.compile(r"(?P<own>['’]s?(?=\s))?(?P<gap>\s*)(?P<sign>[^\w\s]*)\s*(?P<word>[\w'’-]*)")


#: Between commas behind who acts: "Oslo, in turn, banned".
_ASIDE = re.compile(
    r",\s+(?:which|however|in\s+(?:turn|response|return|retaliation)|meanwhile|too|for\s+(?:its|her|his)\s+part|by\s+contrast"
    r"|instead|also|likewise|citing|on\s+the\s+other\s+hand|in\s+contrast|though|as\s+(?:usual|ever|always)"
    r"|in\s+comparison|of\s+course|similarly|by\s+comparison)\b",
    re.IGNORECASE,
)
#: Right behind a seat that opens a headline: a verb in the present or a colon, then a sum.
_HEADLINE = re.compile(
    r"(?:[ ]+[a-z-]+s(?:[ ]+(?:up|in|out|off|aside|over))?|:)[ ]+"
    r"(?:(?:another|up[ ]+to|first|last|next|new|fresh|extra|some|about|over|further"
    r"|additional)[ ]+)?"
    r"(?:(?-i:[A-Z]{0,3})[$€£¥]|(?-i:[A-Z]{3})[ ]?\d|[\w.,]+[ ](?:million|billion|mn|bn)\b)",
)

#: A colon behind a seat that opens a headline, and a refusal: "Oslo: no tanks for Chad".
_REFUSES = re.compile(
    r":[ ]+(?:no|not|never|we[ ]+(?:will|won['’]t|cannot|can['’]t))[ ]", re.IGNORECASE
)

#: Those who govern or sit in parliament there: "lawmakers in The Hague".
_BODY_IN = re.compile(
    r"\b(?:lawmakers|mps|deputies|legislators|senators|parliament|legislature|government|cabinet"
    r"|coalition|coalition\s+part(?:y|ies)|opposition\s+part(?:y|ies)|ministers|authorities"
    r"|administration|ministry|finance\s+ministry|defen[cs]e\s+ministry|foreign\s+ministry)"
    r"\s+in\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: A sum that comes from there: "£350m comes from London", "€20m from Oslo".
_SUM_FROM = re.compile(
    r"(?:\b(?:million|billion|bn|mn)|\d(?:bn|mn|m)?)(?:\s+(?:euros|dollars|pounds|kron(?:or|er|e)|francs|yen))?"
    r"(?:\s+(?:in|of|more|aid|grant|loan|tranche|package|support|assistance|relief|cash|funding))*"
    r"(?:\s+(?:for|to)\s+(?:the\s+)?\w+)?(?:\s+(?:(?:will|would)\s+)?(?:comes?|came|coming|is|are|was|were|be))?\s+from\s+(?:[a-z]+-[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
#: A second one with a sum of its own: "Berlin gives €9m for Chad and Oslo 90 million kroner".
_AND = re.compile(
    r"(?:[$€£¥]\s?\d|\b(?:million|billion)\b).{2,}?(?:,|;|\band|\bwhile|\bbut)\s+\Z", re.DOTALL
)
_OWN_SUM = re.compile(
    r"[ ]+(?:(?:another|up[ ]+to|some|about|over|a[ ]+further)[ ]+)?[\d.,]+[ ](?:million|billion)\b"
)


#: Between a seat that acts and its verb: "Washington meanwhile has set aside".
_BESIDE = re.compile(r"\s+(?:meanwhile|also|itself|alone|since|already|later|now|then)(?=\s+[a-z])")


#: A clause that is over at its comma, from the start of its sentence, and its longest reach.
_SUBORDINATE = re.compile(
    r"(?:\A|[.!?]\s+|\n)(?:Although|Though|While|As|Since|If|When|After|Before|Despite|Because|Whereas|Once)\b"
    r"[^.!?;\n]*,\s*\Z"
)
_CLAUSE_REACH = 200
_AUXILIARY = re.compile(r"\s+(?:has|have|had|will|would|is|was|also|did|could|may|might)\s+[a-z]")


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("seats")[key])


@cache
def _verbs() -> frozenset[str]:
    """Forms of the verbs that a seat of government does."""
    forms = set(load("seats")["irregular"])
    for verb in load("seats")["verbs"]:
        forms |= {verb, verb + "s", verb + "es", verb + "ed", verb + "d", verb + verb[-1] + "ed"}
        if verb.endswith("y"):
            forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return frozenset(forms)


@cache
def _buildings() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(name)) for name in load("seats")["buildings"])


def acting(text: str, seats: Sequence[Hit]) -> list[Hit]:
    """Those of the seats, in order, that stand for their state or organisation.

    Seats in one list ("Paris and London") are judged as one: by the words before the first and
    after the last.
    """
    kept: list[Hit] = []
    chain: list[Hit] = []
    for seat in seats:
        if chain and not _LINK.match(text[chain[-1].end : min(seat.start, chain[-1].end + 9)]):
            kept.extend(chain if _acts(text, chain) else [])
            chain = []
        chain.append(seat)
    return kept + (chain if chain and _acts(text, chain) else [])


def _acts(text: str, chain: list[Hit]) -> bool:
    first, last = chain[0], chain[-1]
    ahead = text[max(0, first.start - 60) : first.start]
    if _BODY_IN.search(ahead) or (_SUM_FROM.search(ahead) and not _before_noun(text, last.end)):
        return True
    if first is last and _OWN_SUM.match(text, last.end) and _AND.search(ahead):
        return True
    before, word, comma = _words_before(text, first.start)
    building = tuple(words_of(text[last.start : last.end])) in _buildings()
    if _is_place(before, word):
        return False
    if comma and not building:
        return _main_clause(text, first.start, last.end)
    if word in _set("actor_before") or (word in ("to", "for") and before):
        return not _before_noun(text, last.end)
    return _acts_after(text, last, building=building, alone=not word)


def _main_clause(text: str, start: int, end: int) -> bool:
    """Whether a seat opens the main clause behind another: "Though it opposes X, Paris has …"."""
    ahead = text[max(0, start - _CLAUSE_REACH) : start]
    return _SUBORDINATE.search(ahead) is not None and _AUXILIARY.match(text, end) is not None


def _words_before(text: str, start: int) -> tuple[str, str, str]:
    """The two words before a seat in small letters, and the comma between a place and the seat.

    A comma behind a day or an event ("On Monday, Paris …") closes a phrase and places nothing.
    Words of the sentence before do not count: the pattern wants blanks alone behind them.
    """
    found = _BEFORE.search(text[max(0, start - 40) : start])
    if found is None:
        return "", "", ""
    opens = found[2].lower() in _set("opening_before")
    comma = found[3] if found[2][:1].isupper() and not opens else ""
    return (found[1] or "").lower(), found[2].lower(), comma


def _is_place(before: str, word: str) -> bool:
    return word in _set("place_before") or (
        word in ("to", "for", "from") and before in _set("journeys")
    )


def _before_noun(text: str, end: int) -> bool:
    """Whether the seat only goes before a noun: "with London police"."""
    after = _AFTER.match(text, end)
    word = after["word"] if after is not None and not after["sign"] and not after["own"] else ""
    known = _set("actor_after") | _verbs() | _set("links") | _set("speakers") | _set("counts")
    return bool(word) and word[0].islower() and word not in known


def _past(word: str) -> bool:
    """Whether a word after a seat is a past form by its ending: "Tehran supplied drones"."""
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")  # noqa: PLR2004


def _acts_after(text: str, seat: Hit, *, building: bool, alone: bool) -> bool:
    beside = _BESIDE.match(text, seat.end)
    after = _AFTER.match(text, seat.end if beside is None else beside.end())
    if after is None:
        return building or alone
    if alone and (_HEADLINE.match(text, seat.end) or _REFUSES.match(text, seat.end)):
        return True
    word, sign = after["word"].lower(), after["sign"]
    if after["own"]:
        return bool(word) and word not in _set("place_nouns")
    if sign:
        aside = _ASIDE.match(text, seat.end) is not None
        return building or (alone and not word) or aside
    if not word:
        return building or alone
    acts = word in _set("actor_after") or word in _verbs() or _past(word)
    return acts or (building and (word in _set("speakers") or not _before_noun(text, seat.end)))
