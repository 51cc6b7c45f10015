"""Around the claim: the text, where it was seen, what a reader made of it, what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pledgebook.model.ids import text_id
from pledgebook.model.problems import Problem
from pledgebook.model.vocabulary import DecisionAction, Grade, Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One text, and how it was made.

    Attributes:
        id: ``sha256:…`` of the text.
        text: the text; all offsets count its code points.
        made_by: library and version that made the text (``trafilatura 2.3.1``, ``plain``).
    """

    id: str
    text: str
    made_by: str

    @classmethod
    def of(cls, text: str, made_by: str) -> Snapshot:
        """Make a snapshot of ``text`` with its id."""
        return cls(id=text_id(text), text=text, made_by=made_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where and when a snapshot's text was seen. A reprint is a sighting more, no witness more.

    Attributes:
        snapshot: id of the snapshot.
        ref: the caller's id (JSONL id, else path or address).
        url, title, publisher, published, lang: as ``Source`` has them.
        retrieved: day the text was fetched, None where it was given as a file without one.
        raw_digest: ``sha256:…`` of the bytes as they came.
        grade: official, media or secondary.
        rights: how much of the text may be shown.
        record: as ``Source`` has it.
    """

    snapshot: str
    ref: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    lang: str | None = None
    retrieved: date | None = None
    raw_digest: str | None = None
    grade: Grade = "media"
    rights: Rights = "excerpt"
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What ingest hands on: a snapshot, the sighting it came with, and what was odd about it."""

    snapshot: Snapshot
    sighting: Sighting
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one version of a reader made of one snapshot: claim ids and problems."""

    snapshot: str
    reader: str
    version: str
    claims: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about a claim, entry or source.

    Attributes:
        author: who decided.
        at: when (UTC).
        action: what kind of decision.
        target: id of the claim, entry or snapshot it is about; ``point:N`` for a status.
        reason: why, in words.
        value: the new value with its evidence, as JSON, where the action needs one.
        supersedes: id of the decision it replaces.
    """

    author: str
    at: datetime
    action: DecisionAction
    target: str
    reason: str
    value: dict[str, Any] | None = None
    supersedes: str | None = None
