"""Roles: the words are there, but do they stand where the claim puts them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_speakers import misplaced_speaker

#: The two sides of each kind, giver first.
SIDES = {
    "commitment": ("donors", "recipients"),
    "measure": ("actors", "targets"),
    "proposal": ("proposers", "addressees"),
}


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
    cited = [(path, tuple(w for w in case.words(path) if w.place == "text")) for path in paths]
    return [(path, words) for path, words in cited if words]


def _reversed(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    giver = max((lean(case, words) for words in givers), default=0)
    taker = min((lean(case, words) for words in takers), default=0)
    if giver == taker == 0:
        return _in_reverse_order(case, givers, takers)
    return taker > giver and (giver < 0 or taker > 0)


def _in_reverse_order(case: Case, givers: Sequence[Cited], takers: Sequence[Cited]) -> bool:
    """Where nothing tells the sides apart, the giver is the one named first in the sentence."""
    if case.kind != "commitment":
        return False
    return all(
        case.sentence(giver) == case.sentence(taker) and taker.span.start < giver.span.start
        for giver in givers
        for taker in takers
    )


def _there(words: Sequence[Cited]) -> str:
    return shown(words[0].quote)


def _taken_part(case: Case) -> Iterator[str]:
    """Judge a role in a meeting by the words of its sentence."""
    role = case.claim.get("role")
    actor = [words for words in case.words("actor") if words.place == "text"]
    if not isinstance(role, str) or not actor:
        return
    local = " ".join(case.sentence(words).of(case.page.text) for words in actor)
    local += " " + " ".join(words.quote for words in case.words("role"))
    if role == "attended":
        if cue("roles", "absent").search(local):
            yield f"role: the words {shown(_found(case, 'absent', local))} do not say that it attended"
        elif _only_invited(local):
            yield f"role: the words {shown(_found(case, 'invited_only', local))} say invited, not attended"
    elif not cue("roles", role).search(local):
        yield f"role: no words beside {_there(actor)} say {role}"
    elif role in ("joined", "host", "invited") and cue("roles", "absent").search(local):
        yield f"role: the words {shown(_found(case, 'absent', local))} do not say {role}"


def _only_invited(local: str) -> bool:
    return bool(cue("roles", "invited_only").search(local)) and not cue(
        "roles", "was_there"
    ).search(local)


def _found(_case: Case, key: str, local: str) -> str:
    found = cue("roles", key).search(local)
    return found.group() if found else ""


def _counted(case: Case) -> Iterator[str]:
    """Judge which thing a count belongs to: not the name that another count stands before."""
    for n, _ in listed(case.claim.get("items")):
        counts, names = case.words(f"items.{n}.quantity"), case.words(f"items.{n}.name")
        if len(counts) != 1 or len(names) != 1 or "text" != names[0].place:
            continue
        owner = [
            mention
            for mention in case.page.quantities.within(case.sentence(names[0]))
            if mention.name_span is not None and mention.name_span.overlaps(names[0].span)
        ]
        if owner and not any(mention.span.overlaps(counts[0].span) for mention in owner):
            yield f"items.{n}.quantity: {_there(counts)} does not count {_there(names)}"
