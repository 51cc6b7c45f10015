"""A book in which people speak against a point of its plan: pages that the demo has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from looks import LOOKS, barriers, faults
from running_site import Site, pledgebook, running
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Made-up speakers; each sentence is a text of its own.
SAID = (
    'Norwegian Defence Minister Ida Holm said: "We will not send weapons to Ukraine."',
    "Norwegian Defence Minister Ida Holm rejected military aid to Ukraine.",
    "Chilean Foreign Minister Raul Teo said he opposed further sanctions.",
    "Chilean Foreign Minister Raul Teo called for an end to military aid.",
    'Chilean Foreign Minister Raul Teo said: "Sanctions must be lifted at once."',
    "Estonian Prime Minister Mart Ilves insisted there was no need for weapons deliveries.",
    "Estonian Prime Minister Mart Ilves said Estonia supports military aid to Ukraine.",
)
AGAINST = 6


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("refusing")
    texts = []
    for number, words in enumerate(SAID, 1):
        texts.append(folder / f"refusal-{number}.txt")
        texts[-1].write_text(f"{words} Nobody added anything.", encoding="utf-8")
    book, site = folder / "book.db", folder / "site"
    definition = ("--definition", "london-2025", "--published", "2025-03-05")
    pledgebook("add", *texts, "--book", book, *definition)
    pledgebook("publish", site, "--book", book)
    with running(book, site) as both:
        yield both


def test_the_statements_are_reached_from_the_plan_and_open_to_their_words(
    browser: Browser, refusing: Site
) -> None:
    for address in (refusing.served, refusing.exported):
        with window(browser) as (page, _):
            page.goto(f"{address}plan.html")
            page.get_by_role("link", name=f"{AGAINST} statements against it").click()
            page.get_by_role("link", name=f"All {AGAINST} statements").click()
            assert page.url.endswith("plan/1/against.html")
            cards = page.locator("article.conflict")
            assert cards.count() == AGAINST
            assert "Estonia supports" not in page.locator("main").inner_text()
            first = cards.first
            assert first.locator("blockquote mark").count()
            first.locator("h2 a").click()
            assert "entries/" in page.url


@pytest.mark.parametrize("path", ["plan/1.html", "plan/1/against.html"])
def test_they_can_be_read_in_every_look(browser: Browser, refusing: Site, path: str) -> None:
    found: list[str] = []
    with window(browser) as (page, _):
        page.goto(refusing.served + path)
        for look in LOOKS.values():
            found += faults(page, look)
            found += barriers(page, look)
    assert not found, "\n".join(found)
