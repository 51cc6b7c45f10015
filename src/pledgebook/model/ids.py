"""Content-addressed ids: each hashes one canonical JSON array, so that fields never collide."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence


def canonical_json(value: object) -> str:
    """Write ``value`` as JSON with sorted keys and no blanks; non-ASCII stays as it is.

    Raises TypeError for anything but JSON's own types.
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest(parts: Sequence[object]) -> str:
    """Hash a sequence of JSON values: 64 hexadecimal digits of sha256 over its canonical form."""
    return hashlib.sha256(canonical_json(list(parts)).encode("utf-8", "surrogatepass")).hexdigest()


def text_id(text: str) -> str:
    """Id of a snapshot: ``sha256:`` and the digest of the text's UTF-8 bytes."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
