"""Currencies as printed: signs, codes and names directly before or after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import BLANK, GAP, alternatives

#: Longest stretch before a figure that is looked at: country word, name and blanks.
_WINDOW = 36


class Printed(NamedTuple):
    """A currency as printed beside a number.

    Attributes:
        start, end: range of sign, code or name (with its country word).
        code: ISO 4217, None where the words are shared by several without a usual one.
        assumed: the words are shared and the usual currency is taken.
        weak: also another word; read only beside a figure that is plainly money.
        hundredth: a minor unit (cent, penny).
        scale: magnitude printed with the sign ("M€").
    """

    start: int
    end: int
    code: str | None
    assumed: bool = False
    weak: bool = False
    hundredth: bool = False
    scale: int = 1


class _Sign(NamedTuple):
    code: str | None
    assumed: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Name:
    usual: str | None
    shared: bool
    weak: bool
    hundredth: bool
    by_country: dict[str, str]


#: Letters between the signs of the longest entity of a currency ("&pound;").
_LONGEST_ENTITY = 6


def currency_before(text: str, low: str, start: int) -> Printed | None:
    """Find a currency that ends directly before ``start``."""
    if not _may_end(low, start):
        return None
    window = text[max(0, start - _WINDOW) : start][::-1]
    match = _signs_backwards().match(window)
    if match:
        found = _sign(match["sign"][::-1], start - match.end("sign"), start - match.start("sign"))
        if match["glued"] is not None:  # a blank is missing: "historic$829 million"
            found = found._replace(weak=True)
        return _with_code(text, low, found) if found.assumed else found
    match = _names_before().match(low[max(0, start - _WINDOW) : start][::-1])
    if match is None:
        return None
    country = (match["country"] or "")[::-1]
    whole = (start - match.end(), start - match.start("name"))
    name = (start - match.end("name"), start - match.start("name"))
    return _named(match["name"][::-1], country, whole, name)._replace(weak=True)


def currency_after(text: str, low: str, end: int) -> Printed | None:
    """Find a currency that starts directly after ``end``."""
    if not _may_start(low, end):
        return None
    sign = _signs_after().match(text, end)
    match = None if sign and not sign["sign"].isalpha() else _names_after().match(low, end)
    if sign and (match is None or match.end("name") <= sign.end()):
        return _sign(sign["sign"], sign.start("sign"), _without_stop(text, sign))
    if match is None:
        return None
    begin, end = match.start("country" if match["country"] else "name"), match.end()
    later = match["later"]
    if (
        later and later.isascii() and text[match.start("later")].isupper()
    ):  # "5 million dollars Canada will send"
        later, end = None, match.end("name")
    country = match["country"] or later or ""
    return _named(match["name"], country, (begin, end), match.span("name"))


def _may_end(low: str, start: int) -> bool:
    """Refuse most places at once: a currency ends with a sign, or is one of a few words."""
    at = start - 1
    if low[at : at + 1] == " ":  # one blank: most places
        at -= 1
    while at >= 0 and start - at < _MANY_BLANKS and low[at] in _BEFORE_FIGURE:
        at -= 1
    if at >= 0 and low[at] == ";":  # the end of "&pound;", left undecoded by a damaged page
        return "&" in low[max(0, at - _LONGEST_ENTITY) : at]
    if at < 0 or low[at].isdigit() or low[at] in ",)-–—(":
        return False
    if not low[at].isalpha() and low[at] != ".":
        return True
    last = low[max(0, at - _LONGEST_WORD) : at + 1].rsplit(None, 1)[-1]
    known = _last_words()
    return last in known or (not last.isalpha() and _last_part(last) in known)


def _last_part(word: str) -> str:
    """Give the letters at the end of a word: of "(kr." the last three."""
    match = _LAST_PART.search(word)
    return "" if match is None else match[0]


def _may_start(low: str, end: int) -> bool:
    """Refuse most places at once: by the first two characters behind the number."""
    at = end + 1 if low[end : end + 1] == " " else end
    while low[at : at + 1] in _AFTER_FIGURE and at < end + _MANY_BLANKS:
        at += 1
    head = low[at : at + 2]
    return head in _first_letters() or head[:1] in _first_letters()


def _with_code(text: str, low: str, sign: Printed) -> Printed:
    """Settle a shared sign by a code before it: "CAD $500 million"."""
    earlier = currency_before(text, low, sign.start) if sign.start else None
    if earlier is None or earlier.code is None or earlier.assumed or earlier.weak:
        return sign
    return earlier._replace(end=sign.end)


def _without_stop(text: str, match: re.Match[str]) -> int:
    """Leave out the full stop of a sentence after an abbreviation ("500 kr.")."""
    end = match.end()
    if text[end - 1] == "." and _SENTENCE_END.match(text, end):
        return end - 1
    return end


def _sign(sign: str, start: int, end: int) -> Printed:
    codes = _sign_codes()
    found = codes[sign] if sign in codes else codes[_one_blank(sign)]
    weak = sign in _weak_signs()
    return Printed(start, end, found.code, found.assumed, weak, scale=found.scale)


def _named(name: str, country: str, whole: tuple[int, int], alone: tuple[int, int]) -> Printed:
    entry = _names()[_one_blank(name)]
    for code in _country_codes().get(_one_blank(country), ()):
        if code in entry.by_country:
            return Printed(*whole, entry.by_country[code], hundredth=entry.hundredth)
    return Printed(*alone, entry.usual, entry.shared, entry.weak, entry.hundredth)


def _one_blank(words: str) -> str:
    return _GAPS.sub(" ", words)


_BLANKS = " \t\r\n\u00a0\u2007\u2009\u202f"
#: A dash that stands for no cents: "2.590,- Kč".
_NO_CENTS = "(?:[.,][-–—])?"
#: Blanks, a colon and a quotation mark of a hard-wrapped line may stand before a figure.
_BEFORE_FIGURE = _BLANKS + ":>"
_AFTER_FIGURE = frozenset([*_BLANKS, *">-‐‑"])
_MANY_BLANKS = 8
_LONGEST_WORD = 16
_LAST_PART = re.compile(r"[^\W\d_]+[.]?$")
_GAPS = re.compile(GAP)
_SENTENCE_END = re.compile(r"\s*$|\s+[^\W\d_a-zа-я]")


@cache
def _sign_codes() -> dict[str, _Sign]:
    data = load("currencies")
    codes = {code: _Sign(code) for code in data["codes"]}
    codes |= {code: _Sign(code.upper()) for code in data["lower_codes"]}
    codes |= {printed: _Sign(code) for printed, code in data["other_codes"].items()}
    codes |= {sign: _Sign(code) for sign, code in data["signs"].items()}
    codes |= {s.lower(): _Sign(code) for s, code in data["signs"].items() if s.endswith("$")}
    codes |= {sign: _Sign(code, assumed=True) for sign, code in data["shared"].items()}
    for prefix, scale in data["multiples"].items():
        for sign in data["multiples_of"]:
            codes.setdefault(prefix + sign, _Sign(codes[sign].code, scale=scale))
    return codes


@cache
def _weak_signs() -> frozenset[str]:
    data = load("currencies")
    return frozenset([*data["weak_codes"], *data["tight"]])


@cache
def _first_letters() -> frozenset[str]:
    """Give the first two letters of all signs, names, country words and links; or one sign."""
    data = load("currencies")
    forms = [*_sign_codes(), *_names(), *_country_codes(), *data["links"]]
    heads = {form.lower()[:2] for form in forms}
    marks = {form[0] for form in forms if not form[0].isalpha()}
    return frozenset([*heads, *marks, "\\", ",-", ".-", ",–", ".–", ",—", ".—", "d'", "d’"])


@cache
def _last_words() -> frozenset[str]:
    """Give the last word of each sign and name that ends with a letter or a full stop."""
    forms = [form.lower().split()[-1] for form in (*_sign_codes(), *_names())]
    return frozenset([*forms, *map(_last_part, forms)])


@cache
def _names() -> dict[str, _Name]:
    data = load("currencies")
    names: dict[str, _Name] = {}
    for hundredth, entries in ((False, data["names"]), (True, data["minor"])):
        for entry in entries:
            for form in entry["forms"]:
                names.setdefault(_one_blank(form), _name(entry, hundredth=hundredth))
    return names


def _name(entry: dict[str, Any], *, hundredth: bool) -> _Name:
    return _Name(
        usual=entry["usual"],
        shared=entry.get("shared", False),
        weak=entry.get("weak", False),
        hundredth=hundredth,
        by_country=entry.get("of", {}),
    )


@cache
def _country_codes() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for code, forms in load("currencies")["countries"].items():
        for form in forms:
            key = _one_blank(form)
            words[key] = (*words.get(key, ()), code)
    return words


@cache
def _signs_backwards() -> re.Pattern[str]:
    """Signs and codes read from right to left, from just before a figure."""
    signs = alternatives(sign[::-1] for sign in _sign_codes())
    letters = r"(?:(?<=[^\W\d_])(?![^\W\d_]|\d)|(?<![^\W\d_])(?![A-Z$\d]))"
    blank = "[ \t\u00a0\u2007\u2009\u202f>]*(?:\n\r?[ \t]*)?"
    return re.compile(rf"(?::{blank}|{blank})(?P<sign>{signs}){letters}(?P<glued>[^\W\d_])?")


@cache
def _names_before() -> re.Pattern[str]:
    names = alternatives(name[::-1] for name in _names())
    countries = alternatives(word[::-1] for word in _country_codes())
    gap = f"(?:{GAP})"
    return re.compile(
        rf"{gap}(?P<name>{names})(?![^\W\d_])(?:{gap}(?P<country>{countries})(?![^\W\d_]))?"
    )


@cache
def _signs_after() -> re.Pattern[str]:
    """Signs and codes after a number: a letter must not follow, nor a figure a bare sign."""
    signs = alternatives(_sign_codes())
    return re.compile(
        rf"{_NO_CENTS}(?:{BLANK}|[-‐‑])\\?(?P<sign>{signs})"
        r"(?:(?<=[^\W\d_])(?![^\W_])|(?<![^\W\d_])(?!\d)|(?<=\d[€£])(?=\d\d(?![\d.,])))"
    )


@cache
def _names_after() -> re.Pattern[str]:
    names = alternatives(_names())
    countries = alternatives(_country_codes())
    links = alternatives(load("currencies")["links"])
    return re.compile(
        rf"{_NO_CENTS}(?:{BLANK}|[-‐‑])(?:{links}{BLANK})?"
        rf"(?:(?P<country>{countries})(?:{GAP}))?(?P<name>{names})(?![^\W\d_])"
        rf"(?:{GAP}(?P<later>{countries})(?![^\W\d_]))?"
    )
