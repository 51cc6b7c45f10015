"""Rows that have been read and wait to be taken: on disk, so that a table of any length fits."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Self

from pledgebook.exchange.table_import import Taken

#: Rows written at a time: their common words are written once.
_AT_ONCE = 200


class RowSpool:
    """Rows in a nameless file, which goes with the process; they can be walked again and again.

    A table is read to its end before the book is opened, so that a fault in its last row leaves
    the book as it was, and no other writer waits for the reading.
    """

    def __init__(self, rows: Iterable[Taken]) -> None:
        """Draw all rows and put them down."""
        self._file = tempfile.TemporaryFile(prefix="pledgebook-rows-")  # noqa: SIM115 - closed in __exit__
        waiting = iter(rows)
        try:
            while some := list(islice(waiting, _AT_ONCE)):
                pickle.dump(some, self._file, pickle.HIGHEST_PROTOCOL)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Taken]:
        """Walk the rows from the first; one walk at a time."""
        end = self._file.seek(0, 2)
        self._file.seek(0)
        while self._file.tell() < end:
            yield from pickle.load(self._file)  # noqa: S301 - written above, by this process
