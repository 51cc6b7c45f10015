"""Terminal output: one console for results, one for messages, plain when not a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from pledgebook.model.problems import Problem


def results() -> Console:
    """Give the console for results (standard output)."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def messages() -> Console:
    """Give the console for messages (standard error)."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one a line: those that stopped an input first."""
    console = messages()
    ordered = sorted(problems, key=lambda problem: not problem.fatal)
    for problem in ordered:
        mark = "[bold red]not read[/]" if problem.fatal else "[yellow]note[/]"
        place = f" at {problem.span.start}" if problem.span is not None else ""
        console.print(
            f"{mark} {escape(problem.where)}{place}: {problem.code}: {escape(problem.message)}"
        )


def worth_showing(problem: Problem) -> bool:
    """Say whether a problem is for the person at the terminal (refusals stay in the report)."""
    return problem.fatal or problem.code != "refused-by-gate"
