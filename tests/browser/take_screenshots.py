"""Pictures of every page type: three widths and the dark, into a folder that is not kept.

Usage: take_screenshots.py FOLDER (``make screenshots``).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from chromium_here import browser
from page_types import addresses
from running_site import pledgebook, running

#: Name, width and colours of each picture of a page.
LOOKS = (
    ("360", 360, "light"),
    ("768", 768, "light"),
    ("1440", 1440, "light"),
    ("1440-dark", 1440, "dark"),
)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        book, site = Path(made) / "book.db", Path(made) / "site"
        pledgebook("demo", "--out", site, "--book", book)
        with running(book, site) as demo, browser() as opened:
            for name, width, scheme in LOOKS:
                look = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
                page = opened.new_page(**look)  # type: ignore[arg-type]
                for address in addresses(book):
                    page.goto(demo.served + address.path)
                    stem = address.path.removesuffix(".html").replace("/", "-")
                    page.screenshot(path=folder / f"{stem}-{name}.png", full_page=True)
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
