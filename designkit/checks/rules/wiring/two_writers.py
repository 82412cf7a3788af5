"""DK142 two-writers."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Flow, Mode
from designkit.quantities.writing import listed

ANSWERS = ("prediction", "decision")
"""What is one value for one thing, so that the last writer wins."""

TABLES = ("prediction-store", "cache", "client", "third-party", "source-db", "store")
"""Kinds that keep the newest value alone; a log keeps all."""

DECIDING = ("decision-engine", "business-rules", "optimizer")
MACHINES = (*kinds_with(Role.RUNS_MODEL), *DECIDING)
"""Kinds that write by themselves; a person who writes has looked first."""

WRITTEN = Trail(
    ANSWERS,
    ends_at=(*MACHINES, *kinds_with(Role.JUDGED_BY_PEOPLE), "appeal-process"),
)
"""Answers, from what makes them to where they are written."""


@rule("DK142", Severity.WARNING)
def two_writers(facts: Facts) -> Iterator[Finding]:
    """One table of answers should have one writer, or say which of two wins.

    A nightly run and a stream write the score of the same parcel. The run began
    before the scan and ends after it, so it overwrites what was newer; the customer
    sees the old time all day, and both jobs are green. Two writers without an order
    are a race that tests never show.

    Bad:
    ```yaml
    components:
      nightly: {kind: batch-scorer}
      live: {kind: stream-scorer}
      etas: {kind: prediction-store}                # <- who wins?
    flows:
      batches: [nightly -> etas: prediction]
      streams: [live -> etas: prediction]
    ```

    Good:
    ```yaml
    components:
      nightly: {kind: batch-scorer}
      live: {kind: stream-scorer}
      etas: {kind: prediction-store}
    flows:
      batches:
        - nightly -> etas: {carries: prediction, conflict: the newer scan wins}
      streams: [live -> etas: prediction]
    ```

    Fix: Let one component write, or write with a version and say under `conflict` of a
    flow which value wins.

    Source: Kleppmann 2017, Designing Data-Intensive Applications, chapter 5, on
    concurrent writes.
    """
    for (target, carries), flows in _written(facts).items():
        writers = _writers(facts, flows) if len(flows) > 1 else ()
        if len(writers) > 1 and not any(flow.conflict for flow in flows):
            yield Finding(
                ("components", target),
                f"{listed(writers)} write the same {carries}s into {target}, and "
                "nothing says which wins",
            )


def _writers(facts: Facts, flows: list[Flow]) -> tuple[str, ...]:
    """Return who writes, near or far; what comes along one flow comes in one order."""
    made = [facts.lineage.brought_by(flow, WRITTEN) for flow in flows]
    machines = [machine.id for machine in facts.of_kind(*MACHINES)]
    told = [[id for id in machines if id in before] for before in made]
    several = sum(map(bool, told)) > 1
    return tuple(dict.fromkeys(id for ids in told for id in ids)) if several else ()


def _written(facts: Facts) -> Mapping[tuple[str, str], list[Flow]]:
    """Return what is written to each table, flow by flow."""
    found: dict[tuple[str, str], list[Flow]] = {}
    for flow in facts.design.flows:
        is_table = facts.design.components[flow.target].kind in TABLES
        is_write = is_table and flow.mode in (Mode.STREAM, Mode.BATCH)
        if is_write and flow.carries in ANSWERS:
            found.setdefault((flow.target, flow.carries), []).append(flow)
    return found
