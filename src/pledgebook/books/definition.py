"""Load a book definition: a YAML file with the coalition, plan, actors and rules of one book.

The files shipped with the package lie beside this module, one per book; the sample sources of a
book lie in ``sources/<name>/``. A definition of one's own is loaded by its path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from pledgebook.model.book import BookDefinition, PlanPointDefinition
from pledgebook.model.vocabulary import Goal

_FOLDER = Path(__file__).parent
_SUFFIXES = (".yaml", ".yml")
_SOURCE_SUFFIXES = frozenset({".md", ".html", ".txt", ".jsonl"})

_BOOK_FIELDS = (
    "id",
    "title",
    "summary",
    "coalition",
    "plan",
    "points",
    "actors",
    "recipients",
    "rules",
    "notice",
    "days",
    "address",
    "report",
)
_POINT_FIELDS = ("ordinal", "text", "goals", "terms")

#: A book's id is part of file names and addresses.
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Actor ids as docs/records.md has them: ISO 3166-1 alpha-3, or a typed slug.
_ACTOR = re.compile(r"[A-Z]{3}|(?:org|person|group):[a-z0-9]+(?:-[a-z0-9]+)*")

#: An address that pages link to: printable ASCII without blanks, quotes or angle brackets, with
#: a host; a site's own has no query. Any other scheme (javascript:, data:, http:) is refused.
_URL = r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[!#$%&()*+,./0-9:;=?@A-Z_a-z~-]*)?"
_MAIL = r"mailto:[A-Za-z0-9.!#$%*+/=^_~-]+@[A-Za-z0-9.-]+(?:\?[!$%&()*+,./0-9:;=@A-Z_a-z~-]*)?"
_SITE = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[%+./0-9A-Z_a-z~-]*)?")
_REPORT = re.compile(f"{_URL}|{_MAIL}")

#: Words by which a statement names a point.
_TERM = re.compile(r"\w[^\n]{0,58}\w|\w")


class BookError(ValueError):
    """A book definition is missing or does not fit; the message names the file and the field."""


def definitions() -> tuple[str, ...]:
    """Give the names of the definitions that are shipped, in order of the alphabet."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def load_definition(name_or_path: str) -> BookDefinition:
    """Load a shipped definition by its name, or any other by the path of its file.

    Raises BookError naming file and field where the file is missing, is not YAML, or has a field
    that is unknown, missing or of a wrong kind.
    """
    path = _definition_path(name_or_path)
    return _book(_Fields(_read(path), path.name, ""))


def sample_sources(name: str) -> tuple[Path, ...]:
    """Give the sample sources of a shipped book in order of their file names; may be none.

    Raises BookError where no book of that name is shipped.
    """
    if name not in definitions():
        raise BookError(_no_such_book(name))
    folder = _FOLDER / "sources" / name
    if not folder.is_dir():
        return ()
    return tuple(sorted(p for p in folder.iterdir() if p.suffix in _SOURCE_SUFFIXES))


def _definition_path(name_or_path: str) -> Path:
    if name_or_path in definitions():
        return _FOLDER / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if path.suffix not in _SUFFIXES:
        raise BookError(_no_such_book(name_or_path))
    return path


def _no_such_book(name: str) -> str:
    known = ", ".join(definitions())
    return f"{name}: no book of this name is shipped (there are {known}); a file ends in .yaml"


def _read(path: Path) -> object:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be opened ({error.strerror})"
        raise BookError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: is not UTF-8 (byte {error.start})"
        raise BookError(message) from error
    try:
        return yaml.load(text, Loader=_loader())  # noqa: S506  # a safe loader, see there
    except yaml.YAMLError as error:
        message = f"{path}: is not YAML ({_first_line(error)})"
        raise BookError(message) from error


@cache
def _loader() -> type[yaml.SafeLoader]:
    """Give the fast safe loader where PyYAML was built with it, else the plain safe one."""
    return cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _first_line(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return f"{problem}, line {mark.line + 1}" if mark is not None else problem


class _Fields:
    """The fields of one object of the file; every reading names file and field when it fails."""

    def __init__(self, data: object, file: str, path: str) -> None:
        self._file, self._path = file, path
        if not isinstance(data, Mapping):
            raise self.wrong(None, f"an object with fields is needed, not {_kind(data)}")
        self._data = cast("Mapping[Any, object]", data)

    def wrong(self, field: str | None, what: str) -> BookError:
        where = ".".join(part for part in (self._path, field) if part)
        return BookError(f"{self._file}: {where}: {what}" if where else f"{self._file}: {what}")

    def only(self, known: tuple[str, ...]) -> None:
        for field in self._data:
            if field not in known:
                what = f"is no field here; there are {', '.join(known)}"
                raise self.wrong(str(field), what)

    def text(self, field: str) -> str:
        value = self.optional_text(field)
        if value is None:
            raise self.wrong(field, "is missing")
        return value

    def optional_text(self, field: str) -> str | None:
        value = self._data.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, f"words are needed, not {_kind(value)}")
        return " ".join(value.split())

    def number(self, field: str) -> int:
        value = self._data.get(field)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(field, f"a number from 1 is needed, not {_kind(value)}")
        return value

    def items(self, field: str) -> list[object]:
        value = self._data.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(field, f"a list is needed, not {_kind(value)}")
        return value

    def words(self, field: str, pattern: re.Pattern[str], what: str) -> tuple[str, ...]:
        values = self.items(field)
        for n, value in enumerate(values):
            if not isinstance(value, str) or pattern.fullmatch(value) is None:
                raise self.wrong(f"{field}.{n}", f"{value!r} is not {what}")
            if value in values[:n]:
                raise self.wrong(f"{field}.{n}", f"{value} stands twice")
        return tuple(cast("list[str]", values))

    def objects(self, field: str) -> tuple[_Fields, ...]:
        return tuple(
            _Fields(value, self._file, f"{field}.{n}") for n, value in enumerate(self.items(field))
        )


def _kind(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    names = {str: "words", list: "a list", dict: "an object", bool: "yes or no"}
    return names.get(type(value), f"{value!r}")


def _book(fields: _Fields) -> BookDefinition:
    fields.only(_BOOK_FIELDS)
    name = fields.text("id")
    if _NAME.fullmatch(name) is None:
        raise fields.wrong("id", f"{name!r} is not lower-case words joined by hyphens")
    return BookDefinition(
        id=name,
        title=fields.text("title"),
        summary=fields.text("summary"),
        coalition=fields.text("coalition"),
        plan=fields.text("plan"),
        points=_points(fields),
        actors=_actors(fields, "actors"),
        recipients=_actors(fields, "recipients"),
        rules=fields.optional_text("rules") or "default",
        notice=fields.optional_text("notice"),
        days=_days(fields),
        address=_address(fields, "address", _SITE, "an address that begins with https://"),
        report=_address(fields, "report", _REPORT, "a mailto: or https: address"),
    )


def _address(fields: _Fields, field: str, pattern: re.Pattern[str], what: str) -> str | None:
    value = fields.optional_text(field)
    if value is not None and pattern.fullmatch(value) is None:
        raise fields.wrong(field, f"{value!r} is not {what}")
    return value


def _actors(fields: _Fields, field: str) -> tuple[str, ...]:
    return fields.words(field, _ACTOR, "an actor id (GBR, org:eu, person:…, group:…)")


def _days(fields: _Fields) -> tuple[date, ...]:
    """Read the days: YAML gives a day as a date, one in quotes as text."""
    days: list[date] = []
    for n, value in enumerate(fields.items("days")):
        day = _day(value)
        if day is None:
            raise fields.wrong(f"days.{n}", f"{value!r} is no day; write it as 2025-03-06")
        if day in days:
            raise fields.wrong(f"days.{n}", f"{day} stands twice")
        days.append(day)
    return tuple(sorted(days))


def _day(value: object) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if type(value) is date else None


def _points(fields: _Fields) -> tuple[PlanPointDefinition, ...]:
    points = tuple(_point(part) for part in fields.objects("points"))
    if not points:
        raise fields.wrong("points", "at least one point is needed")
    ordinals = [point.ordinal for point in points]
    if ordinals != list(range(1, len(points) + 1)):
        raise fields.wrong("points", f"ordinals run 1, 2, 3 …, not {ordinals}")
    return points


def _point(fields: _Fields) -> PlanPointDefinition:
    fields.only(_POINT_FIELDS)
    return PlanPointDefinition(
        ordinal=fields.number("ordinal"),
        text=fields.text("text"),
        goals=_goals(fields),
        terms=fields.words("terms", _TERM, "a word or words of at most 60 letters"),
    )


def _goals(fields: _Fields) -> tuple[Goal, ...]:
    allowed = get_args(Goal)
    pattern = re.compile("|".join(map(re.escape, allowed)))
    goals = fields.words("goals", pattern, f"one of {', '.join(allowed)}")
    if not goals:
        raise fields.wrong("goals", "at least one goal is needed")
    return cast("tuple[Goal, ...]", goals)
