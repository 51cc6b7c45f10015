"""Cue words: which words say that somebody speaks, and what may follow them. Data in cues.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pledgebook.extract.lexicon import forms, load

Force = Literal["speech", "stance", "report", "belief", "intent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A verb of saying in one of its senses.

    Attributes:
        lemma: the verb, with its particle ("point out").
        rest: the words after the first one, lower case.
        frames: what the content may be (see ``resources/cues.yaml``).
        recipient: True where a hearer may stand between cue and content.
        force: how surely it is a saying.
    """

    lemma: str
    rest: tuple[str, ...]
    frames: frozenset[str]
    recipient: bool
    force: Force


def _inflected(verb: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    return (verb, *irregular[verb]) if verb in irregular else forms(verb)


def _merge(old: Cue | None, new: Cue) -> Cue:
    """Join two classes of one verb; the force of the first one listed holds."""
    if old is None:
        return new
    return Cue(
        lemma=old.lemma,
        rest=old.rest,
        frames=old.frames | new.frames,
        recipient=old.recipient or new.recipient,
        force=old.force,
    )


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Map each inflected first word to its cues, those with the longest particle first."""
    data: dict[str, Any] = load("cues")
    lemmas: dict[str, Cue] = {}
    for row in data["classes"].values():
        for lemma in row["verbs"]:
            cue = Cue(
                lemma=lemma,
                rest=tuple(lemma.split()[1:]),
                frames=frozenset(row["frames"]),
                recipient=row.get("recipient", False),
                force=row["force"],
            )
            lemmas[lemma] = _merge(lemmas.get(lemma), cue)
    found: dict[str, list[Cue]] = {}
    for lemma, cue in lemmas.items():
        for form in dict.fromkeys(_inflected(lemma.split()[0], data["irregular"])):
            found.setdefault(form, []).append(cue)
    return {f: tuple(sorted(row, key=lambda c: -len(c.rest))) for f, row in found.items()}


@cache
def nouns() -> frozenset[str]:
    """Nouns of saying, singular and plural, whose that-clause is content."""
    words = load("cues")["nouns"]
    return frozenset(words) | frozenset(f"{word}s" for word in words)


@cache
def words(name: str) -> frozenset[str]:
    """Give a plain list of cues.yaml (``times``, ``channels``)."""
    return frozenset(load("cues")[name])


#: One character for each kind of word; a unit's kinds are a string that rules look at.
KIND_CODES = {
    "subject": "P",
    "determiner": "D",
    "preposition": "R",
    "conjunction": "C",
    "subordinator": "S",
    "that": "T",
    "auxiliary": "A",
    "adverb": "V",
    "verb": "v",
}


@cache
def kinds() -> dict[str, str]:
    """Map each function word and common verb form to the code of its kind."""
    found: dict[str, str] = {}
    for name, code in KIND_CODES.items():
        for word in load("cues")["kinds"][name]:
            found.setdefault(word, code)
    return found
