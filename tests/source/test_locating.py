"""A place in a text is found in the smallest value that is written there."""

import pytest

from designkit.diagnostics import Span
from designkit.source.locating import paths_to
from designkit.source.node import Path
from designkit.source.reader import read

TEXT = """\
a: {b: 1, c: [2, 3]}
d: &same {e: 4}
f: *same
"""


@pytest.mark.parametrize(
    ("line", "column", "paths"),
    [
        pytest.param(1, 8, [("a", "b")], id="a value"),
        pytest.param(1, 5, [("a", "b")], id="a key"),
        pytest.param(1, 18, [("a", "c", 1)], id="an item"),
        pytest.param(2, 14, [("d", "e"), ("f", "e")], id="what an alias repeats"),
        pytest.param(9, 1, [()], id="nothing"),
    ],
)
def test_a_place_leads_to_the_smallest_value(
    line: int, column: int, paths: list[Path]
) -> None:
    root = read(TEXT).root
    assert root is not None

    assert list(paths_to(root, (Span(line, column, line, column + 1),))) == paths
