"""A part of which some fields are unknown is still a part of its sort."""

from collections.abc import Callable

import pytest

from designkit.model.component import Flow, Mode
from designkit.model.partial import partial, unknown_in, unsourced
from designkit.model.unknown import UnknownError
from designkit.quantities.quantity import Dimension, Quantity

FLOW = partial(Flow, {"source": "a", "mode": Mode.CALL}, {"target", "carries"})
OTHER = Flow(source="a", target="b", mode=Mode.CALL)


def test_what_is_known_is_read_as_of_any_other() -> None:
    assert isinstance(FLOW, Flow)
    assert (FLOW.source, FLOW.mode, FLOW.retries) == ("a", Mode.CALL, None)
    assert unknown_in(FLOW) == {"target", "carries"}
    assert unknown_in(OTHER) == frozenset()


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(lambda: FLOW.target, id="an unknown field"),
        pytest.param(lambda: getattr(FLOW, "carries", ""), id="asked with a default"),
        pytest.param(lambda: FLOW.ends, id="what is made of it"),
        pytest.param(lambda: FLOW.model_copy(update={"note": "x"}).target, id="a copy"),
        pytest.param(lambda: FLOW.model_dump(), id="all fields"),
        pytest.param(lambda: list(FLOW), id="all pairs"),
        pytest.param(lambda: FLOW == OTHER, id="whether it is the same"),
        pytest.param(lambda: OTHER == FLOW, id="the other way round"),
    ],
)
def test_what_is_unknown_gets_no_answer(question: Callable[[], object]) -> None:
    with pytest.raises(UnknownError):
        question()


def test_of_a_figure_with_a_lost_source_all_but_the_source_is_known() -> None:
    figure = unsourced(Quantity(1, 2, Dimension.COUNT, "1..2"))

    assert (figure.low, figure.high, figure.text) == (1, 2, "1..2")
    with pytest.raises(UnknownError):
        _ = figure.note
