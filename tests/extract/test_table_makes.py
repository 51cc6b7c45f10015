"""The make that is printed before the name of things without a count. All sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, line

LINES = [
    line("Germany will send Taurus missiles to Ukraine.", Want(items="Taurus missiles")),
    line("Germany will not send Taurus cruise missiles to Ukraine.",
         Want(items="Taurus cruise missiles", firmness="denied")),
    line("Spain will send Leopard tanks to Ukraine.", Want(items="Leopard tanks")),
    line("Spain will send old Leopard 2A4 tanks to Ukraine.", Want(items="Leopard 2A4 tanks")),
    line("Poland promised Ukraine MiG-29 jets.", Want(items="MiG-29 jets")),
    line("Sweden will give Ukraine Archer howitzers.", Want(items="Archer howitzers")),
    line("Greece will not give Ukraine Patriot missiles.", Want(items="Patriot missiles")),
    # capitals that are no make
    line("On Monday Norway said it would send tanks to Ukraine.", Want(items="tanks")),
    line("Norway Will Send Tanks To Ukraine", Want(items="Tanks")),
    line("Norway will send German tanks to Ukraine.", Want(items="tanks")),
    line("Norway will send Ukraine tanks.", Want(items="tanks")),
    line("Tanks will be sent to Ukraine by Norway.", Want(items="Tanks")),
    line("Norway will give Ukraine 12 Leopard tanks.", Want(items="12 Leopard tanks")),
    line("Spain pledged medicine to Gaza.", Want(items="medicine")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_the_name_of_things(row: Line) -> None:
    check_says(row)
