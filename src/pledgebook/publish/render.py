"""Pages as HTML and as JSON: one Jinja environment for the static export and the server."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from pledgebook import __version__
from pledgebook.model.plain import to_json
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.charts.pages import drawn
from pledgebook.publish.direction import closed
from pledgebook.publish.feeds import feed_links
from pledgebook.publish.overlong import VALUE_LIMIT, cut, cut_values
from pledgebook.publish.page import Page
from pledgebook.publish.pages import FIXED

_HERE = Path(__file__).parent
STATIC = _HERE / "static"

#: Policy of every page: the site's own style sheets and pictures, forms that ask the site itself;
#: no script, no frame, nothing from another host.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
#: The same policy as a page carries it itself, so that it holds on any web host; browsers take the
#: rule about frames from a header only.
OWN_POLICY = CONTENT_POLICY.removesuffix("; frame-ancestors 'none'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """An entry of the site's navigation."""

    text: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TabGroup:
    """Entries of the navigation that belong together, under a word that says why."""

    text: str
    tabs: tuple[Tab, ...]


#: Navigation, in order. A tab is shown once the registry has its page.
TABS = (
    TabGroup(
        text="In short",
        tabs=(
            Tab(text="Overview", path="index.html"),
            Tab(text="Plan", path="plan.html"),
            Tab(text="Pictures", path="pictures.html"),
        ),
    ),
    TabGroup(
        text="Promised and done",
        tabs=(
            Tab(text="Commitments", path="commitments.html"),
            Tab(text="Totals", path="totals.html"),
            Tab(text="Pressure", path="pressure.html"),
        ),
    ),
    TabGroup(
        text="Said and met",
        tabs=(
            Tab(text="Meetings", path="meetings.html"),
            Tab(text="Proposals", path="proposals.html"),
            Tab(text="Statements", path="statements.html"),
            Tab(text="Contradictions", path="conflicts.html"),
        ),
    ),
    TabGroup(
        text="Who says so",
        tabs=(
            Tab(text="Actors", path="actors.html"),
            Tab(text="Sources", path="sources.html"),
            Tab(text="Search", path="search.html"),
            Tab(text="Data", path="data/index.html"),
        ),
    ),
)


def _shown_tabs() -> tuple[TabGroup, ...]:
    groups = (replace(g, tabs=tuple(t for t in g.tabs if t.path in FIXED)) for g in TABS)
    return tuple(group for group in groups if group.tabs)


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
        finalize=_shown_value,
    )
    env.filters["counted"] = words.counted
    env.filters["as_it_is"] = _as_it_is
    env.filters["drawn"] = drawn
    env.globals.update(tabs=_shown_tabs(), version=__version__)
    return env


#: Control characters, which a page must not hold: browsers drop, hide or mistake them.
_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff]")


def _shown_value(value: object) -> object:
    """Cut what is far too long and close what turns the direction; what macros made passes."""
    return closed(cut(value, VALUE_LIMIT)) if type(value) is str else value


def _as_it_is(text: str) -> Markup:
    """Write a piece of a source's text, every sign of it; its box keeps its direction inside."""
    return escape(cut(text, VALUE_LIMIT))


#: Look of a page that stands alone: no address of a style sheet holds wherever it is shown.
ALONE_STYLE = (
    "body{font:1rem/1.5 sans-serif;background:Canvas;color:CanvasText}"
    "@media print{:root{color-scheme:light only}}"
    "header,[role=note],main,footer{max-width:44rem;margin:1rem auto;padding:0 1rem}"
)
#: It asks for nothing, not even an icon, and takes no style but that one.
_ALONE_DIGEST = b64encode(sha256(ALONE_STYLE.encode()).digest()).decode()
ALONE_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_ALONE_DIGEST}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def alone(book: Book, page: Page) -> bytes:
    """Write the page for what is not there so that it holds at any depth, without any link."""
    template = environment().get_template("nowhere.html")
    text = template.render(page=page, policy=ALONE_POLICY, style=ALONE_STYLE, **_about(book))
    return _printable(text)


def html(book: Book, page: Page, asked: Asked | None = None, root: str | None = None) -> bytes:
    """Write a page as HTML.

    ``root`` is the way from the page to the root of the site that it belongs to (a day's site has
    its own); by default it is told from the page's path, so that links work from a folder on disk
    and under any address.
    """
    asked = asked or Asked()
    way = "../" * page.path.count("/") if root is None else root
    text = (
        environment()
        .get_template(page.template)
        .render(
            page=page,
            policy=OWN_POLICY,
            it=page.payload,
            asked=asked,
            feeds=feed_links(book, page, asked),
            root=way,
            home=way if asked.known_by is None else f"{way}../../",
            tab=page.tab or page.path,
            day=None if asked.known_by is None else words.date_words(asked.known_by),
            **_about(book),
        )
    )
    return _printable(text)


def _about(book: Book) -> dict[str, str | None]:
    """What every page says of its book."""
    definition = book.definition
    return {
        "site_title": "Pledgebook" if definition is None else definition.title,
        "notice": None if definition is None else definition.notice,
        "updated": _moment(book.updated),
    }


def _printable(text: str) -> bytes:
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text).encode("utf-8", "replace")


def as_json(page: Page, asked: Asked | None = None) -> bytes:
    """Write what a page shows as JSON; ``known_by`` is the day it is seen from, null for today."""
    day = None if asked is None or asked.known_by is None else asked.known_by.isoformat()
    data = {
        "path": page.path,
        "title": page.title,
        "known_by": day,
        "page": cut_values(to_json(page.payload)),
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "nothing entered yet"
    return f"{words.date_words(moment.date())}, {moment:%H:%M} UTC"
