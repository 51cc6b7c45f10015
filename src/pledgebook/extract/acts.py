"""Acts of giving in a parsed sentence: the chain of verbs that governs a thing, and who acts."""

from __future__ import annotations

from pledgebook.extract.act_verbs import GIVING, Act, act_at, marked
from pledgebook.extract.lexicon import load
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: How many verbs above a thing are looked at; beyond three the link to the thing is lost.
MAX_CHAIN = 4


def chain_above(syntax: Syntax, thing: Span) -> list[Act]:
    """Acts that govern a thing, the nearest first; a verb that is no act is stepped over.

    An act in a clause about the thing ("the loan that Britain signed") is nearer than any other.
    """
    head = syntax.head_of(thing)
    if head is None:
        return []
    behind = acts_behind(syntax, head)
    if behind and not _handed_over(syntax, head, behind[0]):
        return behind
    verbs = syntax.verbs_above(head)[:MAX_CHAIN]
    if syntax.tokens[head].pos == "VERB":
        verbs.insert(0, head)
    verbs = [v for v in verbs if not (_paid_for(syntax, v) or _describes(syntax, v, thing))]
    acts = [act for act in (act_at(syntax, verb) for verb in verbs) if act is not None]
    if acts and _got_in_return(syntax, acts[0]):
        return acts[:1]
    if _beside_a_gift(syntax, verbs, acts):
        return _alike(syntax, head, verbs[0])
    return _without_condition(syntax, acts)


#: What is spoken of with these is known already, and not given anew.
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def _got_in_return(syntax: Syntax, act: Act) -> bool:
    """Say whether a clause about a gift tells what its giver gets: "vans, for which it got €9m"."""
    token = syntax.tokens[act.token]
    return token.text.lower() in load("acts")["receiving"] and token.dep == "relcl"


def _beside_a_gift(syntax: Syntax, verbs: list[int], acts: list[Act]) -> bool:
    """Say whether the nearest verb is none of giving, and joins one with a subject of its own."""
    if not verbs or not acts or acts[0].token == verbs[0] or acts[0].act_class not in GIVING:
        return False
    token, giver = syntax.tokens[verbs[0]], syntax.child(verbs[0], "nsubj")
    named = giver is not None and syntax.tokens[giver].pos == "PROPN"
    return token.dep == "conj" and token.head == acts[0].token and named and token.pos == "VERB"


def _alike(syntax: Syntax, head: int, verb: int) -> list[Act]:
    """Give the act of a verb beside one of giving: a sum that it has for its object is given too.

    "Oslo pledged 3bn kroner and Tokyo scraped together $600 million": none of it is Oslo's.
    """
    below = {syntax.tokens[c].text.lower() for c in syntax.children[head]}
    number = {syntax.tokens[n].pos for n in (head, *syntax.children[head])}
    given = syntax.tokens[head].head == verb and "SYM" in number and not below & _KNOWN
    return [Act(token=verb, act_class="give", span=syntax.tokens[verb].span)] if given else []


def _without_condition(syntax: Syntax, acts: list[Act]) -> list[Act]:
    """Leave out the verb of a condition that the parser puts above whose act hangs on it.

    "if parliament agrees Denmark will give €20m": who gives has a clause of its own.
    """
    for place, act in enumerate(acts[1:], 1):
        own = syntax.child(acts[place - 1].token, "nsubj") is not None
        if own and marked(syntax, act.token):
            return acts[:place]
    return acts


def _describes(syntax: Syntax, verb: int, thing: Span) -> bool:
    """Say whether what the parser takes for a verb is a word of a name: "14 refurbished guns"."""
    token = syntax.tokens[verb]
    if token.tag not in ("VBN", "VBD") or not thing.holds(token.span):
        return False
    last = syntax.inside(thing)[-1]
    return last > verb and syntax.below(last, verb)


def _paid_for(syntax: Syntax, verb: int) -> bool:
    """Say whether a participle only tells what pays for a thing: "missiles, paid for with €9m"."""
    token = syntax.tokens[verb]
    below = {syntax.tokens[c].text.lower() for c in syntax.children[verb]}
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and {"for", "with"} <= below


def _handed_over(syntax: Syntax, head: int, behind: Act) -> bool:
    """Say whether the verb above tells that what was promised came: "sent the vans it promised"."""
    above = next(iter(syntax.verbs_above(head)), None)
    act = None if above is None else act_at(syntax, above)
    if act is None:
        return False
    received = syntax.tokens[act.token].text.lower() in load("acts")["receiving"]
    if not received and act.act_class not in ("deliver", "disburse"):
        return False
    done = syntax.tokens[act.token].tag == "VBD" or (
        syntax.tokens[act.token].tag == "VBN" and bool(_HAS & set(syntax.auxiliaries(act.token)))
    )
    done = done and not syntax.negated(act.token)  # "the €9m promised has not yet been paid"
    return done and behind.act_class in ("pledge", "commit", "allocate")


#: Auxiliaries of what has come about.
_HAS = frozenset({"has", "have", "had", "'ve", "was", "were"})
#: Classes whose verbs tell what became of a thing in a clause behind it; "backed by", "financed by"
#: and the like tell only where the money comes from.
_TOLD_BEHIND = frozenset({"commit", "pledge", "allocate", "deliver", "disburse"})


#: A participle that tells what a thing is for, and promises nothing: "vans meant to carry water".
_MEANT = frozenset({"intended", "designed", "meant"})


def acts_behind(syntax: Syntax, head: int) -> list[Act]:
    """Acts of the relative and participle clauses that hang on the noun phrase of a thing."""
    nouns = [head]
    for n in syntax.up(head):
        if syntax.tokens[n].pos in ("VERB", "AUX"):
            break
        nouns.append(n)
    for noun in tuple(nouns):
        for prep in syntax.children[noun]:
            if syntax.tokens[prep].text.lower() in ("of", "in"):
                nouns.extend(c for c in syntax.children[prep] if syntax.tokens[c].dep == "pobj")
    clauses = [
        act_at(syntax, c)
        for noun in nouns
        for c in syntax.children[noun]
        if syntax.tokens[c].dep in ("relcl", "acl")
        and syntax.tokens[c].tag != "VBG"
        and syntax.tokens[c].text.lower() not in _MEANT
        and not _of_a_part(syntax, c)
    ]
    return [act for act in clauses if act is not None and _told_behind(syntax, act)]


def _of_a_part(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause tells of some of the things only: "two radars, one of which …"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    below = () if subject is None else syntax.children[subject]
    of = (c for c in below if syntax.tokens[c].text.lower() == "of")
    return any(
        (obj := syntax.child(c, "pobj")) is not None
        and syntax.tokens[obj].text.lower() in ("which", "them")
        for c in of
    )


def _told_behind(syntax: Syntax, act: Act) -> bool:
    """Say whether a clause behind a thing tells what became of it ("pumps given by Norway")."""
    if syntax.tokens[act.token].text.lower() in load("acts")["buying"]:
        return syntax.agent(act.token) is not None  # who ordered a thing need not give it
    if act.act_class in _TOLD_BEHIND:
        return True
    given = syntax.tokens[act.token].text.lower() in load("acts")["transfer_verbs"]
    return given and (syntax.agent(act.token) is not None or _donated_by(syntax, act.token))


def _donated_by(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause names who gave the thing: "the 31 tanks that Norway (has) donated"."""
    subject = syntax.child(verb, "nsubj")
    perfect = bool({"has", "have", "had"} & set(syntax.auxiliaries(verb)))
    told = syntax.tokens[verb].tag == "VBD" or (perfect and not syntax.negated(verb))
    past = told and syntax.tokens[verb].dep == "relcl"
    return past and subject is not None and syntax.tokens[subject].pos == "PROPN"


def whose_office(syntax: Syntax, noun: int) -> int | None:
    """Give the noun whose office acts in a clause: "Norway, whose government doubled its aid"."""
    word = syntax.tokens[noun]
    owner = syntax.child(noun, "poss")
    if owner is None or syntax.tokens[owner].text.lower() != "whose":
        return None
    verb = syntax.tokens[word.head]
    office = word.text.lower() in load("acts")["offices"]
    return verb.head if office and verb.dep == "relcl" else None
