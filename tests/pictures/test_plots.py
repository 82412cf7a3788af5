"""A sweep is drawn as text and lines, the same on every machine."""

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

from designkit.estimates.estimator import estimate
from designkit.estimates.report import Swept
from designkit.estimates.what_if import changed, read_sweep
from designkit.pictures.plots import MOST_PLOTS, plot
from tests.hostile import every_hostile_text
from tests.mutated import shipped


def swept(text: str) -> Swept:
    sweep = read_sweep(text, shipped("fraud"))
    steps = [changed(shipped("fraud"), (change,)).design for change in sweep.changes]
    found = tuple(estimate(step) for step in steps if step)
    return Swept("Fraud", sweep.name, sweep.values, found)


def texts(data: bytes) -> list[str]:
    root = ElementTree.fromstring(data)
    return [
        "".join(node.itertext()).strip()
        for node in root.iter()
        if node.tag.endswith("}text")
    ]


def test_every_figure_that_reacts_has_a_plot_with_its_unit() -> None:
    data = plot(swept("components.score.latency.p99=10 ms..70 ms:4"))
    found = texts(data)

    assert "Sum of the p99s on the critical path" in found
    assert {"10 ms", "30 ms", "50 ms", "70 ms"} <= set(found)
    assert b"<script" not in data
    assert b"foreignObject" not in data


def test_too_many_figures_are_counted() -> None:
    wanted = swept("workload.requests-per-day=10 M..30 M:3")

    assert len(wanted.rows) > MOST_PLOTS
    assert f"(the first 12 of {len(wanted.rows)})" in texts(plot(wanted))[-1] + "".join(
        texts(plot(wanted))
    )


def test_the_same_sweep_is_the_same_file() -> None:
    wanted = swept("components.score.replicas=1..12:3")

    assert plot(wanted) == plot(wanted)


@cache
def one_plot() -> Swept:
    return swept("components.deploy.canary=1%..2%:2")


@every_hostile_text
def test_hostile_names_stay_texts(text: str) -> None:
    data = plot(replace(one_plot(), name=text))

    ElementTree.fromstring(data)
    assert b"<script" not in data
