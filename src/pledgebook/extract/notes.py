"""A short note on one gift.

"Medical supplies for Moldova. The shipment was sent in May." Such a text may have no verb of giving
beside the goods, no count and no giver; its words of aid tell that it is a note on a gift. It is
read only where nothing else of the text is a promise.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import goods_named
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.extract.recording import recording_end
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.model.values import Item

#: Rule of a note on one gift.
NOTE = "note"
#: How many sentences from the top may be the one that names what is given.
_OPENING = 2
#: What a later sentence calls a gift that was told before it.
_CALLED = re.compile(
    r"\b(?:the|this|these)\s+(?:\w+\s+)?(?:assistance|aid|aid\s+package|shipments?|donations?|"
    r"package|consignments?|deliver(?:y|ies)|convoys?|contribution)\b",
    re.IGNORECASE,
)
#: A gift named by its kind only: "a humanitarian aid package", "allocation of military aid".
_KIND = re.compile(
    r"\b(?:(?:allocation|provision|package|shipment|convoy|donation|delivery|transfer)s?\s+of\s+(?:\w+\s+)?"
    r"(?:humanitarian|military|medical|emergency|winter|financial|security|food)\s+"
    r"(?:aid|assistance|support|relief)|"
    r"(?:humanitarian|military|medical|emergency|winter|financial|security|food)\s+"
    r"(?:aid\s+|assistance\s+|support\s+|relief\s+)?(?:packages?|shipments?|convoys?|kits?|items|goods))\b",
    re.IGNORECASE,
)
#: The same where a verb hands it over: "military aid items donated this month".
_ANY_KIND = re.compile(
    r"\b(?:humanitarian|military|medical|emergency)\s+(?:aid|assistance|support|relief)\b",
    re.IGNORECASE,
)
#: A delivery and what it holds.
_HOLDS = re.compile(
    r"\b(?:the|this)\s+(?:[\w’'-]+\s+){0,4}?(?:package|shipment|delivery|donation|consignment|batch|convoy)\s+"
    r"(?:will\s+|also\s+)?(?:includes?|included|contains?|contained|consist(?:s|ed)?\s+of|comprises?|comprised)\b",
    re.IGNORECASE,
)
#: How far behind the words of recording the kind of aid stands.
_NEAR = 60
#: A line that opens with one of these tells of a question ("How aid packages work").
_ASKING = frozenset({"how", "why", "what", "when", "where", "who", "which", "whether", "if"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def note_openings(page: Page) -> list[Span]:
    """Sentences at the top of a short text that name goods or a kind of aid: cheap, no parser."""
    if len(page.sentences) > NOTE_SENTENCES:
        return []
    opening = page.sentences.items[:_OPENING]
    return [
        s
        for s in page.sentences.items
        if not page.asks(s)
        and ((s in opening and _names_gift(page, s)) or recording_end(page, s) is not None)
    ]


def _names_gift(page: Page, sentence: Span) -> bool:
    named = any_of("acts", "goods").search(page.text, sentence.start, sentence.end)
    kind = _ANY_KIND.search(page.text, sentence.start, sentence.end) or _KIND.search(
        page.text, sentence.start, sentence.end
    )
    return bool(named or kind or things_in(page, sentence))


def note_things(page: Page, sentence: Span, syntax: Syntax) -> list[Thing]:
    """What a sentence at the top of a note gives; empty where it is not told as a gift."""
    if any_of("acts", "no_gift").search(page.text, sentence.start, sentence.end):
        return []
    told = _recorded(page, sentence) or _contained(page, sentence)
    if told:
        return told
    handed = _handed_over(page, sentence)
    if not handed and not (_is_label(syntax) and _is_told_as_gift(page, sentence)):
        return []
    kind = _ANY_KIND if handed else _KIND
    return things_in(page, sentence) or goods_named(page, sentence) or _kinds(page, sentence, kind)


def _recorded(page: Page, sentence: Span) -> list[Thing]:
    """Give the kind of aid that the note says it records: "Here, we report military aid"."""
    behind = recording_end(page, sentence)
    if behind is None:
        return []
    near = Span(behind, min(sentence.end, behind + _NEAR))
    return _kinds(page, near, _ANY_KIND)


def _contained(page: Page, sentence: Span) -> list[Thing]:
    """Give what a delivery that the text is about holds: "The package includes food"."""
    opening = _HOLDS.search(page.text, sentence.start, sentence.end)
    if opening is None:
        return []
    behind = Span(opening.end(), sentence.end)
    return things_in(page, behind) or goods_named(page, behind) or _kinds(page, behind, _ANY_KIND)


def _is_label(syntax: Syntax) -> bool:
    """Say whether a line has no finite verb anywhere, as a label has and a headline has not."""
    if syntax.tokens and syntax.tokens[0].text.lower() in _ASKING:
        return False
    return syntax.verbless and not any(token.tag in _FINITE for token in syntax.tokens)


def _handed_over(page: Page, sentence: Span) -> bool:
    """Say whether the sentence names aid and a verb that hands something over ("donated")."""
    words = load("acts")["transfer_verbs"]
    text = page.words(sentence).lower()
    given = any(
        re.search(rf"\b{word}\b", text) for word in words if word.endswith(("ed", "nt", "en"))
    )
    return given and any_of("acts", "aid_words").search(text) is not None


def _is_told_as_gift(page: Page, sentence: Span) -> bool:
    """Say whether the line itself, or what follows it, calls the goods a gift."""
    if any_of("acts", "gift_nouns").search(page.text, sentence.start, sentence.end):
        return True
    if _KIND.search(page.text, sentence.start, sentence.end):
        return True
    block = page.block_of(sentence)
    end = len(page.text) if block is None else block.span.end
    return _CALLED.search(page.text, sentence.end, max(end, sentence.end)) is not None


def _kinds(page: Page, sentence: Span, kind: re.Pattern[str]) -> list[Thing]:
    found = kind.search(page.text, sentence.start, sentence.end)
    if found is None:
        return []
    name = Span(*found.span())
    return [Thing(name=name, item=Item(name=" ".join(page.words(name).split())))]
