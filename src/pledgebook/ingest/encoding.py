"""Bytes to text: UTF-8, and a stated guess where they are something else."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

#: Signs at the beginning of files that hold no text, whatever their name says.
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
)
#: Byte order marks other than UTF-8's, the longer ones first.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes looked at to tell text from anything else.
SAMPLE = 65_536
#: Largest share of control characters in a text (``file`` takes any as a sign of data; pages with
#: stray ones are common, so only a text that is mostly made of them is refused).
MOST_CONTROLS = 0.3

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")


class NotText(ValueError):  # noqa: N818  -- what it is, not an error of the program
    """The bytes are no text in any encoding that is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and how it was decoded.

    Attributes:
        text: the text, without a byte order mark; no line break is translated.
        assumed: the encoding that was guessed, None where it is plain UTF-8.
    """

    text: str
    assumed: str | None = None


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Decode bytes; raises NotText for data that is no text.

    UTF-8 first, then the encoding that a page declares, then Windows-1252, whose superset
    Latin-1 never fails. A byte order mark decides before all others.
    """
    wide = next((name for mark, name in _WIDE if raw.startswith(mark)), None)
    if wide is not None:
        return _decode_wide(raw, wide)
    if is_binary(raw):
        raise NotText
    try:
        return Decoded(text=raw.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError:
        return _guess(raw, declared)


def _decode_wide(raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(text=raw.decode(name), assumed=name)
    except UnicodeDecodeError as error:
        raise NotText from error


def _guess(raw: bytes, declared: str | None) -> Decoded:
    for name in (declared, "cp1252"):
        try:
            if name is not None:
                return Decoded(text=raw.decode(name), assumed=name)
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(text=raw.decode("latin-1"), assumed="latin-1")


def is_binary(raw: bytes) -> bool:
    """Say whether the bytes are data: a NUL among them, a known sign, or mostly controls."""
    if b"\0" in raw or raw.startswith(_MAGIC):
        return True
    sample = raw[:SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > MOST_CONTROLS * len(sample)


def declared_charset(raw: bytes) -> str | None:
    """Read the encoding that an HTML page declares in its first 4,096 bytes, if Python knows it."""
    match = _CHARSET.search(raw, 0, 4096) or _XML_CHARSET.search(raw, 0, 200)
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
