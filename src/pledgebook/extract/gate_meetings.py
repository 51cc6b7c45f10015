"""Roles in a meeting: a claimed role is kept unless the words say another one or deny it.

No list can hold all words for joining or staying away, so that none of them is required.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_sides import whole
from pledgebook.model.spans import Span

#: Lists of words that deny a role where they stand in the actor's clause.
_DENIED_BY = {
    "attended": ("absent", "invited_only", "yet_to_decide"),
    "joined": ("absent", "invited_only", "yet_to_decide"),
    "host": ("absent",),
    "invited": ("uninvited",),
}

#: Lists of words of other roles: where no word says the claimed role, one of them contradicts it.
_CONTRADICTED_BY = {
    "joined": ("not_joined", "was_there", "meets", "host", "invited", "declined", "undecided"),
    "declined": ("was_there", "meets", "joined"),
    "invited": ("was_there", "meets", "joined", "declined", "host"),
    "host": ("host", "was_there", "meets", "joined", "invited", "declined", "undecided"),
    "undecided": ("was_there", "meets", "joined", "host"),
}
#: With one of these behind it a verb is another verb ("came aboard", "stayed away").
_PARTICLE = re.compile(r"\s(?:aboard|on\sboard|away|off|round|under)\b", re.IGNORECASE)

#: Names joined to one, and what is told of it in brackets or between commas.
_REST_OF_LIST = re.compile(
    r"\A(?:(?:,|\sand|,\sand)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}|\s\([^()]*\)|,\s[^.;:,]{1,60},)*"
)
#: A preposition before a name: it is no subject ("a call between X and Y, …").
_GOVERNED = re.compile(
    r"\b(?:between|with|by|to|for|from|of|against|without)\s(?:the\s)?(?:[A-Z]\w*\s){0,3}\Z"
)
_VERB = re.compile(r"\s(?:has\s|have\s|had\s|also\s|then\s|\w+ly\s)*([a-z][\w'’-]*)")


def unborne_part(case: Case) -> Iterator[str]:
    """Name the words that deny a role, or say that none beside the actor say it."""
    role = case.claim.get("role")
    actor = [words for words in case.words("actor") if words.place == "text"]
    if not isinstance(role, str) or not actor:
        return
    beside = " ".join(_own_clause(case, words).of(case.page.text) for words in actor)
    beside += " " + " ".join(words.quote for words in case.words("role"))
    said = _contradicted(case, role, actor, beside) if role != "attended" else None
    if said is not None:
        yield f"role: the words {shown(said)} say another role than {role}"
    if role in ("attended", "joined") and all(_invited_object(case, words) for words in actor):
        yield f"role: {shown(actor[0].quote)} is told to be invited, not to have {role}"
    if role in ("attended", "joined", "invited") and (hosts := _hosts_plainly(case, actor)):
        yield f"role: the words {shown(hosts)} say host, not {role}"
        return
    for other in _DENIED_BY.get(role, ()):
        found = cue("roles", other).search(beside)
        if found and not (other == "invited_only" and cue("roles", "was_there").search(beside)):
            yield f"role: the words {shown(found.group())} do not say {role}"
            return


#: Joins a second subject ("A stayed away, and B sent an observer").
_NEXT_SUBJECT = re.compile(r",\s(?:and|but|while)\s(?=(?:the\s)?[A-Z])")
_PARTS = ("was_there", "absent", "declined", "joined", "host", "invited")


def _own_clause(case: Case, words: Cited) -> Span:
    """The clause of an actor; where another subject with a part of its own follows, up to it."""
    clause, text = clause_of(case, words), case.page.text
    for found in _NEXT_SUBJECT.finditer(text, clause.start, clause.end):
        before, after = text[clause.start : found.start()], text[found.end() : clause.end]
        if not _tells_part(before) or not _tells_part(after):
            continue
        if found.end() <= words.span.start:
            clause = Span(found.end(), clause.end)
        elif found.start() >= words.span.end:
            return Span(clause.start, found.start())
    return clause


def _tells_part(words: str) -> bool:
    return any(cue("roles", part).search(words) for part in _PARTS)


def _contradicted(case: Case, role: str, actor: Sequence[Cited], beside: str) -> str | None:
    """Give the words that say another role than the claimed one; None where none do.

    A word for the role itself in the actor's clause leaves nothing to contradict; in another clause
    it may be another's. Without one, only a word of another role contradicts. Words of hosting must
    be the actor's own.
    """
    sentence = " ".join(case.sentence(words).of(case.page.text) for words in actor)
    local = f"{sentence} {beside}"
    if role == "host":
        if any(_hosts(case, words) for words in actor) or _cited(case, "host"):
            return None
    elif role == "joined" and _joins_talks(case):
        return case.words_under("event.name")[0].quote
    elif role == "invited" and all(_hosts(case, words, "will_receive") for words in actor):
        return _other_word(case, role, local)  # "will welcome": a host is no guest
    elif _says(role, beside):
        return None
    elif _says(role, local):  # in another clause of the sentence: another's role, if this tells one
        return _other_word(case, role, beside)
    return _other_role(case, role, actor, beside if role == "declined" else local)


def _says(role: str, words: str) -> bool:
    """Say whether a word for a role stands among words."""
    return (
        cue("roles", role).search(_without_talks(words) if role == "joined" else words) is not None
    )


def _without_talks(words: str) -> str:
    return cue("roles", "not_joined").sub(" ", words)


def _other_role(case: Case, role: str, actor: Sequence[Cited], local: str) -> str | None:
    """Give a word of another role, or the bare name of somebody of whom nothing is told."""
    other = _other_word(case, role, local)
    if other is not None or case.words("role") or any(_acts(case, words) for words in actor):
        return other
    return actor[0].quote


def _other_word(case: Case, role: str, local: str) -> str | None:
    """Give a word of another role; where words are cited for the role, they alone are searched."""
    cited = " ".join(words.quote for words in case.words("role"))
    for other in _CONTRADICTED_BY.get(role, ()):
        for found in cue("roles", other).finditer(cited or local):
            if _PARTICLE.match(found.string, found.end()) is None:
                return found.group()
    return None


def _acts(case: Case, words: Cited) -> bool:
    """Say whether a verb can tell what a name does: behind it, or before the list it stands in.

    A bare name ("Present: A, B and C") has none.
    """
    text, sentence = case.page.text, case.sentence(words)
    if _GOVERNED.search(text[sentence.start : words.span.start]) is not None:
        return False
    after = _REST_OF_LIST.sub("", text[whole(case, words.span).end : sentence.end], count=1)
    verb = _VERB.match(after)
    return verb is not None and verb[1] not in words_of("no_verbs")


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

#: What is told of somebody between commas ("Sweden, which holds the presidency, will host").
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\s[^,]*,")

#: Words that name the host behind them: somebody before them is a guest.
_NAMES_HOST = re.compile(
    r"(?:\w+\s(?:jointly\s|together\s)?by|at\sthe\s(?:joint\s)?invitation\sof|invitation\s(?:by|from))\s",
    re.IGNORECASE,
)


def _hosts_plainly(case: Case, actor: Sequence[Cited]) -> str | None:
    """Give the word that says that an actor hosts, where no other word says that it took part."""
    if case.words("role") or not all(_hosts(case, words, "hosts_plainly") for words in actor):
        return None
    clauses = " ".join(clause_of(case, words).of(case.page.text) for words in actor)
    found = cue("roles", "hosts_plainly").search(clauses)
    rest = cue("roles", "hosts_plainly").sub(" ", clauses)
    return None if found is None or cue("roles", "was_there").search(rest) else found.group()


def _hosts(case: Case, words: Cited, key: str = "host") -> bool:
    """Say whether a word of hosting has a name for its subject, or names its host behind it."""
    text, sentence, span = case.page.text, case.sentence(words), words.span
    for found in cue("roles", key).finditer(text, sentence.start, sentence.end):
        verb = Span(*found.span())
        if verb.end <= span.start and _by_host(text, verb, span):
            return True
        if verb.start >= span.end and not _NAMES_HOST.match(text, verb.start):
            theirs = _THEIR_HOST.search(text[sentence.start : verb.start])
            if theirs is not None and span.end <= sentence.start + theirs.start():
                return False  # "A, B and their Saudi hosts"
            between = _ASIDE.sub(" ", text[span.end : verb.start])
            between = cue("roles", "relative_end").sub("", between)
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
