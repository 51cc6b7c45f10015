"""What a date of a sentence is bound to: the act of a promise, its thing, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import done
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import DateMention

_GIVING = frozenset({"give", "deliver", "disburse", "carry"})
#: How far before a date the event that it dates may begin.
_REACH = 60
#: "(ahead of the) election in", right before a date.
_NOUN_BEFORE = re.compile(
    r"(?:\b(?P<opener>[a-z]+)\s+(?:of\s+)?(?:the|an?|its|their|this|last|next)\s+(?:[\w-]+\s+){0,2}?)?"
    r"\b(?P<noun>[A-Za-z]+)\s+(?:(?:in|on|of|for|at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
#: Relations by which a clause hangs on the thing or the act that it tells more of.
_MORE_OF_IT = frozenset({"relcl", "acl", "advcl", "xcomp", "conj", "ccomp", "pcomp", "dep"})
#: Between such a clause and what it tells of: "with the money to be paid", "**a package** that …".
_BETWEEN = frozenset({"with", "*", "**", "_"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a date is bound to.

    Attributes:
        verb: token of the verb whose time it tells, None where the sentence has none for the thing.
        own: True where it stands with the thing itself ("a three-year package").
        purpose: True where it stands with a verb that tells what the thing is for, or holds.
    """

    verb: int | None
    own: bool = False
    purpose: bool = False


class Binder:
    """Binds the dates of one sentence to one thing and the verbs that govern it."""

    def __init__(self, page: Page, syntax: Syntax, thing: Span) -> None:
        """Look up what governs ``thing``."""
        self._page = page
        self._syntax = syntax
        self._head = syntax.head_of(thing)
        self._nouns = self._noun_phrase(thing)
        self.verbs = tuple(self._above())

    def _noun_phrase(self, thing: Span) -> frozenset[int]:
        """The thing's tokens and the nouns that it stands under ("a package of €3m")."""
        found = set(self._syntax.inside(thing))
        for n in () if self._head is None else self._syntax.up(self._head):
            if self._syntax.tokens[n].pos in ("VERB", "AUX"):
                break
            found.add(n)
        return frozenset(found)

    def _above(self) -> Iterator[int]:
        """Verbs above the thing, up to a clause joined to theirs that has another subject."""
        if self._head is None:
            return
        below: int | None = self._head if self._syntax.tokens[self._head].pos == "VERB" else None
        for verb in self._syntax.verbs_above(self._head):
            if below is not None and not self._one_clause(below, verb):
                return
            yield verb
            below = verb

    def _one_clause(self, verb: int, above: int) -> bool:
        if self._syntax.tokens[verb].dep != "conj":
            return True
        own = self._syntax.child(verb, *_SUBJECTS) is not None
        return not own and done(self._syntax, verb) == done(self._syntax, above)

    def bind(self, date: DateMention) -> Bound | None:
        """Say what a date is bound to; None where that is something else than the promise."""
        start = self._syntax.head_of(date.span)
        if start is None or self._head is None or self._of_event(date):
            return None
        loose = False
        for n in (start, *self._syntax.up(start)):
            token = self._syntax.tokens[n]
            if n in self._nouns:
                return Bound(verb=next(iter(self.verbs), None), own=True)
            if token.pos in ("VERB", "AUX") and not date.span.overlaps(token.span):
                return self._at_verb(n, loose=loose)
            if date.span.overlaps(token.span) or token.pos == "ADP":
                continue
            if token.pos == "ADJ" or token.dep == "appos" or self._is_dated(n, date):
                return None
            loose = True
        return None

    def _of_event(self, date: DateMention) -> bool:
        """Say whether the words right before a date make it that of an event, however parsed."""
        low = max(0, date.span.start - _REACH)
        found = _NOUN_BEFORE.search(self._page.text[low : date.span.start])
        if found is None:
            return False
        words = load("time_of_promise")
        return found["noun"].lower() in words["events"] or (
            found["opener"] is not None and found["opener"].lower() in words["temporal"]
        )

    def _is_dated(self, noun: int, date: DateMention) -> bool:
        """Say whether a noun is an event, or stands in words of time: the date is its own."""
        token = self._syntax.tokens[noun]
        if self._page.actors.touching(token.span):
            return False
        if token.text.lower() in load("time_of_promise")["events"]:
            return True
        above = self._syntax.tokens[token.head]
        return above.text.lower() in load("time_of_promise")["temporal"] and not (
            date.span.overlaps(above.span)
        )

    def _at_verb(self, verb: int, *, loose: bool) -> Bound | None:
        if verb in self.verbs:
            return Bound(verb=verb)
        if not self._hangs_on_thing(verb):
            return None
        word = self._syntax.tokens[verb].text.lower()
        classes = verb_classes("acts").get(word), verb_classes("time_of_promise").get(word)
        if (classes[0] in _GIVING or classes[1] is not None) and self._of_thing(verb):
            return Bound(verb=verb)
        helpers = {*self._syntax.auxiliaries(verb), *self._words_below(verb)}
        holds = classes[0] == "carry" or ("to" in helpers and not loose)
        return Bound(verb=verb, purpose=True) if holds else None

    def _words_below(self, verb: int) -> Iterator[str]:
        return (self._syntax.tokens[n].text.lower() for n in self._syntax.children[verb])

    def _hangs_on_thing(self, verb: int) -> bool:
        """Say whether a clause hangs on the thing, or directly on a verb that governs it."""
        token = self._syntax.tokens[verb]
        if token.dep not in _MORE_OF_IT:
            return False
        head = token.head
        if self._syntax.tokens[head].text in _BETWEEN:
            head = self._syntax.tokens[head].head
        named = self._syntax.tokens[head].text.lower() in load("time_of_promise")["things"]
        return head in self._nouns or head in self.verbs or named

    def _of_thing(self, verb: int) -> bool:
        """Say whether the clause of a verb tells of the thing: no other subject or object."""
        subject = self._syntax.child(verb, *_SUBJECTS)
        gets = self._syntax.child(verb, "dobj")
        said = {"which", "that", "it", "they", "them", "this", "these", "both", "all"}
        said |= set(load("time_of_promise")["things"])
        return all(
            n is None or self._syntax.tokens[n].text.lower() in said for n in (subject, gets)
        )
