"""Names: do cited words name exactly this actor, by a mention, its id or an instrument?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue_lists, words_of
from pledgebook.extract.gate_mentions import mentions_at
from pledgebook.extract.gate_texts import bare, holds, tokens
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_groups import union_of
from pledgebook.resolve.actor_names import plain
from pledgebook.resolve.instruments import find_instruments
from pledgebook.resolve.mentions import ActorMention

#: Longest passage, in words, that may be cited for one actor.
MAX_WORDS = 14
#: Where the page may name a body.
_PLACES: tuple[EvidencePlace, ...] = ("text", "title", "publisher")
#: Words of a name that is whole: a first name and a surname.
WHOLE_NAME = 2


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
    read = id_words(actor.id) if actor.id is not None else tokens(actor.name)
    wanted = id_words(given)
    return bool(read) and (wanted[-len(read) :] == read or read[-len(wanted) :] == wanted)


def id_words(actor_id: str) -> tuple[str, ...]:
    """Words of the name that an id is made of: "org:world-bank" gives "world", "bank"."""
    return tokens(actor_id.rpartition(":")[2].replace("-", " "))


def _named_by_id(case: Case, words: Cited, value: Mapping[str, Any]) -> bool:
    """A person or body that the reader does not know is named by the words its id is made of.

    A surname alone names the person whose full name stands elsewhere in the text; after an office
    ("Secretary X") it stands for the holder, whose first name the text may never give.
    """
    given = str(value.get("id"))
    if ":" not in given:
        return False
    said, wanted = plain_words(words.quote), id_words(given)
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
    said, wanted = plain_words(words.quote), id_words(given)
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
    wanted, said = id_words(given), plain_words(words.quote)
    if len(wanted) < WHOLE_NAME:
        return False
    return said == wanted or (given.startswith("person:") and said[-len(wanted) :] == wanted)


def plain_words(words: str) -> tuple[str, ...]:
    """Words without accents and hyphens, as ids have them; a leading article is dropped."""
    return bare(tokens(plain(words).replace("-", " ")))


@lru_cache(maxsize=512)
def _full_name(words: tuple[str, ...]) -> re.Pattern[str]:
    body = r"[\W_]+".join(map(re.escape, words))
    return re.compile(rf"\b{body}\b", re.IGNORECASE)
