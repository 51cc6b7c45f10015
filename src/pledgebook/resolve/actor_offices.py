"""Words of office and of government bodies, before and after names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.resolve.actor_names import listed
from pledgebook.resolve.people import offices_of
from pledgebook.resolve.vocabulary_files import load

#: Longest phrase of office in code points ("Minister for Economic Cooperation and Development").
REACH = 90
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
_NEXT_WORD = re.compile(r"(?:['’]s?)?\s+([\w'’-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Words of an office.

    Attributes:
        span: where they stand, without the name of the state.
        words: the office without words such as "former" and "acting".
        former: True where the holder is not in office, or not the head of it ("deputy").
    """

    span: Span
    words: str
    former: bool


#: Blanks inside an office: one or two characters, or the end of a line and the indent of the next
#: (points of a list), so that hard-wrapped lines are read.
S = r"(?:\s{1,2}(?!\s)|\r?\n[ \t]{1,12})"


def _either(words: list[str]) -> str:
    """Alternation of literal words, longest first."""
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", S) for word in ordered) + ")"


@cache
def _forms() -> list[str]:
    return sorted({f for line in load("offices")["offices"].values() for f in listed(line)})


@cache
def _office() -> str:
    """Pattern of one office with the words before it."""
    data = load("offices")
    before = rf"(?P<mod>(?:{_either(data['former'] + data['other'])}(?:[-\s]+))*)"
    department, head = _either(data["departments"]), _either(data["heads"])
    several = rf"{department}(?:(?:,?{S}and{S}|,{S}|{S}&{S})[\w-]+){{0,3}}"
    named = rf"{several}{S}{head}"
    listed_on = rf"(?:(?:,?{S}and{S}|,{S}|{S}&{S}){department})*"
    turned = rf"{head}{S}(?:of|for){S}(?:the{S})?{department}{listed_on}"
    titled = (
        rf"{head}{S}(?:of|for){S}(?:the{S})?(?-i:[A-Z]\w+(?:(?:,|,?{S}and|{S}of)?{S}[A-Z]\w+)*)"
    )
    topic = rf"(?-i:[A-Z]\w+(?:(?:,|,?{S}and|{S}of|{S}for)?{S}[A-Z]\w+){{0,4}}?"
    closed = (
        rf"{head}{S}(?:of|for){S}(?:the{S})?{topic}(?:,?{S}and)?{S}{_either(data['topics'])}(?!\w))"
    )
    one = rf"(?:{closed}|{named}|{turned}|{_either(_forms())}|{titled})"
    second = rf"(?:{S}and{S}(?:{department}{S}{head}|{_either(_forms())}))?"
    return rf"{before}(?P<words>{one}){second}"


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?{S}(?:then-)?(?P<office>(?i:{_office()}))(?![\w-])")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<office>(?i:{_office()}))(?P<of>,?{S}of(?:{S}the)?)?,?{S}\Z")


@cache
def _body() -> str:
    data = load("offices")
    department = _either(data["departments"])
    fixed = _either(data["bodies"])
    capitals = r"(?-i:[A-Z]\w+)"
    link = rf"(?:(?:,?{S}and|{S}&|{S}of|{S}for)(?:{S}the)?|,)?{S}"
    topic = rf"(?:{department}|{capitals})(?:{link}{capitals})*"
    ministry = (
        rf"(?:federal{S})?(?:ministry|department|office|agency){S}(?:of|for){S}(?:the{S})?{topic}"
    )
    turned = rf"{department}{S}(?:ministry|department)"
    return rf"(?:{ministry}|{turned}|(?:federal{S}|interim{S}|coalition{S})?{fixed})"


@cache
def _body_after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?{S}(?P<body>(?i:{_body()}))(?![\w-])")


@cache
def _body_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<body>(?i:{_body()})){S}of(?:{S}the)?{S}\Z")


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """First words of offices and of bodies, in small letters."""
    data = load("offices")
    offices = [*_forms(), *data["departments"], *data["heads"], *data["former"], *data["other"]]
    bodies = [*data["bodies"], *data["departments"], "federal", "ministry", "interim", "agency"]
    bodies += ["department", "office", "coalition"]
    return _firsts(offices), _firsts(bodies)


def _firsts(forms: list[str]) -> frozenset[str]:
    return frozenset(re.split(r"[\s-]", str(form).lower())[0] for form in forms)


@cache
def _last_words() -> frozenset[str]:
    data = load("offices")
    forms = [*_forms(), *data["departments"], *data["heads"], *data["bodies"], *data["topics"]]
    return frozenset(re.split(r"[\s]", str(form).lower())[-1] for form in forms)


def next_word(text: str, end: int) -> str:
    """The next word after ``end`` in small letters, up to its first hyphen; empty for none."""
    found = _NEXT_WORD.match(text, end, end + 40)
    return found[1].lower().split("-")[0] if found else ""


def office_after(text: str, end: int) -> Office | None:
    """The office that stands right after a name ("British | Prime Minister")."""
    if next_word(text, end) not in _first_words()[0] and not text.startswith("then-", end + 1):
        return None
    found = _after().match(text, end, min(len(text), end + REACH))
    return None if found is None else _read(found, 0)


def former_before(text: str, start: int) -> bool:
    """Whether a word such as "former" stands before the name of the state of an office."""
    words = text[max(0, start - 20) : start].replace("-", " ").split()
    return bool(words) and words[-1].lower() in load("offices")["former"]


def office_before(text: str, start: int, *, of: bool = False, floor: int = 0) -> Office | None:
    """The office that stands right before a name; with ``of``, before "of" and a name.

    Nothing before ``floor`` is looked at.
    """
    low = max(floor, start - REACH)
    if of and not _ends_with_of(text, start):
        return None
    last = _last_before(text, start)
    if last not in _last_words() and last.rpartition("-")[2] not in _last_words():
        return None
    found = _first_office(text[low:start])
    if found is None or (found["of"] is not None) != of:
        return None
    return _read(found, low)


@cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?P<office>(?i:{_office()})),?{S}")


def office_end(text: str, start: int) -> int | None:
    """Where the name begins that may follow the office at ``start``; None for no office."""
    found = _at().match(text, start, min(len(text), start + REACH))
    return None if found is None else found.end()


def _first_office(window: str) -> re.Match[str] | None:
    """The longest office at the end of a window; tried only at words that can begin one."""
    for word in _WORD.finditer(window):
        if word[0].lower() in _first_words()[0]:
            found = _before().match(window, word.start())
            if found is not None:
                return found
    return None


def _read(found: re.Match[str], low: int) -> Office:
    data = load("offices")
    mods = set(re.split(r"[-\s]+", found["mod"].lower()))
    words = found["words"]
    start, end = found.span("office")
    joined = {"former", "then", *data["former"], *data["under"]}
    then = found.string[max(0, start - 5) : start] == "then-"
    if offices_of(found["mod"] + found["words"]):  # "vice president" is an office of its own
        mods, words = set[str](), found["mod"] + found["words"]
    return Office(
        span=Span(low + start, low + end),
        words=words,
        former=then or bool(mods & joined),
    )


def body_after(text: str, end: int) -> Span | None:
    """The government body that stands right after a state ("German | defence ministry")."""
    if next_word(text, end) not in _first_words()[1]:
        return None
    found = _body_after().match(text, end, min(len(text), end + REACH))
    return None if found is None else Span(*found.span("body"))


def _ends_with_of(text: str, start: int) -> bool:
    tail = text[max(0, start - 5) : start]
    return ("of" in tail or "the" in tail) and _words_before(text, start)[-1:] == ["of"]


def _words_before(text: str, start: int) -> list[str]:
    """The last words before ``start`` and its blanks, without a "the" at their end."""
    window = text[max(0, start - 40) : start]
    words = window.split() if window[-1:].isspace() else []
    return words[:-1] if words and words[-1] == "the" else words


def _last_before(text: str, start: int) -> str:
    """The last word of an office or body before ``start``, in small letters; empty for none."""
    words = _words_before(text, start)
    if words and words[-1] == "of":
        words.pop()
    return words[-1].rstrip(",").lower() if words else ""


def _capital_before(text: str, start: int) -> bool:
    """Whether "of" follows a word with a capital, as in "Ministry of Climate of"."""
    words = _words_before(text, start)
    return len(words) > 1 and words[-2][0].isupper()


def body_before(text: str, start: int, *, floor: int = 0) -> Span | None:
    """The government body before "of" and a state ("Ministry of Defence of | Ukraine").

    Nothing before ``floor`` is looked at.
    """
    if not _ends_with_of(text, start):
        return None
    low = max(floor, start - REACH)
    last = _last_before(text, start)
    if last not in _last_words() and not (last and _capital_before(text, start)):
        return None
    found = _body_before().search(text[low:start])
    return None if found is None else Span(low + found.start("body"), low + found.end("body"))
