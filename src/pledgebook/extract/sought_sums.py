"""Sums that somebody asks for, owes, is ordered to pay or earns: none of them is given."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.promise_words import before as words_before
from pledgebook.model.spans import Span

#: "launches a $300m appeal": asked for, of whomever. ("gives $3m to the appeal" is a gift.)
_LAUNCHED = re.compile(
    r"\b(?:launch|issue|open|mount|start|make|renew|revise)(?:e?s|e?d|ing)?\s+(?:an?\s+|its\s+|new\s+|record\s+){0,3}$",
    re.IGNORECASE,
)


#: "the $40 trillion infrastructure need", "a €2bn funding gap": what is lacking.
_LACKING = re.compile(
    r"\+?\s+(?:(?!to\b|for\b|of\b|in\b|and\b|or\b)[\w-]+\s+){0,2}?(?:needs?|gap|gaps|shortfall|(?:black\s+)?hole)\b"
    r"(?!\s+(?:assessment|analysis))",
    re.IGNORECASE,
)


#: "the gap is more than $3bn", "an appeal, which stands at $8bn", "$2bn is still outstanding".
_STANDS_OPEN = re.compile(
    r"\b(?:(?:gap|shortfall)\s+(?:is|was|of|stands\s+at)|(?:appeal|needs)\b[^.;:]{0,40}?\b(?:stands?|stood)\s+at)"
    r"\s+(?:(?:now|still|about|some|around|almost|nearly|over|more|than|at|least)\s+){0,4}$",
    re.IGNORECASE,
)


_OUTSTANDING = re.compile(
    r"[^.;:]{0,60}?\b(?:is|are|was|were|remains?|remained)\s+(?:still\s+)?"
    r"(?:outstanding|unpaid|missing|unfunded|uncovered)\b",
    re.IGNORECASE,
)


_AN_APPEAL = re.compile(r"\s+(?:(?!to\b|for\b)[\w-]+\s+){0,4}?appeal\b", re.IGNORECASE)


#: "court orders Uganda to pay $325m": owed by a judgment.
_ORDERED = re.compile(
    r"\b(?:court|judges?|tribunal|jury|arbitrators?|arbitration)\b[^.;:]{0,60}?"
    r"\b(?:order(?:s|ed)?|tells?|told|rul(?:es|ed)|mak(?:es)|award(?:s|ed)?)\b[^.;:]{0,60}\bpay\b[^.;:]{0,40}$",
    re.IGNORECASE,
)


#: "send $5bn home": remittances.
_SENT = re.compile(r"\b(?:send|sends|sent|sending)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


_HOME = re.compile(r"\s+home\b", re.IGNORECASE)


#: Where a sum comes from.
_EARNS = re.compile(
    r"\b(?:gets?|got|getting|earn\w*|mak(?:es?|ing)|made|receiv\w+|rais\w+|rak\w+|secur\w+|bank(?:s|ed)?)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


_FROM = re.compile(r"(?:\s+(?:a|per)\s+year)?\s+from\s+(?:(?:its|their|the)\s+)?", re.IGNORECASE)


#: What a tax brings in: "a levy on jets, which could raise €9bn".
_TAXED = re.compile(
    r"\b(?:lev(?:y|ies)|tax|taxes|dut(?:y|ies)|tariffs?|tolls?|fees?|surcharge)\b[^.;:]{0,80}?"
    r"\b(?:rais(?:e|es|ed|ing)|bring(?:s|ing)?\s+in|brought\s+in|yield(?:s|ed|ing)?)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


#: Trade: "bought $13bn in return", "a $6bn contract to sell 180 tanks".
_TRADED = re.compile(
    r"\s+(?:in\s+(?:return|exchange)\s*[.,;]|(?:[\w-]+\s+){0,2}?(?:contract|order|deal)s?\s+to\s+sell\b)",
    re.IGNORECASE,
)


#: Right before a sum that is asked for, and verbs by which somebody meets the request.
_REQUEST_FOR = re.compile(
    r"\b(?:requests?|bids?|pleas?|appeals?|applications?)\s+(?:for|of)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)


_MET = re.compile(
    r"\b(?:approv|grant|meet|met\b|agre|answer|fulfil|sign|honou?r|accept|back|endors|respon|support|contribut|pledg|gave|giv|fund)\w*",
    re.IGNORECASE,
)


#: Who asks the world for money: bodies of the UN, funds, charities, what they hold or launch.
_ASKING = (
    r"(?:conference|summit|appeal|campaign|plan|event|organi[sz]ers|charit(?:y|ies)|agenc(?:y|ies)|fund|facility|alliance"
    r"|replenishment|U\.N\.|UN|United\s+Nations|UN[A-Z]+|WFP|OCHA|WHO|FAO|IOM|GAVI|Red\s+Cross|Red\s+Crescent|drive)"
)
#: Words before a sum that such a body only hopes to get: "the UN is seeking a total of | $4bn".
_TO_BE_RAISED = re.compile(
    rf"(?<![\w-]){_ASKING}\b[^.;:$€£]{{0,60}}?\b(?:seek(?:s|ing)?|sought|(?:aim|hop|try|want|plan|need|look)(?:e?s|e?d|ing)?\s+to\s+"
    r"(?:raise|collect|mobili[sz]e|secure|gather|generate|attract|get|drum\s+up))\s+"
    r"(?:(?:an?|the|total|of|about|some|over|more|than|nearly|up|to|at|least|around|almost|another|further|additional)\s+){0,5}$",
    re.IGNORECASE,
)
#: A goal of giving that is only compared with what was given: "short of the UN's target of | $2bn".
_GOAL = re.compile(
    r"\b(?:short|shy|exceed\w*|surpass\w*|reach\w*|meet(?:s|ing)?|met|miss\w*|towards?|against|beyond|above|below|half|toward"
    r"|original|fund-?raising|replenishment|funding|appeal|initial)\b[^.;:$€£]{0,60}?\b(?:target|goal|objective)\s+of\s+"
    r"(?:(?:an?|at|least|about|some|over|more|than|nearly|around)\s+){0,3}$",
    re.IGNORECASE,
)
#: Behind a sum that was asked for: "half of the $2bn | in funds sought this year".
_WAS_SOUGHT = re.compile(
    r"(?:\s+(?:in\s+)?(?:funds|funding|aid|money|assistance|financing|it|they|he|she|the\s+UN|the\s+agency))?"
    r"(?:\s+(?:had|has|was|were|is|are|being))?\s+(?:sought|requested|appealed\s+for|asked\s+for|needed|required)\b"
    r"(?!\s+(?:from|by\s+the\s+president))",
    re.IGNORECASE,
)
#: Before such a sum: what was met of it, or that it fell short.
_MEASURED = re.compile(
    r"\b(?:half|third|quarter|fraction|part|percent|per\s+cent|%|out|most|all|short|less|more|fewer|than|tenth|fifth)\s+"
    r"(?:of\s+)?(?:the\s+)(?:more\s+than\s+|nearly\s+|some\s+|about\s+)?$",
    re.IGNORECASE,
)


#: Right before a sum that is lacking or asked for: "half of the required | $1bn".
_REQUIRED = re.compile(
    r"\b(?:the|its|their|an?)\s+(?:[\w-]+\s+)?(?:required|needed|requested|necessary|missing)\s+"
    r"(?:(?:about|some|over|more|than|nearly)\s+){0,2}$",
    re.IGNORECASE,
)
#: What a plan is to cost: "the plan's budget was | $877m".
_BUDGETED = re.compile(
    r"\bbudget\s+(?:was|is|stood\s+at|stands\s+at|(?:went|rose|grew|climbed)\s+(?:up\s+)?to)\s+"
    r"(?:(?:about|some|over|more|than|nearly|around|at|least)\s+){0,2}$",
    re.IGNORECASE,
)
#: What losses are put at: "puts losses from floods last year at | $4bn".
_PUT_AT = re.compile(
    r"\b(?:puts?|putting|estimat\w+|reckon\w*)\s[^.;:$€£]{0,60}?\b(?:loss(?:es)?|damages?|costs?|needs|bill|toll)\b"
    r"[^.;:$€£]{0,80}?\bat\s+(?:(?:about|some|over|more|than|nearly|around|at|least)\s+){0,2}$",
    re.IGNORECASE,
)
#: Behind a sum that somebody asks for.
_ASKED_BY = re.compile(
    r"\s+(?:being\s+(?:sought|requested)"
    r"|(?:(?:initially|originally|first)\s+)?(?:sought|requested|(?:asked|appealed)\s+for)\s+by)\b",
    re.IGNORECASE,
)


def _only_hoped_for(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is a goal of raising money, and nobody promises it."""
    if _TO_BE_RAISED.search(text, sentence.start, thing.start) is not None:
        return _FROM.match(text, thing.end) is None
    if _GOAL.search(text, sentence.start, thing.start) is not None:
        return True
    reckoned = (_REQUIRED, _BUDGETED, _PUT_AT)
    if any(p.search(text, sentence.start, thing.start) for p in reckoned):
        return True
    if _ASKED_BY.match(text, thing.end) is not None:
        return True
    measured = _MEASURED.search(text, sentence.start, thing.start) is not None
    return measured and _WAS_SOUGHT.match(text, thing.end) is not None


def sought(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what an appeal asks for, a court orders or migrants send home."""
    clause = words_before(text, sentence, thing)
    asked = _REQUEST_FOR.search(text, clause.start, clause.end)
    if asked is not None and _MET.search(text, sentence.start, asked.start()) is None:
        return True
    if _only_hoped_for(text, sentence, thing):
        return True
    if _LAUNCHED.search(text, clause.start, clause.end) and _AN_APPEAL.match(text, thing.end):
        return True
    if _SENT.search(text, clause.start, clause.end) and _HOME.match(text, thing.end):
        return True
    if any(p.match(text, thing.end) is not None for p in (_LACKING, _TRADED, _OUTSTANDING)):
        return True
    if _STANDS_OPEN.search(text, sentence.start, thing.start) is not None:
        return True
    if _TAXED.search(text, sentence.start, thing.start) is not None:
        return True
    return _ORDERED.search(text, sentence.start, thing.start) is not None


def earned(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether what a sum comes from is earned: "gets $5bn from oil"."""
    clause = words_before(text, sentence, thing)
    found = _FROM.match(text, thing.end)
    if found is None or _EARNS.search(text, clause.start, clause.end) is None:
        return False
    return any_of("acts", "earnings").match(text, found.end()) is not None
