"""Places where one text was read."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.model.snapshots import Sighting


def places(sightings: Iterable[Sighting]) -> int:
    """Count the places where a text was read; an address that a row only names is none."""
    return sum(bool(s.publisher or s.published or s.retrieved or s.raw_digest) for s in sightings)
