"""The enumerated fields of a commitment, from the words around the thing promised.

Each function gives a code and the span of the words that decided it (None where none did).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.asked_for import asked_by_noun
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Instrument, Stage

#: How far before a sum the words that mark it as older, new or a part of another may stand.
BEFORE = 60
#: How far after a sum the words that name what it is for may stand.
AFTER = 90


_INSTRUMENTS: tuple[Instrument, ...] = (
    "export_credit", "guarantee", "loan", "grant", "training", "personnel", "sale",
)  # fmt: skip
_STAGES: dict[str, Stage] = {
    "call": "called_for",
    "withdraw": "withdrawn",
    "allocate": "allocated",
    "commit": "committed",
    "pledge": "pledged",
    "set_out": "pledged",  # what is under way has not come
}
#: A marker is parted from its sum by the end of a clause.
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|$)|\b(?:while|but|(?<!of )which)\b", re.IGNORECASE)
#: The form of a sum right behind it.
_FORM = re.compile(
    r"(?:(?:\s+(?:will|would|is\s+to|are\s+to)\s+(?:be|come)|\s+(?:is|are|was|were|comes|came))?"
    r"(?:\s+(?:provided|given|paid|disbursed|offered|made))?\s+(?:in|of|as|worth\s+of)"
    r"|\s+(?:will\s+be|is|are|was|were))"
    r"\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:grants?|loans?|guarantees?|credits?)\b"
)
_HAS = frozenset({"has", "have", "'ve"})
_DONE = frozenset({"has", "have", "had", "was", "were", "been", "'ve"})
#: What a plan to give is called, whose verb may take it back.
_PLANS = frozenset(load("acts")["plans"])
#: Words around "loan" and "guarantee" that make them another thing than the instrument.
_REPAID = re.compile(
    r"\b(?:repay|repays|repaying|repayment\s+of|service|pay\s+back)\s+(?:an?\s+|the\s+|its\s+|their\s+)?$"
)
#: "armoured personnel carriers" carry people; none is sent with them.
_CARRIER = re.compile(r"\s+(?:carriers?|vehicles?|mines?)\b", re.IGNORECASE)
_ASSURED = re.compile(r"guaranteed\s+that\b", re.IGNORECASE)
_FUTURE = frozenset({"will", "'ll", "shall", "to"})


def before(text: str, sentence: Span, thing: Span, reach: int = BEFORE) -> Span:
    """Give the words of the same clause before a thing, at most ``reach`` code points."""
    start = _word_start(text, max(sentence.start, thing.start - reach), sentence.start)
    cuts = [m.end() for m in _CLAUSE_END.finditer(text, start, thing.start)]
    return Span(cuts[-1] if cuts else start, thing.start)


def after(text: str, sentence: Span, thing: Span, reach: int = AFTER) -> Span:
    """Give the words of the same clause after a thing, at most ``reach`` code points."""
    end = _word_end(text, min(sentence.end, thing.end + reach), thing.end)
    cut = _CLAUSE_END.search(text, thing.end, end)
    return Span(thing.end, cut.start() if cut else end)


def right_behind(text: str, sentence: Span, thing: Span) -> Span:
    """Give "in grants" right behind a sum, before what is joined to it ("€4m in grants and …")."""
    found = _FORM.match(text, thing.end, sentence.end)
    return Span(thing.end, thing.end if found is None else found.end())


def _word_start(text: str, offset: int, first: int) -> int:
    """Step back to the start of a word that ``offset`` would cut."""
    while offset > first and text[offset - 1].isalnum() and text[offset].isalnum():
        offset -= 1
    return offset


def _word_end(text: str, offset: int, first: int) -> int:
    """Step back to the start of a word that a range would end inside of."""
    while first < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum():
        offset -= 1
    return offset


def find(text: str, span: Span, name: str, *keys: str) -> Span | None:
    """Give the first phrase of a word list inside ``span``."""
    found = any_of(name, *keys).search(text, span.start, span.end)
    return Span(*found.span()) if found else None


def find_last(text: str, span: Span, name: str, *keys: str) -> Span | None:
    """Give the last phrase of a word list inside ``span``."""
    found = list(any_of(name, *keys).finditer(text, span.start, span.end))
    return Span(*found[-1].span()) if found else None


def guarantees(page: Page, chain: Sequence[Act]) -> bool:
    """Say whether the nearest act is one of guaranteeing: "will underwrite €5m of loans"."""
    verb = page.words(chain[0].span).lower() if chain else ""
    return verb.startswith(("guarantee", "underwr"))


def instrument(text: str, *near: Span) -> tuple[Instrument, Span | None]:
    """Name the instrument by the words around the thing; later ranges serve where others fail."""
    for span in near:
        for code in _INSTRUMENTS:
            found = find(text, span, "promise_words", "instrument", code)
            if found is not None and not _other_sense(text, span, found):
                return code, found
    return "unspecified", None


def _other_sense(text: str, span: Span, word: Span) -> bool:
    """Say whether a word of an instrument is none: "to repay a loan", "guaranteed that …"."""
    if _CARRIER.match(text, word.end):
        return True
    repaid = _REPAID.search(text, span.start, word.start) is not None
    return repaid or _ASSURED.match(text, word.start) is not None


def stage(syntax: Syntax, chain: Sequence[Act], *, money: bool) -> tuple[Stage, Span | None]:
    """Tell the stage from the chain of acts above a thing, the innermost first.

    A giving or delivering verb counts as done only where it is finite and past; otherwise the
    verb that it hangs on decides ("approved a law to send …" is committed).
    """
    asked = [words for act in chain if (words := asked_by_noun(syntax, act.token)) is not None]
    if asked:
        return "called_for", asked[0]
    for at, act in enumerate(chain):
        given_up = _given_up(syntax, act.token)
        if given_up is not None:
            return "withdrawn", given_up
        if _comes(syntax, act.token):
            return ("disbursed" if money else "delivered"), act.span
        if act.act_class in ("give", "deliver", "disburse"):
            paid = money and _paid_out(syntax, act.token)
            if paid or done(syntax, act.token) or _under_way(syntax, act):
                bought = not money and act.act_class == "give" and _buys(syntax, act.token)
                if bought:  # what is bought is not handed over yet
                    return "committed", act.span
                return ("disbursed" if money else "delivered"), act.span
            if _future(syntax, act.token):
                outer = [a for a in chain if a.act_class in ("commit", "allocate", "call")]
                return _told_above(syntax, outer[0]) if outer else ("pledged", act.span)
            continue
        if act.act_class in _STAGES:
            return _settled(syntax, act, chain[at + 1 :])
    return "pledged", None


def _settled(syntax: Syntax, act: Act, above: Sequence[Act]) -> tuple[Stage, Span]:
    """Tell the stage of an act of deciding or promising; what is not decided yet is promised."""
    asked = [a for a in above[:1] if a.act_class == "call" and syntax.tokens[act.token].tag == "VB"]
    if asked:
        return _STAGES["call"], asked[0].span  # "invites the Commission to propose €5m"
    decided = done(syntax, act.token) or _headlined(syntax, act.token)
    if decided or act.act_class not in ("commit", "allocate"):
        return _STAGES[act.act_class], act.span
    if above and _decides(syntax, above[0]):
        return "committed", above[0].span  # "decided to allocate €5m"
    return "pledged", act.span


def _decides(syntax: Syntax, act: Act) -> bool:
    """Say whether an act is a decision that has been taken."""
    return act.act_class == "commit" and done(syntax, act.token)


def _told_above(syntax: Syntax, act: Act) -> tuple[Stage, Span]:
    """Tell the stage of an act above one of giving; "we commit to providing" promises only."""
    says_so = syntax.tokens[act.token].tag in ("VB", "VBP") and act.act_class != "call"
    return ("pledged" if says_so else _STAGES[act.act_class]), act.span


def _under_way(syntax: Syntax, act: Act) -> bool:
    """Say whether some has been handed over by now: "has been delivering generators"."""
    helpers = set(syntax.auxiliaries(act.token))
    since = syntax.tokens[act.token].tag == "VBG" and "been" in helpers and helpers & _HAS
    return bool(since) and act.act_class in ("deliver", "disburse")


def _buys(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].text.lower() in load("acts")["buying"]


def _given_up(syntax: Syntax, verb: int) -> Span | None:
    """Find the verb that takes a plan of the act back: "dropped its plan to give", "a promise"."""
    noun = syntax.tokens[verb].head
    if syntax.tokens[verb].dep != "acl" or syntax.tokens[noun].text.lower() not in _PLANS:
        return None
    above = syntax.tokens[noun].head
    taken = syntax.tokens[noun].dep in ("dobj", "nsubjpass")
    if syntax.tokens[noun].dep == "pobj" and syntax.tokens[above].dep == "prt":
        above, taken = syntax.tokens[above].head, True  # "voted down | a plan"
    word = syntax.tokens[above].text.lower()
    back = word in load("acts")["taking_back"] or verb_classes("acts").get(word) == "withdraw"
    back = back or _votes_down(syntax, above)
    return syntax.tokens[above].span if taken and back and not syntax.negated(above) else None


def _votes_down(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb takes back by the particle behind it: "voted down", "called off"."""
    particles = load("acts")["taking_back_with"].get(syntax.tokens[verb].lemma.lower(), ())
    return any(
        syntax.tokens[c].dep in ("prt", "advmod", "prep")
        and syntax.tokens[c].text.lower() in particles
        for c in syntax.children[verb]
        if c > verb
    )


def done(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells of something that has happened."""
    token = syntax.tokens[verb]
    helpers = set(syntax.auxiliaries(verb))
    if helpers & _FUTURE or helpers & {"would", "could", "may", "might", "should", "must", "can"}:
        return False
    if token.tag == "VBD":
        return True
    return token.tag == "VBN" and (bool(helpers & _DONE) or token.dep in ("acl", "conj"))


#: Beside "arrive" in the present: when it is still to come.
_STILL_TO_COME = frozenset(
    {"next", "soon", "tomorrow", "later", "shortly", "when", "if", "until", "before", "by"}
)


def _comes(syntax: Syntax, verb: int) -> bool:
    """Say whether a headline tells in the present what has come: "Oslo tents arrive in Juba"."""
    token, last = syntax.tokens[verb], syntax.tokens[-1]
    if token.lemma.lower() not in ("arrive", "reach") or token.tag not in ("VBZ", "VBP"):
        return False
    if syntax.auxiliaries(verb) or last.pos == "PUNCT" or last.text[-1] in ".!?…:;":
        return False
    return not _STILL_TO_COME & {token.text.lower() for token in syntax.tokens}


def _headlined(syntax: Syntax, verb: int) -> bool:
    """Say whether a headline tells a decision taken: "World Bank approves $700m for Ethiopia".

    Headlines tell in the present what has happened; they end without a stop. Verbs of giving stay
    what they are, since the gift may follow ("Denmark sends 19 jets").
    """
    token, last = syntax.tokens[verb], syntax.tokens[-1]
    closed = last.pos == "PUNCT" or last.text[-1] in ".!?…:;"
    between = {syntax.tokens[n].text for n in range(token.head, verb)}
    first = token.head == verb or ":" in between  # "Cabinet: Oslo sets aside €5m"
    several = token.tag == "VBP" and _several_act(syntax, verb)  # "IMF directors endorse $5m"
    told = token.tag == "VBZ" or several
    return told and first and not syntax.auxiliaries(verb) and not closed


#: Verbs of paying that tell nothing that is still to come: "EU disburses €9m to Chad".
_PAYING_OUT = frozenset({"disburse", "wire", "transfer"})


def _paid_out(syntax: Syntax, verb: int) -> bool:
    """Say whether a headline tells in the present that a sum has been paid: "pays out €5m"."""
    token = syntax.tokens[verb]
    behind = syntax.tokens[verb + 1].text.lower() if verb + 1 < len(syntax.tokens) else ""
    out = token.lemma.lower() == "pay" and behind == "out"
    return (out or token.lemma.lower() in _PAYING_OUT) and _headlined(syntax, verb)


def _several_act(syntax: Syntax, verb: int) -> bool:
    """Say whether the subject of a verb is a plural noun that stands before it."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and subject < verb and syntax.tokens[subject].tag == "NNS"


def _future(syntax: Syntax, verb: int) -> bool:
    token = syntax.tokens[verb]
    return token.tag in ("VB", "VBP", "VBZ", "VBG") or bool(set(syntax.auxiliaries(verb)) & _FUTURE)
