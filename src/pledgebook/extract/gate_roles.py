"""Roles: the words are there, but do they stand where the claim puts them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_speakers import misplaced_speaker
from pledgebook.model.spans import Span

#: The two sides of each kind, giver first.
SIDES = {
    "commitment": ("donors", "recipients"),
    "measure": ("actors", "targets"),
    "proposal": ("proposers", "addressees"),
}

#: Parts a sentence into clauses with actors of their own; a comma or "and" may only join a list.
CLAUSE_END = re.compile(
    r";\s|\s[-–—]{1,2}\s|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE
)

_JOINED = re.compile(
    r",?\s+and\s+(?:the\s+)?(?:(?:government|state|people)\s+of\s+)?(?:the\s+)?", re.IGNORECASE
)


def unborne_roles(case: Case) -> Iterator[str]:
    """Name each actor or count whose words do not stand in the role that the claim gives them."""
    if case.kind in SIDES:
        yield from _swapped(case, *SIDES[case.kind])
    if case.kind == "participation":
        yield from _taken_part(case)
    yield from misplaced_speaker(case)
    yield from _counted(case)


def _swapped(case: Case, givers: str, takers: str) -> Iterator[str]:
    """Compare each giver with each taker: the one that stands as taker must not be the giver."""
    given, taken = _sides(case, givers), _sides(case, takers)
    for path, words in given:
        for other_path, other in taken:
            if _reversed(case, words, other):
                yield (
                    f"{path}: {_there(words)} and {_there(other)} stand the other way round "
                    f"({other_path})"
                )
                return
    for path, words in given:
        if not taken and words and max(lean(case, one) for one in words) < 0:
            yield f"{path}: {_there(words)} stands where a recipient stands"


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
        return giver < 0 < taker  # what a taker does in a sentence of its own is another matter
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
    return _JOINED.fullmatch(between) is not None


def _in_reverse_order(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    """Where the words around them do not tell the sides apart, the giver is named first."""
    if case.kind != "commitment" or case.claim.get("stage") == "called_for":
        return False
    return all(
        giver.place == taker.place == "text"
        and case.sentence(giver) == case.sentence(taker)
        and taker.span.start < giver.span.start
        for giver in givers
        for taker in takers
    )


def _there(words: Sequence[Cited]) -> str:
    return shown(words[0].quote)


def _taken_part(case: Case) -> Iterator[str]:
    """Judge a role in a meeting: its sentence must say it, and its clause not deny it."""
    role = case.claim.get("role")
    actor = [words for words in case.words("actor") if words.place == "text"]
    if not isinstance(role, str) or not actor:
        return
    beside = " ".join(_clause(case, words) for words in actor)
    beside += " " + " ".join(words.quote for words in case.words("role"))
    sentence = " ".join(case.sentence(words).of(case.page.text) for words in actor)
    if role != "attended" and not cue("roles", role).search(f"{sentence} {beside}"):
        yield f"role: no words beside {_there(actor)} say {role}"
    for other in _DENIED_BY.get(role, ()):
        found = cue("roles", other).search(beside)
        if found and not (other == "invited_only" and cue("roles", "was_there").search(beside)):
            yield f"role: the words {shown(found.group())} do not say {role}"
            return


#: Lists of words that deny a role where they stand in the actor's clause.
_DENIED_BY = {
    "attended": ("absent", "invited_only", "yet_to_decide"),
    "joined": ("absent", "invited_only", "yet_to_decide"),
    "host": ("absent",),
    "invited": ("uninvited",),
}


def _clause(case: Case, words: Cited) -> str:
    return clause_of(case, words).of(case.page.text)


def clause_of(case: Case, words: Cited) -> Span:
    """The clause that cited words stand in."""
    text, sentence = case.page.text, case.sentence(words)
    start, end = sentence.start, sentence.end
    for found in CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if found.end() <= words.span.start:
            start = found.end()
        elif found.start() >= words.span.end:
            end = found.start()
            break
    return Span(start, end)


def _counted(case: Case) -> Iterator[str]:
    """Judge which thing a count belongs to: not the name that another count stands before."""
    for n, _ in listed(case.claim.get("items")):
        counts, names = case.words(f"items.{n}.quantity"), case.words(f"items.{n}.name")
        if len(counts) != 1 or len(names) != 1 or names[0].place != "text":
            continue
        owner = [
            mention
            for mention in case.page.quantities.within(case.sentence(names[0]))
            if mention.name_span is not None and mention.name_span.overlaps(names[0].span)
        ]
        if owner and not any(mention.span.overlaps(counts[0].span) for mention in owner):
            yield f"items.{n}.quantity: {_there(counts)} does not count {_there(names)}"
