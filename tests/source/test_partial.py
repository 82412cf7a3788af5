"""What did not load is unknown, and what stands beside it is known."""

from collections.abc import Callable

import pytest

from designkit.model.design import Design
from designkit.model.unknown import UnknownError, known
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: Sketch
system: generic
workload: {requests-per-day: 1 M}
components:
  app: {kind: client}
  gate: {kind: gateway, timeout: 1 s, owner: web}
  score: {kind: model-server, latency: {p50: 5 ms, p99: 9 ms}, service-time: 4 ms}
  train: {kind: trainer}
flows:
  calls:
    - app -> gate: request
    - gate -> score: {carries: request, timeout: 1 s}
models:
  m: {trained-by: train, served-by: [score], datasets: [d, e]}
datasets: {d: {}, e: {}}
sources: {}
"""
Read = Callable[[Design], object]


def partial(old: str, new: str) -> Design:
    loaded = load_text(TEXT.replace(old, new, 1))

    assert loaded.design is None
    assert loaded.partial is not None
    return loaded.partial


@pytest.mark.parametrize(
    ("old", "new", "unknown", "beside", "value"),
    [
        pytest.param(
            "by: train,",
            "by: trian,",
            lambda d: d.models["m"].trained_by,
            lambda d: d.models["m"].served_by,
            ("score",),
            id="a reference",
        ),
        pytest.param(
            "[d, e]",
            "[d, x]",
            lambda d: list(d.models["m"].datasets),
            lambda d: known(d.models["m"].datasets),
            ("d",),
            id="one of several references",
        ),
        pytest.param(
            "kind: gateway",
            "kind: unheard-of",
            lambda d: d.components["gate"].kind,
            lambda d: d.components["gate"].owner,
            "web",
            id="a kind",
        ),
        pytest.param(
            "p99: 9 ms",
            "p99: 9",
            lambda d: d.components["score"].latency.p99,
            lambda d: d.components["score"].latency.p50.text,
            "5 ms",
            id="a number without a unit",
        ),
        pytest.param(
            "service-time: 4 ms",
            "service-time: 4",
            lambda d: d.components["score"].quantity("service-time"),
            lambda d: d.components["score"].quantity("another"),
            None,
            id="an attribute of a kind",
        ),
        pytest.param(
            "owner: web",
            "zzqq: web",
            lambda d: d.components["gate"].owner,
            lambda d: d.components["gate"].timeout.text,
            "1 s",
            id="an unknown key may be any that is not stated",
        ),
        pytest.param(
            "gate -> score",
            "gate -> scroe",
            lambda d: d.flows[1].target,
            lambda d: d.flows[1].source,
            "gate",
            id="the end of a flow",
        ),
        pytest.param(
            "carries: request",
            "carries: reqest",
            lambda d: d.flows[1].carries,
            lambda d: d.flows[1].ends,
            ("gate", "score"),
            id="what a flow carries",
        ),
        pytest.param(
            "{kind: trainer}",
            "12",
            lambda d: d.components["train"].kind,
            lambda d: d.components["train"].id,
            "train",
            id="a whole component",
        ),
        pytest.param(
            "app -> gate: request",
            "app => gate: request",
            lambda d: len(d.flows),
            lambda d: [flow.target for flow in known(d.flows)],
            ["score"],
            id="a whole flow",
        ),
        pytest.param(
            "1 M}",
            "{value: 1 M, source: nobody}}",
            lambda d: d.workload.requests_per_day.note,
            lambda d: d.workload.requests_per_day.low,
            1e6,
            id="the source of a figure",
        ),
        pytest.param(
            "system: generic",
            "system: genric",
            lambda d: d.system,
            lambda d: d.name,
            "Sketch",
            id="the system",
        ),
    ],
)
def test_what_did_not_load_is_unknown_and_what_stands_beside_it_is_known(
    old: str, new: str, unknown: Read, beside: Read, value: object
) -> None:
    design = partial(old, new)

    assert beside(design) == value
    with pytest.raises(UnknownError):
        unknown(design)


def test_a_slip_in_a_kind_is_surely_no_kind_that_is_quite_another() -> None:
    design = partial("kind: gateway", "kind: gatway")

    assert [it.id for it in design.of_kind("client")] == ["app"]
    with pytest.raises(UnknownError):
        bool(design.of_kind("gateway"))


def test_an_undeclared_component_is_of_a_kind_that_fits_its_flows() -> None:
    design = partial("gate -> score", "gate -> nowhere")

    assert design.of_kind("monitor") == ()
    with pytest.raises(UnknownError):
        len(design.of_kind("model-server"))


def test_without_components_nothing_is_known() -> None:
    loaded = load_text("designkit: 1\nname: A\nsystem: generic\ncomponents: 12\n")

    assert (loaded.design, loaded.partial) == (None, None)
