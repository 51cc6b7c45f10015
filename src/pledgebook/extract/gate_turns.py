"""Who cannot be the speaker: the label of another turn, the subject of another verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_cues import cue_lists, words_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span

#: How many blocks a turn may run on for; the longest of the labelled transcripts has some sixty.
TURN_BLOCKS = 80
_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)\s+\Z")


def other_turn(case: Case, content: Span) -> Iterator[str]:
    """Name the turn of a transcript that a content stands in, if somebody else speaks there."""
    label = _label(case, content.start)
    if label is None or case.page.quoted(content.start):
        return
    speaker = case.claim.get("speaker")
    known = speaker if isinstance(speaker, Mapping) else {}
    said = " ".join(words.quote for words in case.words("speaker"))
    given = set(tokens(f"{said} {known.get('name') or ''} {known.get('id') or ''}"))
    words = set(tokens(label)) - {"the"}
    if words <= words_of("nobody"):
        return
    if not (words - words_of("titles") or words) & given:
        yield f"speaker: the turn of {shown(label)} holds these words"


def _label(case: Case, offset: int) -> str | None:
    blocks = case.page.blocks
    at = blocks.position(Span(offset, offset + 1))
    for block in reversed(blocks.items[max(0, at - TURN_BLOCKS) : at + 1]):
        if block.kind == "heading":
            return None
        if block.kind == "turn":
            return None if block.label is None else block.label.of(case.page.text)
    return None


def another_subject(case: Case, local: Sequence[Cited]) -> Iterator[str]:
    """Name the word before the cited verb of saying, if another verb parts the speaker from it.

    "some families said they had paid, officials said": the families do not say the second.
    """
    text = case.page.text
    for words in case.words("cue"):
        if words.place != "text" or not _finite(words.quote):
            continue
        sentence = case.page.sentence_of(words.span)
        before = _LAST_WORD.search(
            text, max(sentence.start, words.span.start - 30), words.span.start
        )
        if before is None or before[1].lower() in words_of("no_subject"):
            continue
        if before[1].lower().endswith("ly") or _inverted(words.span, local):
            continue
        if all(_parted(text, cited.span, words.span) for cited in local):
            yield f"speaker: {shown(before[1])} stands before {shown(words.quote)}, not the speaker"


def _finite(cue: str) -> bool:
    """Say whether a cue is an active verb with a subject of its own: not "to say", "was told"."""
    said = cue.lower().split()
    return said[0] not in words_of("no_subject") and said[-1][-3:] != "ing" and said[-1].isalpha()


def _inverted(verb: Span, local: Sequence[Cited]) -> bool:
    """Say whether the speaker follows the verb directly."""
    return any(
        0 <= cited.span.start - verb.end <= len(" former prime minister ") for cited in local
    )


def _parted(text: str, speaker: Span, verb: Span) -> bool:
    """Say whether a verb of saying or the end of a quotation stands between speaker and verb."""
    if speaker.end > verb.start:
        return speaker.start >= verb.end
    between = text[speaker.end : verb.start]
    return bool(_saying().search(between))


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(cue_lists()['saying'])})(?!\w)", re.IGNORECASE)
