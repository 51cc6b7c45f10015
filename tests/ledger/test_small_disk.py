"""PostgreSQL on a disk that fills up: a clear refusal, nothing lost, and on it goes with room."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from small_disk import SmallDisk, filled, refusal, small_disk
from throwaway_postgresql import REQUIRED, programs, server


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    if programs() is None and not os.environ.get(REQUIRED):
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    if (said := refusal()) != "":
        pytest.skip(f"no small disk can be mounted here (root may): {said}")
    with small_disk() as mounted:
        yield mounted


def test_a_full_disk_of_a_server(disk: SmallDisk) -> None:
    with server(durable=True, on=disk.folder) as running:
        found = filled(running.database(), disk)
    assert found.wrong == []
    assert len(found.acknowledged) >= 1
    assert "the disk is full; nothing of the last source was kept" in found.refused
