"""Teams that set out in a story about giving: "a 25-member rescue team", "60 engineers are off to".

People do much else than help, so that only verbs of sending them and words of setting out or coming
count; who fights is left out, but for those of whom the words tell whom they teach or help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.sized_teams import names_coming, sized_teams
from pledgebook.extract.story import may_be_gift
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import STAFF
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.actors import read_actors

#: Verbs (in the infinitive) of which those who are sent are the object, some with a particle.
_SENDING = frozenset(
    {"send", "dispatch", "despatch", "deploy", "fly", "rush", "provide", "contribute", "offer"}
    | {"volunteer", "assign", "second", "lend", "airlift", "commit", "pledge", "promise"}
)
_PUTTING = re.compile(r"\s+(?:forward|up|on\s+standby)\b", re.IGNORECASE)
_VOLUNTEERS = re.compile(r"\s+to\s+(?:work|go|help|serve|travel|treat|operate)\b", re.IGNORECASE)
_HOME = re.compile(r"\s+(?:home|back)\b", re.IGNORECASE)
#: Verbs (in the infinitive) of those who set out or have come.
_GOING = frozenset(
    {"leave", "sail", "fly", "depart", "travel", "go", "head", "join", "follow", "come"}
)
_COMING = frozenset({"arrive", "land", "reach", "join", "come"})
#: Behind people: they have not set out yet, or are under way.
_SET_OUT = re.compile(
    r"[^,;:]{0,70}?\b(?P<be>is|are)\s+(?:(?:now|already|all|both|also)\s+)?"
    r"(?:off|bound|packed|en\s+route|on\s+(?:their|its|the)\s+way|heading|headed|standing\s+by|ready\s+to\s+(?:go|leave|fly|sail))\b",
    re.IGNORECASE,
)
#: Where people are who help: "at a camp in Balti".
_PLACE = re.compile(
    r"\s+(?:(?:in|at|near|outside)\s+(?:an?|the)\s+(?:[a-z-]+\s+){1,3})?"
    r"(?:in|near|outside)\s+(?P<place>(?-i:[A-Z])[\w-]+)",
    re.IGNORECASE,
)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops?|marines?|fighters?|servicemen|recruits?|men|mercenaries|paratroopers?|volunteers)\s*$",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"\bto\s+(?:help|teach|train|show|instruct|advise|clear|rebuild|repair|treat)\b", re.IGNORECASE
)


def story_teams(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    counted: Sequence[Thing],
    told: Sequence[Span],
) -> Iterator[Draft]:
    """Make doubtful gifts of people who are sent, set out or have come, where no act gives them.

    ``told``: the places of what the sentence is known to give.
    """
    if not is_story(page) or finder.taker is None or page.money.within(sentence):
        return
    people = [t for t in counted if t.count and t.item.category in (STAFF, "medical")]
    coming = _coming(page, syntax) if names_coming(page, sentence) else []
    for thing in (*sized_teams(page, sentence), *people, *coming):
        if any(thing.place.overlaps(place) for place in told):
            continue
        found = _verb(page, syntax, sentence, thing)
        if found is None or _fights(page, sentence, thing):
            continue
        verb, stage = found
        act = Act(token=verb, act_class="deliver", span=syntax.tokens[verb].span)
        if supposed(syntax, [act]) or syntax.negated(verb):
            continue
        draft = Draft(sentence=sentence, rule="things", things=[thing], doubtful=True)
        fill_terms(page, syntax, draft, [act], thing.place)
        finder.fill(syntax, draft, [act], thing.place)
        draft.instrument = ("personnel", draft.instrument[1])
        if stage is not None:
            draft.stage = (stage, None)
        if any(party.actor.id == finder.taker for party in draft.donors):
            continue  # "Forty Moldovan nurses will leave"
        if _goes_elsewhere(page, draft, verb_end=syntax.tokens[verb].span.end):
            continue
        if may_be_gift(page, draft, unnamed=True) and _is_known(page, draft, thing):
            yield draft


def _coming(page: Page, syntax: Syntax) -> list[Thing]:
    """Give the people of somebody named who help by their trade: "Kenya's nurses are coming"."""
    found: list[Thing] = []
    for n, token in enumerate(syntax.tokens):
        if token.dep != "nsubj" or token.text.lower() not in load("acts")["helping_trades"]:
            continue
        if not page.quantities.touching(token.span) and page.actors.within(syntax.subtree(n)):
            found.append(Thing.named(page, syntax.named(n)))
    return found


def _verb(
    page: Page, syntax: Syntax, sentence: Span, thing: Thing
) -> tuple[int, Stage | None] | None:
    """Give the verb by which people are sent, set out or have come, and the stage it tells."""
    team = _team(syntax, thing.place)
    if team is None:
        return None
    verbs = [n for n in syntax.verbs_above(team) if syntax.tokens[n].pos in ("VERB", "AUX")]
    if not verbs:
        return None
    verb, lemma = verbs[0], syntax.tokens[verbs[0]].lemma.lower()
    if syntax.tokens[team].dep in ("nsubj", "nsubjpass"):
        return _goes(page, syntax, sentence, thing, verb)
    if lemma == "have":
        there = _helps_there(page, syntax, verb, thing)
        return (verb, "delivered") if there else None
    if lemma == "put" and _PUTTING.match(page.text, syntax.tokens[verb].span.end):
        return verb, "pledged"
    loose = syntax.tokens[team].dep == "pobj" and syntax.tokens[team].head != verb + 1
    home = _HOME.match(page.text, syntax.tokens[verb].span.end) is not None
    return (verb, None) if lemma in _SENDING and not loose and not home else None


def _helps_there(page: Page, syntax: Syntax, verb: int, people: Thing) -> bool:
    """Say whether people who help are where a place is named: "has 70 trainers in Balti"."""
    head, owner = syntax.head_of(people.name), syntax.child(verb, "nsubj")
    if head is None or owner is None or syntax.tokens[head].dep != "dobj":
        return False
    found = _PLACE.match(page.text, people.name.end)
    helps = syntax.tokens[head].text.lower() in load("acts")["helping_trades"]
    if found is None or not helps:
        return False
    named = {m.actor.id for m in page.actors.touching(syntax.subtree(owner))}
    there = {m.actor.id for m in read_actors(found["place"])}
    return not named & there  # "Spain has 70 doctors in Madrid"


def _goes(
    page: Page, syntax: Syntax, sentence: Span, thing: Thing, verb: int
) -> tuple[int, Stage | None] | None:
    """Read people who are the subject of their verb: they set out, or have come."""
    token, own = syntax.tokens[verb], set(syntax.auxiliaries(verb))
    out = _SET_OUT.match(page.text, thing.name.end, sentence.end)
    if out is not None and Span(*out.span()).overlaps(token.span):
        return verb, "pledged"
    lemma = token.lemma.lower()
    if lemma == "volunteer" and _VOLUNTEERS.match(page.text, token.span.end):
        return verb, "pledged"
    ahead = own & {"will", "would", "'ll", "’ll"} or (token.tag == "VBG" and own & {"is", "are"})
    if lemma == "join" and not _joins_others(syntax, verb):
        return None
    if lemma == "leave" and syntax.child(verb, "dobj") is not None:
        return None  # "will leave the company"
    if lemma in _GOING and ahead:
        return verb, "pledged"
    past = token.tag in ("VBD", "VBN") and not own & {"had", "was", "were"}
    return (verb, "delivered") if lemma in _COMING and past and thing.at is None else None


#: Those whom people who are sent join.
_OTHERS = frozenset(
    {"them", "mission", "force", "forces", "effort", "efforts", "contingent", "operation"}
    | {"colleagues", "team", "teams", "search", "rescuers"}
)


def _joins_others(syntax: Syntax, verb: int) -> bool:
    """Say whether those whom people join were sent too, and are on no strike."""
    whom = syntax.child(verb, "dobj")
    return whom is not None and syntax.tokens[whom].text.lower() in _OTHERS


def _team(syntax: Syntax, people: Span) -> int | None:
    """Give the noun of people, or of the team that they are in: "a team of | 14 nurses"."""
    head = syntax.head_of(people)
    while head is not None and syntax.tokens[head].dep == "pobj":
        prep = syntax.tokens[syntax.tokens[head].head]
        if prep.text.lower() not in ("of", "with"):
            return head
        head = prep.head
    return head


def _fights(page: Page, sentence: Span, thing: Thing) -> bool:
    """Say whether people fight, and no word tells whom they teach or help."""
    fighters = _FIGHTERS.search(page.words(thing.name)) is not None
    return fighters and _TEACHES.search(page.text, thing.name.end, sentence.end) is None


def _goes_elsewhere(page: Page, draft: Draft, verb_end: int) -> bool:
    """Say whether another state than the story's is named behind the verb: "are off to Mali"."""
    sides = {party.actor.id for party in (*draft.donors, *draft.recipients)}
    behind = page.actors.within(Span(min(verb_end, draft.sentence.end), draft.sentence.end))
    return any(m.actor.type == "state" and m.actor.id not in sides for m in behind)


def _is_known(page: Page, draft: Draft, thing: Thing) -> bool:
    """Say whether who sends people is named here, before them, or in the headline.

    Else the story's giver is looked for.
    """
    if draft.givers_here or thing.at is not None:
        return bool(draft.donors)
    head = page.actors.within(page.sentences.items[0])
    if not any(party.actor.id == m.actor.id for party in draft.donors for m in head):
        draft.donors = []
    return True
