"""Every figure of the front page is at most three clicks from the highlighted words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running_site import Site
from watching import window
from ways import Figure, Ways, figures, follow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: Figures that count texts without a claim lead to the list of those; there are no words to show.
WORDLESS = ("sources.html#silent", "sources.html#unread")


def fronts(site: Site) -> list[str]:
    """Paths of the front page, as of today and as of each day that the export has."""
    days = sorted(site.folder.glob("on/*/index.html"))
    return ["index.html", *(day.relative_to(site.folder).as_posix() for day in days)]


def is_wordless(figure: Figure) -> bool:
    return bool(figure.hrefs) and all(h.endswith(WORDLESS) for h in figure.hrefs)


def lost_figures(page: Page, root: str, front: str) -> tuple[list[str], set[tuple[str, ...]]]:
    """Figures that lead to no words, and the rows of links by which the others do."""
    ways, lost, rows = Ways(page, root), [], set()
    page.goto(root + front)
    found = [f for f in figures(page) if not f.marked and not is_wordless(f)]
    assert found, f"{front} shows no figure"
    for figure in found:
        row = ways.to_words(root + front, figure.hrefs)
        if row is None:
            lost.append(f"{front}: no way to the words of: {figure.words!r} by {figure.hrefs}")
        else:
            rows.add(row)
    return lost, rows


def test_every_figure_is_three_clicks_from_its_words(browser: Browser, demo: Site) -> None:
    lost = []
    with window(browser) as (page, _):
        for front in fronts(demo):
            more, _rows = lost_figures(page, demo.served, front)
            lost += more
    assert not lost, "\n".join(lost)


def test_the_clicks_can_be_made_without_javascript(browser: Browser, demo: Site) -> None:
    with window(browser, java_script_enabled=False) as (page, _):
        _, rows = lost_figures(page, demo.exported, "index.html")
        for row in sorted(rows):
            follow(page, demo.exported + "index.html", row)


def test_every_entry_that_the_front_page_names_shows_words_at_once(
    browser: Browser, demo: Site
) -> None:
    with window(browser) as (page, _):
        page.goto(demo.served)
        hrefs = page.eval_on_selector_all(
            "main a[href^='entries/']", "all => all.map((a) => a.href)"
        )
        assert hrefs
        bare = []
        for href in sorted(set(hrefs)):
            page.goto(href)
            if not page.locator("main mark").first.is_visible():
                bare.append(href)
    assert not bare, "\n".join(bare)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("<p>Norway: <a href='a.html'>€450m</a></p>", (False, ("a.html",))),
        ("<p>Norway: €450m</p>", (False, ())),
        ("<tr><th><a href='b.html'>Norway</a></th><td>€450m</td></tr>", (False, ("b.html",))),
        ("<p>Norway: <mark>€450m</mark></p>", (True, ())),
    ],
)
def test_figures_are_found_with_their_links(
    browser: Browser, written: str, found: tuple[bool, tuple[str, ...]]
) -> None:
    table = f"<table>{written}</table>" if written.startswith("<tr>") else written
    with window(browser) as (page, _):
        page.set_content(f"<main>{table}</main>")
        assert [(f.marked, f.hrefs) for f in figures(page)] == [found]


@pytest.mark.parametrize("written", ["<p>2 March 2025</p>", "<p>at 12:30 UTC</p>", "<q>€450m</q>"])
def test_dates_and_quotations_are_no_figures(browser: Browser, written: str) -> None:
    with window(browser) as (page, _):
        page.set_content(f"<main>{written}</main>")
        assert figures(page) == []
