"""English behind the protocol of this room: rules for everything but the parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pledgebook.language import blocks as _blocks
from pledgebook.language import quotations as _quotations
from pledgebook.language import sentences as _sentences
from pledgebook.language.protocol import Block, Quotation, Token
from pledgebook.model.spans import Span

if TYPE_CHECKING:
    from pledgebook.language.spacy_parser import SpacyParser


class English:
    """English. Blocks, sentences and quotations are rules; the parser is loaded on first use."""

    code = "en"

    def __init__(self, model: str | None = None) -> None:
        """Take the name or folder of another spaCy model; None for the verified small one."""
        self._model = model
        self._parser: SpacyParser | None = None

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Split a text into blocks, in order."""
        return _blocks.split(text)

    def sentences(self, text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
        """Split blocks into sentences, in order; no sentence crosses a block."""
        return _sentences.split(text, blocks)

    def quotations(self, text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
        """Find words in quotation marks, in order; straight, curly and mixed marks alike."""
        return _quotations.find(text, blocks)

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        """Parse each span as one sentence; token spans count in ``text``.

        Raises ModelError where no model is installed or its files are not the known ones.
        """
        if self._parser is None:
            from pledgebook.language.spacy_parser import SpacyParser  # noqa: PLC0415

            self._parser = SpacyParser.load(self._model)
        return self._parser.parse(text, spans)
