"""Whom an official acts for: the reference data, words beside the name or the page say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pledgebook.extract.gate_actors import actor, called
from pledgebook.extract.gate_case import Case, Cited, brief, plainly
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_mentions import mentions_at
from pledgebook.extract.gate_names import names, names_actor, same_actor
from pledgebook.extract.gate_texts import holds, tokens


def official(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge an actor, and whom it acts for."""
    yield from actor(case, path, value)
    if isinstance(value, Mapping) and value.get("affiliation") is not None:
        naming = [words for words in case.nearest_words(path) if names(case, words, value)]
        yield from _affiliation(case, path, value, naming or case.nearest_words(path))


def _affiliation(
    case: Case, path: str, value: Mapping[str, Any], naming: Sequence[Cited]
) -> Iterator[str]:
    """Judge whom a person acts for: as the reader knows it, or somebody named on the page."""
    given = value["affiliation"]
    if not isinstance(given, str):
        yield f"{path}.affiliation: an actor's id is needed, not {brief(given)}"
        return
    known = {
        mention.actor.affiliation
        for words in naming
        for mention in mentions_at(case, words) or ()
        if same_actor(value, mention.actor) and mention.actor.affiliation is not None
    }
    if given in known:
        return
    if known and all(_is_state(code) for code in (*known, given)):
        holders = ", ".join(sorted(map(str, known)))
        says = f"the claim says {plainly(given)}"
        yield f"{path}.affiliation: {called(value)} acts for {holders}, {says}"
    elif not _on_page(case, given):
        yield f"{path}.affiliation: no words say that {called(value)} acts for {plainly(given)}"


def _is_state(code: object) -> bool:
    return isinstance(code, str) and len(code) == len("GBR") and code.isupper()


def _on_page(case: Case, given: str) -> bool:
    """Say whether the page names a state or body anywhere, in its title or as its publisher."""
    for place in ("text", "title", "publisher"):
        if any(given in (m.actor.id, m.actor.affiliation) for m in case.actors(place)):
            return True
    words = tokens(given.rpartition(":")[2].replace("-", " "))
    return ":" in given and holds(tokens(case.page.text), words)


def representing(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge for whom somebody takes part: by its words, or as the one that the person acts for."""
    if not isinstance(value, str):
        yield f"{path}: an actor's id is needed, not {brief(value)}"
        return
    claimed = {"id": value}
    if case.words(path):
        yield from actor(case, path, claimed)
        return
    who = case.claim.get("actor")
    if isinstance(who, Mapping) and value in (who.get("id"), who.get("affiliation")):
        naming = [words for words in case.words("actor") if names(case, words, who)]
        judged = naming or case.words("actor")
        if not list(_affiliation(case, path, {**who, "affiliation": value}, judged)):
            return
    if any(names(case, words, claimed) for words in case.words("actor")):
        return
    if not any(
        names_actor(mention, claimed)
        for words in case.words("actor")
        for mention in case.page.actors.within(clause_of(case, words))
    ):
        yield f"{path}: no words say that the actor stands for {plainly(value)}"
