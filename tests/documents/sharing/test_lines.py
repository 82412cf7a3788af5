"""Lines of an image fit into their room."""

import pytest

from designkit.documents.sharing.lines import (
    LOOKS,
    broken,
    fitting,
    share_line,
    width_of_line,
)


@pytest.mark.parametrize("look", LOOKS)
def test_a_line_is_never_wider_than_its_room(look: str) -> None:
    line = share_line(look, 10, 20, "Ein langer\nText " * 40, 300)

    assert line.text.startswith("Ein langer T")
    assert line.width == width_of_line(look, line.text) <= 300


def test_a_text_is_broken_into_few_lines() -> None:
    lines = broken("name", "word " * 40, 200, 2)

    assert len(lines) == 2
    assert all(width_of_line("name", line) <= 200 for line in lines)
    assert broken("name", "", 200, 2) == ()


@pytest.mark.parametrize(
    ("most", "shown"),
    [(20, "one, two, three"), (9, "one, two"), (5, "one"), (1, "one")],
)
def test_as_many_parts_are_shown_as_fit(most: int, shown: str) -> None:
    assert fitting("one, two, three", ", ", lambda it: len(it) <= most) == shown
