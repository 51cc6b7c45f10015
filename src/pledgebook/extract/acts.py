"""Acts of giving in a parsed sentence: the chain of verbs that governs a thing, and who acts."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.act_idioms import idiom_at
from pledgebook.extract.journey_acts import journey
from pledgebook.extract.lexicon import forms_of, load, particled_verbs, verb_classes
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: How many verbs above a thing are looked at; beyond three the link to the thing is lost.
MAX_CHAIN = 4


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
    paid_in = _paying_in(syntax, n)
    if paid_in is not None:
        return Act(token=n, act_class="give", span=Span(token.span.start, paid_in.end))
    parted = _particled(syntax, n)
    if parted is not None:
        return parted
    idiom = idiom_at(syntax, n)
    if idiom is not None:
        return Act(token=n, act_class=idiom[0], span=idiom[1])
    if _promises_by_object(syntax, n) or _stands_in(syntax, n):
        return Act(token=n, act_class="pledge", span=token.span)
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


def _promises_by_object(syntax: Syntax, n: int) -> bool:
    """Say whether what stands beside a verb makes it a promise: "made available"."""
    token = syntax.tokens[n]
    lemma = token.lemma.lower()
    if token.text.lower() in forms_of("acts", "finding") and _found_for(syntax, n):
        return True
    if lemma in load("acts")["reaffirming"] and _of_sum(syntax, n):
        return True
    return lemma == "make" and _available(syntax, n)


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


def _available(syntax: Syntax, verb: int) -> bool:
    """Say whether a thing is made available, and nothing else made of it."""
    return any(syntax.tokens[c].text.lower() == "available" for c in syntax.children[verb])


def _of_sum(syntax: Syntax, verb: int) -> bool:
    """Say whether what a verb has for an object is or holds a sum: "reaffirmed the $5bn loan"."""
    obj = syntax.child(verb, "dobj")
    if obj is None or syntax.tokens[obj].lemma.lower() in load("acts")["requests_made"]:
        return False
    below = (n for n in range(verb, len(syntax.tokens)) if syntax.below(n, obj))
    return any(syntax.tokens[n].text in ("$", "€", "£", "¥") for n in below) or any(
        syntax.tokens[n].tag == "CD" for n in range(verb, obj)
    )


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


def _found_for(syntax: Syntax, verb: int) -> bool:
    """Say whether something is found for somebody named: "found 500 more shells for Moldova"."""
    found = syntax.child(verb, "dobj")
    tops = [verb] if found is None else [verb, found]
    return found is not None and any(
        syntax.tokens[c].text.lower() == "for"
        and (obj := syntax.child(c, "pobj")) is not None
        and syntax.tokens[obj].pos == "PROPN"
        for top in tops
        for c in syntax.children[top]
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


def _particled(syntax: Syntax, n: int) -> Act | None:
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
        for c in syntax.children[verb]
        if c > verb
    )


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
    verbs = [verb for verb in verbs if not _paid_for(syntax, verb)]
    acts = [act for act in (act_at(syntax, verb) for verb in verbs) if act is not None]
    if acts and _got_in_return(syntax, acts[0]):
        return acts[:1]
    if _beside_a_gift(syntax, verbs, acts):
        return _alike(syntax, head, verbs[0])
    return _without_condition(syntax, acts)


#: Acts beside which another clause of the same sentence tells of one more.
_GIFTS = frozenset({"deliver", "disburse", "allocate", "commit", "pledge", "give"})
#: What is spoken of with these is known already, and not given anew.
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def _got_in_return(syntax: Syntax, act: Act) -> bool:
    """Say whether a clause about a gift tells what its giver gets: "vans, for which it got €9m"."""
    token = syntax.tokens[act.token]
    return token.text.lower() in load("acts")["receiving"] and token.dep == "relcl"


def _beside_a_gift(syntax: Syntax, verbs: list[int], acts: list[Act]) -> bool:
    """Say whether the nearest verb is none of giving, and joins one with a subject of its own."""
    if not verbs or not acts or acts[0].token == verbs[0] or acts[0].act_class not in _GIFTS:
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
        if own and _marked(syntax, act.token):
            return acts[:place]
    return acts


def _paid_for(syntax: Syntax, verb: int) -> bool:
    """Say whether a participle only tells what pays for a thing: "missiles, paid for with €9m"."""
    token = syntax.tokens[verb]
    below = {syntax.tokens[c].text.lower() for c in syntax.children[verb]}
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and {"for", "with"} <= below


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
        if with_particle(syntax, verb) and _particled(syntax, verb) is None:
            return True
        if word in verb_classes("acts"):
            return False
        if word in words:
            return word not in load("acts")["reckoning"] or not _of_aid(syntax, verb)
    return False


def _hoped_to_get(syntax: Syntax, head: int) -> bool:
    """Say whether somebody only would get a sum: "will close its clinics unless it gets $15m"."""
    getting = load("acts")["receiving"]
    for verb in syntax.verbs_above(head)[:1]:
        if syntax.tokens[verb].text.lower() in getting and _marked(syntax, verb):
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
    """Say whether the subject of a verb is aid: "the package is valued at …"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    nouns = frozenset(load("acts")["nouns"]["aid"])
    below = (n for n, _ in enumerate(syntax.tokens) if syntax.below(n, subject))
    return any(syntax.tokens[n].text.lower() in nouns for n in below)


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
        if _marked(syntax, act.token) or _had_it(syntax, act.token):
            return True
        if _makes_it_the_first(syntax, act.token):
            return True
        shared = syntax.tokens[act.token].dep in ("xcomp", "pcomp", "conj")
        if not shared or syntax.child(act.token, "nsubj", "nsubjpass", "aux") not in _to(syntax):
            return False
    return False


#: Verbs that open a sentence about what is not so: "Imagine that Oslo gave Chad €5m".
_SUPPOSE = frozenset({"imagine", "suppose", "supposing", "picture"})


def _invites_to_suppose(syntax: Syntax) -> bool:
    first = next((token for token in syntax.tokens if token.pos != "PUNCT"), None)
    return first is not None and first.text.lower() in _SUPPOSE


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


def _marked(syntax: Syntax, verb: int) -> bool:
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


def _had_it(syntax: Syntax, verb: int) -> bool:
    """Say whether "had" stands before the subject: "Had Norway given …, it would have …"."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and any(
        syntax.tokens[n].dep == "aux" and syntax.tokens[n].text == "Had" and n < subject
        for n in syntax.children[verb]
    )


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
    ]
    return [act for act in clauses if act is not None and _told_behind(syntax, act)]


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
