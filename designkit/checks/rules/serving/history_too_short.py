"""DK620 history-too-short."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.analysis.roles import has_role
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

LOGGED = ("feature-log",)
"""Kinds that keep the values of features as they were served."""

HISTORY = ("event", "raw-table", "feature-table", "feature-values", "embedding")
"""What a dataset is built from besides its labels."""

MEMORIES = (*LOGGED, *kinds_with(Role.KEEPS_HISTORY))
NEAREST = Trail(HISTORY, ends_at=MEMORIES)
"""History from one memory to the next, and to what is built from it."""


@rule(
    "DK620",
    Severity.ERROR,
    kinds=("dataset-builder",),
    applies=lambda facts: any(_histories(facts)),
)
def history_too_short(facts: Facts) -> Iterator[Finding]:
    """What a dataset is built from should be kept for as long as it looks back.

    A dataset that reaches back 180 days over a store that keeps 90 is a dataset of 90
    days under a wrong name: the build fails for nobody, the rows are just not there.
    It shows on the day when last month's model has to be made again, for an audit or
    after a bug, and cannot be.

    A look back counts from the day of the build, so the time that labels need is in it.
    What a join of labels needs is another rule, log-forgets-before-label. Where values
    were logged the feature log counts, else the store that keeps most.

    Bad:
    ```yaml
    components:
      lake:
        kind: lake
        retention: 90 d                             # <- half of the examples are gone
      validate: {kind: data-validator}
      dataset: {kind: dataset-builder, lookback: 180 d}
    flows:
      batches:
        - lake -> validate -> dataset: raw-table
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake, retention: 210 d}
      validate: {kind: data-validator}
      dataset: {kind: dataset-builder, lookback: 180 d}
    flows:
      batches:
        - lake -> validate -> dataset: raw-table
    ```

    Fix: Keep the history for as long as the longest look back, and a month more to
    build again what was built; or look back less far.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 1, on training that can
    be repeated; Kleppmann 2017, Designing Data-Intensive Applications, chapter 11, on
    replaying old events.
    """
    for examples, back, memories in _histories(facts):
        if any(kept.high >= back.low for kept in _kept(memories)):
            continue
        states = {m.id: facts.state("components", m.id, "retention") for m in memories}
        silent = [id for id, state in states.items() if state is State.UNSTATED]
        if silent:
            yield _unstated(examples, back, silent[0])
        else:
            yield _short(examples, back, memories)


History = tuple[TrainingSet, Quantity, tuple[Component, ...]]
"""A training set, how far it looks back, and what could give it that much."""


def _histories(facts: Facts) -> Iterator[History]:
    for examples in training_sets(facts):
        back, memories = examples.said.lookback, _memories(facts, examples)
        if back and memories:
            yield examples, back, memories


def _memories(facts: Facts, examples: TrainingSet) -> tuple[Component, ...]:
    """Return what could give `examples` their history, with no other store between.

    Values that were logged come from a log; others are computed from what is stored.
    """
    section, builder, *_ = examples.places[-1]
    if section != "components":
        return ()
    nearest = [
        memory
        for memory in facts.of_kind(*MEMORIES)
        if builder in facts.lineage.ahead((memory.id,), NEAREST)
    ]
    logged = tuple(memory for memory in nearest if memory.kind in LOGGED)
    stored = tuple(memory for memory in nearest if has_role(memory, Role.KEEPS_HISTORY))
    join = examples.said.join
    if join is None:
        return (*stored, *logged)
    return (logged or stored) if join == "logged" else (stored or logged)


def _kept(memories: tuple[Component, ...]) -> list[Quantity]:
    kept = (memory.quantity("retention") for memory in memories)
    return [retention for retention in kept if retention]


def _unstated(examples: TrainingSet, back: Quantity, id: str) -> Finding:
    return Finding(
        ("components", id, "retention"),
        f"{id} does not say how long it keeps what {examples.id} looks back {back} for",
        unstated=True,
    )


def _short(
    examples: TrainingSet, back: Quantity, memories: tuple[Component, ...]
) -> Finding:
    """Say by how much the memory that keeps most is too short."""

    def reach(memory: Component) -> float:
        kept = memory.quantity("retention")
        return kept.high if kept else 0.0

    longest = max(memories, key=reach)
    gone = shown_duration(back.low - reach(longest))
    return Finding(
        ("components", longest.id, "retention"),
        f"{longest.id} keeps {longest.quantity('retention') or 'nothing'}, and "
        f"{examples.id} looks back {back}: the first {gone} of it are gone",
        related=((examples.place("lookback"), "looks back so far"),),
    )
