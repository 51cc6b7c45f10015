"""Actors that a thing is for, by the words beside them."""

from __future__ import annotations

import re

from pledgebook.extract.aid_named_for import is_aid_for
from pledgebook.extract.benefiting import WORK_WITH, acts_first, benefiting
from pledgebook.extract.lexicon import load
from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.own_schemes import made_for_others, made_there, names_own_work, works_itself
from pledgebook.extract.page import Page
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
    r"|support|supports|supporting|in\s+(?:support|aid)\s+of|(?:for|to)\s+the\s+benefit\s+of|(?:replenishment|recapitali[sz]ation)\s+of|equip|equipping|arm|arming|train|training|behind"
    r"|gives?|gave|given|giving|sends?|sent|sending|lends?|lent|lending|offers?|offered"
    r"|provides?|provided|providing|supply|supplies|supplied|supplying|grants?|granted"
    r"|pays?|paid|paying|awards?|awarded|awarding|pledges?|pledged|pledging|promises?|promised"
    r"|promising|hand|hands|handed|handing|offering|granting|loans?|loaned|loaning"
    r"|gift|gifts|gifted|gifting|allocates?|allocated|allocating|deliver|delivered|delivering"
    r"|wire|wires|wired|reach(?:es|ed|ing)?)|\b(?:shared|split|divided)\s+(?:equally\s+|evenly\s+|out\s+)?(?:between|among))\s+"
    r"(?:the\s+|(?:north|south|east|west)[\w-]*ern\s+|central\s+|neighbou?ring\s+|(?:royal|national)\s+|(?:impoverished|embattled|beleaguered|stricken|struggling|landlocked|troubled)\s+|[a-z]+-(?:ridden|strapped|starved|shaken|rocked|weary|wrecked|plagued|gripped|parched|hit|torn|stricken|ravaged|affected|battered|plagued|struck|wracked"
    r"|prone|scarred)\s+|government\s+of\s+|people\s+of\s+|defen[cs]e\s+of\s+"
    r"|future\s+of\s+|armed\s+forces?\s+of\s+|army\s+of\s+|citizens\s+of\s+|children\s+of\s+|defenders\s+of\s+"
    r"|(?:each|all|both)\s+of\s+|(?:[a-z][a-z-]*\s+){1,2}(?:alliance|agency|fund|group|programme|program|body|mission|force|charity)\s+|authorities\s+of\s+|reconstruction\s+of\s+|rebuilding\s+of\s+|recovery\s+of\s+)*$",
    re.IGNORECASE,
)
#: Somebody whom a sum is spent on: "will spend €110m on Moldova".
_SPENT_ON = re.compile(
    r"\b(?:sp(?:end|ends|ent|ending)|splash\w*\s+out|lavish\w*|shell\w*\s+out|fork\w*\s+out)\b[^.;]{0,60}?\bon\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Somebody into whom money is put: "has put €2bn into Tunisia".
_PUT_INTO = re.compile(
    r"\b(?:put|puts|putting|pump\w*|plough\w*|plow\w*|pour\w*|inject\w*)\b[^;:]{0,40}?"
    r"(?:illion|bn|\dm)\b[^;:]{0,20}?\s+into\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INTO = frozenset({"into"})
#: Somebody who was helped, and with what: "has supported Moldova with €41m".
_HELPED = re.compile(
    r"(?<!-)\b(?:supported|helped|backed|backs|backing|aided|assisted|assists|bolster(?:s|ed|ing)?|equipped|armed"
    r"|furnished)\s+(?:out\s+)?(?:the\s+)?(?:(?:people|government|army|forces)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WITH_IT = frozenset({"with"})
_WITH = re.compile(r"\s+(?:[a-z]+\s+){0,2}?with\s")
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
    r"bills?|deficit|debts?|wages|air|navy|needs|grid|victims|accession|civil\s+serv[ia]\w+|teachers|public\s+sector|state\s+employees|families|border|state|authorities|defenders|self-defen[cs]e)\b"
    r"(?!\s+(?:defen[cs]e\s+)?(?:systems?|missiles?|batter(?:y|ies)|weapons?)\b)"
    r"(?!\s+(?:[Dd]efen[cs]e\s+|[Ss]ecurity\s+)?(?:[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Mm]inist\w+|[Cc]abinet|[Oo]ffice)\b)"
    r"(?!['’]s?\s+(?:own\s+)?(?:support|aid|assistance|contributions?|commitments?|pledges?|share|donations?|gifts?)\b)"
    r"(?!\s+(?:support|aid|assistance|packages?|contributions?|commitments?|funding|financing|finance|sales|industr\w+|secretar\w+|agency|department|equipment|training|donation))",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|out\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]")


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
    if page.has_any(sentence, _WITH_IT):
        helped = by_preposition(page, sentence, _HELPED)
        found += [m for m in helped if m not in found and _WITH.match(page.text, m.span.end)]
    found += [m for m in benefiting(page, sentence) if m not in found]
    found += [m for m in _borrowing(page, sentence) if m not in found]
    for mention in page.actors.within(sentence):
        owns = page.text[mention.span.end : mention.span.end + 1] in ("'", "’")
        named = mention not in found and (
            mention.naming in ("adjective", "demonym") or (mention.naming == "name" and owns)
        )
        if mention not in found and is_aid_for(page, mention):
            found.append(mention)
        own = named and (works_itself(page, mention) or _is_source(page, mention))
        if named and not own and _RECEIVING_NOUN.match(page.text, mention.span.end, sentence.end):
            found.append(mention)
    found = [m for m in found if not made_there(page, m)] or found
    found = found or _places(page, sentence) or by_preposition(page, sentence, WORK_WITH, 90)
    return sorted(found, key=lambda m: m.span)


def _is_source(page: Page, mention: ActorMention) -> bool:
    """Say whether something comes from what an actor has: "from the British aid budget"."""
    start = max(0, mention.span.start - 16)
    return _FROM.search(page.text, start, mention.span.start) is not None


#: What a state that gives aid signs for with one that gets it.
_LENT = re.compile(r"\b(?:loans?|grants?|credits?|guarantees?|aid|assistance)\b", re.IGNORECASE)


def _borrowing(page: Page, sentence: Span) -> list[ActorMention]:
    """States with which an organisation signs a loan or grant; of two states one may give aid."""
    first, *others = page.actors.within(sentence) or (None,)
    givers = load("acts")["giving_states"]
    if first is None or not (first.actor.type == "organisation" or first.actor.id in givers):
        return []
    if first.actor.type == "state":
        if _LENT.search(page.text, sentence.start, sentence.end) is None:
            return []
        others = [m for m in others if m.actor.id not in givers]
    return [
        m
        for m in others
        if m.actor.type == "state"
        and m.naming == "name"
        and _SIGNED_WITH.search(page.text, sentence.start, m.span.start)
    ]


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


#: Behind somebody who gets something: "Ukraine obtained", "Moldova will receive".
_GETS = re.compile(
    r"\s+(?:(?:will|has|have|is|are|also|now|to|already|been)\s+){0,4}(?:receiv(?:es?|ed|ing)|obtain(?:s|ed)?"
    r"|(?:got|gets?|getting)(?=\s+[^.;:]{0,20}\d)|turn(?:s|ed|ing)?\s+to\s+[^.;:]{1,40}?\s+for|appeal(?:s|ed)?\s+(?:to\s+[^.;:]{1,40}?\s+)?for)\b",
    re.IGNORECASE,
)
#: Whose appeal it is: "the region answers Vanuatu's call", "Haiti's plea for help".
_APPEAL = re.compile(r"['’]s?\s+(?:[\w-]+\s+)?(?:appeal|plea)s?\b(?!\s+to\b)", re.IGNORECASE)
_CALL = re.compile(r"['’]s?\s+(?:[\w-]+\s+)?calls?\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"\b(?:answer(?:s|ed|ing)?|heed(?:s|ed|ing)?|respon(?:d|ds|ded|ding|se)\s+to)\s+(?:the\s+)?$",
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
    told = _FOR.search(page.text, max(0, start - 60), start)
    if told is not None and told.start() >= page.sentence_of(mention.span).start:
        return True
    if _GETS.match(page.text, end) or _APPEAL.match(page.text, end):
        return True
    if _CALL.match(page.text, end) and _ANSWER.search(page.text, max(0, start - 30), start):
        return True
    if mention.naming in ("name", "seat") and _ACTS.match(page.text, end):
        return False
    receives = _RECEIVING_NOUN.match(page.text, end, end + 60)
    # who opens a sentence acts in it: "Norway's army gave …"
    return receives is not None and not opens_sentence(page, page.sentence_of(mention.span), start)
