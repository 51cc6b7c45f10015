"""No quality figure falls below its floor, and floors only go up."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

import floors
from floors import Figure, Floor, Floors, Key
from quality_sets import SETS, figures_of, missing

LIMITS = floors.load()


@cache
def measured(of: str) -> list[Figure]:
    """The figures of a set, measured once; the tests are skipped where the set is not there."""
    if absent := missing(of):
        pytest.skip(f"{absent} is not there")
    return figures_of(of)


@pytest.mark.parametrize("of", SETS)
def test_no_figure_is_below_its_floor(of: str) -> None:
    figures = measured(of)
    assert figures
    assert not floors.fallen(figures, LIMITS)


@pytest.mark.parametrize("of", SETS)
def test_every_floor_belongs_to_a_figure(of: str) -> None:
    names = {figure.name for figure in measured(of)}
    assert {name for part, name in (*LIMITS.floors, *LIMITS.without) if part == of} <= names


def earlier_versions() -> list[str]:
    """Texts of the floors file in earlier commits, as far as this clone has them."""
    folder = floors.PATH.parent
    git = shutil.which("git")
    if git is None:
        return []
    log = [git, "log", "--format=%H", "--", floors.PATH.name]
    listed = subprocess.run(log, capture_output=True, text=True, cwd=folder, check=False)
    found = []
    for commit in listed.stdout.split():
        show = [git, "show", f"{commit}:./{floors.PATH.name}"]
        shown = subprocess.run(
            show, capture_output=True, text=True, cwd=folder, check=False, encoding="utf-8"
        )
        if shown.returncode == 0:
            found.append(shown.stdout)
    return found


def test_floors_only_go_up() -> None:
    earlier = earlier_versions()
    if not earlier:
        pytest.skip("no earlier version of bench/floors.yaml is in this clone's history")
    for text in earlier:
        assert not floors.lowered(floors.load(text), LIMITS)


SHARE = Figure(of="set", name="share", value=70.0, shown="70.0%")
FAULTS = Figure(of="set", name="faults", value=2, shown="2", share=False)
GIVEN = Floors(
    floors={
        ("set", "share"): Floor(limit=69.5),
        ("set", "faults"): Floor(limit=2, direction="at_most"),
    },
    without={("set", "time"): "depends on the machine"},
    retired={},
)


def test_a_figure_below_its_floor_is_named() -> None:
    assert floors.fallen([SHARE, FAULTS], GIVEN) == []
    worse = [
        dataclasses.replace(SHARE, value=69.4, shown="69.4%"),
        dataclasses.replace(FAULTS, value=3, shown="3"),
    ]
    assert floors.fallen(worse, GIVEN) == [
        "set: share: 69.4%, floor ≥ 69.5",
        "set: faults: 3, floor ≤ 2",
    ]


def test_a_figure_needs_a_floor_or_a_reason() -> None:
    time = dataclasses.replace(SHARE, name="time")
    assert floors.fallen([time], GIVEN) == []
    new = dataclasses.replace(SHARE, name="new")
    assert floors.fallen([new], GIVEN) == ["set: new: no floor; run make floors"]


def test_floors_are_raised_and_never_lowered() -> None:
    better = [dataclasses.replace(SHARE, value=80.04), dataclasses.replace(FAULTS, value=1)]
    found = floors.raised(better, GIVEN)
    assert found.floors["set", "share"] == Floor(limit=79.5)
    assert found.floors["set", "faults"] == Floor(limit=1, direction="at_most")
    worse = [dataclasses.replace(SHARE, value=60.0), dataclasses.replace(FAULTS, value=9)]
    assert floors.raised(worse, GIVEN) == GIVEN
    assert floors.lowered(GIVEN, found) == []


def test_a_floor_that_is_lowered_or_gone_is_named() -> None:
    low = dataclasses.replace(GIVEN, floors={("set", "share"): Floor(limit=60.0)})
    assert floors.lowered(GIVEN, low) == [
        "set: share: lowered from ≥ 69.5 to ≥ 60",
        "set: faults: the floor ≤ 2 is gone",
    ]


def test_a_floor_takes_leave_with_its_reason() -> None:
    retired: dict[Key, tuple[str, ...]] = {
        ("set", "share"): ("≥ 40: harder lines", "≥ 69.5: the set grew"),
        ("set", "faults"): ("≤ 2: another scorer",),
    }
    low = Floors(floors={("set", "share"): Floor(limit=60.0)}, without={}, retired=retired)
    assert floors.lowered(GIVEN, low) == []
    other = dataclasses.replace(low, retired={**retired, ("set", "faults"): ("≤ 1: older",)})
    assert floors.lowered(GIVEN, other) == ["set: faults: the floor ≤ 2 is gone"]


def test_the_file_is_written_as_it_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = tmp_path / "floors.yaml"
    shutil.copy(floors.PATH, copy)
    monkeypatch.setattr(floors, "PATH", copy)
    floors.write(LIMITS)
    assert floors.load() == LIMITS
