"""The one that a page as a whole is about giving to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.needy_states import needy_state
from pledgebook.extract.own_schemes import leads_scheme
from pledgebook.extract.page import Page
from pledgebook.extract.parties import giving_words
from pledgebook.extract.receivers import stands_to_receive
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: A news story says in its first sentences (heading, dateline, lead) whom it is about …
LEAD_SENTENCES = 4


#: So many who get something are a report on a region, not on one of them.
_MANY = 3


#: "a ceasefire in Ukraine", "the famine in Sudan": where help is needed.
_DISTRESS = re.compile(
    r"\b(?:war|ceasefire|cease-fire|truce|peace|conflict|invasion|fighting|famine|hunger|crisis"
    r"|emergency|earthquakes?|floods?|flooding|drought|cyclone|hurricane|typhoon|eruption|epidemic"
    r"|outbreak|refugees|victims|survivors|suffering|violence|catastrophe|disaster|atrocities|displacement"
    r"|unrest|bloodshed|blackouts?|gangs|gang\s+violence"
    r"|reconstruction|rebuilding|recovery|peacekeep\w+|(?:security|stabili[sz]ation|police|peace|support|transition|african\s+union|au|un)\s+mission|force)"
    r"\s+(?:in|of|on|against)\s+(?:the\s+|\w+ern\s+)*$",
    re.IGNORECASE,
)


#: Behind a state that a heading names for its trouble.
_TROUBLE = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:crisis|emergency|famine|earthquakes?|quake|floods?|drought|cyclone"
    r"|hurricane|blackouts?|refugees?|donors?['’]?|appeal|reconstruction|relief"
    r"|(?:defen[cs]e\s+)?contact\s+group)\b",
    re.IGNORECASE,
)


#: Words after a state or one of its people that tell of its need for help.
_NEEDS = re.compile(
    r"(?:\s+(?:said|says|has|had|also|that|told|reporters|his|her|its|their|the|country|government"
    r"|nation|people|again|on|\w+day)\b,?){0,9}?\s+(?:needs?|needed|would\s+need|"
    r"(?:asks|asked|appeals|appealed|appealing)\s+for|requests|requested|pleads|pleaded\s+for)\b",
    re.IGNORECASE,
)


#: Behind a state that attacked another one: no help is given to it.
_ATTACKS = re.compile(
    r"(?:['’]s)?\s+(?:(?:full-scale|unprovoked|all-out|illegal|brutal)\s+)*"
    r"(?:invasion|aggression|onslaught|war\s+(?:on|against|in)\b"
    r"|(?:state\s+|sovereign\s+|central\s+bank\s+)?assets\b)",
    re.IGNORECASE,
)


#: Offices abroad, whose name tells where they stand.
_ABROAD = re.compile(
    r"\b(?:embassy|high\s+commission|consulate|delegation|permanent\s+mission)\b", re.IGNORECASE
)


#: Who sends an embassy, and where it stands.
_PAIR = 2


def host_of(page: Page) -> str | None:
    """Give the state in which the embassy that publishes stands, None for other offices."""
    publisher = page.source.publisher or ""
    named = [m.actor for m in find_actors(publisher, page.published) if m.actor.type != "person"]
    apart = _ABROAD.search(publisher) is not None and len({a.id for a in named}) == _PAIR
    return named[-1].id if apart and named[-1].type == "state" else None


def _host(page: Page) -> ActorMention | None:
    """Give the first mention of the state that hosts the embassy whose page it is."""
    host = host_of(page)
    return None if host is None else next((m for m in page.actors if m.actor.id == host), None)


def page_recipient(page: Page) -> ActorMention | None:
    """Give the actor that the page as a whole is about giving to, None where there is none.

    First whoever most often stands after "to" or "for" in sentences that tell of money or aid,
    then the one state that a war or disaster is in, then whoever stands after "to" anywhere.
    """
    told = [m for m in page.actors if _may_receive(page, m) and stands_to_receive(page, m)]
    told += [m for m in map(partial(_in_need, page), page.actors) if m is not None]
    told = told if page.from_office else _beside_givers(told)
    of_aid = [m for m in told if _tells_of_aid(page, page.sentence_of(m.span))]
    stricken = None if page.from_office else _stricken(page)
    lead = [] if page.from_office else [m for m in told if _is_heading(page, m)]
    top = headed(page) if page.from_office else None
    of_aid, told = _beside_own(page, of_aid), _beside_own(page, told)
    top = top or ((_titled(page) or _host(page)) if page.from_office else None)
    if top is None and stricken is not None and _on_top(page, stricken.actor.id):
        top = stricken
    found = _most_named(lead) or top or _most_named(of_aid) or stricken or _most_named(told)
    found = None if found is None or _one_of_many(page, found, told) else found
    found = None if found is not None and _gives_itself(page, found) else found
    fund = None if page.from_office else _replenished(page)
    if fund is not None and (found is None or not in_lead(page, found.actor.id)):
        return fund
    needy = needy_state(page)
    if needy is None or found is None or not in_lead(page, found.actor.id):
        return needy or found
    once = sum(m.actor.id == found.actor.id for m in told) <= 1
    counts = Counter(m.actor.id for m in page.actors)
    return needy if once and counts[needy.actor.id] > 2 * counts[found.actor.id] else found


#: What stands beside an organisation that states fill up, where a story is about that.
_FILLING = re.compile(
    r"\b(?:replenish\w*|pledg\w*|donors?|fund-?rais\w*|target|rais(?:e[sd]?|ing)|contribut\w*|appeal\w*|fund(?:ing|s)?)\b",
    re.IGNORECASE,
)


def _replenished(page: Page) -> ActorMention | None:
    """Give the one organisation that a story's first sentences tell to be filled up by donors."""
    funds = load("acts")["replenished"]
    lead = page.sentences.items[:LEAD_SENTENCES]
    if not any(_FILLING.search(page.text, s.start, s.end) for s in lead):
        return None
    told = [m for sentence in lead for m in page.actors.within(sentence) if m.actor.id in funds]
    return told[0] if len({m.actor.id for m in told}) == 1 else None


#: Behind the name of a state that gives.
_GIVES = re.compile(
    r"(?:['’]s)?(?:\s+(?:government|state['’]s|own|new|total|overall|will|has|have|is|are|also|now|today|to))*"
    r"\s+(?:provid|giv|gave|donat|announc|contribut|commit|pledg|deliver|allocat|send|sent|train|invest|fund|support"
    r"|offer|financ|sign|grant|decid|plan|intend|lend|lent|suppl|pay|paid|spen[dt]|aid|assistance|package|extend|increas|doubl|rais)\w*\b",
    re.IGNORECASE,
)


def _beside_own(page: Page, told: Sequence[ActorMention]) -> list[ActorMention]:
    """Leave out the state whose office publishes, where it gives and another one stands on top.

    A ministry of Chad thanks those who give to Chad, and tells of spending at home; one of Norway
    tells of Chad in its title, and of loans to Norwegian exporters.
    """
    others = [m for m in told if m.actor.id not in page.offices]
    if len(others) == len(told):
        return others
    top = {m.actor.id for m in others if _on_top(page, m.actor.id)}
    named = [m for m in page.actors if m.actor.id in page.offices and m.naming != "adjective"]
    gives = any(_GIVES.match(page.text, m.span.end) is not None for m in named)
    return [m for m in others if m.actor.id in top] if top and gives else list(told)


def _beside_givers(told: Sequence[ActorMention]) -> list[ActorMention]:
    """Leave out states that give aid where another one is told to get as often: "Canada puts …"."""
    giving = set(load("acts")["giving_states"])
    counts = Counter(m.actor.id for m in told)
    others = max((n for one, n in counts.items() if one not in giving), default=0)
    return [m for m in told if m.actor.id not in giving or counts[m.actor.id] > others]


def _gives_itself(page: Page, found: ActorMention) -> bool:
    """Say whether the state found is that of the office which publishes, and one that gives.

    What its page tells of at home has a taker anyway; a gift abroad on it goes to nobody at home.
    """
    own = found.actor.id in page.offices and found.actor.id in load("acts")["giving_states"]
    named = (m for m in page.actors if m.actor.id == found.actor.id and m.naming != "adjective")
    return own and any(_GIVES.match(page.text, m.span.end) is not None for m in named)


def _on_top(page: Page, state: str | None) -> bool:
    """Say whether the title or the first line of a page names a state."""
    first = page.sentences.items[:1]
    if any(m.actor.id == state for line in first for m in page.actors.within(line)):
        return True
    titled = find_actors(page.source.title or "", page.published)
    return any(m.actor.id == state for m in titled)


#: Words of a title that tell of giving.
_AID_TITLE = re.compile(
    r"\b(?:support|aid|assistance|package|help|relief|humanitarian|pledg\w*|donors?|donat\w*|conference|solidarity"
    r"|reconstruction|recovery|crisis|emergency|earthquake|floods?|famine|contribution|loan|grant)\b",
    re.IGNORECASE,
)


def _titled(page: Page) -> ActorMention | None:
    """Give the only state, beside the office's own, that a title about aid names."""
    for title in (page.source.title or "", *map(page.words, page.sentences.items[:1])):
        titled = find_actors(title, page.published)
        named = {
            m.actor.id
            for m in titled
            if m.actor.type == "state" and not giving_words().search(title, 0, m.span.start)
        }
        named -= _beside_office(page, title, titled)
        named -= {*page.offices, None, *_attackers(page), *_at_home(page)}
        lends = bool(page.offices & frozenset(load("promise_words")["banks"]))
        if (lends or _AID_TITLE.search(title) is not None) and len(named) == 1:
            told = (m for m in page.actors if m.actor.id in named and m.naming == "name")
            return next(told, None)
    return None


#: Between two that do something together: "Norway and Denmark finance …".
_TOGETHER = re.compile(r"(?:,|\s*&|,?\s+and)\s+(?:the\s+)?", re.IGNORECASE)


def _beside_office(page: Page, title: str, titled: Sequence[ActorMention]) -> set[str | None]:
    """Ids of those in a title who act together with the state whose office publishes.

    "Norway and Denmark finance …"; "support between Norway and Chad" leaves it open.
    """
    pairs = [
        (one, other)
        for one, other in pairwise(titled)
        if _TOGETHER.fullmatch(title, one.span.end, other.span.start)
        and not re.search(r"\bbetween\s+(?:the\s+)?$", title[: one.span.start], re.IGNORECASE)
        and _GIVES.match(title, other.span.end) is not None
    ]
    ids = {frozenset((one.actor.id, other.actor.id)) for one, other in pairs}
    return {name for pair in ids if pair & page.offices for name in pair}


def _at_home(page: Page) -> set[str]:
    """Ids of territories that belong to the state whose office publishes."""
    owned = load("acts")["territories"]
    return {place for office in page.offices for place in owned.get(office, ())}


def headed(page: Page) -> ActorMention | None:
    """Give the only state that an office's heading tells of in need: "Famine in Chad: pledges"."""
    found = [
        m
        for m in page.actors
        if m.actor.type == "state"
        and _is_heading(page, m)
        and (_DISTRESS.search(page.text, 0, m.span.start) or _troubled(page, m))
    ]
    return found[0] if len({m.actor.id for m in found}) == 1 else None


def _is_heading(page: Page, mention: ActorMention) -> bool:
    """Say whether a name stands in the heading of a page: "What donors gave for Sudan"."""
    first = page.sentences.items[0]
    return mention.span.end <= first.end and is_headline(page, first)


def in_lead(page: Page, state: str | None) -> bool:
    """Say whether a state, or a group that meets for it, is named in a page's first sentences."""
    lead = page.sentences.items[:LEAD_SENTENCES]
    served = load("acts")["served"]
    return any(
        state in (m.actor.id, served.get(m.actor.id))
        for sentence in lead
        for m in page.actors.within(sentence)
    )


def _one_of_many(page: Page, found: ActorMention, told: Sequence[ActorMention]) -> bool:
    """Say whether a report tells of many who get something, none of them in its lead.

    Whoever it says so of most often is then no better than the others.
    """
    if page.from_office or in_lead(page, found.actor.id):
        return False
    return len({m.actor.id for m in told}) >= _MANY


def _in_need(page: Page, mention: ActorMention) -> ActorMention | None:
    """Give the state whose own people say what it needs: "the minister said her country needs"."""
    actor = mention.actor
    state = actor.affiliation if actor.type == "person" else actor.id
    if state is None or _NEEDS.match(page.text, mention.span.end) is None:
        return None
    named = (m for m in page.actors if m.actor.id == state and m.actor.type == "state")
    return next(named, None)


def _may_receive(page: Page, mention: ActorMention) -> bool:
    known = mention.actor.id is not None and mention.actor.type == "state"
    of_sum = bool(page.money.touching(mention.span))  # the "US" of "US$5m"
    return known and not of_sum and not leads_scheme(page, mention)


def _attackers(page: Page) -> set[str | None]:
    """Ids of states that are told to have attacked, or whose assets are frozen."""
    return {m.actor.id for m in page.actors if _ATTACKS.match(page.text, m.span.end)}


def _tells_of_aid(page: Page, sentence: Span) -> bool:
    aid = any_of("acts", "aid_words").search(page.text, sentence.start, sentence.end)
    return aid is not None or bool(page.money.within(sentence))


def _most_named(mentions: Sequence[ActorMention]) -> ActorMention | None:
    """Give the first mention of the actor that is named most often; of two, the earlier."""
    counts = Counter(m.actor.id for m in mentions)
    return max(mentions, key=lambda m: (counts[m.actor.id], -m.span.start), default=None)


def _troubled(page: Page, mention: ActorMention) -> bool:
    """Say whether a heading names a state for its trouble: "Armenia crisis: as it happened"."""
    named = mention.naming == "name" and _is_heading(page, mention)
    return named and _TROUBLE.match(page.text, mention.span.end) is not None


def _served(page: Page, group: ActorMention) -> ActorMention | None:
    """Give the state, where the page names it, that a group meets for: "the Ramstein group"."""
    state = load("acts")["served"].get(group.actor.id)
    told = (m for m in page.actors if state in (m.actor.id, m.actor.affiliation))
    return None if state is None else next(told, None)


def _stricken(page: Page) -> ActorMention | None:
    """Give the only state that a war, a truce or a disaster is said to be in, None for several."""
    found: dict[str, ActorMention] = {}
    attackers = _attackers(page)
    for mention in page.actors:
        if (served := _served(page, mention)) is not None:
            found.setdefault(str(served.actor.id), served)
        if mention.actor.id is None or mention.actor.type != "state":
            continue
        if mention.actor.id in attackers:
            continue
        start = max(0, mention.span.start - 60)
        if _DISTRESS.search(page.text, start, mention.span.start) or _troubled(page, mention):
            found.setdefault(mention.actor.id, mention)
    return next(iter(found.values())) if len(found) == 1 else None
