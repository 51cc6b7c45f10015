"""One parsed sentence, asked in plain terms: who does what, denied or not, how firmly."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
#: Words beside a verb that say of its subject how it acts: "Oslo and Riga have each pledged €5m".
_FLOATING = frozenset({"each", "both", "all"})
#: Relations through which a verb without a subject of its own shares that of its head.
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "dep"})

#: Verbs (in the infinitive) whose passive subject is to do what their infinitive says.
_DUE = frozenset(
    {"expect", "schedule", "plan", "suppose", "slate", "require", "ask", "authorise", "authorize"}
    | {"invite", "oblige", "request", "urge", "call", "commit", "prepare", "set", "intend"}
)


class Syntax:
    """A parse of one sentence; tokens are named by their index in it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Wrap the tokens of one sentence."""
        self.tokens = _off_helpers(tokens)
        self._starts = [token.span.start for token in self.tokens]
        self._ends = [token.span.end for token in self.tokens]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indices of each token's dependents, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for n, token in enumerate(self.tokens):
            if token.head != n:
                below[token.head].append(n)
        return tuple(tuple(row) for row in below)

    def inside(self, span: Span) -> range:
        """Indices of the tokens that share a code point with ``span``."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def head_of(self, span: Span) -> int | None:
        """Give the token of ``span`` whose head lies outside it (the last such one)."""
        found = self.inside(span)
        tops = [n for n in found if self.tokens[n].head not in found or self.tokens[n].head == n]
        return tops[-1] if tops else None

    def up(self, n: int) -> Iterator[int]:
        """Walk from a token to the root, the token itself left out."""
        seen = {n}
        while self.tokens[n].head not in seen:
            n = self.tokens[n].head
            seen.add(n)
            yield n

    def verbs_above(self, n: int) -> list[int]:
        """Verbs that govern a token, the nearest first."""
        return [v for v in self.up(n) if self.tokens[v].pos in _VERBS]

    def child(self, n: int, *relations: str) -> int | None:
        """Give the first dependent of ``n`` that has one of these relations."""
        return next((c for c in self.children[n] if self.tokens[c].dep in relations), None)

    def passive(self, verb: int) -> bool:
        """Say whether the verb is in the passive."""
        return self.child(verb, *_PASSIVE, "auxpass") is not None

    def subject(self, verb: int) -> int | None:
        """Head of the acting subject: the agent of a passive, else its own or a shared subject."""
        agent = self.agent(verb)
        if agent is not None:
            return agent
        own = [c for c in self.children[verb] if self.tokens[c].dep in _SUBJECTS]
        named = [c for c in own if self.tokens[c].text.lower() not in _FLOATING]
        own = named or own
        if own:  # of two, the first is a dateline or a loose phrase: "OSLO - Members pledged …"
            return self._antecedent(verb, max((c for c in own if c < verb), default=own[0]))
        if self.passive(verb):
            return None
        root = self.tokens[verb].head == verb
        return self._of_condition(verb) if root else self._shared_subject(verb)

    def _of_condition(self, verb: int) -> int | None:
        """Subject that the parser gives to a condition: "Oslo will, subject to approval, pay"."""
        for n in self.children[verb]:
            held = n < verb and self.tokens[n].dep == "advcl" and self.tokens[n].tag == "JJ"
            if held and self.child(n, "aux") is not None:
                return self.child(n, "nsubj")
        return None

    def _antecedent(self, verb: int, subject: int) -> int:
        """A relative pronoun stands for the noun that its clause hangs on."""
        token = self.tokens[verb]
        if token.dep == "relcl" and self.tokens[subject].lemma.lower() in ("which", "who", "that"):
            return token.head
        return subject

    def _shared_subject(self, verb: int) -> int | None:
        token = self.tokens[verb]
        if token.dep not in _SHARES_SUBJECT or token.head == verb:
            return None
        above = self.tokens[token.head]
        if token.dep == "acl":
            return None
        if above.pos == "ADJ" and above.dep == "acomp":  # "we stand ready to give"
            return self.subject(above.head)
        if token.dep == "xcomp" and above.lemma.lower() in _DUE and self.passive(token.head):
            return self.child(token.head, "nsubjpass")  # "Oslo is expected to give"
        acts = above.pos in _VERBS or self.child(token.head, "aux") is not None
        return self.subject(token.head) if acts else None  # "will, subject to approval, give"

    def subject_before(self, verb: int) -> int | None:
        """Subject of the clause before a passive that names no agent.

        "Oslo gave €3m; €5m more are planned": who acts in the first clause acts in both.
        """
        if not self.passive(verb) or self.agent(verb) is not None:
            return None
        for n in self.children[verb]:
            clause = self.tokens[n]
            if n < verb and clause.pos == "VERB" and clause.dep in ("ccomp", "parataxis", "conj"):
                return self.child(n, "nsubj")
        return None

    def agent(self, verb: int) -> int | None:
        """Head of "by X"."""
        by = self.child(verb, "agent")
        return None if by is None else self.child(by, "pobj")

    @cached_property
    def verbless(self) -> bool:
        """Say whether the main clause has no finite verb, as in headings, rows and captions."""
        roots = [n for n, token in enumerate(self.tokens) if token.head == n]
        return bool(roots) and not any(self._finite(n) for n in roots)

    def _finite(self, n: int) -> bool:
        """A participle without subject or auxiliary is no verb of a clause ("arms worth …")."""
        token = self.tokens[n]
        bare = self.child(n, *_SUBJECTS, *_PASSIVE) is None and not self.auxiliaries(n)
        return token.pos in _VERBS and not (token.tag in ("VBG", "VBN") and bare)

    def subtree(self, n: int) -> Span:
        """Range from the first to the last code point below a token."""
        first = last = n
        stack = [n]
        while stack:
            top = stack.pop()
            first, last = min(first, top), max(last, top)
            stack.extend(self.children[top])
        return Span(self._starts[first], self._ends[last])

    def named(self, n: int) -> Span:
        """Range of a noun with the adjectives and nouns directly before it; articles stay out."""
        first = n
        while first > 0:
            token = self.tokens[first - 1]
            fits = token.dep in ("compound", "amod", "nmod") and token.pos in (
                "NOUN",
                "PROPN",
                "ADJ",
            )
            if not fits or not self.below(first - 1, n):
                break
            first -= 1
        while first > 1 and self.tokens[first - 1].text == "-":  # "world-class training"
            first -= 2
        return Span(self._starts[first], self._ends[n])

    def below(self, n: int, above: int) -> bool:
        """Say whether ``n`` is ``above`` or hangs on it."""
        return n == above or above in self.up(n)

    def negated(self, verb: int) -> bool:
        """Say whether the verb itself is denied ("has not committed", "never sent")."""
        words = {self.tokens[c].text.lower() for c in self.children[verb]}
        return self.child(verb, "neg") is not None or bool(words & {"not", "n't", "never", "no"})

    def auxiliaries(self, verb: int) -> tuple[str, ...]:
        """Auxiliaries of a verb in lower case; of the verb it is joined to if it has none."""
        own = tuple(
            self.tokens[c].text.lower().replace("’", "'")
            for c in self.children[verb]
            if self.tokens[c].dep in ("aux", "auxpass")
        )
        token = self.tokens[verb]
        if not own and token.dep == "conj" and self.tokens[token.head].pos in _VERBS:
            return self.auxiliaries(token.head)
        return own


#: The relation of a helping verb to the verb that it helps; a passive's own is another matter.
_HELPING = "aux"


def _off_helpers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Hang what the parser puts below a helping verb on the verb that it helps.

    So it does with contractions: "we" below "'ll" in "we'll resettle 200 refugees".
    """
    if not any(tokens[token.head].dep == _HELPING for token in tokens):
        return tuple(tokens)
    return tuple(
        replace(token, head=tokens[token.head].head)
        if tokens[token.head].dep == _HELPING and token.dep in _SUBJECTS | _PASSIVE
        else token
        for token in tokens
    )
