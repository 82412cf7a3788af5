"""DK114 open-loop."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.analysis.loop import logs_of_predictions
from designkit.analysis.training_set import training_sets
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LABELS = Trail(("label",), ends_at=kinds_with(Role.LOOP_LABELS))
"""Labels, from what gives them."""


@rule("DK114", Severity.WARNING, kinds=kinds_with(Role.RUNS_MODEL))
def open_loop(facts: Facts) -> Iterator[Finding]:
    """What happened should be joined to what was predicted, and be learnt from.

    An outcome says little by itself: a click teaches only together with what was shown,
    at which place, by which model. Logs that cannot be joined leave a system that can
    neither measure its model in production nor correct it with its own experience.
    Where labels arise by themselves, this is an error.

    Bad:
    ```yaml
    problem: {label: {method: natural}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      log: {kind: event-log}
      label-join: {kind: label-joiner}             # <- clicks on what?
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - app -> log -> label-join: event
      batches:
        - label-join -> dataset: label
    ```

    Good:
    ```yaml
    problem: {label: {method: natural}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      prediction-log: {kind: prediction-log, join-key: request id, sample-rate: 100%}
      log: {kind: event-log}
      label-join: {kind: label-joiner, join-key: request id, window: 24 h}
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - rank -> prediction-log -> label-join: prediction
        - app -> log -> label-join: event
      batches:
        - label-join -> dataset: label
    ```

    Fix: Log each prediction under an id, send the log and the outcomes to a
    label-joiner, and build datasets from its labels.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook,
    section 4; Zinkevich, Rules of Machine Learning, rule 29.
    """
    methods = {outcome.label.method for outcome in facts.outcomes.all}
    severity = Severity.ERROR if "natural" in methods else Severity.WARNING
    for path, message in (*_unlogged(facts), *_unjoined(facts)):
        yield Finding(path, message, severity=severity)


def _unlogged(facts: Facts) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the joiners of labels that no kept prediction reaches."""
    logs = {component.id for component in logs_of_predictions(facts)}
    for joiner in facts.of_kind("label-joiner"):
        passed = facts.learnt_from(joiner.id)
        if passed and passed.isdisjoint(logs):
            yield (
                ("components", joiner.id),
                f"no log of predictions reaches {joiner.id}: outcomes meet nothing",
            )


def _unjoined(facts: Facts) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the datasets whose labels were never held against a prediction.

    What is there to test is learnt from by nobody. Labels that people or heuristics
    give need no joiner, only something served; where
    nothing is said and all of them come from raters, people close the loop.
    """
    people = {part.id for part in facts.of_kind("human-labeling")}
    for builder in facts.of_kind("dataset-builder"):
        if builder.texts("purpose") == ("test",):
            continue
        methods = _methods(facts, builder.id)
        given = methods <= {"human", "weak"}
        wanted = facts.serving if given else facts.of_kind("label-joiner")
        passed = facts.learnt_from(builder.id)
        labelled = facts.flows_to(builder.id, "label")
        labellers = (facts.lineage.origins(flow, LABELS) for flow in labelled)
        if None in methods and all(map(people.issuperset, labellers)):
            continue
        if labelled and passed.isdisjoint(component.id for component in wanted):
            yield (
                ("components", builder.id),
                f"{builder.id} learns from nothing that was served"
                if given
                else f"the labels of {builder.id} come from no label-joiner",
            )


def _methods(facts: Facts, builder: str) -> frozenset[str | None]:
    """Return the ways in which the labels of what `builder` builds may be given."""
    return frozenset(
        outcome.label.method
        for examples in training_sets(facts)
        if examples.builder == builder
        for outcome in facts.outcomes.of_dataset(examples.id).all
    )
