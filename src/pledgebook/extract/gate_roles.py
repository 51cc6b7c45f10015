"""Roles: the words are there, but do they stand where the claim puts them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_bystanders import bystanders, opens_thing
from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_countersigned import countersigned
from pledgebook.extract.gate_governing import thing_of
from pledgebook.extract.gate_meetings import unborne_part
from pledgebook.extract.gate_own_people import own_people
from pledgebook.extract.gate_owners import misplaced_counts
from pledgebook.extract.gate_representing import misrepresented
from pledgebook.extract.gate_sides import lean, takes
from pledgebook.extract.gate_speakers import misplaced_speaker
from pledgebook.extract.gate_takers import another_taker

#: The two sides of each kind, giver first.
SIDES = {
    "commitment": ("donors", "recipients"),
    "measure": ("actors", "targets"),
    "proposal": ("proposers", "addressees"),
}

_JOINED = re.compile(
    r"(?:\s+\([A-Z][A-Za-z]{1,7}\))?,?\s+and\s+(?:the\s+)?(?:(?:government|state|people)\s+of\s+)?(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:operator|company|utility|ministry|bank|agency|firm|fund)\s+)?",
    re.IGNORECASE,
)

#: Behind a name that a line is about: "Chad:", "Chad aid:".
_ABOUT = re.compile(r"(?:\s(?:[a-z]+\s)?(?:aid|relief|crisis|appeal|floods?|war))?[:|]")
#: Behind two names of a headline: "Laos, Japan sign".
_SIGN = re.compile(r"\s+(?:sign|seal|ink|agree|conclude|initial|reach|finali[sz]e)\b")


def unborne_roles(case: Case) -> Iterator[str]:
    """Name each actor or count whose words do not stand in the role that the claim gives them."""
    if case.kind in SIDES:
        yield from _swapped(case, *SIDES[case.kind])
        yield from bystanders(case, SIDES[case.kind][0])
        yield from another_taker(case, SIDES[case.kind][1])
    if case.kind == "participation":
        yield from unborne_part(case)
        yield from misrepresented(case)
    yield from misplaced_speaker(case)
    yield from misplaced_counts(case)


def _swapped(case: Case, givers: str, takers: str) -> Iterator[str]:
    """Compare each giver with each taker: the one that stands as taker must not be the giver."""
    given, taken = _sides(case, givers), _sides(case, takers)
    for path, words in given:
        for other_path, other in taken:
            if all(own_people(case, one) for one in other):
                continue
            if _reversed(case, words, other) and not _signed_with(case, words, other):
                yield (
                    f"{path}: {_there(words)} and {_there(other)} stand the other way round "
                    f"({other_path})"
                )
                return
    hosted = any(own_people(case, one) for _, other in taken for one in other)
    for path, words in () if hosted or _asked_and_refused(case) else given:
        if all(takes(case, one) and not _told_of(case, one) for one in words) and not (
            _within_thing(case, words)
        ):
            yield f"{path}: {_there(words)} stands where a recipient stands"
            return
    yield from _givers_taken(case, given, taken)


#: Words by which somebody is asked for a thing.
_ASKING = re.compile(r"\b(?:asked|request|plea|appeal|bid|call|demand)s?\b", re.IGNORECASE)


def _asked_and_refused(case: Case) -> bool:
    """Say whether a thing was asked for and refused: who was asked stands as a taker does."""
    thing = thing_of(case)
    if thing is None or case.claim.get("firmness") != "denied":
        return False
    return _ASKING.search(case.page.text, case.sentence(thing).start, thing.span.start) is not None


def _told_of(case: Case, words: Cited) -> bool:
    """Say whether a relative clause tells the thing of a name ("to friends, who have put …")."""
    thing = thing_of(case)
    if thing is None or words.place != "text" or thing.span.start < words.span.end:
        return False
    if _speaks_of(case, words, thing):
        return True
    between = case.page.text[words.span.end : thing.span.start]
    return _RELATIVE.fullmatch(between) is not None


#: A sentence that opens with whom it speaks of: "For Paris, it was meant to be more".
_SPOKEN_OF = re.compile(r"\W*(?:For|In|At)\s+(?:the\s+)?")


def _speaks_of(case: Case, words: Cited, thing: Cited) -> bool:
    """Say whether an earlier sentence of the paragraph opens with a name that it speaks of."""
    sentence, text = case.sentence(words), case.page.text
    if sentence.end > case.sentence(thing).start or "\n\n" in text[sentence.end : thing.span.start]:
        return False
    return _SPOKEN_OF.fullmatch(text, sentence.start, words.span.start) is not None


#: A relative clause from its pronoun on, without a passive or a word of receiving.
_RELATIVE = re.compile(
    r"(?:\s\w+){0,2},\s(?:who|which)\s(?!(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|will\sbe)\s)"
    r"(?![^.;:]*\b(?:receiv|gets?\b|got\b|obtain|need|ask|request|accept))[^.;:]*"
)


def _within_thing(case: Case, words: Sequence[Cited]) -> bool:
    """Say whether words open what is given ("American forces"): then they are no taker's."""
    thing = thing_of(case)
    return thing is not None and any(opens_thing(thing, one) for one in words)


def _givers_taken(
    case: Case,
    given: Sequence[tuple[str, tuple[Cited, ...]]],
    taken: Sequence[tuple[str, tuple[Cited, ...]]],
) -> Iterator[str]:
    """Name a taker who is told to give the thing in a sentence that names no giver."""
    thing = thing_of(case)
    sides = SIDES[case.kind]
    if thing is None or thing.field.partition(".")[0] in sides:
        return
    if any(_in_sentence(case, words, thing) for _, words in given):
        return
    for path, words in taken:
        here = [one for one in words if _in_sentence(case, [one], thing)]
        if given and here and min(lean(case, one) for one in here) > 0:
            yield f"{path}: {_there(here)} stands where a giver stands"
            return


def _in_sentence(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    return any(one.place == "text" and case.sentence(one) == case.sentence(thing) for one in words)


def _sides(case: Case, field: str) -> list[tuple[str, tuple[Cited, ...]]]:
    paths = [f"{field}.{n}" for n, _ in listed(case.claim.get(field))]
    cited = [(path, tuple(w for w in case.words(path) if w.place != "publisher")) for path in paths]
    return [(path, words) for path, words in cited if words]


def _reversed(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    givers, takers = _together(case, givers, takers), _together(case, takers, givers)
    if any(_joined(case, one, other) for one in givers for other in takers):
        return False
    giver = max((lean(case, words) for words in givers), default=0)
    taker = min((lean(case, words) for words in takers), default=0)
    if giver == taker:
        return _in_reverse_order(case, givers, takers)
    if not _one_sentence(case, givers, takers):
        # what a taker does in a sentence of its own is another matter; a measure is told as such
        return giver < 0 < taker or (case.kind == "measure" and giver <= 0 < taker)
    return taker > giver and (giver < 0 or taker > 0)


def _one_sentence(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    return any(
        giver.place != "text"
        or taker.place != "text"
        or case.sentence(giver) == case.sentence(taker)
        for giver in givers
        for taker in takers
    )


def _together(case: Case, mine: Sequence[Cited], others: Sequence[Cited]) -> Sequence[Cited]:
    """Words of one side in a sentence that names the other too; all where there is none."""
    there = {case.sentence(words) for words in others if words.place == "text"}
    near = [words for words in mine if words.place == "text" and case.sentence(words) in there]
    return near or mine


def _joined(case: Case, giver: Cited, taker: Cited) -> bool:
    """Say whether both are one subject ("A and the government of B signed"): no side is told."""
    if giver.place != "text" or taker.place != "text":
        return False
    first, second = sorted((giver.span, taker.span))
    between = case.page.text[first.end : second.start] if first.end <= second.start else ""
    listed = between == ", " and _SIGN.match(case.page.text, second.end) is not None
    return listed or _JOINED.fullmatch(between) is not None


def _in_reverse_order(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    """Where the words around them do not tell the sides apart, the giver is named first."""
    if case.kind != "commitment" or case.claim.get("stage") == "called_for":
        return False
    return all(
        giver.place == taker.place == "text"
        and case.sentence(giver) == case.sentence(taker)
        and taker.span.start < giver.span.start
        and not _heads_line(case, taker)
        for giver in givers
        for taker in takers
    )


def _heads_line(case: Case, words: Cited) -> bool:
    """Say whether a name is what a line is about ("Chad: €22 million from …"), not its subject."""
    text, start = case.page.text, words.span.start
    line = text.rfind("\n", 0, start) + 1
    about = _ABOUT.match(text, words.span.end) is not None
    return about and not any(mark.isalpha() for mark in text[line:start])


def _signed_with(case: Case, words: Sequence[Cited], other: Sequence[Cited]) -> bool:
    """Say whether the taker signs with the giver: "Moldova signed a €20m agreement with Norway"."""
    thing = thing_of(case)
    return thing is not None and any(countersigned(case, words, thing, o.span) for o in other)


def _there(words: Sequence[Cited]) -> str:
    return shown(words[0].quote)
