"""A short note on one gift.

"Medical supplies for Moldova. The shipment was sent in May." Such a text may have no verb of giving
beside the goods, no count and no giver; its words of aid tell that it is a note on a gift. It is
read only where nothing else of the text is a promise.
"""

from __future__ import annotations

import re

from pledgebook.extract.aid_lists import listed_aid, names_list, told_delivery
from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import goods_named
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.extract.recording import recording_end
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span

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
#: A label at the top that is only called aid, and for whom or by whom: "Assistance to the Red Cross
#: in Moldova.", "Third convoy of relief goods for Chad, organised by the Ministry of …".
_AID_LABEL = re.compile(
    r"\W*(?:(?:(?:a|an|the|first|second|third|fourth|fifth|new|further|additional|another)\s+){0,2})"
    r"(?P<what>(?:[\w-]+\s+(?:and\s+)?){0,3}?(?:assistance|aid|grants?|contributions?|donations?|convoys?|shipments?"
    r"|packages?|deliver(?:y|ies)|provision|loans?|guarantees?|lending|payments?|help|evacuation|treatment|servicing|repairs?)\b(?:\s+of\s+(?:[\w-]+\s+){0,2}?[\w-]+)?)"
    r"(?:[^.;:!?]*?)\s(?:to|for|in|through|via|provided|organi[sz]ed|given|donated|sent|pledged)\b|\W*(?P<alone>(?:[\w-]+\s+(?:and\s+)?)"
    r"{1,3}(?:assistance|aid|grants?|donations?))\.(?:\s|$)",
    re.IGNORECASE,
)
#: Who gives, behind such a label.
_GIVEN_BY = re.compile(
    r"\b(?:organi[sz]ed|provided|given|donated|sent|funded|financed|delivered)\s+(?:jointly\s+)?by\b",
    re.IGNORECASE,
)
#: A label that names goods by their kind, then some of them: "Basic supplies such as …".
_SUCH_AS = re.compile(
    r"\W*(?:[\w-]+\s+){0,3}?(?:supplies|goods|items|equipment|materials?|kits)\s*,?\s+"
    r"(?:such\s+as|including|namely|like|in\s+particular)\s+(?:[\w-]+\s+){0,2}?",
    re.IGNORECASE,
)
#: How far from its start a label of nothing but goods names the first of them.
_AT_ONCE = 24
#: Verbs of a label that leave it one: "weapons, including pistols", "drugs aimed at helping …".
_OF_LABELS = frozenset(
    {"including", "included", "aimed", "assisting", "helping", "according", "intended", "meant",
     "organised", "organized", "directed", "needed"}
)  # fmt: skip
#: How far behind the words of recording the kind of aid stands.
_NEAR = 60
#: "all allocations of humanitarian aid listed under this entry".
_FILED_HERE = re.compile(
    r"\b(?:reported|recorded|registered|counted|entered|listed|coded|included|covered)\s+(?:here|(?:in|on|under|for|by)\s+this\s+"
    r"(?:entry|record|row|line|note|id))\b",
    re.IGNORECASE,
)
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
    if names_list(page, sentence):
        return True
    named = any_of("acts", "goods").search(
        page.text, sentence.start, sentence.end
    ) or _AID_LABEL.match(page.text, sentence.start, sentence.end)
    kind = _ANY_KIND.search(page.text, sentence.start, sentence.end) or _KIND.search(
        page.text, sentence.start, sentence.end
    )
    return bool(named or kind or things_in(page, sentence))


def note_things(page: Page, sentence: Span, syntax: Syntax) -> list[Thing]:
    """What a sentence at the top of a note gives; empty where it is not told as a gift."""
    if any_of("acts", "no_gift").search(page.text, sentence.start, sentence.end):
        return []
    told = (
        _recorded(page, sentence)
        or _contained(page, sentence)
        or listed_aid(page, sentence)
        or told_delivery(page, sentence, syntax)
    )
    if told:
        return told
    handed = _handed_over(page, sentence)
    whole = _is_whole_note(page, sentence, syntax)
    if not handed and not whole and not (_is_label(syntax) and _is_told_as_gift(page, sentence)):
        return []
    kind = _ANY_KIND if handed or whole else _KIND
    things = things_in(page, sentence) or goods_named(page, sentence)
    return things or _kinds(page, sentence, kind) or (_called(page, sentence) if whole else [])


def _recorded(page: Page, sentence: Span) -> list[Thing]:
    """Give the kind of aid that the note says it records: "Here, we report military aid"."""
    behind = recording_end(page, sentence)
    if behind is None:
        filed = _FILED_HERE.search(page.text, sentence.start, sentence.end)
        before = 0 if filed is None else max(sentence.start, filed.start() - _NEAR)
        return [] if filed is None else _kinds(page, Span(before, filed.start()), _ANY_KIND)
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


def _is_whole_note(page: Page, sentence: Span, syntax: Syntax) -> bool:
    """Say whether the first sentence is nothing but the name of goods or aid, closed by a stop.

    Prose closes a label so ("Weapons and ammunition of several types, including pistols."), a
    headline and a caption do not; who gives may stand in place of the stop ("… organised by …").
    """
    first = page.sentences.items[0] == sentence
    closed = page.words(sentence).rstrip().endswith(".")
    named = _AID_LABEL.match(page.text, sentence.start, sentence.end)
    by = named is not None and _GIVEN_BY.search(page.text, sentence.start, sentence.end)
    if not first or not (closed or (by and len(page.sentences) == 1)):
        return False
    if not (_is_label(syntax) or (named is not None and _has_no_finite_verb(syntax))):
        return False
    if any(not _of_label(syntax, n) for n, t in enumerate(syntax.tokens) if t.pos == "VERB"):
        return False
    things = sorted(
        [*things_in(page, sentence), *goods_named(page, sentence)], key=lambda thing: thing.name
    )
    if syntax.tokens[0].text.lower() in ("the", "these", "those"):
        return False  # "The weapons of the last war." tells of them, and gives none
    if named is not None:
        return True
    if things and _SUCH_AS.fullmatch(page.text, sentence.start, things[0].name.start):
        return True
    at_once = bool(things) and things[0].name.start - sentence.start <= _AT_ONCE
    return at_once and _heads(syntax, things[0].name)


def _has_no_finite_verb(syntax: Syntax) -> bool:
    """Say whether a label has no finite verb, though the parser takes one of its words for one.

    "Grant provided by …", "Care for six war wounded.", "Help in servicing tanks.".
    """
    last = len(syntax.tokens) - 1
    while last > 0 and syntax.tokens[last].pos == "PUNCT":
        last -= 1
    return all(
        token.tag not in ("VBZ", "VBP", "MD")
        and (token.tag != "VBD" or _is_no_past(syntax, n, last))
        for n, token in enumerate(syntax.tokens)
    )


def _is_no_past(syntax: Syntax, n: int, last: int) -> bool:
    """Say whether the parser's past form is a participle: "given by", "for six war wounded"."""
    word = syntax.tokens[n].text.lower()
    if n < last:
        return syntax.tokens[n + 1].text.lower() == "by"
    return word in _PEOPLE


#: Participles that name people at the end of a label ("the war wounded").
_PEOPLE = frozenset({"wounded", "injured", "displaced", "disabled", "bereaved"})


def _of_label(syntax: Syntax, n: int) -> bool:
    """Say whether a verb leaves a label one: it hands over, tells what for, or is none at all."""
    token = syntax.tokens[n]
    word = token.text.lower()
    words = load("acts")
    if word in _OF_LABELS or word in words["transfer_verbs"]:
        return True
    told = verb_classes("acts").get(word) in ("pledge", "commit", "allocate")
    behind = syntax.tokens[n + 1].pos if n + 1 < len(syntax.tokens) else "PUNCT"
    purpose = token.tag == "VB" and n > 0 and syntax.tokens[n - 1].text.lower() == "to"
    return (told and token.tag == "VBN") or purpose or n == 0 or behind == "PUNCT"


def _heads(syntax: Syntax, name: Span) -> bool:
    """Say whether a name is what its line is about: "food prices", "sales of food" are not food.

    Nor are goods of a certain time or place given ("rifles of the last century").
    """
    n = syntax.head_of(name)
    while n is not None and syntax.tokens[n].dep in ("conj", "appos"):
        n = syntax.tokens[n].head
    if n is None or syntax.tokens[n].head != n:
        return False
    of = [c for c in syntax.children[n] if syntax.tokens[c].text.lower() == "of"]
    whose = [syntax.child(c, "pobj") for c in of]
    return not any(
        w is not None and syntax.tokens[c].text.lower() in ("the", "a", "an", "this", "that")
        for w in whose
        for c in (() if w is None else syntax.children[w])
    )


def _called(page: Page, sentence: Span) -> list[Thing]:
    """Give what a label calls aid: "Assistance to the Red Cross in Moldova."."""
    found = _AID_LABEL.match(page.text, sentence.start, sentence.end)
    if found is None:
        return []
    name = Span(*found.span("what" if found.group("what") else "alone"))
    return [Thing.named(page, name)]


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
    return [Thing.named(page, name)]
