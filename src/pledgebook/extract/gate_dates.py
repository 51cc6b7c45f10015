"""Days and periods: the cited words are read again, relative ones from the publication date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pledgebook.extract.gate_case import Case, Cited, brief, plainly, shown, shown_all
from pledgebook.extract.gate_texts import same_words
from pledgebook.resolve.dates import find_dates
from pledgebook.resolve.mentions import DateMention

_DAY = timedelta(days=1)


def day(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a day: the words must give exactly this one."""
    cited = case.nearest_words(path)
    given = _iso(value)
    if given is None:
        yield f"{path}: {brief(value)} is not a date as YYYY-MM-DD"
        return
    if not cited:
        yield f"{path}: no evidence is given for {given}"
    for words in cited:
        found = _dates_at(case, words)
        if isinstance(found, str):
            yield f"{path}: {found}"
        elif given not in (stated := _days(found, path)):
            said = ", ".join(sorted(str(one) for one in stated)) or "no single day"
            yield f"{path}: the words {shown(words.quote)} say {said}, the claim says {given}"
        elif len(stated) > 1:
            yield f"{path}: the words {shown(words.quote)} hold more than one day"


def _days(mentions: tuple[DateMention, ...], path: str) -> set[date]:
    """Days that the mentions give; a meeting over several days begins and ends with its own."""
    found = set()
    for mention in mentions:
        if path == "event.end_date" and mention.end is not None:
            found.add(mention.end - _DAY)
        elif mention.start is not None and (mention.kind == "day" or path == "event.date"):
            found.add(mention.start)
    return found


def _dates_at(case: Case, words: Cited) -> tuple[DateMention, ...] | str:
    found = case.dates(words.place).touching(words.span)
    if not found:
        return f"the words {shown(words.quote)} are no date"
    whole = tuple(mention for mention in found if words.span.holds(mention.span))
    if not whole:
        whole = _read_alone(case, words, found)
    if not whole:
        cut = found[0].span.of(case.string(words.place))
        return f"the words {shown(words.quote)} are cut from {shown(cut)}"
    unresolved = [mention for mention in whole if mention.problems]
    if unresolved and all(mention.start is None and mention.end is None for mention in whole):
        return f"the words {shown(words.quote)} need a publication date"
    return whole


def _read_alone(
    case: Case, words: Cited, around: tuple[DateMention, ...]
) -> tuple[DateMention, ...]:
    """Part of a longer date may be cited if it says the same ("2 March" of "2 March 2025")."""
    alone = find_dates(words.quote, case.page.published)
    if len(alone) != 1 or len(alone[0].span) != len(words.quote):
        return ()
    same = any((m.start, m.end) == (alone[0].start, alone[0].end) for m in around)
    return alone if same else ()


def period(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a stretch of time: each end, the duration and the words that it gives."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with start, end, duration and text is needed"
        return
    cited = case.words_under(path)
    if not cited:
        yield f"{path}: no evidence is given for {shown(str(value.get('text') or 'the period'))}"
        return
    mentions: list[DateMention] = []
    for words in cited:
        found = _dates_at(case, words)
        if isinstance(found, str):
            yield f"{path}: {found}"
        else:
            mentions.extend(found)
    yield from _ends(path, value, mentions, shown_all(cited))
    text = value.get("text")
    if text is not None and not (isinstance(text, str) and same_words(text, cited)):
        yield f"{path}.text: the words {shown_all(cited)} are not {brief(text)}"


def _ends(
    path: str, value: Mapping[str, object], mentions: list[DateMention], words: str
) -> Iterator[str]:
    stated = {
        "start": {str(m.start) for m in mentions if m.start is not None},
        "end": {str(m.end) for m in mentions if m.end is not None},
        "duration": {m.duration for m in mentions if m.duration is not None},
    }
    for key, said in stated.items():
        given = value.get(key)
        if given is not None and not (isinstance(given, str) and given in said):
            there = ", ".join(sorted(said)) or "none"
            yield f"{path}.{key}: the words {words} say {there}, the claim says {plainly(given)}"


def _iso(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
