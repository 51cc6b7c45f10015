"""The parser: spaCy's small English pipeline without its entity recogniser.

The only file that imports spaCy; nothing imports this file before the first parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from pledgebook.language.matrix_products import OneThread, multiply_by_numpy
from pledgebook.language.model_files import require
from pledgebook.language.protocol import Token
from pledgebook.language.token_rules import remember_rules
from pledgebook.model.spans import Span

#: Components that are not loaded: they cost most and nothing here reads them.
LEFT_OUT = ("ner", "senter")
#: A span longer than this, in code points, is no sentence; it gives no tokens.
LONGEST = 8_000
#: Sentences parsed in one batch.
BATCH = 64
#: Words whose entries stay from one text to the next; making each anew is a tenth of a parse.
KEPT_WORDS = 30_000

_BLANK = re.compile(r"\s")
#: A link of Markdown: its words stay, its brackets and address are blanks to the model.
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{1,400}\)")
#: Marks of bold and slanted type, of Markdown and of HTML, and words struck out: all are blanks.
_TYPE = re.compile(
    r"<s>[^<>]{0,80}</s>|</?(?:u|s|b|i|em|strong|sup|sub|span)(?:\s[^<>]{0,200})?>"
    r"|\*{1,6}(?=[^\s*])|(?<=[^\s*])\*{1,6}"
)


class SpacyParser:
    """A loaded pipeline."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Take a pipeline that tags, parses and lemmatizes."""
        self._pipeline = pipeline
        self._one_thread = OneThread()

    @classmethod
    def load(cls, model: str | None = None) -> SpacyParser:
        """Load the verified small model, or the one named; raises ModelError."""
        folder = require(model).where
        assert folder is not None
        pipeline = spacy.util.load_model_from_path(folder, exclude=list(LEFT_OUT))
        remember_rules(pipeline)
        multiply_by_numpy(pipeline)
        return cls(pipeline)

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        """Parse each span as one sentence; token spans count in ``text``."""
        short = [span for span in spans if 0 < len(span) <= LONGEST]
        with self._one_thread(), self._zone():
            docs = self._pipeline.pipe(
                (self._doc(span.of(text)) for span in short), batch_size=BATCH
            )
            parsed = {span: _tokens(doc, span, text) for span, doc in zip(short, docs, strict=True)}
        return tuple(parsed.get(span, ()) for span in spans)

    def _zone(self) -> AbstractContextManager[object]:
        """Keep the words that are met first, which are the commonest; forget later ones at once."""
        full = len(self._pipeline.vocab) >= KEPT_WORDS
        return self._pipeline.memory_zone() if full else nullcontext()

    def _doc(self, words: str) -> Doc:
        """Tokenize with every blank as a plain one, as the model knows them, and hold together."""
        plain = _LINK.sub(_words_alone, words) if "](" in words else words
        plain = _TYPE.sub(_blanks, plain) if "*" in plain or "</" in plain else plain
        doc = self._pipeline.make_doc(_BLANK.sub(" ", plain))
        for token in islice(doc, 1, None):
            token.is_sent_start = False
        return doc


def _words_alone(link: re.Match[str]) -> str:
    """Give the words of a link amid as many blanks as it has other code points."""
    return f" {link[1]}".ljust(len(link[0]))


def _blanks(mark: re.Match[str]) -> str:
    return " " * len(mark[0])


def _tokens(doc: Doc, span: Span, text: str) -> tuple[Token, ...]:
    """Copy the tokens out, without those that are blanks alone."""
    kept = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}
    return tuple(
        Token(
            span=Span(span.start + token.idx, span.start + token.idx + len(token)),
            text=text[span.start + token.idx : span.start + token.idx + len(token)],
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, number),
        )
        for number, token in enumerate(kept)
    )
