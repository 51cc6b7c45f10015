"""Words that stand for somebody named elsewhere: pronouns, and offices without a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_texts import bare, tokens
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import as_actor, holder

#: How far back, in code points, the one that a pronoun stands for is looked for. Five paragraphs of
#: news are about 1,500; twice that leaves room for a list of points between.
REACH = 3000
#: A pronoun stands alone or before one word ("our side").
PRONOUN_WORDS = 2


def stands_for_another(
    words: Cited, found: Sequence[ActorMention], *, official: bool = False
) -> bool:
    """Say whether cited words are a pronoun or an office, and so stand for somebody else.

    Where ``official`` is set, the words may also name an official whose state the reader does not
    know ("President X"): the state is then cited beside it.
    """
    said = tokens(words.quote)
    if not said:
        return False
    if len(said) <= PRONOUN_WORDS and said[0] in words_of("pronouns"):
        return True
    if official and found and all(_unattached(mention) for mention in found):
        found = ()
    if any(mention.naming not in ("adjective", "group", "demonym") for mention in found):
        return False
    return bool(set(bare(said)) & words_of("role_nouns"))


def _unattached(mention: ActorMention) -> bool:
    return mention.actor.type == "person" and mention.actor.affiliation is None


def labelled_by_initials(quote: str, value: Mapping[str, Any]) -> bool:
    """Say whether words are a person's initials, as interviews label turns; the name is cited."""
    letters = quote.strip(" :*_").replace(".", "")
    given = str(value.get("name") or "").split()
    return (
        str(value.get("id")).startswith("person:")
        and len(given) > 1
        and letters == "".join(part[0] for part in given if part[0].isupper())
    )


def antecedents(case: Case, words: Cited) -> tuple[Actor, ...]:
    """Whom a pronoun or an office may stand for, where the claim cites nobody.

    One candidate at most: the last person named before as the subject of a sentence or as a
    speaker, outside quotation marks. For an office, the last person whose printed or known role has
    that word; failing that, one named in the title.
    """
    said = bare(tokens(words.quote))
    if words.place != "text":
        return _of_publisher(case, said)
    if said[0] in words_of("personal_pronouns"):
        return _last_subject(case, words.span.start)
    if said[0] in words_of("pronouns"):
        return ()
    return _in_office(case, words, said)


def _people_before(case: Case, offset: int) -> list[ActorMention]:
    area = Span(max(0, offset - REACH), offset)
    return [m for m in case.page.actors.within(area) if m.actor.type == "person"]


def _last_subject(case: Case, offset: int) -> tuple[Actor, ...]:
    people = [m for m in _people_before(case, offset) if not case.page.quoted(m.span.start)]
    for mention in reversed(people):
        if speaks(case, mention):
            return (mention.actor,)
    return (people[-1].actor,) if people else ()


def speaks(case: Case, mention: ActorMention) -> bool:
    """Say whether a verb of saying or doing follows or precedes a name directly."""
    text, span = case.page.text, mention.span
    after = text[span.end : span.end + 40]
    before = text[max(0, span.start - 20) : span.start]
    return bool(cue("subject_before").match(after.lstrip()) or cue("saying_end").search(before))


def _in_office(case: Case, words: Cited, said: tuple[str, ...]) -> tuple[Actor, ...]:
    roles = set(said) & words_of("role_nouns")
    beside = _beside(case, words)
    if beside is not None:
        return (beside,)
    states = {m.actor.id for m in case.page.actors.within(words.span)}
    for mention in reversed(_people_before(case, words.span.start)):
        actor = mention.actor
        if states and actor.affiliation in states:
            return (actor,)
        offices = set(_offices(case, mention))
        if not states and roles & offices and not _ranks(said) - offices:
            return (actor,)
    if states:
        return ()
    titled = [m.actor for m in case.actors("title") if m.actor.type == "person"]
    return tuple(titled[:1]) or _of_publisher(case, said)


def _ranks(said: tuple[str, ...]) -> set[str]:
    """Words that make an office another one: a vice president is no president."""
    return set(said) & words_of("ranks")


#: What may stand between an office and the name of its holder behind it.
_APPOSITION = re.compile(r"\s*[,(:]?\s*")


def _beside(case: Case, words: Cited) -> Actor | None:
    """Give the person whose name follows an office directly ("The Prime Minister (X)")."""
    after = case.page.actors.touching(Span(words.span.end, words.span.end + _NEXT))
    if not after or after[0].actor.type != "person":
        return None
    between = case.page.text[words.span.end : after[0].span.start]
    return after[0].actor if _APPOSITION.fullmatch(between) else None


#: A name in apposition begins within so many code points of the office.
_NEXT = 6


def _of_publisher(case: Case, said: tuple[str, ...]) -> tuple[Actor, ...]:
    """The holder, on the day, of an office of the state that publishes the text."""
    on, office = case.page.published, " ".join(said)
    if on is None:
        return ()
    for mention in case.actors("publisher"):
        held = holder(mention.actor.id, office, on) if mention.actor.id is not None else None
        if held is not None:
            return (as_actor(held[0], held[0].name, on),)
    return ()


def _offices(case: Case, mention: ActorMention) -> tuple[str, ...]:
    printed = mention.office_span.of(case.page.text) if mention.office_span is not None else ""
    return tokens(f"{mention.actor.role or ''} {printed}")
