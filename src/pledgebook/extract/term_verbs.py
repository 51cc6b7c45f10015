"""The verb that puts a term forward or answers it, found above the term's noun."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.syntax import Syntax

#: How many verbs above a term are looked at; beyond three the link to the term is lost.
_REACH = 3
#: Relations by which a noun is what a verb is about.
_ABOUT = frozenset({"dobj", "nsubjpass", "attr", "conj", "appos", "xcomp", "pcomp", "ccomp",
                    "prep", "dep", "compound", "oprd", "relcl", "advcl"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TermVerb:
    """A verb of the list of proposals.

    Attributes:
        token: its index.
        kind: its class in ``resources/proposals.yaml``.
        through: the infinitive or gerund between it and the term ("agreed to RESUME talks").
    """

    token: int
    kind: str
    through: int | None = None


def verb_of(syntax: Syntax, head: int) -> TermVerb | None:
    """Give the nearest verb of a term that governs it as what it is about; None without one."""
    through: int | None = None
    for verb in syntax.verbs_above(head)[:_REACH]:
        kind = class_of(syntax, verb)
        if kind is not None:
            linked = _leads_to(syntax, head, verb) and _acts_on(syntax, through)
            return TermVerb(token=verb, kind=kind, through=through) if linked else None
        below = syntax.tokens[verb].dep in ("xcomp", "pcomp", "ccomp")
        through = verb if below and through is None else through
    return None


def _acts_on(syntax: Syntax, through: int | None) -> bool:
    """Say whether the act between is one upon a term: "to resume", not "to explain"."""
    return through is None or syntax.tokens[through].lemma.lower() in load("proposals")["acts_on"]


def class_of(syntax: Syntax, verb: int) -> str | None:
    """Give the class of a verb, by its particle where that makes it another one."""
    token = syntax.tokens[verb]
    particles = {
        syntax.tokens[c].text.lower()
        for c in syntax.children[verb]
        if syntax.tokens[c].dep == "prt"
    }
    for kind, rows in load("proposals")["particled"].items():
        for particle, verbs in rows.items():
            if particle in particles and token.lemma.lower() in verbs:
                return str(kind)
    return verb_classes("proposals").get(token.text.lower())


def _leads_to(syntax: Syntax, head: int, verb: int) -> bool:
    """Say whether a term is what a verb is about: no day ("since the truce") and no subject."""
    n = head
    while n != verb:
        token = syntax.tokens[n]
        if token.dep == "pobj":
            preposition = syntax.tokens[token.head]
            if preposition.text.lower() not in load("proposals")["leads_to"]:
                return False
            over = syntax.tokens[preposition.head]
            if over.pos == "NOUN" and over.lemma.lower() not in load("proposals")["forms_of"]:
                return False  # "a list of observers", "a boycott of the talks"
        elif token.dep not in _ABOUT:
            return False
        n = token.head
    return True
