"""Which texts were seen at, or name as their source, one and the same address."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from urllib.parse import urlsplit

from pledgebook.model.claims import Commitment
from pledgebook.model.snapshots import Sighting
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.announced import announced_day
from pledgebook.reconcile.releases import record_of

#: Addresses of each snapshot that another snapshot has as well.
Addresses = Mapping[str, frozenset[str]]

#: Marks the blocks of claims at one address.
_AT = "address"


def shared_addresses(sightings: Iterable[Sighting]) -> dict[str, frozenset[str]]:
    """Give the addresses of each text at which another text was seen too.

    A page that was edited has several texts at its address; a row of a data set is seen at the
    addresses that it names as its sources.
    """
    texts: dict[str, set[str]] = {}
    for sighting in sightings:
        if sighting.url is not None:
            texts.setdefault(_plain(sighting.url), set()).add(sighting.snapshot)
    found: dict[str, set[str]] = {}
    for address, snapshots in texts.items():
        if len(snapshots) > 1:
            for snapshot in snapshots:
                found.setdefault(snapshot, set()).add(address)
    return {snapshot: frozenset(addresses) for snapshot, addresses in found.items()}


def _plain(url: str) -> str:
    """Without what does not change the page: scheme, "www.", a fragment, a slash at the end."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def address_blocks(
    claim: Commitment, addresses: Addresses, weeks: Iterable[Hashable]
) -> Iterator[Hashable]:
    """Blocks of a claim at its addresses: a row by the day it dates, a text by its weeks."""
    named = addresses.get(claim.source.id)
    if not named or claim.amount is None:
        return
    day = announced_day(claim)
    times = weeks if record_of(claim) is None else [] if day is None else [day]
    yield from product([_AT], sorted(actor_ids(claim.donors)), sorted(named), times)
