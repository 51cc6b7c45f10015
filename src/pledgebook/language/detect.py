"""Which language a text is in, from its script and its commonest small words.

Enough to tell a text that is read from one that is not; no more is claimed. Norwegian is ``nb``
whatever its form, and close neighbours (Croatian and Bosnian, say) are not told apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from pledgebook.language.vocabulary import load

#: Code points of the text that are looked at; three pieces of it where it is longer.
SAMPLE = 4_500
#: Fewer letters than this say nothing.
FEWEST_LETTERS = 25
#: Least share of small words for a language other than English. Prose has 0.2 (Finnish) to 0.5
#: (English); English lists of foreign names stay below 0.1.
LEAST_SHARE = 0.11
#: The same for English, where lists and tables are read too.
LEAST_ENGLISH = 0.04
#: Different small words that must be met.
LEAST_WORDS = 2
#: A word with a letter of its own counts this much of a small word.
LETTER_WEIGHT = 0.5

#: A text that is partly English is English unless another language scores this much higher:
#: its English part can be read.
ENGLISH_FIRST = 3.0

_WORD = re.compile(r"[^\W\d_]+")
#: Neither tags and addresses nor the English possessive are words ("China's exports" has no "s").
_NO_WORDS = re.compile(r"<[^<>]{0,500}>|https?://\S+|\bwww\.\S+|(?<=\w)['’]s\b")


def language_of(text: str) -> str | None:
    """Tell the language as ISO 639-1; None where the text is too short or shows no evidence."""
    found = _WORD.findall(_NO_WORDS.sub(" ", _sample(text)).lower())
    if sum(map(len, found)) < _needed(found):
        return None
    script = _script(found)
    if script not in ("latin", "cyrillic"):
        return script
    return _by_words(found, script)


def _needed(found: list[str]) -> int:
    """Letters needed: a syllabic script says as much in a third of them."""
    return FEWEST_LETTERS // 3 if any(word[0] > "\u2fff" for word in found) else FEWEST_LETTERS


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    piece, middle = SAMPLE // 3, len(text) // 2
    return f"{text[:piece]} {text[middle : middle + piece]} {text[-piece:]}"


def _script(found: list[str]) -> str | None:
    """Name the script that most letters stand in, or the one language that writes it."""
    counts: Counter[str | None] = Counter()
    for word in found:
        # Chinese and Japanese write no blanks: a run of letters may mix their scripts.
        for letter in word if word[0] > "\u2fff" else word[0] * len(word):
            counts[_script_of(letter)] += 1
    if counts["ja"] * 5 > counts["zh"] > 0 or counts["ja"] > counts["latin"]:
        counts["ja"] += counts["zh"] + 1
    return counts.most_common(1)[0][0]


@cache
def _script_of(letter: str) -> str | None:
    if letter < "\u0250" or "\u1e00" <= letter <= "\u1eff":
        return "latin"
    if "\u0400" <= letter <= "\u04ff":
        return "cyrillic"
    for code, first, last in load("function_words")["scripts"]:
        if first <= letter <= last:
            return str(code)
    return None


def _by_words(found: list[str], script: str) -> str | None:
    weights, scores = _weights(script), defaultdict[str, float](float)
    counts = Counter(found)
    for word, count in counts.items():
        for language, weight in weights.get(word, {}).items():
            scores[language] += weight * count
    marked = [word for word in counts if not word.isascii()]
    for language, letters in _letters(script).items():
        own = sum(counts[word] for word in marked if not letters.isdisjoint(word))
        scores[language] += LETTER_WEIGHT * own
    scores["en"] *= ENGLISH_FIRST
    ranked = sorted(scores, key=lambda language: (-scores[language], language != "en", language))
    return next((code for code in ranked[:2] if _is_evident(code, counts, script)), None)


def _is_evident(language: str, counts: Counter[str], script: str) -> bool:
    """Say whether enough of the words are the small words or bear the letters of the language."""
    small, letters = _small_words(script)[language], _letters(script).get(language, frozenset())
    met = {word for word in counts if word in small}
    marked = {word for word in counts if not letters.isdisjoint(word)} - met
    hits = sum(counts[word] for word in met) + LETTER_WEIGHT * sum(counts[w] for w in marked)
    least = LEAST_ENGLISH if language == "en" else LEAST_SHARE
    return len(met) + len(marked) // 2 >= LEAST_WORDS and hits >= least * counts.total()


@cache
def _small_words(script: str) -> Mapping[str, frozenset[str]]:
    """Give the small words of each language of a script."""
    return {code: frozenset(line.split()) for code, line in load("function_words")[script].items()}


@cache
def _weights(script: str) -> Mapping[str, Mapping[str, float]]:
    """Give for each small word the languages that have it, each with one over their number."""
    owners: dict[str, list[str]] = defaultdict(list)
    for code, small in _small_words(script).items():
        for word in small:
            owners[word].append(code)
    return {word: dict.fromkeys(codes, 1 / len(codes)) for word, codes in owners.items()}


@cache
def _letters(script: str) -> Mapping[str, frozenset[str]]:
    known = _small_words(script)
    return {
        code: frozenset(letters)
        for code, letters in load("function_words")["letters"].items()
        if code in known
    }
