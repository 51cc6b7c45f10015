"""What was said, behind the words of an act that is more than saying it."""

from __future__ import annotations

import re

#: Acts that are no more than saying: what is said stands as it would without them.
_SAYING = re.compile(
    r"(?:also\s+|then\s+|later\s+)?(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)"
    r"|not(?:e|es|ed|ing)|wr(?:ite|ites|ote|iting)|repl(?:y|ies|ied)|answer(?:s|ed)?|explain(?:s|ed)?|comment(?:s|ed)?"
    r"|tweet(?:s|ed)?|post(?:s|ed)?|according\s+to|in\s+the\s+words\s+of)",
    re.IGNORECASE,
)
#: Forms that follow their subject: "rejected", "calls for"; others stand in brackets.
_FINITE = re.compile(r"\w+(?:ed|[^s]s)\b(?!\s+of\b)", re.IGNORECASE)


def act_of(cue: str | None) -> str | None:
    """Give the words of an act that is more than saying (``rejected``), None for saying itself."""
    flat = None if cue is None else " ".join(cue.split())
    return None if flat is None or _SAYING.fullmatch(flat) else flat


def with_act(cue: str | None, content: str) -> str:
    """Write what was said behind its act: ``rejected the idea``; alone it would turn round."""
    act = act_of(cue)
    if act is None:
        return content
    return f"{act} {content}" if _FINITE.match(act) else f"({act}) {content}"
