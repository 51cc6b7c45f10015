"""Whom the label of a turn stands for ("THE PRESIDENT", "MS. JONES")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.cues import words
from pledgebook.extract.page import Page
from pledgebook.extract.phrase_names import offices
from pledgebook.extract.resolved_actors import ResolvedActor, meant, nobody, unknown_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: Underscores that converters of web pages leave in titles; blanks of the same length keep offsets.
_ESCAPED = re.compile(r"\\?_")


def label_at(page: Page, label: Span) -> ResolvedActor:
    """Resolve the label of a turn ("THE PRESIDENT", "MS. JONES"): by the title, then the text."""
    said = page.words(label).strip(" *_:")
    parts = [
        part for part in said.split() if part.lower().strip(".") not in ("the", *words("titles"))
    ]
    if not parts:
        return nobody(page, label)
    title = _ESCAPED.sub(lambda match: " " * len(match[0]), page.source.title or "")
    for mention in find_actors(title, page.published) if title else ():
        if _labelled(mention, title, parts):
            return ResolvedActor(
                actor=mention.actor, local=label, antecedent=mention.span, place="title"
            )
    if parts[-1].lower() in offices() or len(parts[-1]) == 1:
        return nobody(page, label)
    for mention in page.actors:
        if page.blocks.at(mention.span.start) is not None and _labelled(mention, page.text, parts):
            return meant(mention.actor, label, mention.span, problem=None)
    initialled = _initialled(page, parts)
    if initialled is not None:
        return meant(unknown_actor(page.words(initialled)), label, initialled, problem=None)
    name = " ".join(part if not part.isupper() else part.title() for part in parts)
    return ResolvedActor(actor=unknown_actor(name), local=label)


def _initialled(page: Page, parts: Sequence[str]) -> Span | None:
    """The only full name of the page that has these initials ("VC:" for one Vera Cobb)."""
    letters = "".join(parts).replace(".", "")
    if len(parts) > 1 or not _INITIALS.fullmatch(letters):
        return None
    name = re.compile(r"(?<![\w.])" + r" (?:[A-Z]\w*\.? )?".join(rf"{x}[^\W\d_]+" for x in letters))
    found = list(name.finditer(page.text))
    names = {match[0] for match in found}
    if (
        len(names) != 1
        or names & {page.source.publisher}
        or _of_a_body(names)
        or page.block_of(Span(*found[0].span())) is None
    ):
        return None
    return Span(*found[0].span())


def _of_a_body(names: set[str]) -> bool:
    return any(name.split()[-1].lower() in words("organisations") for name in names)


#: Two or three letters by which an interview names who answers.
_INITIALS = re.compile(r"[A-Z]{2,3}")


def _labelled(mention: ActorMention, text: str, parts: Sequence[str]) -> bool:
    """Say whether a label names this person: the surname, or an office printed beside the name."""
    if mention.actor.type != "person":
        return False
    last = parts[-1].lower()
    if mention.span.of(text).lower().split()[-1] == last:
        return True
    office = "" if mention.office_span is None else mention.office_span.of(text).lower()
    return last in offices() and office.split()[-1:] == [last]
