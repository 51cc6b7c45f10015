"""What a release is made of: one view of a book, looked up once, and what its rights allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from pledgebook.ledger.releases import Releases
from pledgebook.ledger.view import View
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.snapshots import Decision
from pledgebook.model.vocabulary import Rights


class Held:
    """One view with the look-ups that several tables need."""

    def __init__(self, view: View) -> None:
        """Read a view; everything is loaded on first use."""
        self.view = view

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the book; none of a book without sources."""
        return self.view.entries() if self.view.sources() else ()

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Texts by id."""
        return {source.snapshot.id: source.snapshot.text for source in self.view.sources()}

    @cached_property
    def rights(self) -> Mapping[str, Rights]:
        """The strictest rights under which each text was ever seen, as they stand now.

        A book of an older day is frozen today: what may no longer be quoted is not quoted in it.
        """
        return self.view.rights()

    def named_only(self, source: str | None) -> bool:
        """Say whether a source may be named only, its words withheld."""
        return source is not None and self.rights.get(source, "excerpt") == "metadata"

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, Relation]]:
        """Entry and relation of each claim, by the claim's id."""
        return {
            claim.id: (entry.id, relation)
            for entry in self.entries
            for claim, relation in zip(entry.claims, entry.relations, strict=True)
        }

    @cached_property
    def sources_of(self) -> Mapping[str, frozenset[str]]:
        """Texts that an id speaks of: of a claim its text, of an entry those of all its claims."""
        found: dict[str, set[str]] = {}
        for claim in self._every_claim():
            for name in (claim.id, claim.known_as):
                found.setdefault(name, set()).add(claim.source.id)
        for entry in self.entries:
            found.setdefault(entry.id, set()).update(c.source.id for c in entry.claims)
        return {name: frozenset(texts) for name, texts in found.items()}

    def _every_claim(self) -> Iterator[Claim]:
        yield from self.view.claims()
        yield from (one.claim for one in self.view.former())
        yield from (one.claim for one in self.view.lapsed())

    def may_tell(self, decision: Decision) -> bool:
        """Say whether a decision's value may be shown: no text behind it may be named only.

        A target that nothing in the book knows any more is told only where every text may be.
        """
        target = decision.target
        texts = frozenset({target}) if target in self.rights else self.sources_of.get(target)
        return not any(map(self.named_only, self.rights if texts is None else texts))

    @cached_property
    def releases(self) -> Releases:
        """The newest releases of the data sets in the book."""
        return Releases.among(self.entries, self.view.releases())

    @cached_property
    def decided(self) -> frozenset[str]:
        """Entries and claims about which a decision holds."""
        return frozenset(item.decision.target for item in self.view.in_force())

    @cached_property
    def in_review(self) -> frozenset[str]:
        """Entries that a person should look at again."""
        return frozenset(r.entry for r in self.view.reviews() if r.entry is not None)
