"""How far a measure has come and how firm it is, by its verb and by those that govern it."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.vocabulary import Firmness, MeasureStage

#: What stays as it is.
_STAYS = frozenset({"remain", "stay", "continue"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "to", "would"})
#: Verbs that tell of a measure in force only with these words behind them.
_COMES = frozenset({"come", "enter", "take", "kick", "go"})
_INTO_FORCE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:in|(?:in)?to\s+(?:force|effect|operation)|effect|hold)\b"
)
_WHETHER = frozenset({"whether", "if"})


def stage_of(syntax: Syntax, verb: int) -> tuple[MeasureStage, Firmness]:
    """Tell how far a measure has come; a verb that no class knows takes it."""
    if (signed := signing(syntax, verb)) is not None:
        return stage_of(syntax, signed)
    above = _governing(syntax, verb)
    firmness = _firmness(syntax, verb) if above is None else _firmness(syntax, above)
    if called_on(syntax, verb) is not None:
        return "called_for", "firm"
    if _under_condition(syntax, verb):
        return "pledged", "conditional"
    stage, _ = stage_told(syntax.tokens[verb].text)
    helpers = set(syntax.auxiliaries(verb))
    if syntax.tokens[verb].lemma.lower() in _STAYS:
        return "in_force", "firm"
    if helpers & {"could", "may", "might"} or firmness == "considered":
        return "pledged", "considered"
    if helpers & {"would"} or firmness == "intended":
        return "pledged", "intended"
    if helpers & _FUTURE and stage == "committed":
        return "pledged", "firm"
    return stage, "firm"


#: By which an order comes into being.
_SIGNING = frozenset({"sign", "issue", "adopt", "approve", "publish", "enact", "pass", "decree"})


def signing(syntax: Syntax, verb: int) -> int | None:
    """Give the verb by which an order comes that does something: "signed a decree imposing"."""
    token = syntax.tokens[verb]
    order = token.head if token.dep in ("acl", "relcl") else None
    if order is None or syntax.tokens[order].lemma.lower() not in load("measures")["decisions"]:
        return None
    above = syntax.tokens[order].head
    return above if syntax.tokens[above].lemma.lower() in _SIGNING else None


def stage_told(words: str) -> tuple[MeasureStage, Firmness]:
    """Tell how far a measure has come by the words of its verb alone."""
    stage: MeasureStage = verb_classes("measures").get(words.lower(), "committed")  # type: ignore[assignment]
    return stage, "firm"


def only_planned(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells only of a plan or a thought ("is weighing", "threatened")."""
    return _firmness(syntax, verb) != "firm"


def expected_to(syntax: Syntax, verb: int) -> int | None:
    """Give who is set or expected to act: the subject of the passive above a verb."""
    above = _governing(syntax, verb)
    if above is None or syntax.tokens[above].text.lower() not in load("measures")["ready"]:
        return None
    return syntax.child(above, "nsubjpass", "nsubj")


def into_force(page: Page, syntax: Syntax, verb: int) -> bool:
    """Say whether a verb of coming tells that a measure comes into force, or is another verb."""
    token = syntax.tokens[verb]
    if token.lemma.lower() not in _COMES:
        return True
    return _INTO_FORCE.match(page.text, token.span.end) is not None


def only_supposed(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is only asked for, hoped for or supposed: "called for banning imports"."""
    token = syntax.tokens[verb]
    main = done_by(syntax, verb)
    if main is not None:
        return syntax.negated(main) or only_asked(syntax, main)
    if token.dep in ("pcomp", "csubj", "advcl", "relcl"):
        return True
    return only_asked(syntax, verb)


def done_by(syntax: Syntax, verb: int) -> int | None:
    """Give the verb that is done "by" another one: "responded by banning imports"."""
    token = syntax.tokens[verb]
    by = syntax.tokens[token.head]
    if token.dep != "pcomp" or by.text.lower() != "by" or syntax.tokens[by.head].pos != "VERB":
        return None
    return by.head


def only_asked(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is the clause of one that asks, refuses or blocks it, or of "if"."""
    above = _governing(syntax, verb)
    if _supposed(syntax, verb) or (above is not None and _supposed(syntax, above)):
        return True
    if above is None or called_on(syntax, verb) is not None:
        return False
    if syntax.negated(above):
        return True
    lemma = syntax.tokens[above].lemma.lower()
    wants = lemma == "want" and syntax.tokens[verb].dep == "xcomp"  # who wants to will act
    wants = wants and syntax.child(verb, "nsubj") is None
    wants = wants and syntax.tokens[verb].lemma.lower() not in load("measures")["easing"]
    return lemma in load("measures")["asking"] and not wants


def _supposed(syntax: Syntax, verb: int) -> bool:
    return any(syntax.tokens[c].text.lower() in _WHETHER for c in syntax.children[verb])


def called_on(syntax: Syntax, verb: int) -> int | None:
    """Give whom somebody calls on to act: "urged the EU to ban"; None where nobody is named."""
    above = _governing(syntax, verb)
    if above is None or syntax.tokens[above].lemma.lower() not in load("measures")["calling_on"]:
        return None
    own = syntax.child(verb, "nsubj")
    if own is not None and own > above:
        return own
    on = next((c for c in syntax.children[above] if syntax.tokens[c].text.lower() == "on"), None)
    asked = syntax.child(above, "dobj") if on is None else syntax.child(on, "pobj")
    return asked if asked is not None and above < asked < verb else None


def _under_condition(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause with "if" or "unless" hangs on a verb or on the one that governs it."""
    verbs = {verb, _governing(syntax, verb)} - {None}
    return any(
        syntax.tokens[n].dep == "advcl"
        and syntax.tokens[n].head in verbs
        and any(syntax.tokens[c].text.lower() in ("if", "unless") for c in syntax.children[n])
        for n in range(len(syntax.tokens))
    )


def _governing(syntax: Syntax, verb: int) -> int | None:
    """Give the verb or adjective whose clause a verb is ("threatened to", "is ready to")."""
    token = syntax.tokens[verb]
    if token.dep not in ("xcomp", "ccomp", "acomp", "advcl", "dep") or token.head == verb:
        return None
    head = syntax.tokens[token.head]
    return token.head if head.pos in ("VERB", "AUX", "ADJ") else None


def _firmness(syntax: Syntax, verb: int) -> Firmness:
    lemma = syntax.tokens[verb].lemma.lower()
    for firmness, lemmas in load("measures")["firmness"].items():
        if lemma in lemmas:
            told: Firmness = firmness
            return told
    ready = syntax.tokens[verb].text.lower() in load("measures")["ready"]
    return "intended" if ready and syntax.tokens[verb].pos in ("ADJ", "VERB") else "firm"
