"""The type of aid: from the words around a thing, the things, the package, the label, the giver."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.extract.teams import of_helpers
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import AidType

AID_TYPES: tuple[AidType, ...] = ("military", "humanitarian", "reconstruction", "financial")
#: A label that opens a note and tells its kind of aid: "2025 civilian aid plan: …".
_LABEL = re.compile(r"[^.:;!?\n]{5,120}:\s+(?=\S)")
#: Aid whose receiver is an army, whatever is given: "€25m for the Moldovan military".
_FOR_ARMY = re.compile(
    r"\b(?:for|to)\s+(?:the\s+)?(?:[\w’'-]+\s+)?(?P<army>military|army|armed\s+forces|air\s+force|navy|soldiers|troops)\b"
    r"(?![\s-]+(?:hospitals?|families|cooperation|aid|assistance|support|aggression|action|attacks?|industry|equipment|use|service"
    r"|training|needs?|victims|and\s+civil\w*|or\s+civil\w*))",
    re.IGNORECASE,
)
#: Kinds of aid told in one breath, of which none is the kind of a sum near by: "for financial,
#: humanitarian and military aid".
_SEVERAL = re.compile(
    r"\b(?:(?:military|financial|humanitarian|economic|civilian|macro-financial|budgetary|security|development)"
    r"(?:\s+(?:aid|assistance|support))?\s*(?:,\s*(?:and\s+|or\s+)?|/\s*|\b(?:and|or|as\s+well\s+as)\s+))+"
    r"(?:military|financial|humanitarian|economic|civilian|macro-financial|budgetary|security|development)\b",
    re.IGNORECASE,
)


def aid_type(text: str, *ranges: Span) -> tuple[AidType, Span | None]:
    """Name the type of aid by the most telling words in the first range that has any.

    The ranges widen, the last is the paragraph. Aid for an army is military. Words that tell less
    (a form of money, "winter") decide where no range has a telling one; several kinds in one breath
    tell their first kind, before the paragraph is asked if the sentence has them.
    """
    own, around = ranges[:-1] or ranges, ranges[-1:]
    for span in own:
        army = _FOR_ARMY.search(text, span.start, span.end)
        if army is not None:
            return "military", Span(*army.span("army"))
    for key, several, spans in (
        ("aid_type", False, own),
        ("aid_type", True, own),
        ("aid_type", False, around),
        ("aid_type_weak", False, ranges),
    ):
        for span in spans:
            told = _most_telling(text, span, key, several=several)
            if told is not None:
                return told
    return "other", None


@lru_cache(maxsize=16)  # the sums of a paragraph ask the same of it one after another
def _most_telling(text: str, span: Span, key: str, *, several: bool) -> tuple[AidType, Span] | None:
    """Name the type with most words in a range; of as many, the one whose words come first.

    A form of money says less than an army that it is for ("salaries of soldiers"), but in a list.
    """
    mute = _mute(text, span, several=several)
    named = _named(text, span, key)
    counts = {code: _telling(named[code], mute) for code in AID_TYPES}
    told = [code for code in AID_TYPES if counts[code]]
    if "military" in told and all(_double(text, w) for w in counts["humanitarian"]):
        told = [code for code in told if code != "humanitarian"]  # boots for an army
    if not told:
        return None
    form = "financial" if "military" in told and not several else ""
    best = min(told, key=lambda code: (-len(counts[code]), code == form, counts[code][0].start))
    return best, counts[best][0]


def _double(text: str, words: Span) -> bool:
    """Say whether words name a thing that armies and people both use."""
    return any_of("promise_words", "double_use").search(text, words.start, words.end) is not None


def _mute(text: str, span: Span, *, several: bool) -> list[Span]:
    """Names and lists of kinds in a range, whose words tell nothing of a type."""
    names = any_of("promise_words", "aid_type_names").finditer(text, span.start, span.end)
    found = [Span(*m.span()) for m in names]
    if not several:
        lists = _SEVERAL.finditer(text, span.start, span.end)
        found += [Span(*m.span()) for m in lists if _differ(m.group())]
    return found


@lru_cache(maxsize=16)  # asked with lists of kinds and without
def _named(text: str, span: Span, key: str) -> dict[AidType, list[Span]]:
    """Words of each type in a range."""
    return {
        code: [
            Span(*m.span())
            for m in any_of("promise_words", key, code).finditer(text, span.start, span.end)
        ]
        for code in AID_TYPES
    }


def _telling(words: Sequence[Span], mute: Sequence[Span]) -> list[Span]:
    """Leave out words inside words that tell nothing of a type."""
    return [w for w in words if not any(n.holds(w) for n in mute)] if mute else list(words)


def _differ(words: str) -> bool:
    """Say whether a list of kinds has more than one type ("economic and budgetary" is one)."""
    money = re.sub(r"economic|macro-financial|budgetary|financial", "financial", words.lower())
    arms = re.sub(r"security|military", "military", money)
    people = re.sub(r"civilian|development|humanitarian", "humanitarian", arms)
    return len(set(re.findall(r"financial|military|humanitarian", people))) > 1


def of_things(categories: Iterable[str | None]) -> AidType | None:
    """Name the type of aid that most of the things given belong to; None where none is telling."""
    lists = load("promise_words")["items_of_type"]
    counts: dict[AidType, int] = {"military": 0, "humanitarian": 0}
    for category in categories:
        for code in counts:
            counts[code] += category in lists[code]
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


def settle_type(page: Page, draft: Draft) -> None:
    """Correct the type that the words near a thing gave by what tells more (see each rule)."""
    by_things(draft)
    for rule in (
        _by_whole,
        _by_label,
        _by_works,
        _by_disaster,
        _by_bank,
        _by_army,
        _by_civil_goods,
    ):
        told = rule(page, draft)
        if told is not None:
            draft.aid_type = told


def by_things(draft: Draft) -> None:
    """Things given tell the type of aid where only the form of the money did, or nothing."""
    told = of_things(t.item.category for t in draft.things if not of_helpers(t))
    if told is not None and draft.aid_type[0] in ("other", "financial"):
        draft.aid_type = (told, draft.things[0].name)


def _outside(draft: Draft) -> bool:
    """Say whether the words of the type stand in another sentence than the sum, or nowhere."""
    words = draft.aid_type[1]
    return words is None or not draft.sentence.overlaps(words)


def _by_whole(page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """A part whose sentence tells no type has that of its package in the same paragraph."""
    whole = draft.parent
    if whole is None or not _outside(draft) or whole.aid_type[1] is None:
        return None
    if page.block_of(whole.sentence) != page.block_of(draft.sentence):
        return None
    if of_things(thing.item.category for thing in draft.things) is not None:
        return None
    return whole.aid_type


def _by_label(page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """The label of a note tells the type where the sentence does not."""
    label = _LABEL.match(page.text) if len(page.sentences) <= NOTE_SENTENCES else None
    if label is None or not _outside(draft):
        return None
    told = aid_type(page.text, Span(*label.span()))
    return None if told[1] is None else told


#: What is built up again, whatever form the money has: "a loan for the reconstruction of bridges".
_WORKS = re.compile(
    r"\b(?:(?P<noun>reconstruction|rebuilding|restoration|renovation)\s+of|(?:to\s+)?(?P<verb>rebuild(?:s|ing)?"
    r"|rebuilt|reconstruct(?:s|ed|ing)?|(?<=to )(?:restore|renovate)))"
    r"\s+(?:(?!and\b|for\b|by\b)[\w’'-]+\s+){0,4}?(?:bridges?|schools?|kindergartens?|hospitals?|clinics?|houses|homes|housing"
    r"|buildings?|roads?|railways?|ports?|airports?|infrastructure|power\s+(?:plants?|stations?|lines|grid)|water\s+\w+|cit(?:y|ies)|towns?"
    r"|villages?|churches|cathedral|museums?|theatres?|dams?)\b",
    re.IGNORECASE,
)


def _by_works(page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """Works of building up again outrank the form of the money and the things built."""
    span = draft.sentence
    works = _WORKS.search(page.text, span.start, span.end)
    if works is not None and re.search(r"[;:]\s", page.text[span.start : works.start()]):
        return None  # told beside it
    kind, words = draft.aid_type
    form = words is not None and any_of("promise_words", "forms_of_money").fullmatch(
        page.words(words)
    )
    built = words is not None and works is not None and Span(*works.span()).overlaps(words)
    if works is None or not (form or built or words is None) or kind == "reconstruction":
        return None
    return "reconstruction", Span(*works.span("noun" if works["noun"] else "verb"))


def _by_disaster(page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """What is sent after a flood or an earthquake is humanitarian, vests and boats too."""
    span, words = draft.sentence, draft.aid_type[1]
    disaster = any_of("promise_words", "disasters").search(page.text, span.start, span.end)
    if disaster is None or words is None or draft.aid_type[0] != "military":
        return None
    arms = of_things(t.item.category for t in draft.things if not _rescues(t)) == "military"
    gear = any_of("promise_words", "rescue_gear").fullmatch(page.words(words))
    if arms or (gear is None and not _of_things(draft, words)):
        return None
    return "humanitarian", Span(*disaster.span())


def _of_things(draft: Draft, words: Span) -> bool:
    """Say whether the type was told by a thing of a kind that rescuers use too."""
    return any(t.name.overlaps(words) and _rescues(t) for t in draft.things)


def _rescues(thing: Thing) -> bool:
    """Say whether a thing is of a kind, or named by a word, that rescuers use too."""
    gear = any_of("promise_words", "rescue_gear").search(thing.item.name)
    return gear is not None or thing.item.category in load("promise_words")["double_use_items"]


def _by_bank(_page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """What a development bank gives is financial, whatever it is for; it gives no arms."""
    banks = load("promise_words")["banks"]
    if draft.money is None or not draft.donors or draft.aid_type[0] == "military":
        return None
    given = all(party.actor.id in banks for party in draft.donors)
    first = draft.donors[0]
    told = first.words or (first.span if first.place == "text" else None)
    return ("financial", told) if given else None


def _by_army(page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """Things of double use (vans, generators, mine clearing) are military from army to army."""
    kind, words = draft.aid_type
    if kind not in ("other", "humanitarian", "reconstruction"):
        return None
    if words is not None and not _double(page.text, words):
        return None
    double = any(t.item.category in load("promise_words")["double_use_items"] for t in draft.things)
    if words is None and not double:
        return None
    span = draft.sentence
    office = any_of("promise_words", "defence_offices").search(page.text, span.start, span.end)
    return None if office is None else ("military", Span(*office.span()))


def _by_civil_goods(_page: Page, draft: Draft) -> tuple[AidType, Span | None] | None:
    """Goods of daily use that nothing tells to be for an army serve the people of a state."""
    civil = load("promise_words")["civil_items"]
    if draft.aid_type[0] != "other":
        return None
    found = [t for t in draft.things if t.item.category in civil]
    return ("humanitarian", found[0].name) if found else None
