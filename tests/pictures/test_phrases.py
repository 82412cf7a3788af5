import pytest

from designkit.catalog.kinds import all_kinds
from designkit.model.component import Component, Flow, Mode
from designkit.model.problem import Percentiles
from designkit.pictures.phrases import (
    KEY_FIGURES,
    carried,
    figures_of,
    percentiles,
    type_label,
    wrapped_label,
)
from designkit.quantities.quantity import Dimension, Quantity, parse_quantity
from tests.drawn import design_of


def component(attributes: str) -> Component:
    text = "designkit: 1\nname: X\nsystem: generic\ncomponents:\n  it: {%s}\n"
    return design_of(text % attributes).components["it"]


def time(text: str) -> Quantity:
    return parse_quantity(text, Dimension.DURATION)


def flows(*carried: str | None) -> tuple[Flow, ...]:
    return tuple(
        Flow(source="a", target="b", mode=Mode.STREAM, carries=name) for name in carried
    )


@pytest.mark.parametrize(
    ("attributes", "phrases"),
    [
        pytest.param("kind: client", (), id="nothing stated"),
        pytest.param(
            "kind: model-server, latency: {p50: 2 ms, p99: 8 ms}",
            ("p99\u00a08\u00a0ms",),
            id="how long it takes",
        ),
        pytest.param(
            "kind: model-server, latency: {p50: 2 ms}", (), id="a median alone"
        ),
        pytest.param(
            "kind: online-store, latency: {p99: 8 ms}, ttl: 3 d",
            ("p99\u00a08\u00a0ms · TTL\u00a03\u00a0d",),
            id="two figures",
        ),
        pytest.param(
            "kind: prediction-log, retention: 14 d, lag: 5 s, timeout: 1 s",
            ("lag\u00a05\u00a0s · keeps\u00a014\u00a0d",),
            id="the two that matter most",
        ),
        pytest.param(
            "kind: monitor, watch: [data, skew, model-quality]",
            ("data,\u00a0skew",),
            id="what is watched where there are no figures",
        ),
    ],
)
def test_a_card_has_the_figures_that_matter_most(
    attributes: str, phrases: tuple[str, ...]
) -> None:
    assert figures_of(component(attributes)) == phrases


@pytest.mark.parametrize("name", [name for name, _ in KEY_FIGURES])
def test_every_figure_is_one_that_some_kind_states(name: str) -> None:
    assert any(kind.attribute(name) for kind in all_kinds())


def test_as_many_figures_are_given_as_are_wanted() -> None:
    store = component("kind: online-store, latency: {p99: 8 ms}, ttl: 3 d")

    assert figures_of(store, most=1) == ("p99\u00a08\u00a0ms",)


@pytest.mark.parametrize(
    ("p50", "p99", "text"),
    [
        pytest.param("2 ms", "8 ms", "p50 2 · p99 8 ms", id="one unit"),
        pytest.param(
            "800 ms",
            "2 s",
            "p50\u00a0800\u00a0ms · p99\u00a02\u00a0s",
            id="two units, broken between them alone",
        ),
        pytest.param(None, "2 s", "p99 2 s", id="no median"),
        pytest.param("2 s", None, "", id="no p99"),
        pytest.param(None, None, "", id="nothing"),
    ],
)
def test_percentiles_have_their_unit_once_where_it_is_the_same(
    p50: str | None, p99: str | None, text: str
) -> None:
    latency = Percentiles(p50=p50 and time(p50), p99=p99 and time(p99))

    assert percentiles(latency) == text


def test_the_data_types_of_flows_are_named_the_most_frequent_first() -> None:
    assert carried(flows("model", "event", None, "event")) == "events\nmodel"


def test_more_data_types_than_have_room_are_left_out_and_said_to_be() -> None:
    four = flows("event", "model", "label", "metric")

    assert carried(four) == "events\nlabels\n…"
    assert carried(four, most=4) == "events\nlabels\nmetrics\nmodel"
    assert carried(()) == ""


def test_a_long_label_is_broken_at_its_spaces() -> None:
    assert wrapped_label("feature-values") == ("feature values",)
    assert wrapped_label("feature-def") == ("feature", "definitions")
    assert wrapped_label("event") == ("events",)


def test_an_unknown_data_type_is_written_as_it_is() -> None:
    assert type_label("quark") == "quark"
