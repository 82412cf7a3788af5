"""DK104 no-source."""

from collections.abc import Iterator

from designkit.analysis.facts import EVIDENCE, Facts
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


def _trains_on_something(facts: Facts) -> bool:
    return not (facts.lacks(Stage.INGESTION) or facts.lacks(Stage.TRAINING))


@rule(
    "DK104",
    Severity.ERROR,
    kinds=kinds_with(Role.ESSENTIAL, Stage.TRAINING),
    applies=_trains_on_something,
)
def no_source(facts: Facts) -> Iterator[Finding]:
    """What a model learns should come from somewhere.

    Data begins with a person, a database or a provider outside the system. A design
    whose data begins in a lake has left out who writes there, under which contract, how
    late, and with whose consent: the questions on which such projects fail first.

    Bad:
    ```yaml
    components:
      lake: {kind: lake}
      label-join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}                       # <- the lake fills itself
    flows:
      batches:
        - lake -> label-join: raw-table
        - label-join -> dataset: label
        - dataset -> train: dataset
    ```

    Good:
    ```yaml
    components:
      orders: {kind: source-db}
      lake: {kind: lake}
      label-join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      batches:
        - orders -> lake -> label-join: raw-table
        - label-join -> dataset: label
        - dataset -> train: dataset
    ```

    Fix: Add the clients, source databases or third parties that the data comes from,
    and the flows by which it arrives.

    Source: Polyzotis et al. 2017, Data Management Challenges in Production Machine
    Learning; Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    section 3.
    """
    origins = {component.id for component in facts.with_role(Role.ORIGIN)}
    learnt: set[str] = set()
    for trainer in facts.of_kind("trainer"):
        passed = facts.learnt_from(trainer.id)
        if passed and passed.isdisjoint(origins):
            yield Finding(
                ("components", trainer.id),
                f"what {trainer.id} learns {_beginning(facts, passed)}: "
                f"no {listed(kinds_with(Role.ORIGIN), 'or')} stands before it",
            )
        else:
            learnt |= passed
    for id in facts.design.components:
        if id in learnt and _is_spring(facts, id):
            gives = listed(dict.fromkeys(f.carries or "" for f in facts.flows_from(id)))
            message = f"{id} gives {gives}, and nothing brings it any data"
            yield Finding(("components", id), message)


def _is_spring(facts: Facts, id: str) -> bool:
    """Whether data begins at `id`, though its kind only passes on what it is given.

    A kind that cannot work without an input is told so when the design is loaded; what
    serving would bring is not missed where serving is missing.
    """
    of = facts.kind_of(id)
    begins = of.name in kinds_with(Role.ORIGIN) or of.stage is Stage.EXPERIMENTATION
    passes_on = not begins and not set(of.takes).isdisjoint(EVIDENCE)
    fed = of.needs or of.needs_one or facts.flows_to(id)
    return passes_on and not fed and not facts.lacks(Stage.SERVING)


def _beginning(facts: Facts, passed: frozenset[str]) -> str:
    ids = [id for id in facts.design.components if id in passed]
    first = [id for id in ids if not facts.flows_to(id, *EVIDENCE)]
    return f"begins at {listed(first)}" if first else "goes in a circle"
