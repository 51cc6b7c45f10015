"""How a statement names a point of a plan: by words of the point's goals, or of the point itself.

Words of the goals stand in ``resources/plan_words.yaml``; a book's definition adds ``terms`` of its
own to a point. Some need a party concerned in the same sentence: "weapons" alone names no aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from pledgebook.model.book import BookDefinition, PlanPointDefinition

#: Letters of a name that its adjectives share with it ("Latvia", "Latvian"); shorter names whole.
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that names a goal of a point; ``goal`` None for one that the definition adds.

    Attributes:
        needs_party: it names the goal only where the sentence names a party concerned too.
        opposes: it speaks against the goal as it stands.
    """

    point: int
    goal: str | None
    pattern: re.Pattern[str]
    needs_party: bool = False
    opposes: bool = False


class PlanWords:
    """The terms of a book's plan, and the names of its actors.

    ``names`` are the names under which the book's sources print an actor, by actor id. An adjective
    counts as a name of a party concerned where it begins as the name does.
    """

    def __init__(self, book: BookDefinition, names: Mapping[str, Iterable[str]]) -> None:
        """Compile the terms."""
        self.names = {actor: frozenset(map(str.casefold, some)) for actor, some in names.items()}
        parties = [name for actor in book.recipients for name in names.get(actor, ())]
        # Without a name nothing can be said of a party: a pattern that no text matches.
        named = "|".join(sorted(map(_stem, parties), key=len, reverse=True)) or r"(?!)"
        self.party = re.compile(rf"\b(?:{named})", re.IGNORECASE)
        self.recipients = frozenset(book.recipients)
        self.terms = tuple(
            term for point in book.points for term in _terms(point, book.coalition, named)
        )
        self._any = re.compile(
            "|".join(term.pattern.pattern for term in self.terms) or r"(?!)", re.IGNORECASE
        )

    def named_in(self, sentence: str) -> Iterator[tuple[Term, re.Match[str]]]:
        """Give the terms that stand in a sentence, each as often as it stands there."""
        if self._any.search(sentence) is None:
            return
        with_party = self.party.search(sentence) is not None
        for term in self.terms:
            if with_party or not term.needs_party:
                yield from ((term, found) for found in term.pattern.finditer(sentence))


def _terms(point: PlanPointDefinition, coalition: str, party: str) -> Iterator[Term]:
    for word in point.terms:
        yield Term(point=point.ordinal, goal=None, pattern=_whole(rf"{re.escape(word)}(?:s|es)?"))
    for goal in point.goals:
        for key in ("opposing", "terms", "with_party"):
            for word in _goals().get(goal, {}).get(key, ()):
                yield Term(
                    point=point.ordinal,
                    goal=goal,
                    pattern=_whole(word.replace("{party}", rf"(?:{party})")),
                    needs_party=key == "with_party",
                    opposes=key == "opposing",
                )
        if goal == "coalition_guarantee":
            yield Term(point=point.ordinal, goal=goal, pattern=_whole(re.escape(coalition)))


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{word})(?!\w)", re.IGNORECASE)


def _stem(name: str) -> str:
    if " " in name or len(name) <= _STEM:
        return rf"{re.escape(name)}\w*"
    return rf"{re.escape(name[:_STEM])}\w*"


@cache
def _goals() -> Mapping[str, Any]:
    path = files("pledgebook.reconcile") / "resources" / "plan_words.yaml"
    found: Mapping[str, Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["goals"]
    return found
