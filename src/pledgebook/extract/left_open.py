"""What is left open or refused by the words right before an act: "in talks about | sending"."""

from __future__ import annotations

import re

from pledgebook.model.spans import Span

#: Words right before a gerund (or the noun of a thing) that leave it open.
_OPEN = re.compile(
    r"(?:\b(?:in|holding|held|began|begun|entered)\s+(?:\w+\s+)?(?:talks|discussions|negotiations"
    r"|consultations)(?:\s+with\s+(?:\w+\s+){1,4}?)?\s+(?:about|on|over)"
    r"|\b(?:is|are|was|were|be|been|being|remains?|remained)\s+(?:also\s+|still\s+)?open"
    r"(?:\s+in\s+principle)?\s+to"
    r"|\b(?:not|never|n['’]t)\s+(?:yet\s+|entirely\s+|completely\s+)?"
    r"(?:rul(?:e|ed|ing)\s+out|exclud(?:e|ed|ing))"
    r"|\b(?:think(?:s|ing)?|thought)\s+(?:about|of)|\blook(?:s|ed|ing)?\s+(?:at|into)"
    r"|\b(?:weigh|mull|stud|explor|examin|assess|ponder|debat|review)(?:s|es|ies|ed|ied|ing|ying|e)?"
    r"(?:\s+(?:up|over))?(?=\s+(?:whether\s+to|the\s+(?:idea|option|possibility|dispatch|provision|supply)"
    r"|a\s+(?:gift|transfer)|\w+ing\b))|\bdo(?:es)?\s+not\s+[\"'“‘]?exclude[\"'”’]?"
    r"|\b[\"'“‘]does\s+not\s+exclude[\"'”’]"
    r"|\btoy(?:s|ed|ing)?\s+with(?:\s+the\s+idea\s+of)?|\bfloat(?:s|ed|ing)?\s+the\s+idea\s+of)"
    r"(?:\s+(?:the\s+(?:idea|option|possibility)\s+of|whether\s+to|the|a))?\s+$",
    re.IGNORECASE,
)
#: Words right before an act that refuse it.
_REFUSED = re.compile(
    r"\b(?:(?:has|have|had|with|sees?|there\s+(?:is|are|was|were))\s+(?:absolutely\s+|currently\s+)?no\s+"
    r"(?:intention|intentions|plan|plans|wish|desire|appetite|need|reason)\s+(?:of|to|for)"
    r"|under\s+no\s+circumstances|on\s+no\s+account|in\s+no\s+case"
    r"|against|(?:is|are|was|were|remains?)\s+(?:firmly\s+|strongly\s+)?opposed\s+to|oppos(?:es|ed)"
    r"|(?:reject|rebuff|spurn|snub|dismiss|refuse|resist|turn)(?:s|ed|es)?\s+(?:down\s+)?(?:[\w'’-]+\s+){0,4}?"
    r"(?:ideas?|calls?|suggestions?|demands?|pleas?|requests?|appeals?|pressure|proposals?|bids?)\s+(?:of|to|for)"
    r"|(?:say|says|said|saying)\s+[\"'“‘]?no[\"'”’]?\s+to|(?:balk|baulk|bridle)(?:s|ed)?\s+at"
    r"|(?:is|are|was|were|remains?|still)\s+(?:unwilling|reluctant|loath|unable)\s+to|unwilling\s+to"
    r"|(?:shy|shies|shied)\s+away\s+from|(?:stop|fall)(?:s|ped)?\s+short\s+of|fell\s+short\s+of"
    r"|(?:hold|held|back|step)(?:s|ed)?\s+(?:off|back|out)\s+(?:on|from|of))\s+$",
    re.IGNORECASE,
)
#: No phrase of these is longer, in code points.
_REACH = 100


def left_open(text: str, sentence: Span, act: Span) -> Span | None:
    """Find the words right before an act that leave it open: "not ruled out | sending"."""
    return _right_before(_OPEN, text, sentence, act)


def refused(text: str, sentence: Span, act: Span) -> Span | None:
    """Find the words right before an act that refuse it: "no intention of | sending"."""
    return _right_before(_REFUSED, text, sentence, act)


def _right_before(words: re.Pattern[str], text: str, sentence: Span, act: Span) -> Span | None:
    found = words.search(text, max(sentence.start, act.start - _REACH), act.start)
    if found is None:
        return None
    return Span(found.start(), found.start() + len(found.group().rstrip()))
