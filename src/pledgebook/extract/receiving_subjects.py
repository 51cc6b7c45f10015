"""Who gets by the grammar of a sentence: subjects of getting, indirect objects, those enabled."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.lexicon import forms_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import mentions_under
from pledgebook.extract.spoken_of import spoken_of
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


def takers(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Actors that are the subject of a verb of getting: "Moldova will receive 12 buses".

    "it" stands for who tells: "Poland said it had received €5m".
    """
    getting = load("acts")["receiving"]
    found: list[ActorMention] = []
    for act in chain:
        if syntax.tokens[act.token].text.lower() not in getting or syntax.passive(act.token):
            continue
        subject = syntax.subject(act.token)
        if subject is None:
            continue
        named = mentions_under(page, syntax, subject)
        if not named and syntax.tokens[subject].text.lower() in ("it", "they"):
            named = tellers(page, syntax, act.token)
            own = None if named else spoken_of(page, syntax.tokens[subject].span)
            named = named if own is None else [own]
        found.extend(m for m in named if m not in found)
    return found


def given_subjects(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> list[ActorMention]:
    """Actors to whom the nearest act gives in the passive: "Moldova was allocated €40m"."""
    if not chain or page.words(chain[0].span).lower() not in forms_of("acts", "giving_to"):
        return []
    verb = chain[0].token
    subject = syntax.child(verb, "nsubjpass")
    behind = thing.start >= syntax.tokens[verb].span.end
    if subject is None or not behind or page.money.touching(syntax.tokens[subject].span):
        return []
    return mentions_under(page, syntax, subject)


def datives(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Actors between a verb and what it gets them: "will buy Ukraine 40 howitzers"."""
    given = [
        c for act in chain for c in syntax.children[act.token] if syntax.tokens[c].dep == "dative"
    ]
    named = [n for n in given if syntax.tokens[n].pos in ("PROPN", "NOUN")]
    found = [m for n in named for m in page.actors.touching(syntax.tokens[n].span)]
    return [m for m in found if m.naming in ("name", "demonym", "seat")]


def enabled(page: Page, syntax: Syntax, thing: Span) -> list[ActorMention]:
    """Actors whom somebody lets use a thing: "will let Moldova use €5m to buy vans"."""
    head = syntax.head_of(thing)
    for verb in [] if head is None else syntax.verbs_above(head)[:3]:
        above = syntax.tokens[syntax.tokens[verb].head].lemma.lower()
        subject = syntax.child(verb, "nsubj")
        let = syntax.tokens[verb].dep in ("ccomp", "xcomp") and above in load("acts")["enabling"]
        if let and subject is not None:
            return mentions_under(page, syntax, subject)
    return []


def acts_itself(syntax: Syntax, mention: ActorMention) -> bool:
    """Say whether an actor is the subject of a verb of its own: "… and Poland welcomed it"."""
    head = syntax.head_of(mention.span)
    return head is not None and syntax.tokens[head].dep == "nsubj"


def owns_the_subject(syntax: Syntax, mention: ActorMention) -> bool:
    """Say whether an actor's own body acts: "Norway's government released …"; who gets does not."""
    head = syntax.head_of(mention.span)
    if head is None or syntax.tokens[head].dep not in ("poss", "amod", "compound"):
        return False
    noun = syntax.tokens[syntax.tokens[head].head]
    verb = syntax.tokens[noun.head]
    acts = noun.dep == "nsubj" and verb.pos == "VERB"
    return acts and verb.text.lower() not in load("acts")["receiving"]
