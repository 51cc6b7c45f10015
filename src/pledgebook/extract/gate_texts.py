"""Texts that a claim quotes: content, names of things and events, conditions, scope, purpose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pledgebook.extract.gate_case import Case, Cited, brief, shown, shown_all
from pledgebook.extract.gate_cues import cue, words_of

_LINK = re.compile(r"\[([^\]\n]*(?:\n[^\]\n]+)?)\]\([^)\s]*\)")
_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[%€$£¥₴]")
_ARTICLES = frozenset({"a", "an", "the"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


@lru_cache(maxsize=4096)
def tokens(words: str) -> tuple[str, ...]:
    """Words and figures of a text in lower case, without marks of layout or punctuation."""
    plain = unicodedata.normalize("NFKC", _LINK.sub(r"\1", words)).translate(_APOSTROPHES)
    return tuple(_WORD.findall(plain.casefold()))


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a leading article."""
    return words[1:] if words and words[0] in _ARTICLES else words


def holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Say whether ``part`` stands in ``whole`` as one run of words."""
    size = len(part)
    return bool(part) and any(whole[n : n + size] == part for n in range(len(whole) - size + 1))


def same_words(value: str, cited: Sequence[Cited]) -> bool:
    """Say whether one piece of evidence, or all pieces in their order, are the value's words."""
    wanted = bare(tokens(value))
    if not wanted:  # a colon or a dash may be the cue of a quotation
        return any(words.quote.strip() == value.strip() for words in cited)
    if any(bare(tokens(words.quote)) == wanted for words in cited):
        return True
    for pieces in (cited, sorted(cited, key=lambda words: (len(words.field), words.field))):
        joined = tuple(token for words in pieces for token in tokens(words.quote))
        if bare(joined) == wanted:
            return True
    return False


def quoted_text(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a text that needs evidence: its words must be the cited ones."""
    cited = case.words_under(path) or case.nearest_words(path)
    if not isinstance(value, str) or not value.strip():
        yield f"{path}: words are needed, not {brief(value)}"
    elif not cited:
        yield f"{path}: no evidence is given for {shown(value)}"
    elif case.words_under(path):
        if not same_words(value, cited):
            yield f"{path}: the words {shown_all(cited)} are not {shown(value)}"
    elif not any(holds(tokens(words.quote), bare(tokens(value))) for words in cited):
        yield f"{path}: the words {shown_all(cited)} do not hold {shown(value)}"


def free_text(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a text that may go without evidence: then its words must stand on the page."""
    if case.words_under(path):
        yield from quoted_text(case, path, value)
    elif not isinstance(value, str) or not value.strip():
        yield f"{path}: words are needed, not {brief(value)}"
    elif not _stands(case, value):
        yield f"{path}: no evidence is given, and {shown(value)} does not stand in the text"


def funding_words(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge the words of a funding source, cited for themselves or for the whole source."""
    parent = path.rpartition(".")[0]
    yield from free_text(case, path if case.words_under(path) else parent, value)


def _stands(case: Case, value: str) -> bool:
    if value in case.page.text:
        return True
    wanted = tokens(value)
    return any(
        holds(tokens(string), wanted)
        for string in (case.string("title"), case.string("publisher"), case.page.text)
    )


def event_name(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge the name of a meeting: the cited words, or words that take up a name given elsewhere.

    "the summit" may stand for "European leaders' summit" where the text holds that name.
    """
    reasons = list(quoted_text(case, path, value))
    cited = case.words_under(path)
    if not reasons or not cited or not isinstance(value, str):
        yield from reasons
        return
    name = tokens(value)
    short = [bare(tokens(words.quote)) for words in cited]
    if not (_stands(case, value) and all(words and words[-1] in name for words in short)):
        yield from reasons


def scope(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge one entry of a truce's scope: the cited words must name the air, the sea …."""
    cited = case.nearest_words(path)
    words = " ".join(piece.quote for piece in cited)
    if not isinstance(value, str):
        yield f"{path}: a word is needed, not {brief(value)}"
    elif not cited:
        yield f"{path}: no evidence is given for {shown(value)}"
    elif value.startswith("other:"):
        if not holds(tokens(words), tokens(value.removeprefix("other:"))):
            yield f"{path}: the words {shown(words)} are not {shown(value.removeprefix('other:'))}"
    elif value not in words_of("scopes"):
        yield f"{path}: {brief(value)} is no scope"
    elif not cue("scope", value).search(words):
        yield f"{path}: the words {shown(words)} do not name {value.replace('_', ' ')}"
