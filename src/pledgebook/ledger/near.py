"""What lies around one entry, claim or source: found by look-ups, so that the rest stays unread."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import Column, Connection, or_, select

from pledgebook.ledger.decided import Decided, added_claim, age, in_force, named
from pledgebook.ledger.lookups import AT_ONCE, of_claims
from pledgebook.ledger.projection import projected, projected_at
from pledgebook.ledger.seen import Seen, rows_after
from pledgebook.ledger.settled import changed_targets, versions
from pledgebook.ledger.standing import Scope, decisions_of, standing, stored_claims
from pledgebook.ledger.tables import CLAIMS, ENTRIES, ENTRY_CLAIMS, SNAPSHOTS
from pledgebook.model.claims import Claim
from pledgebook.model.vocabulary import Kind

#: An id or its beginning; shorter beginnings are left to the view of the whole book, which also
#: knows sources by their address.
_ID = re.compile(r"(?:[a-z0-9_]+:)?[0-9a-f]{6,}")


#: What stands before the digits of an id, by the table that holds it.
_KINDS: dict[str, list[str]] = {
    ENTRIES.name: ["entry:"],
    CLAIMS.name: [f"{kind}:" for kind in get_args(Kind)],
    SNAPSHOTS.name: ["sha256:"],
}
#: Sorts after every hexadecimal digit.
_AFTER = "g"


def near(connection: Connection, name: str) -> tuple[Scope, Seen] | None:
    """Read what a view needs to tell of one record, and nothing else.

    Gives None where only the whole book can tell: its entries lie behind, or the name is no id
    that fits exactly one record.
    """
    at = projected_at(connection)
    if at is None or rows_after(connection, at.seq) or not _ID.fullmatch(name):
        return None
    around = _Around.of(connection)
    found = around.record(name)
    if found is None:
        return None
    entries, sources = around.reach(*found)
    if max(len(entries), len(sources)) > AT_ONCE:
        return None
    scope = Scope(until=at.seq, sources=frozenset(sources))
    state = standing(connection, scope)
    claims = {claim.id: claim for claim in state.claims}
    return scope, Seen(standing=state, entries=projected(connection, claims, entries))


@dataclass(frozen=True, kw_only=True)
class _Around:
    """Look-ups from record to record.

    Attributes:
        decided: all decisions.
        persons: claims that persons made or changed, by id.
        version: the id of a person's version, by the id of the claim it stands for.
    """

    connection: Connection
    decided: Sequence[Decided]
    persons: Mapping[str, Claim]
    version: Mapping[str, str]

    @classmethod
    def of(cls, connection: Connection) -> _Around:
        """Read the decisions, and the claims that they change."""
        decided = decisions_of(connection, Scope())
        standing_ = sorted(in_force(decided), key=age)
        targets = changed_targets(standing_)
        keys = _of_claims(connection, CLAIMS.c.key, targets)
        read = {c.id: c for c in stored_claims(connection, CLAIMS.c.key, keys).values()}
        added = [added_claim(item.decision) for item in decided]
        by_id = {claim.id: claim for claim in added if claim is not None}
        made = versions({**read, **by_id}, standing_)
        return cls(
            connection=connection,
            decided=decided,
            persons={**by_id, **{claim.id: claim for claim in made.values()}},
            version={name: claim.id for name, claim in made.items()},
        )

    def record(self, name: str) -> tuple[set[str], set[str], set[str]] | None:
        """The one entry, claim or source that ``name`` is or begins, each as a set of ids."""
        columns = (ENTRIES.c.id, CLAIMS.c.id, SNAPSHOTS.c.key)
        found = [self._exact(column, name) for column in columns]
        found[1] |= {name} & self.persons.keys()
        if not any(found):
            found = [self._begun(column, name) for column in columns]
            found[1] |= {i for i in self.persons if _begins(i, name)}
        entries, claims, sources = found
        return (entries, claims, sources) if sum(map(len, found)) == 1 else None

    def reach(
        self, entries: set[str], claims: set[str], sources: set[str]
    ) -> tuple[set[str], set[str]]:
        """Entries and sources that the history of these records speaks of."""
        loose = {claim for claim in claims if not self._homes([claim])}
        # What stands in the place of a claim that no reading gives any more is in the same text.
        mine = claims | self._claims_of(sources | self._sources_of(loose))
        entries = entries | self._homes(mine)
        names = mine | entries | self._members(entries)
        beside = self._decided_with(names)
        entries |= self._homes(beside) | self._some(ENTRIES.c.id, ENTRIES.c.id, beside)
        everything = mine | self._members(entries) | beside
        return entries, sources | self._sources_of(everything)

    def _exact(self, column: Column[str], name: str) -> set[str]:
        if column is CLAIMS.c.id:
            # Between the keys of a shortened id those of a full one lie in some collations.
            return {name} & _of_claims(self.connection, column, {name})
        return set(self.connection.execute(select(column).where(column == name)).scalars())

    def _begun(self, column: Column[str], name: str) -> set[str]:
        """Ids of a column that begin so, with their kind in front or without it; two at most.

        Ranges, since an index serves no LIKE with an escape; the beginning is compared as well,
        since no collation is relied on.
        """
        indexed = CLAIMS.c.key if column is CLAIMS.c.id else column
        kinds = [""] if ":" in name else _KINDS[column.table.name]
        begins = [kind + name for kind in kinds]
        ranges = [
            indexed.between(begin, begin + _AFTER) & column.startswith(begin, autoescape=True)
            for begin in begins
        ]
        query = select(column).where(or_(*ranges)).distinct().limit(2)
        return set(self.connection.execute(query).scalars())

    def _some(self, column: Column[str], by: Column[str], values: Iterable[str]) -> set[str]:
        wanted, found = sorted(set(values)), set[str]()
        for start in range(0, len(wanted), AT_ONCE):
            query = select(column).where(by.in_(wanted[start : start + AT_ONCE]))
            found.update(self.connection.execute(query).scalars())
        return found

    def _claims_of(self, sources: Collection[str]) -> set[str]:
        made = {c.known_as for c in self.persons.values() if c.source.id in sources}
        return made | self._some(CLAIMS.c.id, CLAIMS.c.snapshot, sources)

    def _homes(self, claims: Iterable[str]) -> set[str]:
        every = {name for claim in claims for name in (claim, self.version.get(claim, claim))}
        return self._some(ENTRY_CLAIMS.c.entry, ENTRY_CLAIMS.c.claim, every)

    def _members(self, entries: Collection[str]) -> set[str]:
        """Claims of entries, under the ids that their readers gave and under persons' own."""
        found = self._some(ENTRY_CLAIMS.c.claim, ENTRY_CLAIMS.c.entry, entries)
        return found | {self.persons[name].known_as for name in found & self.persons.keys()}

    def _decided_with(self, names: Collection[str]) -> set[str]:
        """Everything that decisions name which name one of ``names``."""
        every = (_about(item) for item in self.decided)
        return {name for about in every if about & set(names) for name in about}

    def _sources_of(self, claims: Collection[str]) -> set[str]:
        made = {self.persons[name].source.id for name in claims if name in self.persons}
        return made | _of_claims(self.connection, CLAIMS.c.snapshot, claims)


def _of_claims(connection: Connection, column: Column[str], ids: Collection[str]) -> set[str]:
    """Values of a column of claims, by their ids."""
    queries = (select(column).where(some) for some in of_claims(ids))
    return {value for query in queries for value in connection.execute(query).scalars()}


def _about(item: Decided) -> frozenset[str]:
    added = added_claim(item.decision)
    return named(item.decision) if added is None else frozenset({added.id})


def _begins(full: str, name: str) -> bool:
    return full.startswith(name) or f":{name}" in full
