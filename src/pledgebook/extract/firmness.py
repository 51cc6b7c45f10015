"""How firm a promise is: firm, intended, considered or denied, by the verbs above its thing."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.left_open import left_open, refused
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.promise_words import find_last
from pledgebook.extract.refused_for_now import comes_later, not_only
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Firmness

#: What is denied where it tells of a promise: "denied a report that it had promised".
_REPORTS = frozenset({"report", "claim", "story", "rumour", "rumor", "allegation", "suggestion"})
_DENYING = frozenset({"deny", "refuse", "decline"})


def firmness(
    text: str, syntax: Syntax, chain: Sequence[Act], sentence: Span, thing: Span
) -> tuple[Firmness, Span | None]:
    """Tell how firm a promise is from the verbs above it, their auxiliaries and its own "no"."""
    told = _open_or_denied(text, syntax, chain, sentence, thing)
    if told is not None:
        return told
    for act in chain:
        words = Span(sentence.start, act.span.start)
        helpers = set(syntax.auxiliaries(act.token))
        if helpers & {"could", "may", "might"} or _weighed(syntax, act.token):
            return "considered", find_last(text, words, "promise_words", "firmness", "considered")
        would = "would" in helpers and not _reported(syntax, act.token)
        if would or _planned(syntax, act.token):
            found = find_last(
                text, Span(words.start, act.span.end), "promise_words", "firmness", "intended"
            )
            return "intended", found
        if _stands_by_itself(syntax, act.token):
            break
    return "firm", None


def _open_or_denied(
    text: str, syntax: Syntax, chain: Sequence[Act], sentence: Span, thing: Span
) -> tuple[Firmness, Span] | None:
    none = _none_of(syntax, thing) if chain else None
    if none is not None:
        return "denied", none
    for act in chain:
        if (open_words := left_open(text, sentence, act.span)) is not None:
            return "considered", open_words
        denial = refused(text, sentence, act.span) or _denial(syntax, act.token)
        if denial is not None:
            return "denied", denial
        if syntax.negated(act.token) and not not_only(syntax, act.token):
            return None if comes_later(text, thing, sentence) else ("denied", act.span)
        if (nor := _nor(syntax, act.token)) is not None:
            return "denied", nor
        if _turns(syntax, act.token):
            return None
    return None


def _nor(syntax: Syntax, verb: int) -> Span | None:
    """Find the word that opens a denied sentence: "Nor will soldiers be sent"."""
    for child in syntax.children[verb]:
        token = syntax.tokens[child]
        if token.text in ("Nor", "Neither") and child < verb:
            return token.span
    return None


def _none_of(syntax: Syntax, thing: Span) -> Span | None:
    """Find the "no" of a thing that is not given: "no weapons", "neither arms nor men"."""
    head = syntax.head_of(thing)
    if head is None:
        return None
    for child in syntax.children[head]:
        token = syntax.tokens[child]
        if (token.text.lower(), token.dep) in _NONE or token.text.lower() == "neither":
            return token.span
    before = [token.text.lower() for token in syntax.tokens[max(0, head - 4) : head]]
    single = next((n for n in range(len(before) - 2) if before[n : n + 3] in _NOT_ONE), None)
    return None if single is None else syntax.tokens[max(0, head - 4) + single].span


#: "no" and its like beside the name of a thing, and how they hang on it.
_NONE = frozenset({("no", "det")})
#: "offers policemen, but not a single missile".
_NOT_ONE = (["not", "a", "single"], ["not", "even", "one"])


def _reported(syntax: Syntax, verb: int) -> bool:
    """Say whether "would" only sets back the "will" of reported speech: "Oslo said it would give".

    So it does in the clause of a verb of telling or promising in the past. Where the promise hangs
    on something, its condition says so.
    """
    top = verb
    while _alongside(syntax, top):
        top = syntax.tokens[top].head
    above = syntax.tokens[syntax.tokens[top].head]
    told = above.text.lower() in load("acts")["telling"] or (
        verb_classes("acts").get(above.text.lower()) in ("pledge", "commit")
    )
    return syntax.tokens[top].dep == "ccomp" and told and above.tag in ("VBD", "VBN")


def _alongside(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells something beside the one above it: "and", "while Riga would …"."""
    token = syntax.tokens[verb]
    beside = token.dep == "advcl" and any(
        syntax.tokens[c].dep == "mark" and syntax.tokens[c].text.lower() == "while"
        for c in syntax.children[verb]
    )
    return (beside or token.dep == "conj") and token.head != verb


def _denial(syntax: Syntax, verb: int) -> Span | None:
    """Find the verb of denying that governs an act: "denied that it would give", "refused to"."""
    reported = any(syntax.tokens[n].lemma.lower() in _REPORTS for n in syntax.up(verb))
    if syntax.tokens[verb].dep not in ("ccomp", "xcomp", "acl", "pcomp", "dobj", "advcl") and not (
        reported and syntax.tokens[verb].dep == "relcl"
    ):
        return None
    for above in syntax.verbs_above(verb)[:1]:
        lemma = syntax.tokens[above].lemma.lower()
        if lemma == "rule":  # "ruled out sending"
            out = any(syntax.tokens[c].text.lower() == "out" for c in syntax.children[above])
            lemma = "refuse" if out else lemma
        if lemma in _DENYING and not syntax.negated(above):
            return syntax.tokens[above].span
    return None


def _verbs_of(syntax: Syntax, verb: int) -> set[str]:
    above = [] if _stands_by_itself(syntax, verb) else syntax.verbs_above(verb)[:1]
    if syntax.tokens[verb].dep == "pcomp" and syntax.tokens[syntax.tokens[verb].head].text == "for":
        above = []  # "I want to thank Sweden for giving": the thanks are wanted
    if any(syntax.tokens[v].lemma.lower() == "want" for v in above) and syntax.child(verb, "nsubj"):
        above = []  # "wants Sweden to give": who wants is not who gives
    return {syntax.tokens[v].text.lower() for v in [verb, *above]}


#: What opens a clause that tells something all the same.
_CONCEDING = frozenset({"although", "though", "while", "whereas"})


def _turns(syntax: Syntax, verb: int) -> bool:
    """Say whether a joined verb turns from what is denied: "will not send arms, but pledged $3bn".

    "will not send arms or pay" denies both.
    """
    token = syntax.tokens[verb]
    if token.dep == "advcl" and syntax.child(verb, "nsubj") is not None:
        marks = {syntax.tokens[c].text.lower() for c in syntax.children[verb]}
        return bool(marks & _CONCEDING)  # "none has come, although Oslo sent 20"
    if token.dep != "conj":
        return False
    between = {syntax.tokens[n].text.lower() for n in range(token.head, verb)}
    own = any(syntax.tokens[c].dep == "aux" for c in syntax.children[verb])
    return own or bool(between & {"but", "yet", "instead"})


def _stands_by_itself(syntax: Syntax, verb: int) -> bool:
    """Say whether a joined verb is firm by itself: "considers it a priority and will give"."""
    return syntax.tokens[verb].dep == "conj" and "will" in syntax.auxiliaries(verb)


def _weighed(syntax: Syntax, verb: int) -> bool:
    words = _verbs_of(syntax, verb)
    return any(any_of("promise_words", "firmness", "considered").fullmatch(w) for w in words)


def _planned(syntax: Syntax, verb: int) -> bool:
    words = _verbs_of(syntax, verb)
    return any(any_of("promise_words", "firmness", "intended").fullmatch(w) for w in words)
