"""The three systems of ``make bench-grounding``, each behind one question: are these words there?

Every peer runs with its own defaults, on given proposals, without a model and without network:

- langextract: ``Resolver().align``, the step of ``langextract.extract`` that grounds what a model
  proposed. An extraction without an alignment status is refused; exact, lesser and fuzzy matches
  are kept, as they are by default.
- instructor: ``CitationMixin``, which looks each quote up in the context and drops those that it
  does not find. A quote that is dropped is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from instructor import CitationMixin
from langextract.chunking import ChunkIterator
from langextract.core.data import AlignmentStatus, Extraction
from langextract.core.tokenizer import RegexTokenizer
from langextract.resolver import Resolver

#: The default of ``langextract.extract``: code points that a model is shown at a time.
CHUNK = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A system that says whether words stand in a text.

    Attributes:
        name: as printed.
        finds: takes a text, words and the offset that they are cited at; gives whether the words
            are kept by default, and whether they are by the strictest answer that it gives.
        strict: what the strictest answer is.
    """

    name: str
    finds: Callable[[str, str, int], tuple[bool, bool]]
    strict: str


def align(text: str, words: str, _at: int = 0) -> tuple[bool, bool]:
    """Ask langextract for the words in a text."""
    proposed = Extraction(extraction_class="value", extraction_text=words)
    (aligned,) = Resolver().align([proposed], text, token_offset=0, char_offset=0)
    status = aligned.alignment_status
    return status is not None, status is AlignmentStatus.MATCH_EXACT


def align_in_chunk(text: str, words: str, at: int) -> tuple[bool, bool]:
    """Ask langextract for the words in the piece of text that its model would have read."""
    chunks = chunks_of(text)
    chunk = next((chunk for start, chunk in reversed(chunks) if start <= at), text)
    return align(chunk, words)


@cache
def chunks_of(text: str) -> tuple[tuple[int, str], ...]:
    """Cut a text as ``langextract.extract`` does: where each piece starts, and the piece."""
    pieces = ChunkIterator(text, max_char_buffer=CHUNK, tokenizer_impl=RegexTokenizer())
    return tuple((piece.char_interval.start_pos, piece.chunk_text) for piece in pieces)


def cite(text: str, words: str, _at: int = 0) -> tuple[bool, bool]:
    """Ask instructor for the words in a text."""
    given = {"substring_quotes": [words]}
    quotes = CitationMixin.model_validate(given, context={"context": text}).substring_quotes
    return bool(quotes), quotes == [words]


PEERS = (
    Peer(
        name=f"langextract {version('langextract')}",
        finds=align,
        strict="only its exact matches",
    ),
    Peer(
        name=f"langextract {version('langextract')}, in its chunk",
        finds=align_in_chunk,
        strict="only its exact matches",
    ),
    Peer(
        name=f"instructor {version('instructor')}",
        finds=cite,
        strict="only quotes that it gives back as they were",
    ),
)
