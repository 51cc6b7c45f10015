"""Statements that speak to a point of a plan, and which of them clearly speak against it.

A statement speaks to a point where it names one of its terms (``plan_words``). It speaks against it
where a rule of ``RULES`` finds words of refusal that reach the term with nothing between them but
words that carry no meaning of their own: so "reject criticism of the sanctions" is no refusal of
sanctions. The opinion has to be the speaker's own (``subjects``), of now and without condition.
Whatever is less clear stays "in favour or neutral": this says too little rather than too much, and
nothing about what is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Statement
from pledgebook.reconcile.clauses import SPEAKER, Clause, listed
from pledgebook.reconcile.plan_words import PlanWords, Term
from pledgebook.reconcile.refusals import RULES, Named, denied_consent
from pledgebook.reconcile.subjects import is_anothers, is_deplored, is_former, is_open

_ENDS = re.compile(r"(?<=[.!?;])\s+|\s…\s|:\s")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a]')
_APOSTROPHES = str.maketrans("\u2018\u2019", "''")
_WORDS = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A statement names a point.

    Attributes:
        point: number of the point.
        goal: the goal whose term it names, None for a term that the book's definition gives.
        term: the words that name it.
        opposing: the words that clearly speak against it; None where it is in favour or neutral.
    """

    point: int
    goal: str | None
    term: str
    opposing: str | None


def spoken(statement: Statement, before: str, plan: PlanWords) -> tuple[Spoken, ...]:
    """Give the points that a statement names, each once, with what opposes it where something does.

    ``before`` are the words of the sentence that stand before the cue and are not its content.
    """
    found: dict[int, Spoken] = {}
    unsure = _unsure(before)
    for clause in _clauses(statement, plan):
        for one in _in_clause(clause, statement, plan, unsure=unsure):
            if one.point not in found or found[one.point].opposing is None:
                found[one.point] = one
    return tuple(found.values())


def _unsure(before: str) -> bool:
    words = [word.casefold() for word in _WORDS.findall(before.translate(_APOSTROPHES))]
    head = Clause(text=" ".join(words), quoted=False, own=frozenset())
    return is_open(words) or is_former(head, len(words))


def _clauses(statement: Statement, plan: PlanWords) -> Iterator[Clause]:
    text = _plain(statement.content)
    cue = (statement.cue or "").casefold()
    quoted = statement.mode == "direct"
    if not quoted and _takes_a_stance(cue):
        text = f"{SPEAKER} {cue} {text}"
    own = _own(statement, plan)
    for sentence in _ENDS.split(text):
        yield Clause(text=sentence, quoted=quoted, own=own)


def _plain(text: str) -> str:
    return _QUOTES.sub("", text.translate(_APOSTROPHES)).strip()


def _takes_a_stance(cue: str) -> bool:
    some = listed("verbs", "call", "called", "deny", "asked")
    return any(re.search(rf"\b{re.escape(word)}\b", cue) for word in some)


def _own(statement: Statement, plan: PlanWords) -> frozenset[str]:
    speaker = statement.speaker
    if speaker is None:
        return frozenset()
    ids = [name for name in (speaker.id, speaker.affiliation) if name is not None]
    names = {speaker.name.casefold(), speaker.name.casefold().rpartition(" ")[2]}
    return frozenset(names.union(*(plan.names.get(name, frozenset()) for name in ids)))


def _in_clause(
    clause: Clause, statement: Statement, plan: PlanWords, *, unsure: bool
) -> Iterator[Spoken]:
    for term, match in plan.named_in(clause.text):
        at = clause.range_of(match.span())
        if at is None:
            continue
        named = Named(clause=clause, first=at[0], end=at[1], needs_party=term.needs_party)
        if named.is_led_by(plan.party) or _of_others(clause.text[match.end() :], term, plan):
            continue
        words = None if unsure else _refusal(named, term, statement, plan)
        yield Spoken(point=term.point, goal=term.goal, term=clause.cut(*at), opposing=words)


_TOWARDS = re.compile(r"\s(?:to|for|in)\s(?:the\s)?(?P<who>[A-Z]\w*)")
_AGAINST = re.compile(r"\s(?:on|against)\s(?:the\s)?(?P<who>[A-Z]\w*)")


def _of_others(rest: str, term: Term, plan: PlanWords) -> bool:
    """Aid for somebody else, or sanctions on a party concerned, are another matter."""
    if not plan.recipients:
        return False
    if term.goal == "economic_pressure":
        on = _AGAINST.match(rest)
        return on is not None and plan.party.match(on["who"]) is not None
    to = _TOWARDS.match(rest)
    return to is not None and plan.party.match(to["who"]) is None


def _refusal(named: Named, term: Term, statement: Statement, plan: PlanWords) -> str | None:
    clause = named.clause
    if is_open(clause.words) or is_deplored(clause, named.first):
        return None
    if is_anothers(clause, 2 if clause.text.startswith(SPEAKER) else 0):
        return None
    if term.opposes:
        taken_back = _is_party(statement, plan) or is_former(clause, named.first)
        return None if taken_back else clause.cut(named.first, named.end)
    if not named.is_head() or named.is_anothers():
        return None
    # "denied that it rejects …" denies the refusal.
    denied = not listed("deny").isdisjoint(clause.words[: named.first])
    rules = (denied_consent,) if denied else RULES
    return next((words for rule in rules if (words := rule(named)) is not None), None)


def _is_party(statement: Statement, plan: PlanWords) -> bool:
    speaker = statement.speaker
    return speaker is not None and not plan.recipients.isdisjoint((speaker.id, speaker.affiliation))
