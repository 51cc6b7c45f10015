"""Reading the pages back: their words, links, headings and fragments."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSHOWN = ("script", "style", "title")
#: Elements whose words stand apart from what follows, as a browser shows them.
_APART = ("td", "th", "li", "dt", "dd", "p", "caption")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class Reading(HTMLParser):
    """Tags of a page with their attributes, and the words outside ``head``."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = [tag] if tag in _UNSHOWN else []

    def handle_endtag(self, tag: str) -> None:
        self._open = [] if tag in _UNSHOWN else self._open
        if tag in _APART:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.words.append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)

    def hrefs(self) -> list[str]:
        return [str(attrs["href"]) for _, attrs in self.tags if "href" in attrs]

    def ids(self) -> set[str]:
        return {str(attrs["id"]) for _, attrs in self.tags if "id" in attrs}

    def plain(self) -> str:
        return " ".join("".join(self.words).split())


def text_of(fragment: str) -> str:
    """Give the text content of a piece of HTML, every blank kept."""
    parser = _Words()
    parser.feed(fragment)
    parser.close()
    return "".join(parser.words)


#: A form asks the server something; a page of the export has none.
_FORM = re.compile(rb"<form .*?</form>\n", re.DOTALL)
#: A link to what only a server can answer.
_SERVED = re.compile(rb'<a class="served"[^>]*>(.*?)</a>', re.DOTALL)


def without_forms(page: bytes) -> bytes:
    """Give a served page as the export writes it."""
    return _SERVED.sub(rb"\1", _FORM.sub(b"", page))


#: What a page's JSON holds of questions, which only the server answers.
_ASKED = frozenset({"form", "fields", "served"})


def without_questions(told: object) -> object:
    """Give the JSON of a page without its forms and without links that ask something."""
    if isinstance(told, dict):
        return {k: without_questions(v) for k, v in told.items() if k not in _ASKED}
    if isinstance(told, list):
        return [without_questions(one) for one in told]
    return None if isinstance(told, str) and ".html?" in told else told
