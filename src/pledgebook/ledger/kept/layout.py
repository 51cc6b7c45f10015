"""How rows stand in JSON with two blanks for each step inward, and words in it."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

#: How a value of a row, an item of a list of a row, and an object there are written.
VALUE, ITEM, END = "\n    ", "\n      ", "\n    ]"
OBJECT = f'{ITEM}{{\n        "entry": "'
OBJECT_END = f"{ITEM}}}"
SAID = '",\n        '


def quoted(words: str | None) -> str:
    """Write words as JSON; raises TypeError for lone surrogates."""
    return orjson.dumps(words).decode()


def all_quoted(words: Sequence[str]) -> list[str]:
    """Write words as JSON: each on a line of a list, since none has the end of a line in it."""
    return orjson.dumps(words, option=orjson.OPT_INDENT_2).decode()[4:-2].split(",\n  ")
