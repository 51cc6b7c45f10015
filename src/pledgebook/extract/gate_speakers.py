"""Who speaks: the subject of the verb of saying must be the one that the claim names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_cues import cue_lists, words_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.extract.gate_turns import another_subject, other_turn
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: A subject stands directly before its verb, up to helpers and adverbs of this length.
NEAR = 45
_INVERTED = re.compile(r"[\"”’'»]\s*\Z|\A\s*\Z")
#: Longest run of marks and blanks between a quotation and the verb that follows it.
MARKS = 4
#: What stands before somebody who speaks in the passive, or whose words a report draws on.
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|for|in|at|from|on|to|with|by|and)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_BEHIND_PREPOSITION = re.compile(r"(?:by|from|among|to|of|with|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<!\w)(he|she|they|i|we|it)\s*(?:\w+ly\s*)?\Z", re.IGNORECASE)

#: Between a name and the one who is told to be its own, by title or office.
_OF_OWNER = re.compile(r"['’]s?\s(?:[\w.-]+\s){0,5}")
#: Joins names to one subject; a title or an office may stand before the second.
_AND = re.compile(r"\s*(?:,|,?\s*and|as\s+well\s+as)\s+(?:[\w.’'-]+\s+){0,5}", re.IGNORECASE)
#: Longest run of title words between a verb and its subject ("said British Prime Minister X").
TITLE_WORDS = 4


def misplaced_speaker(case: Case) -> Iterator[str]:
    """Name the speaker of a claim where its words are not those of the one who speaks."""
    speaker = case.words("speaker")
    local = [words for words in speaker if words.place == "text"]
    content = [words.span for words in case.words_under("content") if words.place == "text"]
    if case.kind == "statement" and speaker and content:
        yield from other_turn(case, content[0])
    if not local or len(local) < len(speaker):
        return
    if content and case.kind == "statement":
        outside = [w for w in local if not any(span.holds(w.span) for span in content)]
        if not outside and not _first_person(local):
            yield f"speaker: {shown(local[0].quote)} stands in what is said, not before it"
            return
    subjects = _subjects(case, local, content)
    if subjects and not any(_meets(case, subject, local) for subject in subjects):
        there = subjects[0].of(case.page.text)
        yield f"speaker: {shown(there)} speaks here, not {shown(local[0].quote)}"
    elif not subjects:
        yield from another_subject(case, local)


def _first_person(local: Sequence[Cited]) -> bool:
    return any(set(tokens(words.quote)) & {"i", "we", "my", "our"} for words in local)


def _subjects(case: Case, local: Sequence[Cited], content: Sequence[Span]) -> list[Span]:
    """Subjects of the verbs of saying: of the cited cue, else of those in the claim's sentence."""
    cues = [words.span for words in case.words("cue") if words.place == "text"]
    if not cues and content:
        sentence = case.page.sentence_of(content[0])
        outside = (
            Span(*m.span())
            for m in _saying().finditer(case.page.text, sentence.start, sentence.end)
        )
        cues = [span for span in outside if not any(c.overlaps(span) for c in content)]
        if not any(case.sentence(words).overlaps(sentence) for words in local):
            return []
    found = (subject_of(case, span, content) for span in cues)
    return [subject for subject in found if subject is not None]


def subject_of(case: Case, verb: Span, content: Sequence[Span] = ()) -> Span | None:
    """Find who stands as subject of a verb of saying, directly before it or, inverted, after it."""
    text = case.page.text
    sentence = case.page.sentence_of(verb)
    start = max(sentence.start, verb.start - NEAR)
    before = text[start : verb.start]
    pronoun = _PRONOUN.search(before)
    if pronoun is not None:
        return Span(start + pronoun.start(1), start + pronoun.end(1))
    words = verb.of(text).lower().split()
    if words[0] == "to" or (len(words) == 1 and words[0].endswith("ing")):
        return None  # "to say", "saying": the subject stands further off
    named = case.page.actors.within(Span(start, verb.start))
    if named and _only_helpers(text[named[-1].span.end : verb.start]) and _may_speak(named[-1]):
        # "the chairman of the council of X said": X is no more than a part of the subject
        part = _AFTER_PREPOSITION.search(text, sentence.start, named[-1].span.start)
        return None if part else _outside(named[-1].span, content)
    after_content = any(0 <= verb.start - part.end <= MARKS for part in content)
    if words[-1] not in words_of("inverting") or not (after_content or _INVERTED.search(before)):
        return None
    after = case.page.actors.within(Span(verb.end, min(sentence.end, verb.end + 80)))
    if (
        after
        and _titles_only(case, Span(verb.end, after[0].span.start), after[0])
        and _may_speak(after[0])
    ):
        return _outside(after[0].span, content)
    return None


def _may_speak(mention: ActorMention) -> bool:
    return mention.naming not in ("adjective", "demonym") and mention.actor.type != "group"


def _outside(span: Span, content: Sequence[Span]) -> Span | None:
    return None if any(part.overlaps(span) for part in content) else span


def _only_helpers(words: str) -> bool:
    return _helpers().fullmatch(words) is not None


def _titles_only(case: Case, span: Span, mention: ActorMention) -> bool:
    if mention.office_span is not None and mention.office_span.start <= span.start + 6:
        return True
    between = span.of(case.page.text).split()
    return len(between) <= TITLE_WORDS and all(
        word[0].isupper() or word.lower() in words_of("role_nouns") or word == "the"
        for word in between
    )


def _meets(case: Case, subject: Span, local: Sequence[Cited]) -> bool:
    """Say whether the subject is the cited speaker: the same words, or another name of the same."""
    if any(words.span.overlaps(subject) for words in local):
        return True
    text = case.page.text
    if any(_coordinated(text[words.span.end : subject.start]) for words in local):
        return True
    if any(_behind(case, words, subject) for words in local):
        return True
    if set(tokens(subject.of(text))) & words_of("pronouns"):
        return any(_may_mean(case, words, subject) for words in local)
    ids = {m.actor.id for w in local for m in case.page.actors.touching(w.span)} - {None}
    named = case.page.actors.touching(subject)
    if any(m.actor.id in ids or m.actor.affiliation in ids for m in named):
        return True
    return any(
        m.office_span is not None and m.office_span.overlaps(words.span)
        for m in named
        for words in local
    )


def _coordinated(between: str) -> bool:
    """Say whether two names share one verb: only "and", commas and titles stand between them."""
    return len(between) <= NEAR and _AND.fullmatch(between) is not None


def _behind(case: Case, words: Cited, subject: Span) -> bool:
    """Say whether the subject is no rival: the speaker is "by X", or heads a relative clause."""
    text = case.page.text
    between = text[words.span.end : subject.start] if words.span.end <= subject.start else ""
    if re.match(r",?\s+(?:who|whose|which|that)\b", between):
        return True
    before = text[max(0, words.span.start - 30) : words.span.start]
    if _OF_OWNER.fullmatch(text[subject.end : words.span.start]):
        return True  # "said Canada's X"
    return words.span.start > subject.end and _BEHIND_PREPOSITION.search(before) is not None


def _may_mean(case: Case, words: Cited, pronoun: Span) -> bool:
    """A pronoun may mean the last person named before it."""
    between = Span(words.span.end, max(words.span.end, pronoun.start))
    others = [m for m in case.page.actors.within(between) if m.actor.type == "person"]
    return words.span.end <= pronoun.start and not others


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(cue_lists()['saying'])})(?!\w)", re.IGNORECASE)


@cache
def _helpers() -> re.Pattern[str]:
    helpers = cue_lists()["verb_helpers"].replace(" ", r"\s+")
    return re.compile(rf"\s*{helpers}\s*", re.IGNORECASE)
