"""What is known about a source besides its text, and the document that is made of both."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Sighting, Snapshot
from pledgebook.model.vocabulary import Grade, Rights

#: How many characters of one line are text; a line beyond it is data (the longest paragraphs of
#: printed law stay under 100,000).
LONGEST_LINE = 4_000_000
#: Blanks, and characters that show nothing: a text of these alone is empty.
_NOTHING = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]*")
_LINE = re.compile(r"[^\n\r]+")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Metadata of a source as it came, each None where it is not given.

    Attributes:
        title, url, publisher: as printed.
        published: the date as printed, not yet checked.
        lang: language tag (``en``, ``en-GB``).
        grade, rights: as ``Sighting`` has them.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    lang: str | None = None
    grade: Grade = "media"
    rights: Rights = "excerpt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes as they came, under the name that the user gave.

    Attributes:
        ref: the caller's id: path, address, or the id of a line.
        where: what problems name: the file, with the line where there is one.
        data: the bytes.
    """

    ref: str
    where: str
    data: bytes

    @property
    def digest(self) -> str:
        """``sha256:…`` of the bytes."""
        return "sha256:" + hashlib.sha256(self.data).hexdigest()

    def refuse(self, code: str, message: str) -> Problem:
        """Give the problem of a source that cannot be read."""
        return Problem(code=code, message=message, where=self.where, fatal=True)

    def note(self, code: str, message: str) -> Problem:
        """Give a problem that leaves the source readable."""
        return Problem(code=code, message=message, where=self.where)


def encoding_note(raw: Raw, assumed: str | None) -> tuple[Problem, ...]:
    """Give the problem that names a guessed encoding; nothing for plain UTF-8."""
    if assumed is None:
        return ()
    message = f"the text is not UTF-8; it was read as {assumed}: check letters with accents"
    return (raw.note("encoding-guessed", message),)


def make(
    raw: Raw,
    text: str,
    *,
    made_by: str,
    about: About,
    published: date | None,
    problems: tuple[Problem, ...] = (),
) -> Document | Problem:
    """Make a document, or the problem that stops it; ``published`` holds where none is given."""
    if refusal := _refusal(raw, text):
        return refusal
    day, notes = _day(raw, about.published, published)
    snapshot = Snapshot.of(text, made_by)
    sighting = Sighting(
        snapshot=snapshot.id,
        ref=raw.ref,
        url=about.url,
        title=about.title,
        publisher=about.publisher,
        published=day,
        lang=_language(about.lang),
        raw_digest=raw.digest,
        grade=about.grade,
        rights=about.rights,
    )
    return Document(snapshot=snapshot, sighting=sighting, problems=(*problems, *notes))


def _refusal(raw: Raw, text: str) -> Problem | None:
    if _NOTHING.fullmatch(text):
        return raw.refuse("empty", "there is no text in it")
    if len(text) > LONGEST_LINE and _longest_line(text) > LONGEST_LINE:
        size = f"{LONGEST_LINE:,} characters"
        return raw.refuse("too-large", f"one of its lines is longer than {size}: is it text?")
    return None


def _longest_line(text: str) -> int:
    return max(match.end() - match.start() for match in _LINE.finditer(text))


def _day(
    raw: Raw, printed: str | None, default: date | None
) -> tuple[date | None, tuple[Problem, ...]]:
    if printed is not None:
        day = iso_day(printed)
        if day is not None:
            return day, ()
        message = f"the publication date {printed[:40]!r} is not a day as YYYY-MM-DD"
        return None, (raw.note("published-invalid", message),)
    if default is not None:
        return default, ()
    message = "no publication date is given: relative dates stay open; give one with --published"
    return None, (raw.note("published-missing", message),)


def iso_day(printed: str) -> date | None:
    """Read ``2025-03-02`` or the day of ``2025-03-02T08:00:00Z``; None for anything else."""
    match = _DAY.fullmatch(printed.strip())
    try:
        return None if match is None else date.fromisoformat(match[1])
    except ValueError:
        return None


def _language(tag: str | None) -> str | None:
    """Keep the language of a tag: ``en`` of ``en-GB``."""
    if tag is None:
        return None
    return re.split(r"[-_]", tag.strip())[0].lower() or None
