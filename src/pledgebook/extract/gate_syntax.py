"""Whose act a thing is, by the parse of its sentence: asked only where plain words cannot tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pledgebook.extract.page import Page
from pledgebook.language.model_files import ModelError
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
#: Relations through which a verb without a subject of its own has that of its head.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})
_RELATIVE = frozenset({"which", "who", "that"})


class Tree:
    """A parsed sentence; tokens are named by their index in it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Take the tokens of one sentence."""
        self.tokens = tuple(tokens)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indices of each token's dependents, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for n, token in enumerate(self.tokens):
            if token.head != n:
                below[token.head].append(n)
        return tuple(map(tuple, below))

    def is_verb(self, n: int) -> bool:
        """Say whether a token is a verb."""
        return self.tokens[n].pos in _VERBS

    def head_of(self, span: Span) -> int | None:
        """Give the last token of ``span`` whose head lies outside of it."""
        inside = [n for n, token in enumerate(self.tokens) if token.span.overlaps(span)]
        tops = [n for n in inside if self.tokens[n].head not in inside or self.tokens[n].head == n]
        return tops[-1] if tops else None

    def up(self, n: int) -> Iterator[int]:
        """Walk from a token's head to the root."""
        seen = {n}
        while self.tokens[n].head not in seen:
            n = self.tokens[n].head
            seen.add(n)
            yield n

    def child(self, n: int, *relations: str) -> int | None:
        """Give the first dependent with one of these relations."""
        return next((c for c in self.children[n] if self.tokens[c].dep in relations), None)

    def subject(self, verb: int, controllers: frozenset[str]) -> int | None:
        """Give the head of a verb's acting subject: its agent, its own, or one that it shares.

        An infinitive under a verb of ``controllers`` ("urged X to give") has the object for its
        subject. A passive without an agent has none.
        """
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            by = self.child(verb, "agent")
            if by is not None:
                return self.child(by, "pobj")
            if self.child(verb, "nsubjpass", "auxpass") is not None:
                return None
            own = [c for c in self.children[verb] if self.tokens[c].dep in _SUBJECTS]
            if own:
                return self._antecedent(verb, max((c for c in own if c < verb), default=own[0]))
            above = self._sharing(verb)
            if above is None:
                return None
            if self.tokens[verb].dep != "conj" and self.tokens[above].lemma.lower() in controllers:
                addressed = self.child(above, "dobj", "dative")
                if addressed is not None:
                    return addressed
            verb = above
        return None

    def _sharing(self, verb: int) -> int | None:
        """Give the verb above whose subject one without its own has ("has no plans to give")."""
        token, head = self.tokens[verb], self.tokens[verb].head
        if token.dep in _SHARING:
            return head if self.is_verb(head) else None
        infinitive = any(self.tokens[c].text.lower() == "to" for c in self.children[verb])
        if token.dep == "acl" and infinitive and self.tokens[head].dep == "dobj":
            return self.tokens[head].head
        return None

    def _antecedent(self, verb: int, subject: int) -> int:
        relative = self.tokens[subject].lemma.lower() in _RELATIVE
        return self.tokens[verb].head if relative and self.tokens[verb].dep == "relcl" else subject

    def relation(self, span: Span) -> str:
        """Give the relation of a name, or of the list it stands in: a preposition by its word."""
        n = self.head_of(span)
        while n is not None and self.tokens[n].dep in ("conj", "compound", "appos"):
            n = self.tokens[n].head
        if n is None:
            return ""
        token = self.tokens[n]
        return self.tokens[token.head].text.lower() if token.dep == "pobj" else token.dep

    def agent_above(self, agent: Span, thing: Span) -> bool:
        """Say whether a name is the agent of a verb or noun that governs a thing."""
        n, top = self.head_of(agent), self.head_of(thing)
        if n is None or top is None:
            return True
        while self.tokens[n].dep in ("conj", "compound", "appos"):
            n = self.tokens[n].head
        governor = self.tokens[self.tokens[n].head].head
        return governor == top or governor in self.up(top)

    def told_behind(self, noun: int) -> int | None:
        """Give the verb of a relative clause on a noun that has a subject of its own."""
        for clause in self.children[noun]:
            subject = self.child(clause, "nsubj") if self.tokens[clause].dep == "relcl" else None
            if subject is not None and self.tokens[subject].lemma.lower() not in _RELATIVE:
                return clause
        return None


#: Words that English texts have; the parser knows no other language.
_ENGLISH = frozenset({"the", "of", "to", "and", "in", "for", "has", "will", "is", "by", "said"})
#: How much of a text is looked at to know that it is English, and words of it that must be there.
_BEGINNING, _ENOUGH = 3000, 3
#: Longest sentence, in words, that is parsed: a list or a table has no grammar to ask.
LONGEST = 90


def tree_of(page: Page, sentence: Span) -> Tree | None:
    """Parse a sentence; None where it is too long, not English, or no parser is installed."""
    beginning = set(page.text[:_BEGINNING].lower().split())
    if len(_ENGLISH & beginning) < _ENOUGH or len(sentence.of(page.text).split()) > LONGEST:
        return None
    try:
        return Tree(page.parse(sentence))
    except ModelError:
        return None
