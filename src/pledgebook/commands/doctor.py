"""``doctor``: what is installed, whether the parser model is the one known, what is missing."""

from __future__ import annotations

import platform
from importlib import metadata

from rich.markup import escape

from pledgebook import __version__
from pledgebook.commands.terminal import results
from pledgebook.language.model_files import status
from pledgebook.settings import Settings

#: Packages that the program needs, by what fails without them.
NEEDED = {
    "spacy": "parsing sentences",
    "trafilatura": "reading web pages",
    "SQLAlchemy": "books",
    "alembic": "opening books of an earlier schema",
    "starlette": "serving pages",
    "Jinja2": "pages",
    "uvicorn": "serving pages",
}


def run(settings: Settings) -> int:
    """Print the state of the installation; 0 where everything needed is there."""
    console = results()
    console.print(f"pledgebook {__version__}, Python {platform.python_version()}")
    good = True
    for package, use in NEEDED.items():
        version = _version(package)
        good = good and version is not None
        mark = "[green]ok[/]     " if version else "[red]missing[/]"
        hint = "" if version else f" (install it again: pip install {package})"
        console.print(f"  {mark} {package} {version or ''} - {use}{hint}")
    model = status(settings.model)
    good = good and model.where is not None
    mark = "[green]verified[/]" if model.verified else "[red]not verified[/]"
    console.print(f"  {mark} parser model {escape(model.name)} {model.version or ''}")
    console.print(f"    {escape(model.detail)}")
    return 0 if good else 1


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
