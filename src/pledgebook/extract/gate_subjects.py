"""Who gives a thing by the grammar of its sentence: the subject of its verb, or its owner.

The parser is asked where plain words cannot tell: where the thing's sentence names somebody that
the claim does not bind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_syntax import Tree, tree_of
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Relations in which a name is the head of a noun phrase or says whose it is.
_OF_HEAD = frozenset({"conj", "poss", "amod", "compound", "nmod", "appos"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The one whose act a thing is.

    Attributes:
        mentions: actors that head its noun phrase; empty where it names none that is known.
        tree: the parsed sentence.
        verb: lemma of the verb that it is the subject of; empty where it owns the thing.
    """

    mentions: tuple[ActorMention, ...]
    verb: str
    tree: Tree


def subject_of(case: Case, thing: Cited) -> Subject | None:
    """Give the owner of a thing or the subject of the nearest verb above it that is no pronoun."""
    tree = tree_of(case.page, _piece(case, thing))
    top = tree.head_of(thing.span) if tree is not None else None
    if tree is None or top is None:
        return None
    told = ""
    for n in (top, *tree.up(top)):
        if tree.is_verb(n):
            found, verb = tree.subject(n, words_of("object_control")), tree.tokens[n].lemma.lower()
        else:
            found, verb = _owner(tree, n)
        if found is None or found == top:
            continue
        if tree.tokens[found].pos != "PRON":
            return Subject(mentions=_heads(case, tree, found), verb=told or verb, tree=tree)
        told = told or verb  # "X said it would give": the pronoun stands for the one who says it
    return None


def _piece(case: Case, thing: Cited) -> Span:
    """The part of a sentence between semicolons: each has a grammar of its own."""
    text, sentence = case.page.text, case.sentence(thing)
    start = text.rfind("; ", sentence.start, thing.span.start)
    end = text.find("; ", thing.span.end, sentence.end)
    return Span(start + 2 if start >= 0 else sentence.start, end if end >= 0 else sentence.end)


def _owner(tree: Tree, noun: int) -> tuple[int | None, str]:
    """Give whose a noun is, or the subject of a clause behind it ("the sum that X promised")."""
    if tree.tokens[noun].pos not in _NOUNS:
        return None, ""
    clause = tree.told_behind(noun)
    if clause is not None:
        return tree.child(clause, "nsubj"), tree.tokens[clause].lemma.lower()
    return tree.child(noun, "poss"), ""


def _heads(case: Case, tree: Tree, head: int) -> tuple[ActorMention, ...]:
    found: list[ActorMention] = []
    for n in _noun_phrase(tree, head):
        found.extend(case.page.actors.touching(tree.tokens[n].span))
    return tuple(dict.fromkeys(found))


def _noun_phrase(tree: Tree, head: int) -> Iterator[int]:
    yield head
    for child in tree.children[head]:
        if tree.tokens[child].dep in _OF_HEAD:
            yield from _noun_phrase(tree, child)
        elif tree.tokens[child].text.lower() == "of" and tree.tokens[head].pos == "NOUN":
            yield from tree.children[child]  # "the representative of Italy"


def another_gives(
    case: Case, words: Sequence[Cited], thing: Cited, subject: Subject
) -> ActorMention | None:
    """Give the first actor of a subject where the giver, told elsewhere, has no part in the act."""
    if not subject.mentions or subject.verb in words_of("no_giving"):
        return None
    rival = subject.mentions[0]
    if case.kind != "commitment" and not gives(case, rival, words[0].field):
        return None
    sentence = case.sentence(thing)
    here = [w for w in words if sentence.holds(w.span)]
    if any(_has_part(case, w, subject, thing) for w in here):
        return None
    return rival


def does_alike(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    """Say whether another clause tells that a giver does what is told of the thing."""
    clauses = [clause_of(case, w) for w in words]
    return any(
        not clause.holds(thing.span) and cue("alike").search(clause.of(case.page.text))
        for clause in clauses
    )


def gives(case: Case, mention: ActorMention, field: str) -> bool:
    """Say whether the words around a name tell that it gives."""
    there = Cited(field=field, span=mention.span, quote=mention.span.of(case.page.text))
    if mention.actor.type in ("group", "unnamed"):
        return False  # the giver may be one of them
    return mention.naming not in ("adjective", "demonym") and lean(case, there) > 0


def _has_part(case: Case, words: Cited, subject: Subject, thing: Cited) -> bool:
    """Say whether a giver beside the thing may have a part in it all the same."""
    if _named_as_kind(case, words):
        return True
    relation = subject.tree.relation(words.span)
    if relation in _NO_PART or (
        relation == "by" and not subject.tree.agent_above(words.span, thing.span)
    ):
        return False
    if lean(case, words) > 0:
        return True
    rival = subject.mentions[0]
    return rival.span.end <= words.span.start < thing.span.start and not _lesser(case, words)


#: Relations of a name that does not act: the preposition that governs it.
_NO_PART = frozenset({"with", "in", "against", "like", "than", "alongside", "at", "near", "into"})


def _named_as_kind(case: Case, words: Cited) -> bool:
    """Say whether an adjective names the giver ("with Danish money")."""
    found = case.page.actors.touching(words.span)
    return any(m.naming in ("adjective", "demonym") for m in found)


#: Before a name that is no giver's: it is told of, or goes with another.
_LESSER = re.compile(r"(?<!\w)(?:with|to|for|of|in|against|between|like|than)\s(?:the\s)?\Z")


def _lesser(case: Case, words: Cited) -> bool:
    start = max(0, words.span.start - 20)
    return _LESSER.search(case.page.text, start, words.span.start) is not None
