"""Rules that find statements in one unit of text, in a plain list; each says what it matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.cues import Cue, Force, cues
from pledgebook.extract.statement_clauses import content_end, content_start, past_adjuncts
from pledgebook.extract.statement_subjects import (
    Group,
    Subject,
    group_of,
    main_subject,
    subject_after,
    subject_before,
)
from pledgebook.extract.statement_words import Words


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words ``first`` to before ``last``."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in one unit, as numbers of words.

    Attributes:
        rule: name of the rule.
        content: its pieces, first and last (exclusive).
        subject: who says it; None for nobody.
        cue: first and last (exclusive) word of the cue.
        force: how surely it is a saying.
        recipient: True where a hearer may stand behind the cue.
    """

    rule: str
    content: tuple[tuple[int, int], ...]
    subject: Subject | None
    cue: tuple[int, int]
    force: Force
    recipient: bool = False


def hits_of(words: Words) -> Iterator[Hit]:
    """Find cue verbs, quotations left out."""
    table = cues()
    for n, word in enumerate(words.low):
        for cue in table.get(word, ()):
            last = n + 1 + len(cue.rest)
            if words.low[n + 1 : last] == cue.rest:
                yield Hit(n, last, cue)
                break


def _found(rule: str, hit: Hit, subject: Subject, *pieces: tuple[int, int]) -> Found:
    return Found(
        rule=rule,
        content=pieces,
        subject=subject,
        cue=(hit.first, hit.last),
        force=hit.cue.force,
        recipient=hit.cue.recipient,
    )


def _is_noun(words: Words, hit: Hit) -> bool:
    """Say whether a form that is verb and noun alike ("claims") is a noun here."""
    n = hit.first
    if n == 0:
        return False
    before, low = words.kinds[n - 1], words.low[n]
    if words.kinds[n] == "v" or low.endswith("ing"):
        return before == "D" and not low.endswith("ing")
    return before in "D'R0" and words.low[n - 1] != "to"


def quotation_before(words: Words, hit: Hit, group: Group) -> Found | None:
    """A quotation, then "X said" or "said X"."""
    if not {"quote", "post"} & hit.cue.frames:
        return None
    for subject, edge, after in _subjects_behind(words, hit, group):
        end = edge if words.kinds[edge] == "Q" else edge - 1
        if end >= 0 and words.kinds[end] == "Q":
            pieces = [(_quote_edge(words, end), end + 1)]
            pieces += _right_piece(words, after, inverted=subject.first >= hit.last)
            return _found("quote-before-cue", hit, subject, *pieces)
    return None


def clause_before(words: Words, hit: Hit, group: Group) -> Found | None:
    """A clause, a comma, then "X said" or "said X" with nothing said behind it."""
    if "post" not in hit.cue.frames:
        return None
    for subject, edge, after in _subjects_behind(words, hit, group):
        start = _left_edge(words, edge)
        past = past_adjuncts(words, after, hit.cue) if subject.first < hit.first else after
        if edge <= start or words.kinds[edge] != "," or not _closes(words, past):
            continue
        if not _clause_like(words, start, edge, inverted=subject.first >= hit.last):
            continue
        pieces = [(start, edge), *_right_piece(words, past, inverted=subject.first >= hit.last)]
        if len(pieces) == 1 and not _has_verb(words, start, edge):
            continue
        return _found("clause-before-cue", hit, subject, *pieces)
    return None


def _subjects_behind(words: Words, hit: Hit, group: Group) -> Iterator[tuple[Subject, int, int]]:
    """Subjects of a cue that closes what was said: each with the word before it and after it all."""
    if words.kinds[hit.first] == "g":
        return
    before = group.first - 1
    if before >= 0 and words.kinds[before] in ",Q.":
        follows = subject_after(words, hit.last - 1)
        if follows is not None and _closes(words, follows.last):
            yield follows, before, follows.last
    own = subject_before(words, group.first)
    if own is not None and own.first > 0 and words.kinds[own.first - 1] in ",Q.":
        yield own, own.first - 1, hit.last


def _closes(words: Words, at: int) -> bool:
    return at >= len(words.kinds) or words.kinds[at] in ",.Q;:RSPgV-"


def _quote_edge(words: Words, last: int) -> int:
    """Where a clause that ends in the quotation at ``last`` begins."""
    start = _left_edge(words, last)
    if start < last and words.kinds[last - 1] in ",:-" and words.quotations[last].closed:
        return last
    return start


def _left_edge(words: Words, end: int) -> int:
    start = max(words.kinds.rfind(";", 0, end), words.kinds.rfind(":", 0, end)) + 1
    while start < end and words.kinds[start] in "C,-":
        start += 1
    return start


def _clause_like(words: Words, start: int, end: int, *, inverted: bool) -> bool:
    """Say whether words before the comma can be content, not only a phrase of time or place."""
    return _has_verb(words, start, end) or (not inverted and words.kinds[start] in "DN'nRV")


def _has_verb(words: Words, start: int, end: int) -> bool:
    return any(kind in "AvP" for kind in words.kinds[start:end])


def _right_piece(words: Words, after: int, *, inverted: bool) -> list[tuple[int, int]]:
    """Content that goes on after "he said": a quotation, or the rest of a clause."""
    kinds = words.kinds
    quote = kinds.find("Q", after)
    if quote > 0 and kinds[quote - 1] in ",:" and quote - after < 14:
        return [(quote, quote + 1)]
    if inverted or kinds[after : after + 1] != ",":
        return []
    following = kinds[after + 1 : after + 2]
    if following == "" or following not in "AvTRCPNDn" or words.low[after + 1] == "according":
        return []
    if words.low[after + 1] in ("who", "which"):
        return []
    return [(after + 1, len(kinds))]


def after_the_cue(words: Words, hit: Hit, group: Group, last: Subject | None) -> Found | None:
    """Content after: "X said that ...", "X told Y: '...'", "saying it would ..."."""
    start = content_start(words, hit.last, hit.cue)
    if start is None:
        return None
    subject = subject_before(words, group.first)
    if (
        subject is None
        or words.kinds[hit.first] == "g"
        and subject.last == hit.first
        and _loose(words, group)
    ):
        subject = last or main_subject(words, hit.first)
        if subject is None:
            return None
    relative = words.low[subject.first] in ("who", "which", "that")
    subordinate = subject.first > 0 and words.kinds[subject.first - 1] == "S"
    end = content_end(words, start, relative=relative, subordinate=subordinate)
    while end > start.first and words.kinds[end - 1] in ",.:-":
        end -= 1
    if end <= start.first:
        return None
    return _found(f"cue-before-{start.frame}", hit, subject, (start.first, end))


def _loose(words: Words, group: Group) -> bool:
    """Say whether a word in -ing has no subject of its own (", saying that")."""
    return group.first == 0 or words.kinds[group.first - 1] in ",RSCV-"


def according_to(words: Words) -> Found | None:
    """ "According to X, ..." and "..., according to X"."""
    for n, word in enumerate(words.low[:-1]):
        if word == "according" and words.low[n + 1] == "to":
            return _according(words, n)
    return None


def _according(words: Words, n: int) -> Found | None:
    subject = subject_after(words, n + 1)
    if subject is None:
        return None
    first = n == 0 or (n == 1 and words.kinds[0] in "CV")
    if first:
        comma = words.kinds.find(",", subject.last)
        content = (comma + 1, len(words.kinds)) if comma > 0 else None
    else:
        start = _left_edge(words, n)
        end = n
        while end > start and words.kinds[end - 1] in ",-":
            end -= 1
        content = (start, end)
    if content is None or content[1] <= content[0]:
        return None
    content = (content[0], content[1] - (words.kinds[content[1] - 1] in ",.:"))
    return Found("according-to", (content,), subject, (n, n + 2), "speech")


def read_unit(words: Words) -> list[Found]:
    """Apply the rules to one unit; a statement inside another's content is left to the outer one."""
    found: list[Found] = []
    named = according_to(words)
    if named is not None:
        found.append(named)
    last: Subject | None = None
    for hit in hits_of(words):
        if any(a <= hit.first < b for f in found for a, b in f.content):
            continue
        one = _read_hit(words, hit, last)
        if one is not None:
            found.append(one)
            last = one.subject or last
    return _outermost(found)


def _read_hit(words: Words, hit: Hit, last: Subject | None) -> Found | None:
    group = group_of(words, hit.first)
    if _is_noun(words, hit) or group.passive and words.kinds[hit.first] != "g" or group.negated:
        return None
    return (
        quotation_before(words, hit, group)
        or _inverted(words, hit, group)
        or after_the_cue(words, hit, group, last)
        or clause_before(words, hit, group)
    )


def _inverted(words: Words, hit: Hit, group: Group) -> Found | None:
    """A clause, then "said X": looked for before content that would follow."""
    found = clause_before(words, hit, group)
    if found is None or found.subject is None or found.subject.first < hit.last:
        return None
    return found


def _outermost(found: Sequence[Found]) -> list[Found]:
    return [
        f
        for f in found
        if not any(
            g is not f and any(a <= f.cue[0] and f.cue[1] <= b for a, b in g.content) for g in found
        )
    ]
