"""Near names kept apart by what stands around them: Georgia, Jordan, Chad, Congo, Korea."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.resolve.actor_names import folded, names
from pledgebook.resolve.actor_scan import Hit
from pledgebook.resolve.vocabulary_files import load

#: How far a word can stand that tells one Georgia from the other: about two sentences.
NEAR = 160
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)(\.?) \Z")
_SHOUT_BEFORE, _SHOUT_AFTER = re.compile(r"[A-Z]{3,}\s\Z"), re.compile(r"\s[A-Z]{2,}\b")
_WORD_AFTER = re.compile(r" ([^\W\d_a-z][\w'’-]*)")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("states")[key])


@cache
def not_names() -> frozenset[str]:
    """Words with a capital that begin no person's name."""
    return frozenset(str(word) for word in load("offices")["not_names"])


@cache
def titles() -> frozenset[str]:
    """Titles before a person's name, in small letters."""
    return folded(load("offices")["titles"])


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{load('states')[key]})(?!\w)")


def is_state(text: str, hit: Hit) -> bool:
    """Whether a name of a state stands for it here, and not for a person or a US state."""
    name = text[hit.start : hit.end]
    if name in _words("person_last") and given_before(text, hit.start):
        return False
    if name in _words("person_first") and _surname_after(text, hit.end):
        return False
    if hit.entry.naming == "office" and _owned_elsewhere(text, hit.start):
        return False
    if name == "US" and _shouted(text, hit):
        return False
    if text[hit.end : hit.end + 1] == "$" or _in_place_name(text, hit):
        return False
    if name in ("Georgia", "GEORGIA"):
        return not _us_georgia(text, hit)
    return not (_thing(text, hit) or _tongue(text, hit))


def _owned_elsewhere(text: str, start: int) -> bool:
    """Whether a body is that of a place that is no state ("Ohio's Department of Labor")."""
    found = _OWNER.search(text[max(0, start - 40) : start])
    return found is not None and found[1] not in names()


def _in_place_name(text: str, hit: Hit) -> bool:
    """Whether an adjective is part of the name of a place: "the Turkish Creek Water District"."""
    behind = _CAPITAL_AFTER.match(text, hit.end)
    return hit.entry.naming == "adjective" and behind is not None and behind[1] in _words("places")


def _thing(text: str, hit: Hit) -> bool:
    """Whether a name only tells the kind of a thing: "Irish setter", "Guinea fowl".

    What is short or given there tells the state: "Haiti food crisis", "Chad coffee exports".
    """
    found = _NOUN_AFTER.match(text, hit.end)
    if found is None or found[1].lower() not in _words("things"):
        return False
    goes_on = _NOUN_AFTER.match(text, found.end())
    return goes_on is None or goes_on[1].lower() not in _words("matters")


def is_surname(name: str) -> bool:
    """Whether a name of a state is a surname too."""
    return name in _words("person_last")


def given_before(text: str, start: int) -> str | None:
    """A word before a name that can be a given name or a title ("Michael", "Mr"), else None."""
    if text[start - 1 : start] != " " or start < 2:  # noqa: PLR2004 (a letter and a blank)
        return None
    low = max(0, start - 24)
    blank = text.rfind(" ", low, start - 1)
    found = _WORD_BEFORE.search(text[max(low, blank + 1) : start])
    if found is None or not found[1][0].isupper():
        return None
    word = found[1]
    if word.lower() in titles() and word not in ("Prime", "President", "Minister", "Foreign"):
        return word if len(word) < 4 or found[2] else None  # noqa: PLR2004 (Mr, Ms, Dr)
    common = (
        word.lower().removesuffix("s") in titles()
        or word in not_names()
        or word in names()
        or word.endswith(("ing", "ed", "ly", "’s", "'s"))
    )
    return None if common or found[2] or word.isupper() else word


def _is_actor(word: str) -> bool:
    """Whether a word alone names a state, organisation or group."""
    entry = names().get(word, {}).get("")
    return entry is not None and entry.kind != "person"


def _surname_after(text: str, end: int) -> bool:
    found = _WORD_AFTER.match(text, end)
    if found is None:
        return False
    word = found[1]
    return not (word in not_names() or word.lower() in titles() or _is_actor(word))


def _shouted(text: str, hit: Hit) -> bool:
    """Whether "US" is the pronoun in a line of capitals."""
    before, after = text[max(0, hit.start - 12) : hit.start], text[hit.end : hit.end + 12]
    ends = not after.strip(" .!?\n\"'")
    shouted = ends or _SHOUT_AFTER.match(after) is not None
    return shouted and _SHOUT_BEFORE.search(before) is not None


def _us_georgia(text: str, hit: Hit) -> bool:
    near = text[max(0, hit.start - NEAR) : hit.end + NEAR]
    if _pattern("not_us_georgia").search(near):
        return False
    return _pattern("us_georgia").search(near) is not None


_OWNER = re.compile(r"([^\W\d_a-z][\w-]+)['’]s\s+\Z")
_CAPITAL_AFTER = re.compile(r" ([A-Z][a-z]+)\b")
_NOUN_AFTER = re.compile(r"[ -]([^\W\d_]+)")
_TONGUE = re.compile(
    r"(?i:\b(?:in|speaks?|spoke|speaking|into|learn(?:s|ed|ing)?|fluent|stud(?:y|ies|ied|ying)"
    r"|taught|teach(?:es|ing)?|read|my|your|his|her|their"
    r"|translat(?:ed|es?|ions?) from(?: the)?|from the original)\s)\Z"
)
_TONGUE_NOUN = re.compile(r"[-\s](?:language|speaking|translation|subtitles)\b")
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)\]\"”’?!]|and\b|or\b|on\b|at\b|to\b|that\b|for\b|with\b|by\b|is\b|was\b|means?\b|meant\b)"
)


def _tongue(text: str, hit: Hit) -> bool:
    """Whether an adjective is the language: "in French", "speaks Russian", "English-language"."""
    if hit.entry.naming not in ("adjective", "demonym") or text.endswith("ns", 0, hit.end):
        return False  # "Americans" are people, never a language
    if re.match(
        r"[-\s](?:language|speaking|translation|subtitles)\b", text[hit.end : hit.end + 14]
    ):
        return True
    alone = _NO_NOUN.match(text, hit.end) is not None
    return alone and _TONGUE.search(_words_of_tongue(text, hit.start)) is not None


def _words_of_tongue(text: str, start: int) -> str:
    """The words before a language, without the languages that are listed before it."""
    before = text[max(0, start - 40) : start]
    listed = re.search(r"(?:[A-Z][a-z]+(?:, | and | or |, and ))+\Z", before)
    return before[: listed.start()] if listed else before


def shared_name(text: str, name: str) -> str | None:
    """Actor that a shared or short name stands for in this text: the one whose words it holds.

    None where no such word, or words of several actors, are found.
    """
    found = [
        actor
        for actor, pattern, words in _shared(name)
        if any(word in text for word in words) and pattern.search(text)
    ]
    return found[0] if len(found) == 1 else None


@cache
def _shared(name: str) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Actors of a shared name: the pattern of the words that tell one, and the words themselves."""
    lines = load("states")["shared"].get(name, "").split(";")
    lines += [f"org:{load('organisations')['short'].get(name, '')}"]
    parts = [line.strip().split(" ", 1) for line in lines if " " in line.strip()]
    return tuple(
        (
            actor,
            re.compile(rf"\b(?:{words})(?!\w)"),
            tuple(words.replace("\\.", ".").split("|")),
        )
        for actor, words in parts
    )


_OWN = re.compile(r"(?<![\w-])[Tt]he\s\Z")
_GOES_ON = re.compile(r"\s+(?:of\b|on\b|[A-Z])")


def stands_alone(text: str, hit: Hit) -> bool:
    """Whether a short name ("the Commission") is no part of a longer one."""
    before = text[max(0, hit.start - 5) : hit.start]
    return _OWN.search(before) is not None and not _GOES_ON.match(text, hit.end)
