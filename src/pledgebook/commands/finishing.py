"""How a verb ends: with its exit code, or one line that says what is wrong; never a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable


def finish(work: Callable[[], int]) -> None:
    """Run a verb and exit with its code; a fault that a user can mend is one line."""
    from pledgebook.settings import from_environment

    debug = from_environment().debug
    try:
        code = work()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        if debug:
            raise
        typer.echo(f"pledgebook: {_plain(error)}", err=True)
        raise SystemExit(2 if _is_usage(error) else 1) from None
    raise SystemExit(code)


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    if type(error).__module__.startswith("pledgebook."):
        return str(error)
    return (
        f"an unforeseen fault: {type(error).__name__}: {error} (set PLEDGEBOOK_DEBUG=1 to see more)"
    )


def _is_usage(error: Exception) -> bool:
    """A book, file or definition that is named but cannot be used is wrong usage."""
    return isinstance(error, OSError) or type(error).__name__ in (
        "LedgerError",
        "BookError",
        "ExchangeError",
    )
