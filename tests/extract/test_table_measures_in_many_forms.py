"""Measures in many forms (``measures_in_many_forms.tsv``): lists, orders, headlines, permissions.

Written with the rules that read them, so that the table says what they do and where they stop; what
a text never seen gives is measured on the passages of tests/quality/passages.
"""

from __future__ import annotations

import pytest
from reading import page
from tables_in_news import Line, lines
from test_table_measures_in_news import _said

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Measure


@pytest.mark.parametrize("line", lines("measures_in_many_forms"), ids=lambda line: line.text[:60])
def test_measures(line: Line) -> None:
    whole = page(line.text.replace("\\n", "\n"))
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    assert {_said(claim) for claim in kept if isinstance(claim, Measure)} == line.told


def test_a_headline_is_no_second_measure() -> None:
    whole = page("US sanctions two Malian banks\n\nThe United States imposed sanctions on Mali.")
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    assert len(kept) == 1


def test_a_package_is_that_of_the_one_whose_package_the_page_tells() -> None:
    whole = page("The package covers nine Russian banks. The EU's package was agreed on Friday.")
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    told = [claim for claim in kept if isinstance(claim, Measure)]
    assert [(c.actors[0].id, c.problems) for c in told] == [("org:eu", ("actor-from-context",))]
