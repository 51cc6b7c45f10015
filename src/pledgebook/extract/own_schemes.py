"""Names of states that tell whose scheme, fund or make something is, and not who gets it."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: A fund is named for the state it serves ("the Ukraine Facility"): it neither pays nor gets here.
_OWN_FUND = re.compile(
    r"\s+(?:(?!(?:to|and|will|would|may|can|must|should|has|had)\s)\w+\s+){0,2}?(?:fund|foundation|facility|appeal"
    r"|(?-i:Initiative|(?:Growth|Recovery|Investment|Response|Action)\s+Plan))\b",
    re.IGNORECASE,
)
#: "the Czech ammunition initiative": whoever leads a scheme does not get what is paid into it.
_OWN_SCHEME = re.compile(
    r"(?:-led)?\s+(?:[\w-]+\s+){0,3}?(?:initiative|scheme|fund|coalition|project|programme|program)\b",
    re.IGNORECASE,
)
#: "for Sweden's reform cooperation with Moldova": whose work it is gives, and does not get.
#: "corresponds to Estonia's pledge of …", "waits for US consent": neither does who has promised.
_OWN_WORK = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+(?:and\s+)?){0,4}?(?:cooperation|strategy)\b"
    r"|['’]s?\s+(?:own\s+)?(?:pledge|promise|vow|commitment|undertaking|share|contribution)\b"
    r"|(?:['’]s?)?\s+(?:consent|approval|permission|go-ahead|blessing|export\s+licen[cs]es?)\b",
    re.IGNORECASE,
)
#: Behind the name of a state that makes what it stands before.
_MAKE = re.compile(r"-(?:made|built|produced|manufactured)\b", re.IGNORECASE)
_ONE_WORD = re.compile(r"\s+(?:[\w-]+\s+)?")


def leads_scheme(page: Page, mention: ActorMention) -> bool:
    """Say whether an adjective names whose scheme something is paid into."""
    adjective = mention.naming in ("adjective", "demonym")
    return adjective and _OWN_SCHEME.match(page.text, mention.span.end) is not None


def works_itself(page: Page, mention: ActorMention) -> bool:
    """Say whether an actor behind "for" does not get: its own scheme or cooperation is told of."""
    return names_own_work(page, mention) or leads_scheme(page, mention)


def names_own_work(page: Page, mention: ActorMention) -> bool:
    """Say whether an actor's own strategy, cooperation, promise or consent is told of."""
    return _OWN_WORK.match(page.text, mention.span.end) is not None


def names_fund(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's full name stands before a fund; short forms pay for it ("UK fund")."""
    words = page.words(mention.span)
    plain = mention.actor.type == "state" and mention.naming == "name" and not words.isupper()
    return plain and _OWN_FUND.match(page.text, mention.span.end) is not None


def made_there(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's name only tells where goods are made: "US weapons for Moldova"."""
    short = mention.naming == "name" and page.words(mention.span).isupper()
    if mention.naming not in ("adjective", "demonym") and not short:
        return False
    if _MAKE.match(page.text, mention.span.end):
        return True
    gap = _ONE_WORD.match(page.text, mention.span.end)
    ends = {mention.span.end + 1} if gap is None else {mention.span.end + 1, gap.end()}
    goods = any_of("acts", "made_goods")
    return any(goods.match(page.text, end) for end in ends)


#: Behind goods, whom they are for.
_FOR = re.compile(r"[^.;:]{0,60}?\s(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)


def made_for_others(page: Page, mention: ActorMention) -> bool:
    """Say whether a state makes what another behind it gets: "American weapons for Moldova"."""
    if not made_there(page, mention):
        return False
    behind = Span(mention.span.end, page.sentence_of(mention.span).end)
    others = (m for m in page.actors.within(behind) if m.actor.id != mention.actor.id)
    return any(_FOR.fullmatch(page.text, behind.start, m.span.start) for m in others)
