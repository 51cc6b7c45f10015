"""What is said: where the content of a verb of saying ends."""

from __future__ import annotations

from pledgebook.extract.cues import cues, words
from pledgebook.extract.statement_clauses import Start
from pledgebook.extract.statement_words import Words

#: What opens a condition belongs to what is said, whatever verb it has ("…, if Oslo agrees").
_IF = frozenset({"if", "unless", "provided"})
#: How many words a subject may have before a verb of saying that ends the content before it.
MAX_SUBJECT = 8


def content_end(w: Words, start: Start, *, relative: bool, subordinate: bool) -> int:
    """Find where content that begins at ``start`` ends (the number of the word after it)."""
    short = start.frame in ("np", "object", "to", "person_to")
    for n in range(start.first + 1, len(w.kinds)):
        kind = w.kinds[n]
        if kind in ";:":
            return n
        if kind == "," and _breaks(w, n, short=short, relative=relative, subordinate=subordinate):
            return n
        if kind == "C" and _new_saying(w, n + 1, shared=short and w.low[n] != "or"):
            return n
        if kind == "-" and _new_saying(w, n + 1, shared=False):
            return n
        if kind == "S" and _turns_away(w, n):
            return n
    return len(w.kinds)


def _turns_away(w: Words, at: int) -> bool:
    """Say whether "when asked" or "while Y said" begins here."""
    if w.low[at + 1 : at + 2] == ("asked",):
        return True
    contrast = w.low[at] in ("while", "whereas", "although", "though")
    return contrast and _new_saying(w, at + 1, shared=False)


def _is_saying(w: Words, at: int) -> bool:
    """Say whether a word is a verb of saying that cannot be a noun."""
    low = w.low[at]
    return low in cues() and (w.kinds[at] in "vg" or low.endswith("ed") or low == "say")


def _new_saying(w: Words, at: int, *, shared: bool) -> bool:
    """Say whether a verb of saying follows, with its own subject or a shared one."""
    first = at
    while at < len(w.kinds) and w.kinds[at] in "VA":
        at += 1
    if at < len(w.kinds) and _is_saying(w, at) and w.kinds[at] != "g":
        return True
    if shared and at < len(w.kinds) and w.kinds[at] == "v":
        return True
    while at < len(w.kinds) and w.kinds[at] in "PNnDVA'(" and at - first < MAX_SUBJECT:
        at += 1
        if at < len(w.kinds) and _says_here(w, at):
            return w.kinds[at - 1] in "PNnVA("
    return False


def _says_here(w: Words, at: int) -> bool:
    """Say whether a verb of saying stands there ("officials deny")."""
    if w.kinds[at] == "v":
        return _is_saying(w, at)
    return w.low[at] in words("plain_sayings") and w.low[at - 1].endswith("s")


def _breaks(w: Words, comma: int, *, short: bool, relative: bool, subordinate: bool) -> bool:
    """Say whether the content ends at this comma."""
    rest = w.kinds[comma + 1 : comma + 3]
    if not rest:
        return True
    low = w.low[comma + 1]
    if rest[0] in "vg" and _is_saying(w, comma + 1):
        return True
    joined = (rest[0] in "CS" and low not in _IF) or low in ("which", "whom")
    if joined and _new_saying(w, comma + 2, shared=short):
        return True
    if " ".join(w.low[comma + 1 : comma + 3]) in words("ends"):
        return True
    if relative and rest[0] in "Av":
        return True
    if subordinate and rest[0] in "PDNQ":
        return True
    return short and (rest[0] in "gRSPAC-" or low in ("a", "an", "the"))
