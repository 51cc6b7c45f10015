"""How the parser multiplies: by numpy's library, on one thread.

A third of a parse is products of small matrices of single precision. spaCy multiplies them with
BLIS, numpy with the BLAS it was built with (OpenBLAS in its wheels), which is two to three times as
fast for the shapes of the small model, on one core. Measured on 4,112 sentences of official texts:
the same tokens, lemmas, tags and heads, in a quarter less time (docs/benchmarks.md).
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from spacy.language import Language as Pipeline
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController


def multiply_by_numpy(pipeline: Pipeline) -> None:
    """Let every layer of a pipeline multiply with numpy; its weights stay as they are."""
    products = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = products


class OneThread:
    """While one sentence's matrices are multiplied, more threads only wait for each other.

    Called anew for every parse, as the number belongs to the whole process: a program that uses
    Pledgebook as a library keeps its own before and after.
    """

    def __init__(self) -> None:
        """Find the libraries that multiply; they are loaded by now."""
        self._libraries = ThreadpoolController()

    def __call__(self) -> AbstractContextManager[object]:
        """Give a context in which products are computed on one thread."""
        limit: AbstractContextManager[object] = self._libraries.limit(limits=1, user_api="blas")
        return limit
