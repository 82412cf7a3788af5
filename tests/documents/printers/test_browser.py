"""A printed page in a browser: nothing fails, nothing is fetched, nothing sticks out."""

from pathlib import Path

import pytest

from designkit.documents.printers import find_printer
from designkit.handouts.variant import HandoutOptions
from designkit.handouts.variants import find_variant
from tests.browser import seen
from tests.mutated import DESIGNS, shipped

PHONE, DESK = 390, 1280


@pytest.mark.slow
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", DESIGNS)
def test_a_handout_is_whole_on_any_screen(
    name: str, width: int, tmp_path: Path
) -> None:
    (paper,) = find_variant("full").make(shipped(name), name, HandoutOptions()).papers
    page = find_printer("html").print(paper)[0].data.decode()
    found = seen(page, tmp_path, width)

    assert (found.faults, found.lost, found.resources) == ((), (), ())
    assert found.over == 0
    assert found.letters > 5_000
