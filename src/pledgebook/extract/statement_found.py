"""A statement found in one unit of text, as numbers of words."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.cues import Cue, Force
from pledgebook.extract.statement_subjects import Subject


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words ``first`` to before ``last``."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in one unit.

    Attributes:
        rule: name of the rule.
        content: its pieces, first and last (exclusive).
        subject: who says it.
        cue: first and last (exclusive) word of the cue.
        force: how surely it is a saying.
        recipient: True where a hearer may stand behind the cue.
    """

    rule: str
    content: tuple[tuple[int, int], ...]
    subject: Subject
    cue: tuple[int, int]
    force: Force
    recipient: bool = False
