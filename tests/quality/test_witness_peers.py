"""MinHash beside our rule: what is asked of it, and the copies that are planted."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pledgebook.ingest.duplicates import independent
from witness_peers import PEERS, Peer, runs
from witnesses import copied

TEXT = " ".join(f"word{n}" for n in range(200))
HALF = " ".join(f"word{n}" for n in range(100))


@dataclass
class Exact:
    """Stands in for a sketch: the likeness itself, not an estimate."""

    told: set[str]

    def jaccard(self, other: Exact) -> float:
        return len(self.told & other.told) / len(self.told | other.told)


class Every:
    """Stands in for an index that gives everything."""

    def __init__(self) -> None:
        self.keys: list[int] = []

    def query(self, sketch: Exact) -> list[int]:
        del sketch
        return self.keys

    def insert(self, key: int, sketch: Exact) -> None:
        del sketch
        self.keys.append(key)


EXACT = Peer(name="exact", sketch=Exact, index=lambda threshold: Every())  # noqa: ARG005


def test_likeness_calls_a_half_another_text_and_the_share_of_the_shorter_does_not() -> None:
    assert len(runs(TEXT)) == 196
    assert EXACT.alike(0.5)(TEXT, TEXT)
    assert not EXACT.alike(0.5)(TEXT, HALF)
    assert EXACT.contained(0.5)(TEXT, HALF)
    assert not EXACT.contained(0.5)(TEXT, "Something else is told here in a few words.")


def test_the_shortest_of_what_is_alike_is_left() -> None:
    told = {"a": TEXT, "b": f"A headline {TEXT}", "c": HALF}
    assert EXACT.dedupe(0.5)(told) == ("a", "c")


def test_planted_copies_are_copies_to_our_rule() -> None:
    for way in (0, 1):
        copy = copied(TEXT, way, 7)
        assert copy != TEXT
        assert len(independent({"document": TEXT, "copy": copy})) == 1


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_library_finds_the_same_text(peer: Peer) -> None:
    if not peer.installed:
        pytest.skip(f"{peer.name} is not installed (make bench-witnesses)")
    assert peer.alike(0.8)(TEXT, TEXT)
    assert peer.dedupe(0.8)({"a": TEXT, "b": TEXT}) == ("a",)
