"""Actors: do the cited words, or what they stand for, name exactly this one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pledgebook.extract.gate_antecedents import (
    antecedents,
    labelled_by_initials,
    stands_for_another,
)
from pledgebook.extract.gate_case import Case, Cited, brief, plainly, shown, shown_all
from pledgebook.extract.gate_counts import count
from pledgebook.extract.gate_cues import cue, cue_lists, words_of
from pledgebook.extract.gate_texts import bare, holds, tokens
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_groups import union_of
from pledgebook.resolve.actor_names import plain
from pledgebook.resolve.actors import find_actors, read_actors
from pledgebook.resolve.instruments import find_instruments
from pledgebook.resolve.mentions import ActorMention

#: Longest passage, in words, that may be cited for one actor.
MAX_WORDS = 14


#: Where the page may name a body.
_PLACES: tuple[EvidencePlace, ...] = ("text", "title", "publisher")
#: Capitals of this length at most are an abbreviation.
_ABBREVIATION = 5
#: Words of a name that is whole: a first name and a surname.
_WHOLE_NAME = 2


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
        return f"the words {shown(words.quote)} are cut from {shown(_quote(case, words, cut))}"
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
    wanted, after = _id_words(given), case.string(words.place)[words.span.end :][:_APPOSED]
    named = _plain_words(after)[: len(wanted)] == wanted
    return named and len(wanted) >= _WHOLE_NAME and _OPENS_NAME.match(after) is not None


#: How much of what follows an office is looked at, and the marks before the name in it.
_APPOSED = 80
_OPENS_NAME = re.compile(r"\s*[,(:]?\s*[^\W\d_]")


def names(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """Say whether cited words name the actor, whole and not as one among many others."""
    if _by_instrument(words, value):
        return True
    found = mentions_at(case, words)
    if not found:
        return _named_by_id(case, words, value) if found is not None else False
    if len(tokens(words.quote)) > MAX_WORDS:
        return False
    return (
        any(names_actor(mention, value) for mention in found)
        or _full_id(words, value)
        or _shared_seat(case, words, value)
    )


def _by_instrument(words: Cited, value: Mapping[str, Any]) -> bool:
    """An instrument that only one has names whose it is ("a presidential drawdown")."""
    whole = Span(0, len(words.quote))
    return any(
        span == whole and actor.id == value.get("id")
        for span, actor in find_instruments(words.quote)
    )


def _shared_seat(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """A city that two actors sit in names the one that the sentence names too."""
    shared = cue_lists()["shared_seats"].get(" ".join(tokens(words.quote)), ())
    near = case.actors(words.place).within(case.sentence(words)) if words.place == "text" else ()
    return value.get("id") in shared and any(value["id"] == m.actor.id for m in near)


def mentions_at(case: Case, words: Cited) -> tuple[ActorMention, ...] | None:
    """Actors that cited words name; None where the words are cut out of a longer name."""
    index = case.actors(words.place)
    touching = index.touching(words.span)
    whole = tuple(mention for mention in touching if words.span.holds(mention.span))
    if whole or not touching:
        return whole or _by_office(case, words) or _by_seat(case, words) or _for_state(case, words)
    part = touching[0]
    if _surname(case, words, part):
        return (part,)
    alone = find_actors(words.quote, case.page.published)
    if not _on_words(case, words) or len(alone) != 1 or alone[0].actor.id is None:
        return None
    if alone[0].actor.id == part.actor.id:
        return (part,)
    # "British" of "the British foreign secretary": the state that the office is of
    return alone if alone[0].actor.id == part.actor.affiliation else None


def _by_office(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A person named by the office printed beside the name ("British Prime Minister")."""
    string = case.string(words.place)
    end = min(len(string), words.span.end + 60)
    near = case.actors(words.place).touching(type(words.span)(max(0, words.span.start - 60), end))
    return tuple(
        mention
        for mention in near
        if mention.office_span is not None and mention.office_span.overlaps(words.span)
    )


def _by_seat(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A capital or an adjective named for its state where the sentence alone does not show it.

    The reader takes "X, the Danish minister" for one person; "Danish" still names the state.
    """
    if not _on_words(case, words) or _in_title(case, words):
        return ()
    alone = read_actors(words.quote, case.page.published)
    found = tuple(mention for mention in alone if mention.naming in ("seat", "adjective"))
    if not alone and words.quote.isupper() and len(words.quote) > _ABBREVIATION:
        found = read_actors(words.quote.title(), case.page.published)  # "EL SALVADOR"
    return found


def _for_state(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A state behind somebody who acts for it ("the representative of X")."""
    string, span = case.string(words.place), words.span
    inside = cue("for_a_state").match(words.quote)
    start = string.rfind("\n", 0, span.start) + 1
    before = string[max(start, span.start - 60) : span.start].rstrip()
    behind = any(found.end() == len(before) for found in cue("for_a_state").finditer(before))
    if inside is None and not behind:
        return ()
    name = words.quote[inside.end() :].strip() if inside is not None else words.quote
    return tuple(m for m in read_actors(name, case.page.published) if m.naming == "name")


#: The head of a name that a city ends.
_OF_CITY = re.compile(r"(?<![\w-])([A-Z][a-zà-ÿ]+)\s+of\s+\Z")


def _in_title(case: Case, words: Cited) -> bool:
    """Say whether a city is part of another name ("the Paris Agreement", "Anne of Kyiv")."""
    string, span = case.string(words.place), words.span
    if cue("named_after_cities").match(string[span.end : span.end + 30].lstrip()):
        return True
    head = _OF_CITY.search(string, max(0, span.start - 30), span.start)
    return head is not None and head[1].lower() not in words_of("role_nouns")


def _surname(case: Case, words: Cited, mention: ActorMention) -> bool:
    """Part of a person's name may be cited if it holds the last word of it."""
    name = tokens(_quote(case, words, mention))
    part = tokens(words.quote)
    return (
        mention.actor.type == "person"
        and _on_words(case, words)
        and bool(part)
        and name[-len(part) :] == part
    )


def _on_words(case: Case, words: Cited) -> bool:
    string, span = case.string(words.place), words.span
    before = string[span.start - 1 : span.start] if span.start else ""
    after = string[span.end : span.end + 1]
    inside = string[span.start], string[span.end - 1]
    return not (before.isalnum() and inside[0].isalnum()) and not (
        after.isalnum() and inside[1].isalnum()
    )


def _quote(case: Case, words: Cited, mention: ActorMention) -> str:
    return mention.span.of(case.string(words.place))


def names_actor(mention: ActorMention, value: Mapping[str, Any]) -> bool:
    """Say whether a mention names the actor: itself, or the one that a person or body acts for."""
    if same_actor(value, mention.actor):
        return True
    acts_for = mention.actor.affiliation or union_of(mention.actor)
    return acts_for is not None and acts_for == value.get("id")


def same_actor(value: Mapping[str, Any], actor: Actor) -> bool:
    """Compare a claimed actor with one that was read; a surname agrees with a full name's id."""
    given = value.get("id")
    if not isinstance(given, str):
        return False
    if actor.id == given:
        return True
    if not given.startswith("person:") or actor.type != "person":
        return False
    read = _id_words(actor.id) if actor.id is not None else tokens(actor.name)
    wanted = _id_words(given)
    return bool(read) and (wanted[-len(read) :] == read or read[-len(wanted) :] == wanted)


def _id_words(actor_id: str) -> tuple[str, ...]:
    return tokens(actor_id.rpartition(":")[2].replace("-", " "))


def _named_by_id(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """A person or body that the reader does not know is named by the words its id is made of.

    A surname alone names the person whose full name stands elsewhere in the text; after an office
    ("Secretary X") it stands for the holder, whose first name the text may never give.
    """
    given = str(value.get("id"))
    if ":" not in given:
        return False
    said, wanted = _plain_words(words.quote), _id_words(given)
    if said == wanted or _head_noun(case, words, given):
        return True
    if not given.startswith("person:") or said[-1:] != wanted[-1:]:
        return False
    without_initials = tuple(word for word in said if len(word) > 1)
    if holds(without_initials, wanted) or set(said[:-1]) & words_of("role_nouns"):
        return True
    return len(said) == 1 and _full_name(wanted).search(case.page.text) is not None


def _head_noun(case: Case, words: Cited, given: str) -> bool:
    """Say whether "the Commission" is short for a body that the page names.

    A body of the EU may also go by it where the page names the EU or another body of it.
    """
    said, wanted = _plain_words(words.quote), _id_words(given)
    if not given.startswith("org:") or not said or said != wanted[-1:]:
        return False
    if not words.quote[-len(said[0])].isupper():
        return False
    kin = ("org:eu", "org:european-") if wanted[0] == "european" else (given,)
    named = (m.actor.id for place in _PLACES for m in case.actors(place))
    return any(known is not None and known.startswith(kin) for known in named)


def _full_id(words: Cited, value: Mapping[str, Any]) -> bool:
    """A person's whole name is that person's, whomever the reader takes a part of it for.

    It may stand behind the office and its state ("Chile's deputy minister, X").
    """
    given = str(value["id"])
    wanted, said = _id_words(given), _plain_words(words.quote)
    if len(wanted) < _WHOLE_NAME:
        return False
    return said == wanted or (given.startswith("person:") and said[-len(wanted) :] == wanted)


def _plain_words(words: str) -> tuple[str, ...]:
    """Words without accents and hyphens, as ids have them; a leading article is dropped."""
    return bare(tokens(plain(words).replace("-", " ")))


@lru_cache(maxsize=512)
def _full_name(words: tuple[str, ...]) -> re.Pattern[str]:
    body = r"[\W_]+".join(map(re.escape, words))
    return re.compile(rf"\b{body}\b", re.IGNORECASE)


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
    if given.startswith("person:") and set(_id_words(given)) <= set(tokens(name.replace("-", " "))):
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
