"""What axe-core finds on a page; its script comes with axe-playwright-python (MPL-2.0)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Findings of these kinds keep somebody from reading the page.
GRAVE = ("serious", "critical")


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def grave_findings(
    page: Page, only: tuple[str, ...] = (), without: tuple[str, ...] = ()
) -> list[str]:
    """Say what is seriously wrong with the page that is open, by some rules or ``without`` some.

    The script is run from outside, so the page's own policy stays as strict as it is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = {"type": "rule", "values": list(only)}
    options["rules"] = {rule: {"enabled": False} for rule in without}
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{page.url}: {violation['id']}: {violation['help']}: {node['html'][:150]} "
        f"{node['failureSummary'][:300]}"
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"][:3]
    ]
