"""The pages of the pictures: all of them on one, and each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.charts import (
    bars,
    cumulative,
    discs,
    lanes,
    matrix,
    stages,
    steps,
    tilemap,
    tiles,
    timeline,
)
from pledgebook.publish.charts.picture import Picture, path_of
from pledgebook.publish.charts.svg import Shape, written
from pledgebook.publish.page import Folder, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """All pictures of a book; ``rule`` says what the sums in them count, None without sums."""

    pictures: tuple[Picture, ...]
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePicture:
    """One picture; ``others`` are names and titles of the others."""

    picture: Picture
    others: tuple[tuple[str, str], ...]


#: Makes a picture of a book, and draws its data under a title and a finding.
_Makes = Callable[[Book], Picture]
_Draws = Callable[..., Shape]

#: Pictures by name, in order.
PICTURES: dict[str, tuple[_Makes, _Draws]] = {
    stages.NAME: (stages.picture, bars.draw),
    cumulative.NAME: (cumulative.picture, steps.draw),
    matrix.NAME: (matrix.picture, discs.draw),
    tiles.NAME: (tiles.picture, tilemap.draw),
    timeline.NAME: (timeline.picture, lanes.draw),
}


class _Made:
    """The pictures of a book, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[str, Picture] = {}

    def __getitem__(self, name: str) -> Picture:
        if name not in self._made:
            self._made[name] = PICTURES[name][0](self._book)
        return self._made[name]


def pictures(book: Book, _asked: Asked) -> Page:
    """All pictures on one page."""
    made = book.index(_Made)
    every = tuple(made[name] for name in PICTURES)
    rule = next((one.rule for one in every if one.data is not None and one.rule), None)
    payload = Pictures(pictures=every, rule=rule)
    return Page(path="pictures.html", template="pictures.html", title="Pictures", payload=payload)


def one_picture(book: Book, _asked: Asked, name: str) -> Page | None:
    """One picture on a page of its own; None where there is no such picture."""
    if name not in PICTURES:
        return None
    made = book.index(_Made)
    others = tuple((made[n].title, path_of(n)) for n in PICTURES if n != name)
    return Page(
        path=path_of(name),
        template="picture.html",
        title=made[name].title,
        payload=OnePicture(picture=made[name], others=others),
        tab="pictures.html",
    )


def _names(_book: Book) -> Iterable[str]:
    return PICTURES


#: The folder ``pictures/``.
FOLDER = Folder(make=one_picture, names=_names)


def drawn(picture: Picture, root: str) -> Markup:
    """Draw a picture; ``root`` is the way from its page to the root of the site."""
    draw = PICTURES[picture.name][1]
    return written(draw(picture.data, picture.title, picture.finding), root)
