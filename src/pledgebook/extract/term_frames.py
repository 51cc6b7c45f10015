"""In which frame a verb stands: done, asked of somebody, refused, denied, or left open.

"Russia must accept the truce", "was urged to accept", "if it accepts" and "has yet to accept" all
have the verb of an agreement, and in none of them has anybody agreed. What is not known to leave
the act done leaves it open, and nothing is then read from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pledgebook.extract.lexicon import load
from pledgebook.extract.syntax import Syntax

Kind = Literal["done", "coming", "asked", "refused", "denied", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How an act is told.

    Attributes:
        kind: whether it is done, still to come, asked for, refused, denied or left open.
        words: the token that makes it so ("must", "urged"), None for what is simply done.
        by: head of whoever asks, refuses or denies, None where the sentence's speaker does.
        of: head of whoever is asked.
    """

    kind: Kind
    words: int | None = None
    by: int | None = None
    of: int | None = None


_DONE, _OPEN = Frame(kind="done"), Frame(kind="open")


def frame_of(syntax: Syntax, verb: int) -> Frame:
    """Give the frame of a verb, from its own auxiliaries up to the main clause."""
    return _frame(syntax, verb, depth=0)


def _words(key: str) -> frozenset[str]:
    return frozenset(load("proposals")["frames"][key])


#: Verbs above one that are looked at; deeper sentences are not followed.
_DEEPEST = 5


def _frame(syntax: Syntax, verb: int, depth: int) -> Frame:
    if depth > _DEEPEST or _conditional(syntax, verb):
        return _OPEN
    own = _by_auxiliaries(syntax, verb)
    if own is not None:
        return own
    token = syntax.tokens[verb]
    if token.head == verb or token.tag in _TOLD_BEHIND.get(token.dep, ()):
        return _DONE
    if token.dep == "conj":
        return _of_first(syntax, verb, depth)
    if token.dep == "pcomp":
        return _behind_preposition(syntax, verb, depth)
    return _under(syntax, verb, depth)


#: Forms by which a clause behind a noun tells what is: "that X accepts", "accepted by X in May".
_TOLD_BEHIND = {"relcl": ("VBD", "VBN", "VBZ", "VBP"), "acl": ("VBN",)}


def _conditional(syntax: Syntax, verb: int) -> bool:
    """Say whether the clause tells what may be: "if X accepts", "until it signs", "should it …"."""
    marks = {
        syntax.tokens[c].text.lower()
        for c in syntax.children[verb]
        if c < verb and syntax.tokens[c].dep in ("mark", "advmod")
    }
    if marks & _words("if"):
        return True
    if marks & _words("when") and syntax.tokens[verb].tag in ("VB", "VBP", "VBZ"):
        return True
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    inverted = next((c for c in syntax.children[verb] if syntax.tokens[c].dep == "aux"), None)
    return (
        inverted is not None
        and subject is not None
        and inverted < subject
        and syntax.tokens[inverted].text.lower() in ("should", "had", "were")
    )


def _by_auxiliaries(syntax: Syntax, verb: int) -> Frame | None:
    """What "must", "should", "could" and "will" make of a verb; None where it has none of them."""
    for c in syntax.children[verb]:
        token = syntax.tokens[c]
        word = token.text.lower().replace("’", "'")
        if token.dep != "aux":
            continue
        if word in _words("must"):
            return _needed(syntax, verb, c)
        if word in _words("will") or word in _words("can"):
            if syntax.negated(verb):
                return Frame(kind="refused", words=verb, by=_subject(syntax, verb))
            return Frame(kind="coming") if word in _words("will") else _OPEN
        if word in _words("may"):
            return _OPEN
    return None


def _needed(syntax: Syntax, verb: int, modal: int) -> Frame:
    """Read "X must accept", unless it must not, or is not said to."""
    told = syntax.tokens[verb]
    unsaid = told.dep == "ccomp" and _as_told(syntax, verb, told.head).kind != "done"
    if syntax.negated(verb) or unsaid:
        return _OPEN
    return Frame(kind="asked", words=modal, of=_subject(syntax, verb))


def _of_first(syntax: Syntax, verb: int, depth: int) -> Frame:
    """A verb joined to another one shares its frame, unless it has a subject of its own."""
    head = syntax.tokens[verb].head
    if syntax.tokens[head].pos not in ("VERB", "AUX"):
        return _DONE
    if syntax.child(verb, "nsubj", "nsubjpass") is None:
        return _frame(syntax, head, depth + 1)
    return _OPEN if _conditional(syntax, head) else _DONE


def _behind_preposition(syntax: Syntax, verb: int, depth: int) -> Frame:
    """Read "after accepting", which is done; "short of accepting" is not."""
    preposition = syntax.tokens[verb].head
    if syntax.tokens[preposition].text.lower() not in _words("behind"):
        return _OPEN
    above = syntax.verbs_above(preposition)
    return _frame(syntax, above[0], depth + 1) if above else _DONE


def _under(syntax: Syntax, verb: int, depth: int) -> Frame:
    """What the verb, noun or adjective that a clause hangs on makes of it."""
    token, above = syntax.tokens[verb], syntax.tokens[syntax.tokens[verb].head]
    if above.pos not in ("VERB", "AUX"):
        return _OPEN  # "ready to accept", "calls for X to accept", "pressure to accept"
    infinitive = _infinitive(syntax, verb)
    lemma = above.lemma.lower()
    if infinitive and lemma in _words("means") and syntax.child(verb, "nsubj") is None:
        return _meant(syntax, token.head, depth)
    if lemma in _words("asks") and (infinitive or token.tag == "VB"):
        return _asked(syntax, verb, token.head, depth)
    if infinitive and lemma in _words("has_to"):
        return _has_to(syntax, token.head, depth)
    if infinitive and lemma in _words("refuses"):
        return _turned(syntax, "refused", token.head, depth)
    if lemma in _words("denies"):
        return _turned(syntax, "denied", token.head, depth)
    if infinitive:
        known = lemma in _words("does") and not syntax.negated(token.head)
        return _frame(syntax, token.head, depth + 1) if known else _OPEN
    if token.dep in ("advcl", "parataxis", "dep"):
        return _DONE
    return _as_told(syntax, verb, token.head)


def _meant(syntax: Syntax, meaning: int, depth: int) -> Frame:
    """Read "X wants to propose", "X plans to sign"."""
    above = _frame(syntax, meaning, depth + 1).kind in ("done", "coming")
    told = above and not syntax.negated(meaning) and not syntax.passive(meaning)
    return Frame(kind="coming") if told else _OPEN


def _infinitive(syntax: Syntax, verb: int) -> bool:
    return any(
        syntax.tokens[c].text.lower() == "to" and syntax.tokens[c].dep == "aux"
        for c in syntax.children[verb]
    )


def _asked(syntax: Syntax, verb: int, asking: int, depth: int) -> Frame:
    """Read "X urged Y to accept", "Y was urged by X to accept", "X demands that Y accept"."""
    of = syntax.child(verb, "nsubj")
    if of is None:
        of = syntax.child(asking, "nsubjpass", "dobj", "dative")
    if of is None:
        of = _of_preposition(syntax, asking, verb)
    above = _frame(syntax, asking, depth + 1)
    if of is None or above.kind != "done" or syntax.negated(asking):
        return _OPEN
    by = syntax.agent(asking) if syntax.passive(asking) else _subject(syntax, asking)
    return Frame(kind="asked", words=asking, by=by, of=of)


def _of_preposition(syntax: Syntax, asking: int, verb: int) -> int | None:
    """Whoever is called on: "called on X to accept", "appealed to X to accept"."""
    for c in syntax.children[asking]:
        if c < verb and syntax.tokens[c].text.lower() in _words("asked_behind"):
            return syntax.child(c, "pobj")
    return None


def _has_to(syntax: Syntax, having: int, depth: int) -> Frame:
    """Read "X has to accept"; "has yet to accept" and "would have to" ask nothing of X."""
    beside = {syntax.tokens[c].text.lower() for c in syntax.children[having]}
    if "yet" in beside or beside & _words("would") or syntax.negated(having):
        return _OPEN
    if _frame(syntax, having, depth + 1).kind not in ("done", "coming"):
        return _OPEN
    return Frame(kind="asked", words=having, of=_subject(syntax, having))


def _turned(syntax: Syntax, kind: Kind, turning: int, depth: int) -> Frame:
    """Read "X refuses to accept" and "X denied that it had accepted", told as done."""
    above = _frame(syntax, turning, depth + 1)
    if syntax.negated(turning) or above.kind != "done" or syntax.passive(turning):
        return _OPEN
    return Frame(kind=kind, words=turning, by=_subject(syntax, turning))


def _as_told(syntax: Syntax, verb: int, telling: int) -> Frame:
    """Read "X said that it had accepted"; what nobody said, or X doubted, is open."""
    if syntax.tokens[telling].lemma.lower() not in _words("tells") or syntax.negated(telling):
        return _OPEN
    subject = _subject(syntax, telling)
    nobody = subject is not None and _names_nobody(syntax, subject)
    before = next((c for c in syntax.children[verb] if syntax.tokens[c].text.lower() == "to"), None)
    return _OPEN if nobody or before is not None else _DONE


def _names_nobody(syntax: Syntax, subject: int) -> bool:
    """Say whether a subject is "nobody", "no one" or "neither side"."""
    beside = {syntax.tokens[c].text.lower() for c in syntax.children[subject]}
    low = syntax.tokens[subject].lemma.lower()
    return low in _words("nobody") or bool(beside & {"no", "neither"})


def _subject(syntax: Syntax, verb: int) -> int | None:
    own = syntax.child(verb, "nsubj", "nsubjpass")
    return syntax.subject(verb) if own is None else own
