"""Actors: do the cited words, or what they stand for, name exactly this one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pledgebook.extract.gate_antecedents import (
    antecedents,
    labelled_by_initials,
    stands_for_another,
)
from pledgebook.extract.gate_case import Case, Cited, brief, plainly, shown, shown_all
from pledgebook.extract.gate_counts import count
from pledgebook.extract.gate_cues import words_of
from pledgebook.extract.gate_mentions import mentions_at, quote_of
from pledgebook.extract.gate_names import (
    WHOLE_NAME,
    id_words,
    names,
    names_actor,
    plain_words,
    same_actor,
)
from pledgebook.extract.gate_texts import bare, holds, tokens
from pledgebook.resolve.actors import find_actors


def actor(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge one actor: its id, its name, its count and whom a person acts for."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with id, name and type is needed"
        return
    cited = case.words(path) or case.nearest_words(path)
    if not cited:
        yield f"{path}: no evidence is given for {called(value)}"
        return
    if value.get("id") is None:
        yield from _unidentified(path, value, cited)
    else:
        yield from _identified(case, path, value, cited)
    if value.get("count") is not None:
        yield from count(case, f"{path}.count", value["count"])


def _unidentified(path: str, value: Mapping[str, Any], cited: Sequence[Cited]) -> Iterator[str]:
    """Somebody without an id is known by the words alone: the name must be among them."""
    name = value.get("name")
    if not isinstance(name, str) or not bare(tokens(name)):
        yield f"{path}: an actor without an id needs a name"
    elif not any(holds(tokens(words.quote), bare(tokens(name))) for words in cited):
        yield f"{path}: the words {shown_all(tuple(cited))} are not {shown(name)}"


def _identified(
    case: Case, path: str, value: Mapping[str, Any], cited: Sequence[Cited]
) -> Iterator[str]:
    naming = [words for words in cited if names(case, words, value)]
    known = naming or [words for words in cited if _in_office(case, words, value)]
    for words in cited:
        if words in naming:
            continue
        reason = _not_named(case, words, value, antecedent_cited=bool(known))
        if reason is not None:
            yield f"{path}: {reason}"
    yield from _name(case, path, value, cited)


def _not_named(
    case: Case, words: Cited, value: Mapping[str, Any], *, antecedent_cited: bool
) -> str | None:
    """Give the reason why words that do not name an actor cannot stand for it; None if they can."""
    found = mentions_at(case, words)
    who = called(value)
    if antecedent_cited and labelled_by_initials(words.quote, value):
        return None
    if found is None:
        cut = case.actors(words.place).touching(words.span)[0]
        return f"the words {shown(words.quote)} are cut from {shown(quote_of(case, words, cut))}"
    if not stands_for_another(words, found, official=antecedent_cited):
        if found:
            named = found[0].actor.id or found[0].actor.name
            return f"the words {shown(words.quote)} name {named}, the claim says {who}"
        return f"the words {shown(words.quote)} do not name {who}"
    if antecedent_cited:
        return None
    if any(same_actor(value, candidate) for candidate in antecedents(case, words)):
        return None
    return f"the words {shown(words.quote)} alone do not name {who}"


def _in_office(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """Say whether an office alone tells who is meant ("the President", where the text has one)."""
    if _apposed(case, words, value):
        return True
    found = mentions_at(case, words)
    return (
        found is not None
        and not set(tokens(words.quote)) & words_of("pronouns")
        and stands_for_another(words, found)
        and any(same_actor(value, candidate) for candidate in antecedents(case, words))
    )


def _apposed(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """Say whether a person's whole name follows an office directly ("the mayor, X")."""
    given = str(value["id"])
    if not given.startswith("person:") or not set(tokens(words.quote)) & words_of("role_nouns"):
        return False
    wanted, after = id_words(given), case.string(words.place)[words.span.end :][:_APPOSED]
    named = plain_words(after)[: len(wanted)] == wanted
    return named and len(wanted) >= WHOLE_NAME and _OPENS_NAME.match(after) is not None


#: How much of what follows an office is looked at, and the marks before the name in it.
_APPOSED = 80
_OPENS_NAME = re.compile(r"\s*[,(:]?\s*[^\W\d_]")


def _name(case: Case, path: str, value: Mapping[str, Any], cited: Sequence[Cited]) -> Iterator[str]:
    """Judge the name beside an id: among the words, or another name of the same actor."""
    name = value.get("name")
    if name is None:
        return
    if not isinstance(name, str) or not tokens(name):
        yield f"{path}.name: words are needed, not {brief(name)}"
        return
    wanted = bare(tokens(name))
    if any(holds(tokens(words.quote), wanted) for words in cited):
        return
    given = str(value["id"])
    if given.startswith("person:") and set(id_words(given)) <= set(tokens(name.replace("-", " "))):
        return
    if any(names_actor(m, value) for m in find_actors(name, case.page.published)):
        return
    if not any(
        same_actor(value, m.actor) and holds(tokens(m.actor.name), wanted) for m in case.page.actors
    ):
        yield f"{path}.name: {shown(name)} is not what {plainly(given)} is called here"


def called(value: Mapping[str, Any]) -> str:
    """What a reason calls an actor: its id, else its name."""
    return plainly(value.get("id") or value.get("name") or "this actor")
