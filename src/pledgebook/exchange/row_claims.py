"""The claim of one row under one map, and what stands in its way; the row's gate judges it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pledgebook.exchange.leaves import fields, optional
from pledgebook.exchange.row_cells import Fault, RowCells
from pledgebook.exchange.row_gate import RowCase, unborne
from pledgebook.exchange.row_values import values_of
from pledgebook.model.claims import KINDS, Claim
from pledgebook.model.spans import Span

#: Parts of a claim without which it still says what was promised: a row whose cell for one of
#: these cannot be read is taken without it, and the report says so.
LESSER = frozenset({"announced_on", "said_on", "effective_on", "period", "ordinal"})


def row_claim(cells: RowCells, before: Sequence[Fault] = ()) -> tuple[Claim | None, list[Fault]]:
    """Build the claim of a row; None where a fault, or one of those ``before``, weighs too much.

    Gives the claim and every fault that was found.
    """
    values = values_of(cells)
    faults = list(cells.faults)
    missing = [name for name in cells.map.needed(cells.kind) if name not in values]
    said = {fault.path.split(".")[0] for fault in (*before, *faults)}
    faults.extend(
        Fault(name, _column_of(cells, name), f"{name} is missing", "value-missing")
        for name in missing
        if name not in said
    )
    if missing or any(_weighs(fault) for fault in (*before, *faults)):
        return None, faults
    claim = _claim(cells, values)
    if isinstance(claim, Fault):
        return None, [*faults, claim]
    case = RowCase(claim, cells.text, cells.map, cells.columns, cells.readers)
    refused = list(dict.fromkeys(unborne(case)))
    if refused:
        return None, [*faults, Fault("", None, "; ".join(refused), "refused-by-gate")]
    return claim, faults


def _claim(cells: RowCells, values: Mapping[str, Any]) -> Claim | Fault:
    problems = set(cells.problems)
    if cells.kind == "commitment" and not values.get("donors"):
        problems.add("donor-unresolved")
    try:
        return KINDS[cells.kind](
            **(_absent(KINDS[cells.kind]) | dict(values)),
            source=cells.source,
            evidence=tuple(cells.evidence),
            sentence=Span(0, len(cells.text.text)),
            reader=cells.map.reader,
            confidence=1.0,
            problems=tuple(sorted(problems)),
        )
    except TypeError as error:
        lacking = str(error).rpartition("argument")[2].strip(" s:")
        return Fault("", None, f"a {cells.kind} needs {lacking}", "value-missing")


def _column_of(cells: RowCells, name: str) -> str | None:
    fed = (p for p in cells.map.fields if p == name or p.startswith(f"{name}."))
    return next((column for p in fed if (column := cells.column(p))), None)


def _absent(cls: type[Claim]) -> dict[str, None]:
    """Give None for the fields that may be None but have no default of their own."""
    bare = {f.name for f in dataclasses.fields(cls) if f.default is dataclasses.MISSING}
    return {name: None for name, hint in fields(cls).items() if name in bare and optional(hint)}


def _weighs(fault: Fault) -> bool:
    """Say whether a claim without this value would say something else."""
    head = fault.path.split(".")[0]
    return not (
        head in LESSER or fault.path.startswith(("items.quantity", "event.date", "event.end"))
    )
