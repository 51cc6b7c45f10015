"""Roles in a meeting: the sentence must say the role, and the actor's clause not deny it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_cues import cue
from pledgebook.model.spans import Span

#: Lists of words that deny a role where they stand in the actor's clause.
_DENIED_BY = {
    "attended": ("absent", "invited_only", "yet_to_decide"),
    "joined": ("absent", "invited_only", "yet_to_decide"),
    "host": ("absent",),
    "invited": ("uninvited",),
}


def unborne_part(case: Case) -> Iterator[str]:
    """Name the words that deny a role, or say that none beside the actor say it."""
    role = case.claim.get("role")
    actor = [words for words in case.words("actor") if words.place == "text"]
    if not isinstance(role, str) or not actor:
        return
    beside = " ".join(clause_of(case, words).of(case.page.text) for words in actor)
    beside += " " + " ".join(words.quote for words in case.words("role"))
    if role != "attended" and not _said(case, role, actor, beside):
        yield f"role: no words beside {shown(actor[0].quote)} say {role}"
    if role in ("attended", "joined") and all(_invited_object(case, words) for words in actor):
        yield f"role: {shown(actor[0].quote)} is told to be invited, not to have {role}"
    for other in _DENIED_BY.get(role, ()):
        found = cue("roles", other).search(beside)
        if found and not (other == "invited_only" and cue("roles", "was_there").search(beside)):
            yield f"role: the words {shown(found.group())} do not say {role}"
            return


def _said(case: Case, role: str, actor: Sequence[Cited], beside: str) -> bool:
    """Say whether the sentence has words for a role; those of hosting must be the actor's own."""
    if role == "host":
        return any(_hosts(case, words) for words in actor) or _cited(case, "host")
    sentence = " ".join(case.sentence(words).of(case.page.text) for words in actor)
    local = f"{sentence} {beside}"
    if role == "joined":
        if _joins_talks(case):
            return False
        local = cue("roles", "not_joined").sub(" ", local)
    return cue("roles", role).search(local) is not None


def _invited_object(case: Case, words: Cited) -> bool:
    """Say whether words stand right behind "invited": no word there says that they came."""
    before = case.page.text[case.sentence(words).start : words.span.start]
    if cue("roles", "invited_before").search(before) is None:
        return False
    after = case.page.text[words.span.end : case.sentence(words).end]
    return cue("roles", "was_there").search(after) is None


def _cited(case: Case, role: str) -> bool:
    return any(cue("roles", role).search(words.quote) for words in case.words("role"))


def _joins_talks(case: Case) -> bool:
    """Say whether what is joined is a meeting: attending one is never joining a coalition."""
    names = [words.quote for words in case.words_under("event.name")]
    return any(cue("roles", "meetings").search(name) for name in names) and not any(
        cue("roles", "coalitions").search(name) for name in names
    )


#: Opens a name for the host of somebody else.
_THEIR_HOST = re.compile(r"\b(?:their|its|his|her)\s(?:[A-Z][\w-]*\s){0,2}\Z")


def _hosts(case: Case, words: Cited) -> bool:
    """Say whether a word of hosting has a name for its subject, or names its host behind it."""
    text, sentence, span = case.page.text, case.sentence(words), words.span
    for found in cue("roles", "host").finditer(text, sentence.start, sentence.end):
        verb = Span(*found.span())
        if verb.end <= span.start and _by_host(text, verb, span):
            return True
        if verb.start >= span.end:
            theirs = _THEIR_HOST.search(text[sentence.start : verb.start])
            if theirs is not None and span.end <= sentence.start + theirs.start():
                return False  # "A, B and their Saudi hosts"
            between = cue("roles", "relative_end").sub("", text[span.end : verb.start])
            between = cue("roles", "helpers_end").sub("", between)
            return cue("roles", "another_verb").search(between) is None
    return False


def _by_host(text: str, verb: Span, name: Span) -> bool:
    """Say whether a word of hosting before a name is followed by that name as the host."""
    between = text[verb.start : name.start]
    if cue("roles", "by_host").fullmatch(between) is not None:
        return True
    heads = cue("roles", "chairs").match(between)
    return heads is not None and cue("roles", "another_verb").search(between) is None
