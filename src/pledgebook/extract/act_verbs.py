"""Verbs of giving, getting and calling for: which act a verb of a parse stands for."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.act_idioms import idiom_at
from pledgebook.extract.act_objects import class_by_object
from pledgebook.extract.journey_acts import journey
from pledgebook.extract.lexicon import load, particled_verbs, verb_classes
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Classes of acts.yaml whose verbs give what they have for an object.
GIVING = frozenset({"give", "deliver", "disburse", "allocate", "commit", "pledge"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A verb of the acts list.

    Attributes:
        token: its index in the parse.
        act_class: class of ``resources/acts.yaml``.
        span: the verb.
    """

    token: int
    act_class: str
    span: Span


def act_at(syntax: Syntax, n: int) -> Act | None:
    """Give the act that a verb token stands for, or None."""
    token = syntax.tokens[n]
    act_class = verb_classes("acts").get(token.text.lower())
    paid_in = _paying_in(syntax, n) or (token.span if _helps_with(syntax, n) else None)
    if paid_in is not None:
        return Act(token=n, act_class="give", span=Span(token.span.start, paid_in.end))
    parted = particled(syntax, n)
    if parted is not None:
        return parted
    idiom = idiom_at(syntax, n)
    if idiom is not None:
        return Act(token=n, act_class=idiom[0], span=idiom[1])
    told_by_object = class_by_object(syntax, n) or ("pledge" if _stands_in(syntax, n) else None)
    if told_by_object is not None:
        return Act(token=n, act_class=told_by_object, span=token.span)
    travelled = journey(syntax, n)
    if travelled is not None:
        return Act(token=n, act_class=travelled[0], span=travelled[1])
    if token.lemma.lower() == "give" and _assents(syntax, n):
        return Act(token=n, act_class="commit", span=token.span)
    if act_class is None or token.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    told = {"get": _gets, "call": _calls_for}.get(token.lemma.lower())
    unlike = with_particle(syntax, n) or (told is not None and not told(syntax, n))
    if unlike or _is_due(syntax, n):
        return None
    return Act(token=n, act_class=act_class, span=token.span)


def _is_due(syntax: Syntax, n: int) -> bool:
    """Say whether "set" only tells what is to come: "is set to give"."""
    return syntax.tokens[n].text.lower() == "set" and syntax.child(n, "xcomp") is not None


def _calls_for(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody calls for or on; "what he called a gift" only gives it a name."""
    if syntax.tokens[verb].pos != "VERB":
        return True
    below = {syntax.tokens[c].text.lower() for c in syntax.children[verb]}
    return bool(below & {"for", "on", "upon"}) or syntax.child(verb, "xcomp") is not None


#: Verbs of helping that give what "with" stands before: "will help Mali with 12 buses".
_HELPING = frozenset({"help", "aid", "bolster", "reinforce", "arm"})


def _helps_with(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody is helped with counted things or a sum."""
    token = syntax.tokens[verb]
    if token.pos != "VERB" or token.lemma.lower() not in _HELPING:
        return False
    helped = syntax.child(verb, "dobj")
    behind = (c for c in syntax.children[verb] if syntax.tokens[c].text.lower() == "with")
    given = next((syntax.child(c, "pobj") for c in behind if helped is not None), None)
    counted = {"nummod", "compound", "quantmod"}
    return given is not None and any(
        syntax.tokens[c].dep in counted and syntax.tokens[c].tag == "CD"
        for c in (given, *syntax.children[given])
    )


#: Words behind "be" and "stand" by which somebody gives: "is in for €5m", "stands ready with €5m".
_STANDING_IN = frozenset({("in", "for"), ("good", "for"), ("ready", "with")})


#: Verbs that "in with" makes ones of giving: "weighed in with €5m".
_JOINING_IN = frozenset({"weigh", "step", "chime", "pitch"})


def _stands_in(syntax: Syntax, verb: int) -> bool:
    """Say whether words behind a verb make it a promise: "is in for €5m"."""
    behind = tuple(token.text.lower() for token in syntax.tokens[verb + 1 : verb + 3])
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma in _JOINING_IN:
        return behind == ("in", "with")
    return lemma in ("be", "stand") and behind in _STANDING_IN


def _paying_in(syntax: Syntax, n: int) -> Span | None:
    """Give the "in" or "up" right behind a verb that makes it one of giving: "put in €5m".

    The parser takes the particle of some for a preposition ("chipped in €5m"). Who puts in a
    request asks.
    """
    token = syntax.tokens[n]
    after = syntax.tokens[n + 1 : n + 2]
    if token.pos != "VERB" or token.lemma.lower() not in load("acts")["paying_in"] or not after:
        return None
    particle = after[0]
    loose = particle.dep == "prep" and token.lemma.lower() in load("acts")["only_paying_in"]
    fits = particle.text.lower() in ("in", "up") and (particle.dep == "prt" or loose)
    return particle.span if fits and not _asks_in(syntax, n) else None


def _asks_in(syntax: Syntax, verb: int) -> bool:
    """Say whether what is put in asks for something: "put in a request for €50m"."""
    handed = syntax.child(verb, "dobj")
    return (
        handed is not None and syntax.tokens[handed].lemma.lower() in load("acts")["requests_made"]
    )


def _gets(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody named gets what the verb has for an object: "Moldova will get €9m".

    "We are getting help to them" and "I will get you the figure" tell of no receipt.
    """
    subject = syntax.child(verb, "nsubj")
    told = None if subject is None else syntax.tokens[subject]
    named = told is not None and (told.pos != "PRON" or told.text.lower() in ("it", "they"))
    finite = syntax.tokens[verb].tag != "VBG"
    return named and finite and syntax.child(verb, "dobj") is not None


def particled(syntax: Syntax, n: int) -> Act | None:
    """Give the act of a verb and the particle behind it: "waved through", "freed up"."""
    token = syntax.tokens[n]
    if token.pos != "VERB":
        return None
    for child in syntax.children[n]:
        word = syntax.tokens[child]
        if child < n or word.dep not in ("prt", "advmod", "prep"):
            continue
        act_class = particled_verbs().get((token.text.lower(), word.text.lower()))
        if act_class is not None:
            return Act(token=n, act_class=act_class, span=token.span)
    return None


def _assents(syntax: Syntax, verb: int) -> bool:
    """Say whether what is given is a decision: "gave the green light to €3bn"."""
    given = syntax.child(verb, "dobj")
    if given is None:
        return False
    whole = "".join(t.text for t in syntax.tokens[max(given - 2, 0) : given + 1]).lower()
    return whole.endswith(tuple(load("acts")["assents"]))


def with_particle(syntax: Syntax, verb: int) -> bool:
    """Say whether a particle makes a verb of giving another: "given up", "sent back"."""
    others = load("acts")["parted"].get(syntax.tokens[verb].lemma.lower(), ())
    return any(
        syntax.tokens[c].dep in ("prt", "advmod", "dobj")
        and syntax.tokens[c].text.lower() in others
        and not _up_to(syntax, c)
        for c in syntax.children[verb]
        if c > verb
    )


def _up_to(syntax: Syntax, particle: int) -> bool:
    """Say whether what the parser takes for a particle opens a bound: "give Sudan up to $9m"."""
    words = [token.text.lower() for token in syntax.tokens[particle : particle + 2]]
    return words == ["up", "to"]


def marked(syntax: Syntax, verb: int) -> bool:
    """Say whether a word of supposing opens the clause of a verb."""
    marks = {
        syntax.tokens[c].text.lower()
        for c in syntax.children[verb]
        if syntax.tokens[c].dep == "mark"
    }
    return bool(marks & {"if", "unless"}) or ("whether" in marks and not _weighed(syntax, verb))


#: Verbs (in the infinitive) of those who think about an act of their own: "weighs whether to send".
_WEIGHING = frozenset({"weigh", "consider", "mull", "ponder", "study", "examine", "discuss"})


def _weighed(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody thinks about doing what "whether to" opens themselves."""
    above = syntax.tokens[syntax.tokens[verb].head]
    return above.lemma.lower() in _WEIGHING and syntax.child(verb, "nsubj") is None


def holds(syntax: Syntax, act: Act) -> bool:
    """Say whether an act only tells what an agreement or package holds: "which includes €5m"."""
    return syntax.tokens[act.token].lemma.lower() in load("acts")["holding"]
