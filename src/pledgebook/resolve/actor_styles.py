"""The style of a state around its name: "Federal Republic of | X", "X, | Republic of"."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.resolve.vocabulary_files import load

#: Longest style before a name in code points ("Great Socialist People's Arab Republic of the").
REACH = 60
#: Last words between a style and a name ("of the", "de la").
_LINKS = frozenset(
    {"of", "the", "de", "del", "da", "do", "du", "des", "di", "la", "OF", "THE", "Of", "The"}
)
_LINK = r"\s(?:[Oo]f|OF|de|del|da|do|du|des|di)(?:\s(?:[Tt]he|THE|la))?\s"


def _either(key: str) -> str:
    words = [str(word) for word in load("states")[key]]
    forms = sorted({*words, *(word.upper() for word in words)}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace("'", "['’]") for form in forms) + ")"


@cache
def _last_words() -> frozenset[str]:
    """Last words of what can stand before a name and its link, in small letters."""
    data = load("states")
    forms = [*data["styles"], *data["style_words"], *data["styles_bare"]]
    return frozenset(form.split()[-1].lower() for form in forms)


@cache
def _before() -> re.Pattern[str]:
    words, style, bare = _either("style_words"), _either("styles"), _either("styles_bare")
    linked = rf"(?:{words}[\s-])*{style}(?:\s{words})*{_LINK}"
    return re.compile(rf"(?<![\w-])(?:{linked}|{bare}\s)\Z")


@cache
def _after() -> re.Pattern[str]:
    words, style = _either("style_words"), _either("styles")
    many = rf"(?:{words}[\s-])*"
    of = r"\s(?:[Oo]f|OF)(?:\s(?:[Tt]he|THE))?"
    return re.compile(
        rf",\s(?:[Tt]he\s)?{many}{style}{of}(?=\s*(?:[^\w\s]|\Z)|\n\s*\n|\s+(?!the\s)[a-z])"
    )


@cache
def _of_adjective() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_either('style_words')}\s)*Republic(?!\w|\s[Oo]f\b)")


def style_before(text: str, start: int) -> int:
    """Where a name begins with its style: ``start`` where none stands before it."""
    words = text[max(0, start - 24) : start].split()
    while words and words[-1] in _LINKS:
        words.pop()
    if not words or words[-1].lower() not in _last_words():
        return start
    low = max(0, start - REACH)
    found = _before().search(text, low, start)
    return start if found is None else found.start()


def style_after(text: str, end: int) -> int:
    """Where a name ends with the style after its comma: ``end`` where there is none."""
    if text[end : end + 1] != ",":
        return end
    found = _after().match(text, end, end + REACH)
    return end if found is None else found.end()


def republic_after(text: str, end: int) -> int:
    """Where an adjective ends with the style after it ("Yemeni | Republic"), else ``end``."""
    if text.find("epublic", end, end + REACH) < 0:
        return end
    found = _of_adjective().match(text, end, end + REACH)
    return end if found is None else found.end()
