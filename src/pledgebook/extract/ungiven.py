"""What the verbs above a thing make no gift: costs, hopes, what is left out or only supposed."""

from __future__ import annotations

from pledgebook.extract.act_verbs import GIVING, Act, act_at, marked, particled, with_particle
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


def ungiving(syntax: Syntax, thing: Span) -> bool:
    """Say whether the nearest verb makes the thing a cost, a loss, a sale or a need."""
    head = syntax.head_of(thing)
    if head is None:
        return False
    words = frozenset(load("acts")["not_giving"])
    if _hoped_for(syntax, head):
        return True
    if _breaks_off(syntax, head) or _hoped_to_get(syntax, head):
        return True
    for verb in syntax.verbs_above(head)[:2]:
        word = syntax.tokens[verb].text.lower()
        if with_particle(syntax, verb) and particled(syntax, verb) is None:
            return True
        if word in verb_classes("acts") or _ends_with_pledges(syntax, verb):
            return False
        if _is_bound_to_raise(syntax, verb):
            return False
        if word in words:
            return word not in load("acts")["reckoning"] or not _of_aid(syntax, verb)
    return False


def _is_bound_to_raise(syntax: Syntax, verb: int) -> bool:
    """Say whether a promise is to raise a sum: "the commitment to mobilise €5m"."""
    raises = syntax.tokens[verb].lemma.lower() in load("acts")["leveraging"]
    before = [token.lemma.lower() for token in syntax.tokens[:verb][-2:]]
    return raises and before[1:] == ["to"] and before[0] in ("commitment", "pledge", "promise")


def _ends_with_pledges(syntax: Syntax, verb: int) -> bool:
    """Say whether something ends in gifts: "the conference ended with pledges of €5m"."""
    if syntax.tokens[verb].lemma.lower() not in ("end", "close", "finish"):
        return False
    behind = (c for c in syntax.children[verb] if syntax.tokens[c].text.lower() == "with")
    nouns = (syntax.child(c, "pobj") for c in behind)
    return any(
        n is not None and syntax.tokens[n].text.lower() in load("acts")["nouns"]["aid"]
        for n in nouns
    )


def _hoped_to_get(syntax: Syntax, head: int) -> bool:
    """Say whether somebody only would get a sum: "will close its clinics unless it gets $15m"."""
    getting = load("acts")["receiving"]
    for verb in syntax.verbs_above(head)[:1]:
        if syntax.tokens[verb].text.lower() in getting and marked(syntax, verb):
            return not any(act_at(syntax, n) for n in syntax.children[verb] if n > head)
    return False


def _breaks_off(syntax: Syntax, head: int) -> bool:
    """Say whether the act is one that is not gone on with: "to stop paying €5m"."""
    for verb in syntax.verbs_above(head)[:1]:
        above = syntax.tokens[syntax.tokens[verb].head]
        if syntax.tokens[verb].dep in ("xcomp", "pcomp") and syntax.tokens[verb].tag == "VBG":
            return above.lemma.lower() in _BREAKING and not syntax.negated(syntax.tokens[verb].head)
    return False


#: Verbs by which somebody breaks off what their gerund names.
_BREAKING = frozenset({"stop", "halt", "cease", "end", "quit", "pause", "suspend"})


def _hoped_for(syntax: Syntax, head: int) -> bool:
    """Say whether a clause about a gift tells what it shall draw in: "that will leverage $2bn".

    Who aims in a main clause to mobilise a sum is bound by it.
    """
    above = syntax.verbs_above(head)[:1]
    return any(
        syntax.tokens[verb].lemma.lower() in load("acts")["leveraging"]
        and syntax.tokens[verb].dep in ("relcl", "acl", "advcl")
        and syntax.child(verb, "nsubj") != head
        and syntax.tokens[syntax.tokens[verb].head].lemma.lower() not in load("acts")["aims"]
        for verb in above
    )


def _of_aid(syntax: Syntax, verb: int) -> bool:
    """Say whether the subject of a verb is aid: "the package is valued at …".

    What was given is aid as well: "the amount disbursed by the Bank exceeds …".
    """
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    nouns = frozenset(load("acts")["nouns"]["aid"])
    below = [t for n, t in enumerate(syntax.tokens) if syntax.below(n, subject)]
    given = (t for t in below if t.dep == "acl" and t.tag == "VBN")
    return any(t.text.lower() in nouns for t in below) or any(
        verb_classes("acts").get(t.text.lower()) in GIVING for t in given
    )


def left_out(syntax: Syntax, thing: Span) -> bool:
    """Say whether a thing is only named to be left out: "this does not include the €2bn for …"."""
    head = syntax.head_of(thing)
    if head is None:
        return False
    for verb in syntax.verbs_above(head)[:1]:
        word = syntax.tokens[verb].text.lower()
        putting_in = word in load("acts")["putting_in"]
        return word in load("acts")["leaving_out"] or (putting_in and syntax.negated(verb))
    return False


def pressed(syntax: Syntax, thing: Span) -> bool:
    """Say whether pressure or force bears on a thing: "announced sanctions on 100 ships"."""
    head = syntax.head_of(thing)
    words = frozenset(load("acts")["pressing"])
    for n in () if head is None else syntax.up(head):
        token = syntax.tokens[n]
        if token.pos in ("VERB", "AUX"):
            return False
        if token.pos == "ADP" and token.text.lower() in ("on", "against"):
            near = (token.head, n - 1, *syntax.children[token.head])  # "a tariff rate on …"
            before = (syntax.tokens[m].text.lower() for m in near if m < n)
            if not words.isdisjoint(before):  # the parser may hang "on" on the verb
                return True
    return False


def supposed(syntax: Syntax, chain: list[Act]) -> bool:
    """Say whether the act itself is only supposed: "if Europe gave …", "whether it sends …".

    So is what shares the subject of such a verb: "if parliament agrees to give …".
    """
    if _invites_to_suppose(syntax):
        return True
    for act in chain:
        if marked(syntax, act.token) or _had_it(syntax, act.token):
            return True
        if _only_possible(syntax, act.token) or _without(syntax, act.token):
            return True
        if _makes_it_the_first(syntax, act.token) or _by_other_means(syntax, act.token):
            return True
        shared = syntax.tokens[act.token].dep in ("xcomp", "pcomp", "conj")
        if not shared or syntax.child(act.token, "nsubj", "nsubjpass", "aux") not in _to(syntax):
            return False
    return False


#: How far above an act its "without" may stand: "without having to deploy troops".
_ABOVE = 3


def _without(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is told not to be done: "without having to deploy troops"."""
    above = [syntax.tokens[n] for n in (*syntax.up(verb),)][:_ABOVE]
    return any(token.dep == "prep" and token.text.lower() == "without" for token in above)


def _only_possible(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause tells what a thing may be used for: "arms that the country can send"."""
    clause = syntax.tokens[verb].dep == "relcl"
    return clause and bool({"can", "could"} & set(syntax.auxiliaries(verb)))


#: Verbs that open a sentence about what is not so: "Imagine that Oslo gave Chad €5m".
_SUPPOSE = frozenset({"imagine", "suppose", "supposing", "picture"})


def _invites_to_suppose(syntax: Syntax) -> bool:
    first = next((token for token in syntax.tokens if token.pos != "PUNCT"), None)
    return first is not None and first.text.lower() in _SUPPOSE


def _by_other_means(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is told not to be how something is done: "not by sending troops"."""
    by = syntax.tokens[verb].head
    if syntax.tokens[verb].tag != "VBG" or syntax.tokens[by].text.lower() != "by" or by == 0:
        return False
    return by == verb - 1 and syntax.tokens[by - 1].text.lower() == "not"


def _makes_it_the_first(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause only ranks a gift told before it: "…, making it the first to give …"."""
    nouns = [n for n in (syntax.tokens[verb].head, syntax.child(verb, "nsubj")) if n is not None]
    ranked = any(
        syntax.tokens[c].text.lower() in ("first", "last", "latest", "only", "second", "third")
        for noun in nouns
        for c in (noun, *syntax.children[noun])
    )
    above = [syntax.tokens[n] for n in syntax.verbs_above(verb)[:1]]
    infinitive = syntax.tokens[verb].dep in ("acl", "relcl", "xcomp", "ccomp")
    makes = any(token.lemma.lower() == "make" and token.tag == "VBG" for token in above)
    return ranked and infinitive and makes


def _to(syntax: Syntax) -> set[int | None]:
    """Give the tokens that an infinitive has for an auxiliary, and None for no token."""
    return {None, *(n for n, token in enumerate(syntax.tokens) if token.tag == "TO")}


def _had_it(syntax: Syntax, verb: int) -> bool:
    """Say whether "had" stands before the subject: "Had Norway given …, it would have …"."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and any(
        syntax.tokens[n].dep == "aux" and syntax.tokens[n].text == "Had" and n < subject
        for n in syntax.children[verb]
    )
