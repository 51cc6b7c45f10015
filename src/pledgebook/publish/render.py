"""Pages as HTML and as JSON: one Jinja environment for the static export and the server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import jinja2

from pledgebook import __version__
from pledgebook.model.plain import to_json
from pledgebook.publish import words
from pledgebook.publish.actors import PARTS
from pledgebook.publish.book import Book
from pledgebook.publish.pages import Page

_HERE = Path(__file__).parent
STATIC = _HERE / "static"

#: Policy of every page: nothing but the site's own style sheet, no script, no frame, no form.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """An entry of the site's navigation."""

    text: str
    path: str


#: Navigation, in order.
TABS = (
    Tab(text="Overview", path="index.html"),
    Tab(text="Commitments", path="commitments.html"),
    Tab(text="Pressure", path="pressure.html"),
    Tab(text="Meetings", path="meetings.html"),
    Tab(text="Proposals", path="proposals.html"),
    Tab(text="Statements", path="statements.html"),
    Tab(text="Contradictions", path="conflicts.html"),
    Tab(text="Actors", path="actors.html"),
    Tab(text="Sources", path="sources.html"),
    Tab(text="Data", path="data/index.html"),
)


@cache
def environment() -> jinja2.Environment:
    """Give the templates: everything is escaped, and an unknown name is an error."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["counted"] = words.counted
    env.globals.update(tabs=TABS, actor_parts=PARTS, version=__version__)
    return env


def html(book: Book, page: Page, root: str | None = None) -> bytes:
    """Write a page as HTML.

    ``root`` is the way from the page to the root of the site; by default it is told from the
    page's path, so that links work from a folder on disk and under any address.
    """
    definition = book.definition
    text = (
        environment()
        .get_template(page.template)
        .render(
            page=page,
            it=page.payload,
            root=_root(page.path) if root is None else root,
            site_title="Pledgebook" if definition is None else definition.title,
            notice=None if definition is None else definition.notice,
            updated=_moment(book.view.updated()),
        )
    )
    return text.encode("utf-8", "replace")


def as_json(page: Page) -> bytes:
    """Write what a page shows as JSON."""
    data = {"path": page.path, "title": page.title, "page": to_json(page.payload)}
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _root(path: str) -> str:
    return "../" * path.count("/")


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "nothing entered yet"
    return f"{words.date_words(moment.date())}, {moment:%H:%M} UTC"
