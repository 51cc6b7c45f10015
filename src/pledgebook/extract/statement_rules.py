"""Rules that find statements in one unit of text, in a plain list; each says what it matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgebook.extract.cues import cues
from pledgebook.extract.cues import words as listed
from pledgebook.extract.statement_according import according_to
from pledgebook.extract.statement_clauses import content_start, past_adjuncts
from pledgebook.extract.statement_edges import left_edge
from pledgebook.extract.statement_ends import content_end
from pledgebook.extract.statement_found import Found, Hit
from pledgebook.extract.statement_nothing import by_nobody, says_nothing
from pledgebook.extract.statement_nouns import nouns_of_saying
from pledgebook.extract.statement_quotes import behind_colon, signed
from pledgebook.extract.statement_subjects import (
    Group,
    Subject,
    group_of,
    main_subject,
    subject_after,
    subject_before,
)
from pledgebook.extract.statement_words import Words


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


_PLURAL = frozenset({"they", "we", "i", "you", "who", "which", "that"})
#: How far behind "he said" the second half of a quotation may open, in words.
MAX_BETWEEN = 14


def _is_noun(words: Words, hit: Hit) -> bool:
    """Say whether a form that is verb and noun alike ("claims") is a noun here."""
    n = hit.first
    if words.kinds[n] == "N" and n > 0 and not words.capitals:
        return words.kinds[hit.last : hit.last + 1] not in (":", "Q")
    if n == 0:
        return False
    before, low = words.kinds[n - 1], words.low[n]
    if before == "D" and words.low[n - 1] in listed("counting"):
        return False
    if words.kinds[n] in "vg" or low.endswith("ed"):
        return before == "D"
    if _is_object(words, n):
        return True
    if before in "D'R0":
        return words.low[n - 1] != "to"
    return False


def _is_object(words: Words, n: int) -> bool:
    """Say whether a form closes the object of the verb before it: "raised its sales forecast"."""
    at = n - 1
    while at > 0 and words.kinds[at] == "n":
        at -= 1
    if at in (0, n - 1) or words.low[at] not in listed("owners"):
        return False
    return words.kinds[at - 1] == "v" and words.low[at - 1] not in cues()


def _agrees(words: Words, hit: Hit, group: Group, subject: Subject) -> bool:
    """Say whether a present form fits its subject in number ("they claim", "he claims")."""
    low = words.low[hit.first]
    if group.first < hit.first and "A" in words.kinds[group.first : hit.first]:
        return True
    last = words.low[subject.last - 1]
    pronoun = subject.last - subject.first == 1 and words.kinds[subject.first] in "PTD"
    if hit.cue.force == "intent" and words.low[subject.first] in ("which", "that", "it"):
        return False
    if words.kinds[hit.first] == "g" and not subject.shared and not _loose(words, group):
        return subject.first > 0 and words.low[subject.first - 1] == "with"
    if words.kinds[hit.first] != "v" and "'" in words.kinds[subject.first : subject.last]:
        return words.kinds[hit.last : hit.last + 1] == "T"
    if low == hit.cue.lemma.split()[0]:
        if pronoun:
            return last in _PLURAL or last in listed("counting")
        joined = "C" in words.kinds[subject.first : subject.last]
        return joined or last.endswith("s") or last == "people"
    if low.endswith("s") and words.kinds[hit.first] != "v":
        return not pronoun or last not in ("they", "we", "i", "you")
    return True


def quotation_before(words: Words, hit: Hit, group: Group) -> Found | None:
    """A quotation, then "X said" or "said X"."""
    if not {"quote", "post"} & hit.cue.frames:
        return None
    for subject, edge, after in _subjects_behind(words, hit, group):
        end = edge if words.kinds[edge] == "Q" else edge - 1
        if end >= 0 and words.kinds[end] == "Q":
            pieces = [(_quote_edge(words, end), end + 1)]
            more = _right_piece(words, after, inverted=subject.first >= hit.last)
            pieces += [piece for piece in more if not _told_of(words, pieces[0], piece)]
            return _found("quote-before-cue", hit, subject, *pieces)
    return None


def _told_of(words: Words, quotation: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Say whether words behind a whole quotation tell of the speaker: "…, she said, smiling"."""
    whole = quotation[1] - quotation[0] == 1
    return whole and words.kinds[piece[0]] in "vgRV"


def clause_before(words: Words, hit: Hit, group: Group) -> Found | None:
    """A clause, a comma, then "X said" or "said X" with nothing said behind it."""
    if "post" not in hit.cue.frames or (hit.cue.recipient and hit.last == len(words.kinds)):
        return None  # "…, ministers told": those who close a heading so are the ones who hear
    for subject, edge, after in _subjects_behind(words, hit, group):
        start = left_edge(words, edge)
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
    """Subjects of a cue that closes what was said, with the word before and the one after it."""
    if words.kinds[hit.first] == "g":
        return
    own = subject_before(words, group.first)
    before = group.first - 1
    if before >= 0 and words.kinds[before] in ",Q.":
        follows = subject_after(words, hit.last - 1)
        plain = own is None or words.kinds[before] == "Q" or words.kinds[before - 1] == "Q"
        if follows is not None and _ends_saying(words, follows, plain=plain):
            yield follows, before, follows.last
    if own is None or own.first == 0 or words.low[own.first] in ("who", "which", "that"):
        return
    if words.kinds[own.first - 1] in ",Q.":
        yield own, own.first - 1, hit.last


def _ends_saying(words: Words, subject: Subject, *, plain: bool) -> bool:
    """Say whether "said X" ends behind X; ``plain`` where "X" cannot be the start of content."""
    at = subject.last
    if at >= len(words.kinds) or words.kinds[at] in ",.Q;":
        return True
    if words.kinds[subject.first] == "P":
        return False
    return plain and words.kinds[at] in "RSPgV-:("


def _closes(words: Words, at: int) -> bool:
    return at >= len(words.kinds) or words.kinds[at] in ",.Q;:RSPgV-"


def _quote_edge(words: Words, last: int) -> int:
    """Where a clause that ends in the quotation at ``last`` begins."""
    start = left_edge(words, last)
    if start < last and words.kinds[last - 1] in ",:-" and words.quotations[last].closed:
        return last
    return start


def _clause_like(words: Words, start: int, end: int, *, inverted: bool) -> bool:
    """Say whether words before the comma can be content, not only a phrase of time or place."""
    return _has_verb(words, start, end) or (not inverted and words.kinds[start] in "DN'nRVSTg")


def _has_verb(words: Words, start: int, end: int) -> bool:
    """Say whether a verb stands there that no "while", "who" or "that" puts below another."""
    below = False
    for n in range(start, end):
        kind = words.kinds[n]
        if kind == ",":
            below = False
        elif kind == "S" or words.low[n] in ("who", "which", "whose"):
            below = True
        elif kind in "AvP" and not below:
            return True
    return False


def _right_piece(words: Words, after: int, *, inverted: bool) -> list[tuple[int, int]]:
    """Content that goes on after "he said": a quotation, or the rest of a clause."""
    kinds = words.kinds
    quote = kinds.find("Q", after)
    if quote > 0 and kinds[quote - 1] in ",:" and quote - after < MAX_BETWEEN:
        return [(quote, quote + 1)]
    if inverted or kinds[after : after + 1] != ",":
        return []
    following = kinds[after + 1 : after + 2]
    if following == "" or following not in "AvTRCPNDn":
        return []
    if words.low[after + 1] in listed("not_going_on"):
        return []
    if following == "V" and words.kinds[after + 2 : after + 3] == "g":
        return []
    return [(after + 1, len(kinds))]


def after_the_cue(words: Words, hit: Hit, group: Group, last: Subject | None) -> Found | None:
    """Content after: "X said that ...", "X told Y: '...'", "saying it would ..."."""
    start = content_start(words, hit.last, hit.cue)
    if start is None:
        return None
    subject = subject_before(words, group.first)
    if subject is None or (words.kinds[hit.first] == "g" and _loose(words, group)):
        subject = last or main_subject(words, hit.first)
    if subject is None or not _agrees(words, hit, group, subject):
        return None
    if by_nobody(words, subject.first) or says_nothing(words, start.first, hit.cue.lemma):
        return None
    if start.frame == "np" and (hit.cue.force == "intent" or _is_figure(words, start.first)):
        return None  # "Kyiv wants more", "Oslo pledged $30 million": no words of anybody
    if start.frame in ("np", "to") and hit.cue.force != "speech" and _joined(words, hit, group):
        return None
    relative = words.low[subject.first] in ("who", "which", "that")
    subordinate = subject.first > 0 and words.kinds[subject.first - 1] == "S"
    end = content_end(words, start, relative=relative, subordinate=subordinate)
    while end > start.first and words.kinds[end - 1] in ",.:-":
        end -= 1
    if end <= start.first:
        return None
    return _found(f"cue-before-{start.frame}", hit, subject, (start.first, end))


def _is_figure(words: Words, n: int) -> bool:
    """Say whether a number or sum stands there."""
    return words.kinds[n] == "0" or words.low[n][:1] in frozenset("$€£¥0123456789")


def _loose(words: Words, group: Group) -> bool:
    """Say whether a word in -ing has no subject of its own (", saying that")."""
    return group.first == 0 or words.kinds[group.first - 1] in ",RSCV-"


def _joined(words: Words, hit: Hit, group: Group) -> bool:
    """Say whether a word in -ing is joined by "and" or a preposition to something else."""
    first = group.first
    return words.kinds[hit.first] == "g" and first > 0 and words.kinds[first - 1] in "CRS"


def read_unit(words: Words) -> list[Found]:
    """Apply the rules to one unit; a statement inside another's content is left to the outer one.

    Cues that close what was said come first, so that no content before them runs past them.
    """
    found = [one for one in (according_to(words),) if one is not None]
    hits = [(hit, group_of(words, hit.first)) for hit in hits_of(words)]
    hits = [(hit, group) for hit, group in hits if _says(words, hit, group)]
    for hit, group in hits:
        one = _closing(words, hit, group)
        if one is not None and not _inside(one.cue, found):
            found.append(one)
    last: Subject | None = None
    for hit, group in hits:
        known = next((f for f in found if f.cue == (hit.first, hit.last)), None)
        if known is None and not _inside((hit.first, hit.last), found):
            known = after_the_cue(words, hit, group, last)
            if known is not None:
                found.append(known)
        if known is not None:
            last = known.subject
    found.extend(one for one in nouns_of_saying(words) if not _inside(one.cue, found))
    if not found:
        found.extend(one for one in (signed(words), behind_colon(words)) if one is not None)
    return sorted(_outermost(found), key=lambda f: f.cue)


def as_said(words: Words, hit: Hit, group: Group) -> Found | None:
    """Read "As X noted, ..."."""
    own = subject_before(words, group.first)
    if own is None or own.first == 0 or words.low[own.first - 1] != "as":
        return None
    if "post" not in hit.cue.frames or words.kinds[: own.first - 1].strip("CV"):
        return None
    comma = past_adjuncts(words, hit.last, hit.cue)
    if words.kinds[comma : comma + 1] != "," or comma + 2 >= len(words.kinds):
        return None
    return _found("as-said", hit, own, (comma + 1, len(words.kinds)))


def _closing(words: Words, hit: Hit, group: Group) -> Found | None:
    """Read a cue that stands behind what was said."""
    ahead = content_start(words, hit.last, hit.cue)
    if ahead is not None and ahead.frame == "that":
        return None
    found = as_said(words, hit, group) or quotation_before(words, hit, group)
    if found is not None:
        return found
    found = clause_before(words, hit, group)
    inverted = found is not None and found.subject.first >= hit.last
    return found if ahead is None or inverted else None


def _says(words: Words, hit: Hit, group: Group) -> bool:
    """Say whether a hit is a verb that is not denied and whose subject acts."""
    if _is_noun(words, hit) or group.negated:
        return False
    before = words.low[group.first - 1] if group.first > 0 else ""
    if before == "to" and words.kinds[hit.first] not in "vg":
        return False
    return not group.passive or words.kinds[hit.first] == "g" or len(hit.cue.rest) > 1


def _inside(cue: tuple[int, int], found: Sequence[Found]) -> bool:
    return any(a <= cue[0] < b for f in found for a, b in f.content)


def _outermost(found: Sequence[Found]) -> list[Found]:
    return [f for f in found if not _inside(f.cue, [g for g in found if g is not f])]
