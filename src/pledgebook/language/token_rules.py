"""The pipeline's rules for single tokens, remembered: the same answer without matching each anew.

A trained pipeline ends in some two hundred small rules ("a determiner that is no ``det`` is a
pronoun") that its matcher tries at every token: a quarter of the time of a parse. Nearly all look
at one token alone, at its tag, its dependency, whether it is a blank and sometimes its lower-case
form; what they make of such a token is asked once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numpy.typing import NDArray
from spacy.language import Language as Pipeline
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.symbols import DEP, LEMMA, MORPH, POS, TAG
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

#: What a rule for one token may look at to be remembered.
LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
#: What it may set.
SET = frozenset({TAG, POS, MORPH, LEMMA, DEP})
_NAME = "remembered_rules"

#: Rules that match, by number, each with what it sets.
Found = tuple[tuple[int, dict[int, int]], ...]


class RememberedRules:
    """An attribute ruler that matches a kind of token once; its results are the ruler's own.

    Rules that look at neighbours, at patterns of letters or at other attributes are matched at
    every document. Raises ValueError for a ruler that sets more than ``SET``.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        """Take the rules of a trained ruler."""
        self._vocab: Vocab = ruler.vocab
        self._attrs: list[dict[int, int]] = ruler.attrs
        self._indices: list[int] = ruler.indices
        if any(not set(attrs) <= SET for attrs in self._attrs):
            raise ValueError("a rule sets more than tag, part of speech, form, lemma, dependency")
        self._single, self._others = Matcher(self._vocab), Matcher(self._vocab)
        words: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            name = self._vocab.strings.add(str(number))
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            for pattern in patterns:
                named = _words(pattern)
                (self._others if named is None else self._single).add(name, [pattern])
                words |= named or set()
        self._words = frozenset(self._vocab.strings[word] for word in words)
        self._known: dict[tuple[int, int, int, bool], Found] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules set; a later rule has precedence."""
        # A rule looks at tokens as the parser left them, so all are matched before any sets.
        found = [self._of(doc, token) for token in doc]
        for number, place in self._by_others(doc):
            found[place] = (*found[place], (number, self._attrs[number]))
        forms: NDArray[Any] = doc.to_array([POS, MORPH])
        for token, form, matches in zip(doc, forms, found, strict=True):
            for _, attrs in sorted(matches, key=_number):
                _set(token, form, attrs)
        return doc.from_array([POS, MORPH], forms)  # type: ignore[arg-type]

    def _of(self, doc: Doc, token: Token) -> Found:
        """Give the rules that match one token alone, in their order."""
        word = token.lower if token.lower in self._words else 0
        key = (word, token.tag, token.dep, token.is_space)
        known = self._known.get(key)
        if known is None:
            alone = self._single(doc[token.i : token.i + 1], allow_missing=True)
            numbers = sorted({int(self._vocab.strings[found]) for found, _, _ in alone})
            known = tuple((number, self._attrs[number]) for number in numbers)
            self._known[key] = known
        return known

    def _by_others(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Give the rules that match and are not remembered, with the token that each sets."""
        for found, start, end in self._others(doc, allow_missing=True):
            number = int(self._vocab.strings[found])
            yield number, range(start, end)[self._indices[number]]


@Pipeline.factory(_NAME)
def _of_pipeline(nlp: Pipeline, name: str) -> RememberedRules:  # noqa: ARG001 - asked for by name
    """Remember the rules of the ruler that a pipeline has."""
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return RememberedRules(ruler)


def remember_rules(pipeline: Pipeline) -> None:
    """Put remembered rules in place of a pipeline's ruler, where its rules can be remembered."""
    if "attribute_ruler" not in pipeline.pipe_names:
        return
    try:
        pipeline.add_pipe(_NAME, after="attribute_ruler")
    except ValueError:  # another model than the one that comes with the program: as it is
        return
    pipeline.remove_pipe("attribute_ruler")


def _words(pattern: list[dict[str, Any]]) -> set[str] | None:
    """Give the lower-case words that a rule names, or None where it cannot be remembered."""
    if len(pattern) != 1 or not set(pattern[0]) <= LOOKED_AT:
        return None
    told = pattern[0].get("LOWER", {})
    if isinstance(told, str):
        return {told}
    if isinstance(told, dict) and set(told) <= {"IN", "NOT_IN"}:
        return {word for words in told.values() for word in words}
    return None


def _number(match: tuple[int, dict[int, int]]) -> int:
    return match[0]


def _set(token: Token, form: NDArray[Any], attrs: dict[int, int]) -> None:
    """Set what a rule sets: part of speech and form in their row, the rest at the token."""
    for attribute, value in attrs.items():
        if attribute == POS:
            form[0] = value
        elif attribute == MORPH:
            form[1] = value
        elif attribute == LEMMA:
            token.lemma = value
        elif attribute == TAG:
            token.tag = value
        else:
            token.dep = value
