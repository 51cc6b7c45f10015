"""The time that a promise is given for: until when, over how long, or in which stretch it is due.

A date is that time where the sentence binds it to the act or the thing promised (date_binding.py).
The day on which something was said, decided or handed over is not, nor is the date of anything
else that the sentence names: an election, a debt, the aim of a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pledgebook.extract.date_binding import Binder, Bound
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import done
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import DateMention

#: Days of a stretch that a sum handed over may be for; a shorter one is when it was handed over.
_YEAR = 365
#: Behind a date or length: a point in time told from another, or a rate.
_NO_STRETCH = re.compile(
    r"\s+(?:before|after|ago|later|earlier|per|each|every|an?)\b", re.IGNORECASE
)
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:in\s+)?")
_JOINED = re.compile(r"\b(?:to|until|till|through|and)\b|[-–—/]", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    r"([A-Za-z]+)\s+(?:(?:the|a|period|of|years?|at|least|up|to|about)\s+){0,4}$"
)
#: How far before a date its preposition may stand.
_REACH = 40
_FIRST_TIME = re.compile(r"\bfirst\s+time\s+(?:in\s+)?$", re.IGNORECASE)
_GIVING = frozenset({"give", "deliver", "disburse", "carry"})
_HANDING = frozenset({"give", "deliver", "disburse"})


def time_of_promise(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    thing: Span,
    *,
    given: bool = False,
    apart: Iterable[Span] = (),
) -> DateMention | None:
    """Find the time of a promise in its sentence, outside the clauses that are set ``apart``.

    Of what is still to be ``given`` no time that is over is told by words for a day or year.
    """
    binder = Binder(page, syntax, thing)
    outside = tuple(apart)
    for found in _dates(page, sentence, thing):
        if any(span.overlaps(found.span) for span in outside):
            continue
        bound = binder.bind(found)
        timed = None if bound is None else _Timed(page, syntax, found, bound).period(given=given)
        if timed is not None:
            return timed
    return None


def time_after(page: Page, sentence: Span, names: Iterable[str]) -> DateMention | None:
    """Find the time that the next sentence tells of a promise: "It will be paid by May".

    ``names`` are nouns by which that sentence may call the thing.
    """
    following = _following(page, sentence)
    if following is None or page.money.within(following) or not page.dates.within(following):
        return None
    opening = _subject(names).match(page.text, following.start, following.end)
    if opening is None:
        return None
    syntax = Syntax(page.parse(following))
    subject = Span(opening.end("noun") - len(opening["noun"]), opening.end("noun"))
    root = next((n for n, token in enumerate(syntax.tokens) if token.head == n), None)
    word = "" if root is None else syntax.tokens[root].text.lower()
    classes = verb_classes("acts").get(word), verb_classes("time_of_promise").get(word)
    if root is None or done(syntax, root) or not (classes[0] in _GIVING or classes[1]):
        return None
    return time_of_promise(page, syntax, following, subject)


def _following(page: Page, sentence: Span) -> Span | None:
    after = page.sentences.position(sentence) + 1
    if after >= len(page.sentences.items):
        return None
    following = page.sentences.items[after]
    return following if page.block_of(following) == page.block_of(sentence) else None


def _subject(names: Iterable[str]) -> re.Pattern[str]:
    nouns = {*load("time_of_promise")["things"], *(name.lower() for name in names)}
    body = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<det>the|this|these|all|both)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,2}}?)?"
        rf"(?P<noun>(?:(?<=\s)(?:{body}))|(?:it|they)|(?:deliver(?:y|ies)|payments?))(?=\s)",
        re.IGNORECASE,
    )


def _dates(page: Page, sentence: Span, thing: Span) -> Iterator[DateMention]:
    """Dates of a sentence, those behind the thing first, two years of a list as one."""
    found = page.dates.within(sentence)
    behind = [one for one in found if one.span.start >= thing.start]
    for mention in (*behind, *(one for one in found if one.span.start < thing.start)):
        if not _NO_STRETCH.match(page.text, mention.span.end):
            yield _with_next(page, mention, found)


def _with_next(page: Page, one: DateMention, found: tuple[DateMention, ...]) -> DateMention:
    """Join a year or month to the one that follows on it: "in 2025 and 2026"."""
    for two in found:
        if (
            one.end is not None
            and one.end == two.start
            and two.end is not None
            and one.span.end <= two.span.start
            and _AND.fullmatch(page.text, one.span.end, two.span.start)
        ):
            return replace(one, span=Span(one.span.start, two.span.end), end=two.end)
    return one


def _before(page: Page, mention: DateMention) -> str:
    return page.text[max(0, mention.span.start - _REACH) : mention.span.start]


class _Timed:
    """One date that is bound to a promise, and what its words say of the promise's time."""

    def __init__(self, page: Page, syntax: Syntax, mention: DateMention, bound: Bound) -> None:
        self._page = page
        self._syntax = syntax
        self._mention = mention
        self._bound = bound
        word = "" if bound.verb is None else syntax.tokens[bound.verb].text.lower()
        self._class = verb_classes("acts").get(word)
        before = _WORD_BEFORE.search(
            page.text[max(0, mention.span.start - 40) : mention.span.start]
        )
        self._preposition = "" if before is None else before[1].lower()

    def period(self, *, given: bool) -> DateMention | None:
        """Give the date as the promise's time; None where it tells something else."""
        if self._is_apart() or (
            self._bound.purpose and not (self._is_stretch() or self._ends_works())
        ):
            return None
        if not given and (self._is_over() or self._is_day_begun()) and not self._is_stretch():
            return None
        if self._is_done():
            return self._mention if self._outlasts_what_was_done() else None
        if self._is_over() or self._tells_the_decision() or self._is_since():
            return None
        return self._from_start() if self._only_begins() else self._mention

    def _is_apart(self) -> bool:
        """Say whether the words before make it a time that is over, or between two things."""
        first = _FIRST_TIME.search(_before(self._page, self._mention)) is not None
        return first or self._preposition in load("time_of_promise")["temporal"]

    def _is_stretch(self) -> bool:
        """Say whether the words tell a stretch to run over, and not a day or a deadline."""
        mention = self._mention
        return mention.duration is not None or (
            self._preposition in load("time_of_promise")["stretching"] and mention.kind != "day"
        )

    def _ends_works(self) -> bool:
        """Say whether it is the deadline of what is done with it: "to rebuild schools by May"."""
        verb, mention = self._bound.verb, self._mention
        deadline = mention.start is None and mention.end is not None and mention.duration is None
        works = load("time_of_promise")["works"]
        return deadline and verb is not None and self._syntax.tokens[verb].lemma.lower() in works

    def _is_when(self) -> bool:
        """Say whether the words only tell when: "in March", "on Friday", "this week"."""
        mention = self._mention
        both = mention.start is not None and mention.end is not None
        return both and mention.duration is None and not self._is_stretch()

    def _is_over(self) -> bool:
        published, end = self._page.published, self._mention.end
        return published is not None and end is not None and end <= published

    def _is_day_begun(self) -> bool:
        """Say whether the words tell the day of the text, on which it tells, or an earlier one."""
        return self._mention.kind == "day" and self._has_begun()

    def _is_since(self) -> bool:
        """Say whether the words tell how long something has been so: "a member since 1986"."""
        return self._page.words(self._mention.span).lower().startswith("since")

    def _has_begun(self) -> bool:
        published, start = self._page.published, self._mention.start
        return published is None or (start is not None and start <= published)

    def _is_done(self) -> bool:
        """Say whether the verb tells of what has happened; a heading's present tense does too."""
        verb = self._bound.verb
        if verb is None:
            return False
        says_so = self._syntax.tokens[verb].tag == "VBZ" and not self._syntax.auxiliaries(verb)
        return done(self._syntax, verb) or (
            says_so and self._class in ("pledge", "commit", "allocate")
        )

    def _outlasts_what_was_done(self) -> bool:
        """Of what was decided or given, say whether a stretch is told, and not when it was done."""
        mention = self._mention
        if mention.start is None and mention.duration is None:
            return not self._is_over()
        if not self._is_when():
            return True
        if self._class in _HANDING:
            return self._days() >= _YEAR
        return not self._has_begun()

    def _days(self) -> int:
        start, end = self._mention.start, self._mention.end
        return 0 if start is None or end is None else (end - start).days

    def _tells_the_decision(self) -> bool:
        """Say whether a promise or decision still to come is dated, not what it is about."""
        if self._class not in ("pledge", "commit") or self._bound.own:
            return False
        return self._is_when() or self._mention.start is None

    def _only_begins(self) -> bool:
        """Say whether the words tell the first day alone: "from July", "will start in May"."""
        words = self._page.words(self._mention.span)
        opened = self._preposition == "from" and not _JOINED.search(words)
        return opened or any(self._begins(n) for n in self._verbs())

    def _verbs(self) -> Iterator[int]:
        verb = self._bound.verb
        if verb is not None:
            yield verb
            if self._syntax.tokens[verb].dep in ("xcomp", "pcomp"):
                yield self._syntax.tokens[verb].head

    def _begins(self, n: int) -> bool:
        return verb_classes("time_of_promise").get(self._syntax.tokens[n].text.lower()) == "begin"

    def _from_start(self) -> DateMention | None:
        return None if self._mention.start is None else replace(self._mention, end=None)
