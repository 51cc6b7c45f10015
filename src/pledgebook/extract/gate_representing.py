"""For whom somebody sits: not a state that only stands near where the person is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, plainly, shown
from pledgebook.extract.gate_mentions import mentions_at
from pledgebook.extract.gate_names import same_actor
from pledgebook.model.spans import Span

#: Right before the name of the one that somebody sits for.
_FOR = re.compile(r"(?:represent\w*|for|on\sbehalf\sof)\s(?:the\s)?\Z", re.IGNORECASE)
#: Between a name and the state that is its own: an office, an apposition, "of".
_OWN = re.compile(
    r"(?:['’]s)?,?(?:\s(?!and\b|with\b|to\b|in\b|at\b|by\b|from\b)[\w’'.-]+,?){0,6},?\s?\(?"
)
_STATE = re.compile(r"[A-Z]{3}")


def misrepresented(case: Case) -> Iterator[str]:
    """Name the state that a person sits for where the claim says another."""
    given, who = case.claim.get("representing"), case.claim.get("actor")
    words = [w for w in case.words("representing") if w.place == "text"]
    actor = [w for w in case.words("actor") if w.place == "text"]
    if not isinstance(given, str) or not isinstance(who, Mapping) or not words or not actor:
        return
    if not _STATE.fullmatch(given) or any(_sits_for(case, w, actor) for w in words):
        return
    known = _affiliations(case, who, actor)
    if known and given not in known:
        named = ", ".join(sorted(known))
        yield f"representing: {shown(actor[0].quote)} acts for {named}, not {plainly(given)}"
    elif not known:
        yield from _another_state(case, given, words, actor)


def _sits_for(case: Case, words: Cited, actor: Sequence[Cited]) -> bool:
    """Say whether a name is told to be the one that the person sits for."""
    start = max(0, words.span.start - 20)
    if _FOR.search(case.page.text, start, words.span.start) is None:
        return False
    ahead = [a for a in actor if a.span.end <= words.span.start]
    return any(not _others(case, Span(a.span.end, words.span.start)) for a in ahead)


def _others(case: Case, between: Span) -> bool:
    """Say whether another person stands between two names."""
    return any(m.actor.type == "person" for m in case.page.actors.within(between))


def _affiliations(case: Case, who: Mapping[str, object], actor: Sequence[Cited]) -> set[str]:
    """States that the reference data or the words of the office give for a person."""
    return {
        mention.actor.affiliation
        for words in actor
        for mention in mentions_at(case, words) or ()
        if mention.actor.affiliation is not None
        and _STATE.fullmatch(mention.actor.affiliation)
        and (same_actor(who, mention.actor) or mention.actor.type == "person")
    }


def _another_state(
    case: Case, given: str, words: Sequence[Cited], actor: Sequence[Cited]
) -> Iterator[str]:
    """Name a state that stands right with the person where the claim's does not."""
    text = case.page.text
    if any(_own(text, a.span, w.span) for a in actor for w in words):
        return
    for cited in actor:
        for mention in case.page.actors.within(case.sentence(cited)):
            state = mention.actor.id or ""
            if _STATE.fullmatch(state) and state != given and _own(text, cited.span, mention.span):
                yield f"representing: {shown(mention.span.of(text))} stands with the actor"
                return


def _own(text: str, person: Span, state: Span) -> bool:
    first, last = sorted((person, state))
    return first.end <= last.start and _OWN.fullmatch(text, first.end, last.start) is not None
