"""Search over claims and sources: words and phrases, the same hits in both databases.

Words are cut and folded here (case and accents fall away) and the database only looks them up, so
that SQLite's FTS5 and PostgreSQL's tsvector agree. The index is a projection: kept up to date by
the transaction that adds a source, and built again from the chain at any time, to the same rows.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from pledgebook.ledger.dialects import insert_rows
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.tables import CLAIMS, ENTRY_CLAIMS, SEARCH, SNAPSHOTS
from pledgebook.model.claims import KINDS

#: A word: letters and digits of any script.
_WORD = re.compile(r"[^\W_]+")
#: Where a mark over a letter can stand.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
#: What a user asks for: a quoted phrase or a bare word, each perhaps open at its end.
_ASKED = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
#: What may hold a name in a claim's JSON.
_HOLDERS = frozenset({dict, list})
#: Where a sentence of a source ends, for showing a hit.
_END = re.compile(r"[.!?…][\u201d\u2019\")\]]*\s|\n")

#: Code points of a source that make one row: PostgreSQL takes a megabyte of words in one.
_PIECE = 100_000
#: Rows that one source may have.
_PIECES = 1_000
#: Longest word that is told apart from a longer one.
_LONGEST = 64
#: Longest part of a source that is shown for a hit, in code points on either side.
_SHOWN = 300
#: Texts read at a time while the index is built again.
_BATCH = 200

#: Kinds that a search can be narrowed to.
SEARCHED = (*KINDS, "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One claim or source that has the words.

    Attributes:
        kind: of the claim, or ``source``.
        id: of the claim or source.
        source: id of the text.
        sentence: the sentence with the hit, as the source prints it.
        entry: id of the entry that the claim is folded into; None for a source, and for a claim
            that no longer stands or is not folded yet.
    """

    kind: str
    id: str
    source: str
    sentence: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another; where ``open``, the last may go on."""

    words: tuple[str, ...]
    open: bool = False


def folded_words(given: str) -> list[str]:
    """Cut a text into words without case and accents."""
    plain = given.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        marks = [c for c in set(_NOT_ASCII.findall(plain)) if unicodedata.combining(c)]
        plain = plain.translate({ord(c): None for c in marks}) if marks else plain
    words = _WORD.findall(plain)
    if max(map(len, words), default=0) > _LONGEST:
        return [word[:_LONGEST] for word in words]
    return words


def asked_terms(query: str) -> tuple[Term, ...]:
    """Read a query: bare words, "quoted phrases", and ``word*`` for all that begin so.

    Every other sign only parts words. Raises LedgerError where there is no word at all.
    """
    terms = []
    for phrase, star, bare in _ASKED.findall(query):
        words = tuple(folded_words(phrase or bare))
        if words:
            terms.append(Term(words, bool(star) or bare.endswith("*")))
    if not terms:
        raise LedgerError("a search needs at least one word of letters or digits")
    return tuple(terms)


def search(connection: Connection, query: str, kind: str | None, limit: int) -> list[Hit]:
    """Find the newest rows that have all terms of the query; raises LedgerError."""
    if kind is not None and kind not in SEARCHED:
        raise LedgerError(f"there is no kind {kind!r}; choose {', '.join(SEARCHED)}")
    terms = asked_terms(query)
    rows = _found(connection, terms, kind, limit)
    texts = _texts(connection, {row.source for row in rows})
    claims = _sentences(connection, [row.place // _PIECES for row in rows if row.kind != "source"])
    entries = _entries(connection, [row.id for row in rows])
    return [
        Hit(
            kind=row.kind,
            id=row.id,
            source=row.source,
            sentence=_shown(texts.get(row.source, ""), claims.get(row.id), row.place, terms),
            entry=entries.get(row.id),
        )
        for row in rows
    ]


def _found(
    connection: Connection, terms: Sequence[Term], kind: str | None, limit: int
) -> Sequence[Any]:
    dialect = connection.dialect.name
    narrowed = "" if kind is None else "AND search.kind = :kind"
    query = _FIND[dialect].format(narrowed=narrowed)
    values = {"words": _MATCH[dialect](terms), "kind": kind, "limit": limit}
    return connection.execute(text(query), {k: v for k, v in values.items() if v is not None}).all()


_FIND = {
    "sqlite": (
        "SELECT place, kind, id, source FROM search_words "
        "JOIN search ON place = search_words.rowid WHERE search_words MATCH :words "
        "{narrowed} ORDER BY search_words.rowid DESC LIMIT :limit"
    ),
    "postgresql": (
        "SELECT place, kind, id, source FROM search WHERE tokens @@ to_tsquery('simple', :words) "
        "{narrowed} ORDER BY place DESC LIMIT :limit"
    ),
}


def _fts5(terms: Sequence[Term]) -> str:
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.open else ""}' for term in terms)


def _tsquery(terms: Sequence[Term]) -> str:
    def written(term: Term) -> str:
        quoted = [f"'{word}'" for word in term.words]
        return "(" + " <-> ".join(quoted) + (":*" if term.open else "") + ")"

    return " & ".join(map(written, terms))


_MATCH = {"sqlite": _fts5, "postgresql": _tsquery}


def _texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    query = select(SNAPSHOTS.c.key, SNAPSHOTS.c.payload).where(
        SNAPSHOTS.c.key.in_(sorted(ids)), SNAPSHOTS.c.payload.is_not(None)
    )
    return {key: json.loads(payload)["text"] for key, payload in connection.execute(query)}


def _sentences(connection: Connection, places: Sequence[int]) -> dict[str, tuple[int, int]]:
    query = select(CLAIMS.c.id, CLAIMS.c.payload).where(
        CLAIMS.c.seq.in_(places), CLAIMS.c.payload.is_not(None)
    )
    found = ((name, json.loads(payload)["sentence"]) for name, payload in connection.execute(query))
    return {name: (sentence["start"], sentence["end"]) for name, sentence in found}


def _entries(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    query = select(ENTRY_CLAIMS.c.claim, ENTRY_CLAIMS.c.entry)
    rows = connection.execute(query.where(ENTRY_CLAIMS.c.claim.in_(claims)))
    return {row.claim: row.entry for row in rows}


def _shown(whole: str, span: tuple[int, int] | None, place: int, terms: Sequence[Term]) -> str:
    start, end = span if span is not None else _around_hit(whole, place % _PIECES, terms)
    return " ".join(whole[start:end].split())


def _around_hit(whole: str, piece: int, terms: Sequence[Term]) -> tuple[int, int]:
    first = _first_hit(whole, piece * _PIECE, terms)
    ends = [m.end() for m in _END.finditer(whole, max(0, first - _SHOWN), first + 1)]
    start = ends[-1] if ends else max(0, first - _SHOWN)
    after = _END.search(whole, first, first + _SHOWN)
    return start, after.end() if after else min(len(whole), first + _SHOWN)


def _first_hit(whole: str, start: int, terms: Sequence[Term]) -> int:
    """Place of the first of the words asked for; the start of the piece where none is found."""
    exact = {term.words[0] for term in terms if len(term.words) > 1 or not term.open}
    begun = tuple(term.words[0] for term in terms if len(term.words) == 1 and term.open)
    for match in _WORD.finditer(whole, start):
        word = "".join(folded_words(match.group()))
        if word in exact or (begun and word.startswith(begun)):
            return match.start()
    return start


def add_to_index(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Index rows as ``snapshot_entries`` and ``claim_entry`` make them."""
    if not rows:
        return
    insert_rows(connection, SEARCH, rows)
    if connection.dialect.name == "sqlite":
        into = "INSERT INTO search_words (rowid, words) VALUES (?, ?)"
        connection.exec_driver_sql(into, [(r["place"], r["words"]) for r in rows])


def snapshot_entries(seq: int, name: str, whole: str) -> Iterator[dict[str, Any]]:
    """Rows of a source: one, or more for a very long one."""
    for piece, start in enumerate(range(0, max(1, len(whole)), _PIECE)):
        if piece < _PIECES:
            words = " ".join(folded_words(whole[start : start + _PIECE]))
            row = {"place": seq * _PIECES + piece, "kind": "source", "id": name, "source": name}
            yield {**row, "words": words}


def claim_entry(seq: int, claim: Mapping[str, Any], whole: str) -> dict[str, Any]:
    """Row of a claim: its sentence, and the names it gives to those the sentence speaks of."""
    sentence = whole[claim["sentence"]["start"] : claim["sentence"]["end"]]
    words = folded_words("\n".join([sentence, *_names(claim)]))
    return {
        "place": seq * _PIECES,
        "kind": claim["kind"],
        "id": claim["id"],
        "source": claim["source"]["id"],
        "words": " ".join(words),
    }


def _names(claim: Mapping[str, Any]) -> list[str]:
    """Names of actors, events and things among a claim's values, each once."""
    found: set[str] = set()
    waiting: list[Any] = [
        value
        for name, value in claim.items()
        if value and type(value) in _HOLDERS and name not in ("source", "evidence")
    ]
    while waiting:
        value = waiting.pop()
        parts = value
        if type(value) is dict:
            name, parts = value.get("name"), value.values()
            if type(name) is str:
                found.add(name)
        waiting += [part for part in parts if part and type(part) in _HOLDERS]
    return sorted(found)


def rebuild_index(connection: Connection) -> int:
    """Drop the index and build it again from the chain; gives the number of rows."""
    connection.execute(SEARCH.delete())
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    count, after = 0, 0
    while texts := _texts_after(connection, after):
        rows = [row for seq, name, whole in texts for row in snapshot_entries(seq, name, whole)]
        rows += _claims_of(connection, {name: whole for _, name, whole in texts})
        add_to_index(connection, rows)
        count, after = count + len(rows), texts[-1][0]
    return count


def _texts_after(connection: Connection, seq: int) -> list[tuple[int, str, str]]:
    table = SNAPSHOTS.c
    query = select(table.seq, table.key, table.payload).where(
        table.seq > seq, table.payload.is_not(None)
    )
    rows = connection.execute(query.order_by(table.seq).limit(_BATCH))
    return [(row.seq, row.key, json.loads(row.payload)["text"]) for row in rows]


def _claims_of(connection: Connection, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    table = CLAIMS.c
    query = select(table.seq, table.id, table.snapshot, table.payload).where(
        table.snapshot.in_(sorted(texts)), table.payload.is_not(None)
    )
    first: dict[str, dict[str, Any]] = {}
    for row in connection.execute(query.order_by(table.seq)):
        if row.id not in first:
            claim = json.loads(row.payload)
            first[row.id] = claim_entry(row.seq, claim, texts[row.snapshot])
    return list(first.values())
