"""Economic pressure by target, action, stage; frozen assets beside the pledges they finance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Commitment, Measure
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link, entry_path
from pledgebook.publish.doings import actor_links
from pledgebook.publish.faceted import Facet, FacetedList
from pledgebook.publish.headlines import shortened
from pledgebook.publish.listings import Cell, first_told, is_disputed
from pledgebook.publish.statements import UNNAMED, say_actor
from pledgebook.publish.told import Told, told
from pledgebook.reconcile.stages import reached

#: Characters of a measure's object in a row.
_OBJECT = 220
#: Rows of each side of the table of frozen assets; more are counted.
ASSETS = 25

#: Actions on frozen assets, and the codes of ``funding_source.kind`` that draw on them.
_ASSET_ACTIONS = ("asset_freeze", "asset_use")
PROFITS, PRINCIPAL = "frozen_asset_profits", "frozen_assets"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One measure: who acts, on whom, by what action on what, how far it is, who tells it."""

    actors: tuple[Link, ...]
    targets: tuple[Link, ...]
    action: Link
    object: str | None
    amount: Cell | None
    stage: str
    firmness: str
    effective_on: str | None
    told: Told
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetRow:
    """A measure on frozen assets, or a pledge that they finance."""

    link: Link
    words: str | None
    stage: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetSide:
    """Rows under one heading; ``unlisted`` more are not shown."""

    heading: str
    empty: str
    rows: tuple[AssetRow, ...]
    unlisted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenAssets:
    """What is done with frozen assets, beside the pledges that their profits or they finance."""

    measures: AssetSide
    profits: AssetSide
    principal: AssetSide


def measure_row(book: Book, entry: Entry) -> MeasureRow:
    """Make the row of a measure."""
    lead = entry.lead
    assert isinstance(lead, Measure)
    amount, effective = lead.amount, lead.effective_on
    return MeasureRow(
        actors=actor_links(book, lead.actors),
        targets=actor_links(book, lead.targets),
        action=Link(text=words.plain(lead.action), href=entry_path(entry)),
        object=None if lead.object is None else shortened(lead.object, _OBJECT),
        amount=None
        if amount is None
        else Cell(text=words.amount_words(amount), exact=words.amount_exact(amount)),
        stage=words.plain(reached(entry) or lead.stage),
        firmness=words.plain(lead.firmness),
        effective_on=None if effective is None else words.date_words(effective),
        told=told(book, lead, entry),
        disputed=is_disputed(entry),
    )


class AssetIndex:
    """Entries that concern frozen assets, newest first."""

    def __init__(self, book: Book) -> None:
        """Look through measures and commitments once."""
        self.measures = [e for e in book.of_kind("measure") if _on_assets(e)]
        self.funded: dict[str, list[Entry]] = {PROFITS: [], PRINCIPAL: []}
        for entry in book.of_kind("commitment"):
            for kind in dict.fromkeys(_funding(entry)):
                self.funded[kind].append(entry)
        for entries in (self.measures, *self.funded.values()):
            entries.sort(key=lambda e: str(first_told(e) or ""), reverse=True)


def _on_assets(entry: Entry) -> bool:
    return any(isinstance(c, Measure) and c.action in _ASSET_ACTIONS for c in entry.claims)


def _funding(entry: Entry) -> Iterator[str]:
    """Give what pays for a commitment as far as it comes from frozen assets."""
    for claim in entry.claims:
        source = claim.funding_source if isinstance(claim, Commitment) else None
        if source is not None and source.kind in (PROFITS, PRINCIPAL):
            yield source.kind


def frozen_assets(book: Book) -> FrozenAssets:
    """Put measures on frozen assets beside the pledges that the assets finance."""
    index = book.index(AssetIndex)
    return FrozenAssets(
        measures=_side(
            book,
            "Measures on assets",
            "No source tells of assets being frozen or used.",
            index.measures,
        ),
        profits=_side(
            book,
            "Pledges paid from the profits of frozen assets",
            "No pledge is said to be paid from profits of frozen assets.",
            index.funded[PROFITS],
        ),
        principal=_side(
            book,
            "Pledges paid from the frozen assets themselves",
            "No pledge is said to be paid from frozen assets themselves.",
            index.funded[PRINCIPAL],
        ),
    )


def _side(book: Book, heading: str, empty: str, entries: list[Entry]) -> AssetSide:
    return AssetSide(
        heading=heading,
        empty=empty,
        rows=tuple(_asset_row(book, entry) for entry in entries[:ASSETS]),
        unlisted=max(0, len(entries) - ASSETS),
    )


def _asset_row(book: Book, entry: Entry) -> AssetRow:
    lead = entry.lead
    claims = (lead, *entry.claims)
    sources = (c.funding_source for c in claims if isinstance(c, Commitment))
    funding = next((source.words for source in sources if source is not None), None)
    return AssetRow(
        link=entry_link(book, entry),
        words=funding,
        stage=words.plain(reached(entry) or ""),
        told=told(book, lead, entry),
    )


def _targets(entry: Entry) -> Iterator[str]:
    for claim in entry.claims:
        if isinstance(claim, Measure):
            yield from (UNNAMED if actor.id is None else actor.id for actor in claim.targets)


def _actions(entry: Entry) -> Iterator[str]:
    yield from (claim.action for claim in entry.claims if isinstance(claim, Measure))


def _stages(entry: Entry) -> Iterator[str]:
    stage = reached(entry)
    yield from () if stage is None else (stage,)


def say_code(_book: Book, code: str) -> str:
    """Write a value of a facet that holds codes."""
    return words.plain(code)


PRESSURE = FacetedList(
    base="pressure",
    kind="measure",
    title="Economic pressure",
    lead="Sanctions, freezes, price caps and other economic measures, and how far they are.",
    empty="The program found no economic measure in the texts that were read.",
    template="pressure.html",
    facets=(
        Facet(key="target", label="On whom", anything="anybody", of=_targets, say=say_actor),
        Facet(key="action", label="Action", anything="any", of=_actions, say=say_code, files=True),
        Facet(key="stage", label="Stage", anything="any", of=_stages, say=say_code, files=True),
    ),
    row=measure_row,
    beside=frozen_assets,
)
