"""The questions that rules ask of a design."""

import pytest

from designkit.analysis.facts import Facts, State, mentions
from tests.cases import case_of


def logs(*fields: str) -> Facts:
    """Return a case with a prediction log for each of `fields`."""
    rows = [f"  log-{n}: {{kind: prediction-log{f}}}" for n, f in enumerate(fields)]
    return case_of("\n".join(["components:", "  app: {kind: client}", *rows, ""]))


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        pytest.param(logs(), State.UNSTATED, id="no log"),
        pytest.param(logs(""), State.UNSTATED, id="a log of unknown fields"),
        pytest.param(logs(", fields: [score]"), State.ABSENT, id="another field"),
        pytest.param(logs(", fields: none"), State.ABSENT, id="said to keep nothing"),
        pytest.param(logs(", fields: [score]", ""), State.UNSTATED, id="one of two"),
        pytest.param(logs(", fields: [Slot of page]", ""), State.PRESENT, id="kept"),
    ],
)
def test_a_field_is_logged_not_logged_or_nobody_says(
    facts: Facts, state: State
) -> None:
    assert facts.logged("slot", "position") is state


def test_what_several_components_lack_stands_at_none_of_them() -> None:
    facts = logs("", "")
    both = facts.of_kind("prediction-log")

    assert facts.place_of(*both) == ("components",)
    assert facts.place_of(both[0]) == ("components", "log-0")
    assert facts.place_of() == ("components",)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Price-and-STOCK",), True),
        (("restocked",), False),
        ((None, "stock, by shop"), True),
        ((), False),
    ],
)
def test_words_are_found_whole_and_in_any_case(
    texts: tuple[str | None, ...], found: bool
) -> None:
    assert mentions(("stock", "price"), *texts) is found
