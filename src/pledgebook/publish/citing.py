"""Citations of an entry: as BibTeX and as CSL-JSON, the entry first, then the texts it rests on."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from pledgebook.model.claims import Source
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import graded
from pledgebook.publish.headlines import headline
from pledgebook.publish.page import File
from pledgebook.publish.permalinks import address_of, told_on
from pledgebook.publish.tallies import sightings_of

#: Media types of both forms.
BIBTEX, CSL = "text/x-bibtex", "application/vnd.citationstyles.csl+json"

#: Types of the CSL schema for a text by the grade of its best sighting.
_CSL_TYPES = {"official source": "document", "news medium": "article-newspaper"}

#: Signs that mean something to TeX; braces and backslashes by name, since BibTeX counts braces
#: even behind a backslash.
_TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_TEX_SIGNS = re.compile("[" + re.escape("".join(_TEX)) + "]")

#: What stays as it is in an address; everything else is written as %XX.
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One thing that is cited, before it is written in either form.

    Attributes:
        key: name of the record: letters, digits and hyphens.
        csl: type in the CSL schema.
        title: its title; ``by`` who made it; ``within`` what it is part of, None for a whole.
        on: day of publication.
        url: address, None where it has none in the web.
        note: what a reader needs to find it again.
    """

    key: str
    csl: str
    title: str
    by: str | None
    within: str | None
    on: date | None
    url: str | None
    note: str


def bibtex_file(book: Book, entry: Entry, asked: Asked) -> File:
    """Write the citation as BibTeX, in UTF-8."""
    text = "\n".join(_bibtex(one) for one in cited(book, entry, asked))
    path = f"entries/{slug(entry.id)}.bib"
    content = text.encode("utf-8", "replace")
    return File(path=path, media_type=BIBTEX, content=content)


def csl_file(book: Book, entry: Entry, asked: Asked) -> File:
    """Write the citation as CSL-JSON."""
    items = [_csl(one) for one in cited(book, entry, asked)]
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    path = f"entries/{slug(entry.id)}.csl.json"
    return File(path=path, media_type=CSL, content=text.encode("utf-8", "replace"))


def cited(book: Book, entry: Entry, asked: Asked) -> Iterator[Cited]:
    """Give the entry, then each text that tells it, in the order of its claims.

    The entry's day is the one it is seen from, else the last on which a source told of it, so that
    a citation stays the same while nothing is new.
    """
    definition = book.definition
    title = "Pledgebook" if definition is None else definition.title
    address = address_of(book, entry, asked.known_by)
    day = asked.known_by
    yield Cited(
        key=f"{'pledgebook' if definition is None else definition.id}-{slug(entry.id)}",
        csl="webpage",
        title=_flat(headline(book, entry.lead)),
        by=_flat(title),
        within=_flat(title),
        on=day or max(told_on(entry), default=None),
        url=_web(address),
        note=f"{entry.id}" + ("" if day is None else f", as known by {day.isoformat()}"),
    )
    sources = {claim.source.id: claim.source for claim in entry.claims}
    yield from (_text(book, source) for source in sources.values())


def _text(book: Book, source: Source) -> Cited:
    grade = graded(sightings_of(book, source.id))
    return Cited(
        key=f"text-{slug(source.id)}",
        csl=_CSL_TYPES.get(grade, "webpage"),
        title=_flat(source.title or "Text without a title"),
        by=None if source.publisher is None else _flat(source.publisher),
        within=None,
        on=source.published,
        url=_web(source.url),
        note=source.id,
    )


def _flat(text: str) -> str:
    """Take out what no citation can hold: line breaks, controls and marks of direction."""
    kept = (" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)
    return " ".join("".join(kept).split())


#: Categories of Unicode: controls, formats (marks of direction too), lone surrogates.
_UNSEEN = ("Cc", "Cf", "Cs")


def _web(url: str | None) -> str | None:
    """Give a web address with every sign written so that TeX and JSON both take it."""
    known = words.web_address(url)
    return None if known is None else quote(known, safe=_ADDRESS, errors="replace")


def _bibtex(one: Cited) -> str:
    fields = {
        "title": f"{{{_tex(one.title)}}}",
        "author": None if one.by is None else f"{{{_tex(one.by)}}}",
        "howpublished": None if one.within is None else _tex(one.within),
        "year": None if one.on is None else f"{one.on.year:04d}",
        "month": None if one.on is None else f"{one.on.month:d}",
        "date": None if one.on is None else one.on.isoformat(),
        "url": one.url,
        "note": _tex(one.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value is not None]
    return "\n".join((f"@misc{{{one.key},", *lines, "}\n"))


def _tex(text: str) -> str:
    return _TEX_SIGNS.sub(lambda found: _TEX[found[0]], text)


def _csl(one: Cited) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "id": one.key,
        "type": one.csl,
        "title": one.title,
        "author": None if one.by is None else [{"literal": one.by}],
        "container-title": one.within,
        "issued": None
        if one.on is None
        else {"date-parts": [[one.on.year, one.on.month, one.on.day]]},
        "URL": one.url,
        "note": one.note,
    }
    return {name: value for name, value in parts.items() if value is not None}
