"""Statements that layout marks: turns of a transcript, "From Minister X:", headings "X: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.page import ASKING, Page
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Mode

#: Stage directions, which nobody says.
_DIRECTION = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
#: Fewest words behind "X:" in a heading that are something said.
SHORTEST_HEADING = 3
_FROM = re.compile(r"^[ \t*_#>]*From\s+(?P<who>[A-Z][^:\n]{2,80}):[ \t*_]*$", re.MULTILINE)
_HEADING = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*)(?:\s+(?:of|the|de|von|van|der|[A-Z][\w.’'-]*)){0,5})"
    r"\s?:\s+(?P<content>\S.*\S)",
    re.DOTALL,
)
_BYLINE = re.compile(
    r"(?:by|update|updated|exclusive|breaking|watch|video|photos?|live|analysis|opinion|read|"
    r"listen|fact check|fact sheet|readout|factbox|explainer|correction|related|subject|date|time|"
    r"where|when|what|who|note)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A statement marked by layout.

    Attributes:
        rule: name of the rule.
        who: the words that name the speaker.
        content: its pieces.
        mode: direct for turns and blocks, else by the quotation marks in it.
    """

    rule: str
    who: Span
    content: tuple[Span, ...]
    mode: Mode


def turns(page: Page) -> Iterator[Laid]:
    """Turns of a transcript that answer; the paragraphs of one turn are its pieces."""
    for label, content in _by_label(page.blocks.items):
        if ASKING.match(page.words(label).strip(" *_")):
            continue
        spoken = tuple(s for s in content if _DIRECTION.fullmatch(page.words(s)) is None)
        if spoken:
            yield Laid(rule="turn", who=label, content=spoken, mode="direct")


def _by_label(blocks: Sequence[Block]) -> Iterator[tuple[Span, list[Span]]]:
    """Each label with the paragraphs of its turn, those without a label too."""
    label: Span | None = None
    content: list[Span] = []
    for block in blocks:
        same = block.kind == "turn" and block.label in (None, label)
        if not same and label is not None and content:
            yield label, content
        if not same:
            label, content = (block.label if block.kind == "turn" else None), []
        if block.kind == "turn" and len(block.span) > 0:
            content.append(block.span)
    if label is not None and content:
        yield label, content


def from_blocks(page: Page) -> Iterator[Laid]:
    """Read "From Minister X:" on a line of its own and the paragraphs below it."""
    marks = list(_FROM.finditer(page.text))
    for n, match in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else len(page.text)
        content = _below(page, Span(match.end(), end))
        if content:
            yield Laid(
                rule="from-block", who=Span(*match.span("who")), content=content, mode="direct"
            )


def _below(page: Page, area: Span) -> tuple[Span, ...]:
    """Paragraphs up to the next heading; where the first is quoted, only quoted ones."""
    found: list[Span] = []
    for block in page.blocks.within(area):
        if block.kind == "heading":
            break
        if found and page.quoted(found[0].start) and not page.quoted(block.span.start):
            break
        found.append(block.span)
    return tuple(_bare_of(page, span) for span in found)


def _bare_of(page: Page, span: Span) -> Span:
    """A paragraph that is one quotation, without its marks."""
    quotation = page.quotations.at(span.start)
    return quotation.inner if quotation is not None and quotation.outer == span else span


def headings(page: Page) -> Iterator[Laid]:
    """Read "X: ..." in a heading or in the first line."""
    for n, block in enumerate(page.blocks):
        if block.kind != "heading" and n > 0:
            continue
        match = _HEADING.fullmatch(page.words(block.span))
        if (
            match is None
            or _BYLINE.match(match["who"])
            or len(match["content"].split()) < SHORTEST_HEADING
        ):
            continue
        if page.sentences.within(Span(block.span.start, block.span.start + match.end("who"))):
            continue
        yield _from_match(block, match)


def _from_match(block: Block, match: re.Match[str]) -> Laid:
    at = block.span.start
    content = Span(at + match.start("content"), at + match.end("content"))
    mode: Mode = "mixed" if re.search(r"[\"“”‘]", match["content"]) else "indirect"
    return Laid(
        rule="heading",
        who=Span(at + match.start("who"), at + match.end("who")),
        content=(content,),
        mode=mode,
    )
