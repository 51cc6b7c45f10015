"""Actors that a thing is for, by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgebook.extract import promise_words as says
from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.aid_named_for import is_aid_for
from pledgebook.extract.benefiting import WORK_WITH, acts_first, benefiting
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import load
from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.own_schemes import (
    made_for_others,
    made_there,
    names_own_work,
    works_itself,
)
from pledgebook.extract.page import Page
from pledgebook.extract.parties import mentions_under
from pledgebook.extract.spoken_of import spoken_of
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Words directly before an actor that make it the one a thing is for.
_FOR = re.compile(
    r"(?:(?<!visit )(?<!visits )(?<!trip )(?<!journey )(?<!ambassador )(?<!envoy )(?<!due )"
    r"(?<!according )(?<!thanks )(?<!compared )(?<!travelled )(?<!traveled )(?<!flew )"
    r"(?<!fled )(?<!flee )(?<!fleeing )(?<!escaped )(?<!returned )"
    r"(?<!returning )(?<!accession )(?<!turn )(?<!turns )(?<!turned )(?<!turning )(?<!gone )"
    r"(?<!appeal )(?<!appeals )(?<!appealed )(?<!subject )(?<!response )(?<!contrast )\bto"
    r"|(?<!question )(?<!questions )(?<!matter )(?<!blow )(?<!setback )(?<!it was )(?<!it is )\bfor"
    r"|\b(?:help(?:s|ing)?\s+out|help|helps|helping|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|assist|assisting|benefit|benefits|benefiting"
    r"|(?<=to )aid|(?<=will )aid|(?<=would )aid|(?<=and )aid|aids|aiding"
    r"|support|supports|supporting|in\s+(?:support|aid)\s+of|equip|equipping|arm|arming|train|training|behind"
    r"|gives?|gave|given|giving|sends?|sent|sending|lends?|lent|lending|offers?|offered"
    r"|provides?|provided|providing|supply|supplies|supplied|supplying|grants?|granted"
    r"|pays?|paid|paying|awards?|awarded|awarding|pledges?|pledged|pledging|promises?|promised"
    r"|promising|hand|hands|handed|handing|offering|granting|loans?|loaned|loaning"
    r"|gift|gifts|gifted|gifting|allocates?|allocated|allocating|deliver|delivered|delivering"
    r"|wire|wires|wired)|\b(?:shared|split|divided)\s+(?:equally\s+|evenly\s+|out\s+)?(?:between|among))\s+"
    r"(?:the\s+|(?:north|south|east|west)[\w-]*ern\s+|central\s+|neighbou?ring\s+|(?:royal|national)\s+|(?:impoverished|embattled|beleaguered|stricken|struggling|landlocked|troubled)\s+|[a-z]+-(?:ridden|strapped|starved|shaken|rocked|weary|wrecked|plagued|gripped|parched|hit|torn|stricken|ravaged|affected|battered|plagued|struck|wracked"
    r"|prone|scarred)\s+|government\s+of\s+|people\s+of\s+|defen[cs]e\s+of\s+"
    r"|future\s+of\s+|armed\s+forces?\s+of\s+|army\s+of\s+|citizens\s+of\s+|children\s+of\s+|defenders\s+of\s+"
    r"|(?:each|all|both)\s+of\s+|authorities\s+of\s+|reconstruction\s+of\s+|rebuilding\s+of\s+|recovery\s+of\s+)*$",
    re.IGNORECASE,
)
#: Somebody whom a sum is spent on: "will spend €110m on Moldova".
_SPENT_ON = re.compile(
    r"\bsp(?:end|ends|ent|ending)\b[^.;]{0,60}?\bon\s+(?:the\s+)?$", re.IGNORECASE
)
#: Somebody into whom money is put: "has put €2bn into Tunisia".
_PUT_INTO = re.compile(
    r"\b(?:put|puts|putting|pump\w*|plough\w*|plow\w*|pour\w*|inject\w*)\b[^;:]{0,40}?"
    r"(?:illion|bn|\dm)\b[^;:]{0,20}?\s+into\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INTO = frozenset({"into"})
#: The other side of a loan or grant that a bank signs: "signs €5m loan with Mali".
_SIGNED_WITH = re.compile(
    r"\b(?:sign|ink|seal|conclud|agree|finali[sz])\w*\s[^.;:]*\b(?:loan|grant|credit|financing|facility|line"
    r"|agreement|package|memorand(?:um|a)\s+of\s+understanding)s?\s+(?:agreement\s+|deal\s+)?with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|inside|across|throughout)\s+(?:the\s+)?(?:\w+ern\s+|\w+-affected\s+)?$", re.IGNORECASE
)
#: What an adjective or possessive of the receiving side stands before.
_RECEIVING_NOUN = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,1}?(?:army|armed|forces|military|troops|soldiers|people|refugees|"
    r"civilians|children|defen[cs]e|defen[cs]es|security|sovereignty|reconstruction|recovery|energy|economy|budget|"
    r"hospitals?|cities|side|government|population|farmers|railways?|infrastructure|pilots|"
    r"air|navy|needs|grid|victims|accession|civil\s+servi\w+|teachers|public\s+sector|state\s+employees|families|border|state|authorities|defenders|self-defen[cs]e)\b"
    r"(?!\s+(?:defen[cs]e\s+)?(?:systems?|missiles?|batter(?:y|ies)|weapons?)\b)"
    r"(?!\s+(?:[Dd]efen[cs]e\s+|[Ss]ecurity\s+)?(?:[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Mm]inist\w+|[Cc]abinet|[Oo]ffice)\b)"
    r"(?!['’]s?\s+(?:own\s+)?(?:support|aid|assistance|contributions?|commitments?|pledges?|share|donations?|gifts?)\b)"
    r"(?!\s+(?:support|aid|assistance|packages?|contributions?|commitments?|funding|financing|finance|sales|industr\w+|secretar\w+|agency|department|equipment|training|donation))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:of|through|via|with|under|at|in|against)\s+(?:the\s+)?$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:government|ministry|parliament|kingdom|republic|state|minister|president|embassy|ministers"
    r"|council|commission|affairs|defen[cs]e|interior|finance)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]")
#: A meeting that an actor's name stands before.
_MEETING = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+)?(?:summit|conference|ministerial|assembly|forum)\b", re.IGNORECASE
)
_COMMA = re.compile(r",\s+(?:the\s+)?")
_LIST_ENDS = re.compile(r"\s*$|,|\s+(?:as|amid|after|and|over|in|before|from)\b", re.MULTILINE)
_LAST_OF_LIST = re.compile(r",?\s+and\s+(?:the\s+)?")
_WITH = re.compile(r"\s+and\s+(?:the\s+)?(?:people\s+of\s+)?", re.IGNORECASE)


def by_preposition(
    page: Page, sentence: Span, words: re.Pattern[str], reach: int = 60
) -> list[ActorMention]:
    """Actors of a sentence directly after words such as "from" or "to"."""
    return [
        m
        for m in page.actors.within(sentence)
        if words.search(page.text, max(sentence.start, m.span.start - reach), m.span.start)
    ]


def receiving(page: Page, sentence: Span) -> list[ActorMention]:
    """Actors of a sentence that the thing is for, by the words beside them."""
    found = [
        m
        for m in by_preposition(page, sentence, _FOR)
        if not acts_first(page, sentence, m)
        and not works_itself(page, m)
        and not page.money.touching(m.span)
    ]
    found += [m for m in by_preposition(page, sentence, _SPENT_ON, 90) if m.naming == "name"]
    if page.has_any(sentence, _INTO):
        found += [m for m in by_preposition(page, sentence, _PUT_INTO, 90) if m.naming == "name"]
    found += [m for m in benefiting(page, sentence) if m not in found]
    found += [m for m in _borrowing(page, sentence) if m not in found]
    for mention in page.actors.within(sentence):
        owns = page.text[mention.span.end : mention.span.end + 1] in ("'", "’")
        named = mention not in found and (
            mention.naming in ("adjective", "demonym") or (mention.naming == "name" and owns)
        )
        if mention not in found and is_aid_for(page, mention):
            found.append(mention)
        own = named and works_itself(page, mention)
        if named and not own and _RECEIVING_NOUN.match(page.text, mention.span.end, sentence.end):
            found.append(mention)
    found = [m for m in found if not made_there(page, m)] or found
    found = found or _places(page, sentence) or by_preposition(page, sentence, WORK_WITH, 90)
    return sorted(found, key=lambda m: m.span)


def _borrowing(page: Page, sentence: Span) -> list[ActorMention]:
    """States with which an organisation signs a loan or grant; two states may both give."""
    first, *others = page.actors.within(sentence) or (None,)
    if first is None or first.actor.type != "organisation":
        return []
    return [
        m
        for m in others
        if m.actor.type == "state"
        and m.naming == "name"
        and _SIGNED_WITH.search(page.text, sentence.start, m.span.start)
    ]


def joined(page: Page, sentence: Span, targets: Sequence[ActorMention]) -> list[ActorMention]:
    """Actors that stand in one breath with those that get: "for Ukraine and Moldova".

    Headlines leave "and" out: "for Chad, Sudan as famine looms".
    """
    found: list[ActorMention] = []
    last = None
    headline = is_headline(page, sentence)
    named = page.actors.within(sentence)
    for place, mention in enumerate(named):
        if mention in targets:
            last = mention
        elif last is not None and (
            _WITH.fullmatch(page.text[last.span.end : mention.span.start])
            or (headline and _listed(page, last, mention))
            or _in_list(page, named[place - 1 :])
        ):
            found.append(mention)
            last = mention
        else:
            last = None
    return found


def _in_list(page: Page, named: Sequence[ActorMention]) -> bool:
    """Say whether names stand in a list that "and" closes: "to Mali, Niger and Chad"."""
    for one, other in pairwise(named):
        between = page.text[one.span.end : other.span.start]
        if _LAST_OF_LIST.fullmatch(between):
            return True
        if not _COMMA.fullmatch(between):
            return False
    return False


def _listed(page: Page, one: ActorMention, other: ActorMention) -> bool:
    """Say whether a comma alone joins two names, behind which no verb of the second stands."""
    comma = _COMMA.fullmatch(page.text, one.span.end, other.span.start)
    return comma is not None and _LIST_ENDS.match(page.text, other.span.end) is not None


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


def aside(page: Page, mention: ActorMention, sentence: Span) -> bool:
    """Say whether an actor only belongs to something told of: "funding the work of the IAEA".

    So do those in one breath with it ("together with Poland and Denmark"), and one whose name is
    that of a meeting ("during the NATO summit").
    """
    if _MEETING.match(page.text, mention.span.end):
        return True
    first = mention
    for other in reversed(page.actors.within(Span(sentence.start, mention.span.start))):
        gap = page.text[other.span.end : first.span.start]
        if not _WITH.fullmatch(gap) and not _COMMA.fullmatch(gap):
            break
        first = other
    before = page.text[max(0, first.span.start - 60) : first.span.start]
    return _ASIDE.search(before) is not None and _STATE_OF.search(before) is None


def _places(page: Page, sentence: Span) -> list[ActorMention]:
    """States that something is done in, where nobody else is named: "repairs in Moldova"."""
    found = by_preposition(page, sentence, _IN)
    return [
        m
        for m in found
        if m.actor.type == "state"
        and m.naming == "name"
        and not _NAME_GOES_ON.match(page.text, m.span.end)
    ]


#: Between a sum and the place that it alone is for, in a list of sums and places.
_SUM_FOR = re.compile(r"\s+(?:in|for|to)\s+(?:the\s+)?", re.IGNORECASE)
_PAIR = 2


def own_place(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give the state that one sum of a list is for: "$48 million in Poland, $30 million in …"."""
    listed = {
        money.span: mention
        for money in page.money.within(sentence)
        for mention in page.actors.within(Span(money.span.end, sentence.end))[:1]
        if _SUM_FOR.fullmatch(page.text, money.span.end, mention.span.start)
        and mention.actor.type == "state"
        and mention.naming == "name"
    }
    return [listed[thing]] if len(listed) >= _PAIR and thing in listed else []


#: A part without a figure: "€50m, half of it for refugees in Chad".
_PART_FOR = re.compile(
    r",\s+(?:half|most|much|some|part|all\s+but\s+a\s+fraction|a\s+(?:third|quarter|fifth|tenth|part)"
    r"|two[\s-]thirds|three[\s-]quarters|the\s+(?:bulk|rest|remainder))(?:\s+of\s+(?:it|which|that|them))?\s",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s+of\s+(?:which|it|that|this)\b", re.IGNORECASE)


def of_later_part(page: Page, sentence: Span, thing: Span, mention: ActorMention) -> bool:
    """Say whether an actor behind a sum gets a part of it only: "€9m, of which €2m is for Chad"."""
    if _PART_FOR.search(page.text, thing.end, mention.span.start):
        return True
    later = [m.span for m in page.money.within(Span(thing.end, sentence.end))]
    return any(
        part.end <= mention.span.start
        and (
            says.find(
                page.text, says.before(page.text, sentence, part), "promise_words", "part_before"
            )
            or _OF_WHICH.match(page.text, part.end)
        )
        for part in later
    )


#: Behind somebody who gets something: "Ukraine obtained", "Moldova will receive".
_GETS = re.compile(
    r"\s+(?:(?:will|has|have|is|are|also|now|to|already|been)\s+){0,4}(?:receiv(?:es?|ed|ing)|obtain(?:s|ed)?"
    r"|turn(?:s|ed|ing)?\s+to\s+[^.;:]{1,40}?\s+for|appeal(?:s|ed)?\s+(?:to\s+[^.;:]{1,40}?\s+)?for)\b",
    re.IGNORECASE,
)


#: Trade, before those whom things are sold to.
_EXPORTED = re.compile(r"\b(?:export(?:s|ed|ing)?|sold|sales)\b", re.IGNORECASE)


#: A verb right behind a name: "Madrid signs security pact" tells of no security of its own.
_ACTS = re.compile(r"\s+(?!armed\b|forces\b)[a-z]+(?:[^s\W]s|ed)\s+[a-z]")


def stands_to_receive(page: Page, mention: ActorMention) -> bool:
    """Say whether the words beside an actor make it one that a thing is for, in any sentence."""
    if not _told_to_receive(page, mention):  # seldom so, and cheaper to ask than what follows
        return False
    if names_own_work(page, mention) or made_for_others(page, mention):
        return False
    start = page.sentence_of(mention.span).start
    return _EXPORTED.search(page.text, start, mention.span.start) is None


def _told_to_receive(page: Page, mention: ActorMention) -> bool:
    start, end = mention.span.start, mention.span.end
    if _FOR.search(page.text, max(0, start - 60), start) or _GETS.match(page.text, end):
        return True
    if mention.naming in ("name", "seat") and _ACTS.match(page.text, end):
        return False
    receives = _RECEIVING_NOUN.match(page.text, end, end + 60)
    # who opens a sentence acts in it: "Norway's army gave …"
    return receives is not None and not opens_sentence(page, page.sentence_of(mention.span), start)


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
