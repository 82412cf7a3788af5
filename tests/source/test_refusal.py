"""A design that is needed and does not load is refused, with the place to mend."""

import pytest

from designkit.errors import LoadError
from designkit.source.loader import load_text
from designkit.source.refusal import refusal, require_design

HEAD = "designkit: 1\nname: X\nsystem: generic\n"
WHOLE = f"{HEAD}components: {{a: {{kind: client}}}}\n"
BROKEN = f"""\
{HEAD}components:
  a: {{kind: clint}}
  b: {{kind: gatway}}
"""


def test_a_design_that_loads_is_given() -> None:
    loaded = load_text(WHOLE)

    assert require_design(loaded) is loaded.design


def test_one_that_does_not_is_refused_with_the_place_of_its_first_error() -> None:
    with pytest.raises(LoadError) as caught:
        require_design(load_text(BROKEN, "x.yaml"))

    assert str(caught.value) == (
        "x.yaml does not load, 2 errors; the first: x.yaml:5:13: unknown kind 'clint'"
    )


def test_a_text_that_is_no_yaml_is_refused_as_well() -> None:
    with pytest.raises(LoadError, match=r"^x\.yaml does not load, 1 error; the first"):
        require_design(load_text("{", "x.yaml"))


def test_a_terminal_shows_the_first_twenty() -> None:
    parts = "".join(f"  c{number}: {{kind: clint}}\n" for number in range(25))
    loaded = load_text(f"{HEAD}components:\n{parts}", "x.yaml")

    *shown, rest, last = refusal(loaded, "not drawn", colour=False, width=80)

    assert len(shown) == 20
    assert (rest, last) == ("and 5 more", "x.yaml: not drawn, 25 errors")
