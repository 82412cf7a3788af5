"""The numbers of a design: enough of them, none out of nothing, and all of them sound."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.errors import ChangeError
from designkit.estimates.estimator import estimate, estimate_load
from designkit.estimates.figure import Estimate
from designkit.estimates.report import EstimateReport
from designkit.estimates.topic import Chapter
from designkit.estimates.what_if import Change, changed
from designkit.model.figures import stated_quantities
from designkit.model.graph import Graph
from designkit.pictures.views import find_view
from designkit.source.refusal import require_design
from tests.computed import depends, estimated, figure, of_shipped
from tests.mutated import DESIGNS, shipped
from tests.sampled import sampled

every_design = pytest.mark.parametrize("name", DESIGNS)

SERVED = """
    workload: {{requests-per-day: {requests}, peak-factor: {peak}}}
    components:
      app: {{kind: client}}
      rank: {{kind: model-server, service-time: 10 ms, concurrency: 4, replicas: 9}}
    flows: {{calls: [app -> rank: request, rank -> app: response]}}
"""
FANNED = """
    components:
      app: {{kind: client}}
      shards: {{kind: inverted-index, latency: {{p50: 5 ms, p99: 20 ms}}}}
      merge: {{kind: candidate-generator, latency: {{p50: 1 ms, p99: 2 ms}}}}
    flows:
      calls: [app -> merge: request, merge -> app: response]
      lookups: [shards -> merge: {{carries: candidates, fan-out: {shards}}}]
"""


def moved(name: str, *changes: Change) -> set[str]:
    """Return the figures of a shipped design that `changes` move."""
    before = shipped(name)
    after = changed(before, changes).design
    assert after is not None
    telling = EstimateReport(name, estimate(after), of_shipped(name))
    return {move.id for move in telling.moves}


@every_design
def test_a_shipped_design_has_all_its_numbers(name: str) -> None:
    found = of_shipped(name)

    assert len(found.figures) >= 25
    assert found.gaps == ()


@every_design
def test_every_number_has_a_formula_with_all_its_inputs_in_the_working(
    name: str,
) -> None:
    for item in of_shipped(name).figures:
        assert item.inputs, item.id
        assert item.formula, item.id
        for part in item.inputs:
            assert part.label in item.formula, (item.id, part.label)
            assert part.text in item.working, (item.id, part.text)
            assert part.source in ("stated", "derived", "assumed")


@every_design
def test_no_default_is_used_in_silence(name: str) -> None:
    found = of_shipped(name)
    used = [part for item in found.figures for part in item.inputs if part.is_default]

    assert used
    for part in used:
        assert part.source == "assumed"
        assert part.note
        assert part.place in {item.place for item in found.defaults}


@every_design
def test_the_load_alone_is_what_it_is_among_all_numbers(name: str) -> None:
    whole = [part for part in of_shipped(name).parts if part.section == Chapter.LOAD]

    assert list(estimate_load(require_design(shipped(name))).parts) == whole


def test_what_depends_on_the_load_changes_with_it_and_nothing_else() -> None:
    load = Change(("workload", "requests-per-day"), "300M")

    assert sorted(moved("fraud", load)) == snapshot(
        [
            "bandwidth.online",
            "bandwidth.requests",
            "bandwidth.responses",
            "cost.calls-per-month",
            "cost.per-1k-requests",
            "cost.per-hour",
            "cost.per-month",
            "cost.promise-share",
            "cost.score.per-hour",
            "cost.total-per-month",
            "errors.alerts-per-day",
            "errors.caught-per-day",
            "errors.cost-per-day",
            "errors.false-alarms-per-day",
            "errors.missed-per-day",
            "latency.estimate-share",
            "latency.p99-estimate",
            "release.deploy.canary-requests",
            "serving.score.calls-at-once",
            "serving.score.replicas",
            "serving.score.replicas-with-spare",
            "serving.score.time-p99-worst",
            "serving.score.utilisation",
            "serving.score.utilisation-without-zone",
            "serving.score.wait-p99",
            "storage.feature-log.size",
            "storage.prediction-log.size",
            "store.online.reads",
            "store.online.reads-share",
            "traffic.average-qps",
            "traffic.peak-qps",
            "traffic.peak-qps-next-year",
        ]
    )


@sampled("name", DESIGNS, 2)
def test_a_number_moves_only_what_comes_from_it(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    depending = depends(of_shipped(name))
    for path, quantity in list(stated_quantities(design))[::7]:
        steps = tuple(str(step) for step in path)
        if steps[0] == "flows":
            continue
        unit = quantity.text.lstrip("0123456789.,").strip()
        number = quantity.text.removesuffix(unit).strip().replace(",", "")
        change = Change(steps, f"{float(number) * 1.2:.6g} {unit}")
        after = depends(estimate(require_design(changed(shipped(name), [change]))))
        reached = {
            id
            for known in (depending, after)
            for id, names in known.items()
            if ".".join(steps) in names
        }

        assert moved(name, change) <= reached | _steered(steps), path


def _steered(steps: tuple[str, ...]) -> set[str]:
    """What a time decides without being an input: it may make another way the longest."""
    names = (
        "p99-budget",
        "p50-budget",
        "p99-estimate",
        "budget-share",
        "estimate-share",
    )
    return {f"latency.{name}" for name in names} if "latency" in steps else set()


@settings(deadline=None, max_examples=60)
@given(
    requests=st.floats(1, 1e15),
    more=st.floats(1, 1e3),
    peak=st.floats(1, 100),
)
def test_more_traffic_never_needs_fewer_replicas(
    requests: float, more: float, peak: float
) -> None:
    few = estimated(SERVED.format(requests=requests, peak=peak))
    many = estimated(SERVED.format(requests=requests * more, peak=peak))

    for id in ("serving.rank.replicas", "serving.rank.calls-at-once"):
        assert figure(many, id).value >= figure(few, id).value


@settings(deadline=None, max_examples=60)
@given(shards=st.integers(1, 10_000), more=st.integers(0, 10_000))
def test_more_fan_out_never_shortens_a_tail(shards: int, more: int) -> None:
    few = estimated(FANNED.format(shards=shards))
    many = estimated(FANNED.format(shards=shards + more))

    for id in ("latency.shards.fan-out-p99", "latency.shards.slow-leaf-share"):
        assert figure(many, id).value >= figure(few, id).value


def test_ranges_give_the_least_and_the_most() -> None:
    found = estimated(SERVED.format(requests="50 M..80 M", peak="2..3"))
    peak = figure(found, "traffic.peak-qps")

    assert (peak.low, peak.high) == pytest.approx((1_157.407, 2_777.778), rel=1e-6)
    assert peak.text == "1,157/s..2,778/s"
    assert figure(found, "serving.rank.replicas").text == "5..12"


def test_nothing_but_components_says_what_it_would_need() -> None:
    found = estimated("components: {app: {kind: client}, rank: {kind: model-server}}")
    needed = {lack.path for gap in found.gaps for lack in gap.lacks}

    assert found.figures == ()
    assert {"workload.requests-per-day", "objectives.latency.p99"} <= needed


HOSTILE = {
    "1e30 users": "workload: {daily-users: 1e30, requests-per-user: 1e30, peak-factor: 9}",
    "nobody": "workload: {daily-users: 0, requests-per-user: 0, peak-factor: 0}",
    "no time": "objectives: {latency: {p99: 0 s}, availability: 0%, cost-per-1k: 0 USD}",
    "all rates": "problem: {label: {positive-rate: 100%, delay: {p50: 9 d, p95: 1 d}}}",
    "no rates": "problem: {label: {positive-rate: 0%, delay: {p50: 0 d, p95: 0 d}}}",
    "no test": (
        "experiment: {baseline-rate: 100%, mde: -100%, alpha: 0%, power: 100%,"
        " units-per-day: 0, arms: 0, duration: 0 d, correlation: 200%}"
    ),
    "huge test": (
        "experiment: {baseline-rate: 0.0000001%, mde: 1e-9%, units-per-day: 1e30,"
        " arms: 1e30, duration: 1e30 y}"
    ),
}
PARTS = """
components:
  app: {kind: client}
  rank:
    kind: model-server
    latency: {p50: 9 s, p99: 1 ms}
    service-time: 0 s
    concurrency: 0
    replicas: 0
    target-utilisation: 0%
    zones: 1
    availability: 900%
    cost: 1e30 USD/h
  online:
    {kind: online-store, entities: 1e30, entity-size: 1e30 B, fill-max: 0%, max-reads: 0/s,
     memory: 0 B}
  log: {kind: event-log, max-events: 0/s, event-size: 0 B, retention: 0 d}
  ann: {kind: ann-index, items: 1e30, dimensions: 0, links: 0, memory: 0 B}
  train:
    {kind: trainer, throughput: 0/s, devices: 0, epochs: 0, examples: 0, interval: 0 s,
     runtime: 0 s, run-cost: 0 USD}
  items: {kind: cache, entries: 1e30, keys: 0, skew: 99, hit-ratio: 900%}
  deploy: {kind: deployer, canary: 0%, bake: 0 s}
flows:
  calls: [app -> rank: request, rank -> app: response]
  lookups: [online -> rank: {carries: feature-values, calls-per-request: 1e30, keys: 1e30}]
"""


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_absurd_numbers_are_told_and_never_endless(said: str) -> None:
    assert_finite(estimated(said + "\n" + PARTS))


NUMBERS = st.sampled_from(["0", "1", "0.5", "3", "1e9", "1e30", "7..9", "1e-9"])


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_any_number_anywhere_gives_figures_or_reasons(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(DESIGNS))
    design = shipped(name).design
    assert design is not None
    places = [p for p, _ in stated_quantities(design) if p[0] != "flows"]
    for _ in range(3):
        path = tuple(map(str, data.draw(st.sampled_from(places))))
        value = data.draw(NUMBERS) + data.draw(st.sampled_from(["", " ms", "%", " kB"]))
        try:
            other = changed(shipped(name), (Change(path, value),)).design
        except ChangeError:
            continue
        assert other is not None
        assert_finite(estimate(other))


def assert_finite(found: Estimate) -> None:
    for item in found.figures:
        assert math.isfinite(item.value), item.id
        assert item.low <= item.value <= item.high, item.id
        assert not {"inf", "nan"} & set(item.text.lower().split()), item.id
    assert all(gap.lacks for gap in found.gaps)


def test_the_budget_of_the_picture_the_checker_and_the_estimate_is_one() -> None:
    slow = Change(("components", "score", "latency", "p99"), "75 ms")
    tight = changed(shipped("fraud"), (slow,))
    assert tight.design is not None
    budget = figure(estimate(tight.design), "latency.p99-budget")
    (over,) = [d for d in check(tight, all_rules()).diagnostics if d.code == "DK601"]
    caption = find_view("request-path").draw(tight.design).caption

    assert budget.value == Graph(tight.design).critical_path.p99 == pytest.approx(0.111)
    assert budget.text == "111 ms"
    assert "takes 111 ms at p99" in over.message
    assert "add up to 111 ms of the 100 ms objective, 11% over" in caption[1]
