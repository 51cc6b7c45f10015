"""How much of a text may be shown, where it was seen under several rights."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Rights

_STRICT: tuple[Rights, ...] = ("metadata", "excerpt", "full")


def rights_of(sightings: Iterable[Sighting]) -> Rights:
    """Give the strictest rights under which a text was seen; ``excerpt`` where none was."""
    found = {sighting.rights for sighting in sightings}
    return next((rights for rights in _STRICT if rights in found), "excerpt")
