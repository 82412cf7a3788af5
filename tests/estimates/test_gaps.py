"""What cannot be computed asks for what is not there, and never for what is stated."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest

from designkit.catalog.systems import SYSTEMS
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Lack
from designkit.model.component import Mode
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.source.loader import load_text
from designkit.source.starter import started
from tests.drawn import shipped_design
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged

SHIPPED = ("ad-click", "fraud", "recommendation", "search-ranking")

BARE = """\
designkit: 1
name: Bare
system: generic
workload: {requests-per-day: 1 M}
components:
  app: {kind: client}
  edge: {kind: gateway, latency: {p50: 1 ms, p99: 2 ms}, availability: 99.9%}
  score: {kind: model-server, replicas: 3, zones: 3}
  other: {kind: model-server, service-time: 3 ms, concurrency: 2, availability: 99%}
  store: {kind: online-store, entities: 1 M}
  log: {kind: event-log, retention: 7 d}
  maker: {kind: stream-transform}
  ingest: {kind: batch-ingest, interval: 1 h}
features:
  velocity: {online-by: maker, freshness: 1 min}
  past: {online-by: none}
flows:
  calls:
    - app -> score: request
  lookups:
    - store -> score: feature-values
  streams:
    - log -> maker: event
"""


def designs() -> Iterator[tuple[str, Design]]:
    """Give every design that there is, and a sketch that states half of all."""
    for name in SHIPPED:
        yield name, shipped_design(name)
    found = {name: judged(name) for name in NAMES}
    texts = {f"init {system.name}": started(system.name) for system in SYSTEMS}
    found |= {name: load_text(it) for name, it in {**texts, "bare": BARE}.items()}
    for name, loaded in found.items():
        design = loaded.design
        assert design is not None, name
        yield name, design


@pytest.mark.parametrize("asked", [pytest.param(d, id=n) for n, d in designs()])
def test_a_gap_never_asks_for_what_is_there(asked: Design) -> None:
    stated = {".".join(map(str, path)) for path, _ in stated_quantities(asked)}
    gaps = estimate(asked).gaps

    assert [
        f"{gap.id} asks for {lack.path}"
        for gap in gaps
        for lack in gap.lacks
        if _is_there(lack, stated, asked)
    ] == []
    assert [gap.id for gap in gaps if not gap.lacks] == []


def _is_there(lack: Lack, stated: set[str], design: Design) -> bool:
    path = lack.path
    if path == "flows.calls":
        clients = {client.id for client in design.of_kind("client")}
        calls = (flow for flow in design.flows if flow.mode is Mode.CALL)
        return any(flow.source in clients for flow in calls)
    if path.startswith(("flows.calls.->", "flows.streams.->")):
        modes = {"calls": Mode.CALL, "streams": Mode.STREAM}
        ends = [(flow.mode, flow.target) for flow in design.flows]
        return (modes[path.split(".")[1]], path.partition("->")[2]) in ends
    if path.endswith(".online-by"):
        return design.features[path.split(".")[1]].online_by is not None
    return path in design.absent or any(
        fnmatchcase(known, path) or fnmatchcase(known, f"{path}.*") for known in stated
    )
