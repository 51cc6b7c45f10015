"""``pledgebook check``: anybody's claims, one JSON object a line, against the texts they cite."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pledgebook.extract.gate import Judgement, judge
from pledgebook.extract.gate_case import plainly
from pledgebook.extract.page import Page
from pledgebook.language.english import English
from pledgebook.language.protocol import Language
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Sighting, Snapshot
from pledgebook.model.vocabulary import Verdict

#: How many pages stay indexed at once; claims usually come grouped by their source.
PAGES_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """The verdict on one claim.

    Attributes:
        id: the claim's own id; None where it has none.
        verdict: kept, refused or unsupported.
        reasons: plain clauses, empty where kept.
    """

    id: str | None
    verdict: Verdict
    reasons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Write the row as the contract has it."""
        return {"id": self.id, "verdict": self.verdict, "reasons": list(self.reasons)}


@dataclass(slots=True)
class Sources:
    """Texts that claims may cite, found by their digest or by the caller's own id.

    Attributes:
        by_id: documents by the id of their snapshot.
        by_ref: documents by the ``id`` of their line.
        twice: ids that two different texts carry.
        problems: lines that are no source (fatal), and what is unclear in the others.
    """

    language: Language
    by_id: dict[str, Document] = field(default_factory=dict)
    by_ref: dict[str, Document] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    _pages: OrderedDict[tuple[str, Sighting], Page] = field(default_factory=OrderedDict)

    @classmethod
    def read(cls, lines: Iterable[str], language: Language | None = None) -> Sources:
        """Read JSON lines in the input form; a line that is no source becomes a problem."""
        sources = cls(language or English())
        for n, line in enumerate(lines, start=1):
            if line.strip(_BLANK):
                sources._add(line.lstrip(_BLANK), n)
        return sources

    def _add(self, line: str, n: int) -> None:
        try:
            data = json.loads(line)
            document = _document(data, n)
        except (ValueError, RecursionError) as error:
            self._note("broken-line", f"sources: {_fault(error)}", n, fatal=True)
            return
        if data.get("published") is not None and document.sighting.published is None:
            given = "the publication date is not an ISO date; relative dates stay open"
            self._note("published-invalid", given, n)
        ref = document.sighting.ref
        self.by_id.setdefault(document.snapshot.id, document)
        if self.by_ref.setdefault(ref, document).snapshot.id != document.snapshot.id:
            self.twice.add(ref)
            message = f"another text has the id {ref[:40]!r} too; cite each by its digest"
            self._note("ref-used-twice", message, n)

    def _note(self, code: str, message: str, n: int, *, fatal: bool = False) -> None:
        where = f"line {n}"
        self.problems.append(Problem(code=code, message=message, where=where, fatal=fatal))

    def page(self, claim: Mapping[str, Any]) -> Page | None:
        """Give the page that a claim cites, or None where its text is not among the sources.

        The line's publication date holds; the claim's own serves where the line has none.
        """
        source = claim.get("source")
        if not isinstance(source, Mapping):
            return None
        by_ref = _get(self.by_ref, source.get("ref"))
        by_id = _get(self.by_id, source.get("id"))
        if by_id is None and source.get("ref") in list(self.twice):
            return None
        if by_id is None or (by_ref is not None and by_ref.snapshot.id == by_id.snapshot.id):
            by_id = by_ref
        return None if by_id is None else self._indexed(_dated(by_id, source.get("published")))

    def _indexed(self, document: Document) -> Page:
        key = (document.snapshot.id, document.sighting)
        if key not in self._pages:
            self._pages[key] = Page(document, self.language)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]


#: Blanks and the byte order mark that may stand before a line.
_BLANK = " \t\r\n\ufeff"


def _get(documents: Mapping[str, Document], key: object) -> Document | None:
    return documents.get(key) if isinstance(key, str) else None


def _dated(document: Document, published: object) -> Document:
    if document.sighting.published is not None or _day(published) is None:
        return document
    return replace(document, sighting=replace(document.sighting, published=_day(published)))


def _document(data: object, n: int) -> Document:
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        message = 'the line is not a JSON object with a "text"'
        raise ValueError(message)  # noqa: TRY004 - a fault of the line, like broken JSON
    snapshot = Snapshot.of(data["text"], "given")
    sighting = Sighting(
        snapshot=snapshot.id,
        ref=_words(data.get("id")) or f"line {n}",
        url=_words(data.get("url")),
        title=_words(data.get("title")),
        publisher=_words(data.get("publisher")),
        published=_day(data.get("published")),
        lang=_words(data.get("lang")),
    )
    return Document(snapshot=snapshot, sighting=sighting)


def _words(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def _day(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def check(claims: Iterable[str], sources: Iterable[str]) -> Iterator[CheckRow]:
    """Judge claims against the texts that they cite; one row per line, in order.

    A line that is no claim, and a claim whose text is not among the sources, are refused with the
    reason. Blank lines are skipped.
    """
    yield from check_claims(claims, Sources.read(sources))


def check_claims(claims: Iterable[str], sources: Sources) -> Iterator[CheckRow]:
    """Judge claims against sources that have been read (their problems can then be shown)."""
    for n, line in enumerate(claims, start=1):
        if line.strip(_BLANK):
            yield _check_line(line.lstrip(_BLANK), n, sources)


def _check_line(line: str, n: int, sources: Sources) -> CheckRow:
    try:
        claim = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _refused(None, f"line {n}: not JSON ({_fault(error)})")
    if not isinstance(claim, Mapping):
        return _refused(None, f"line {n}: a claim is a JSON object")
    claim_id = _words(claim.get("id"))
    page = sources.page(claim)
    if page is None:
        return _refused(claim_id, _unknown(claim, sources))
    said: Judgement = judge(claim, page)
    return CheckRow(id=claim_id, verdict=said.verdict, reasons=said.reasons)


def _fault(error: ValueError | RecursionError) -> str:
    """Say in plain words why a line is no JSON object."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.pos + 1}"
    if isinstance(error, RecursionError):
        return "lists or objects are nested too deeply"
    return "a number has too many digits" if "digits" in str(error) else str(error)


def _refused(claim_id: str | None, reason: str) -> CheckRow:
    return CheckRow(id=claim_id, verdict="refused", reasons=(reason,))


def _unknown(claim: Mapping[str, Any], sources: Sources) -> str:
    source = claim.get("source")
    named = source if isinstance(source, Mapping) else {}
    if named.get("ref") in list(sources.twice):
        return f"source: two texts have the id {plainly(named['ref'])}; cite the digest of one"
    name = plainly(named.get("id") or named.get("ref") or "no id and no ref")
    unread = sum(problem.fatal for problem in sources.problems)
    broken = f" ({unread} source lines could not be read)" if unread else ""
    return f"source: the text of {name} is not among the sources{broken}"
