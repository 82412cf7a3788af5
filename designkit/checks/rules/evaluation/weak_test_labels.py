"""DK417 weak-test-labels."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

MACHINES = ("weak-labeler", "business-rules")
"""Kinds whose word is a label only because nobody looked."""

OUTCOMES = ("event", "raw-table", "feature-table", "decision")
"""Data types by which a label joiner learns what happened."""

RECORDS = (*kinds_with(Role.SERVING_LOG), "decision-engine")
"""Kinds that bring what was served, which is no outcome."""

ENDED = Trail(
    OUTCOMES,
    ends_at=(
        *MACHINES,
        *RECORDS,
        *kinds_with(Role.ORIGIN),
        *kinds_with(Role.RUNS_MODEL),
        *kinds_with(Role.JUDGED_BY_PEOPLE),
        "appeal-process",
    ),
)
"""What happened, from where it did or from whoever says so."""


@rule("DK417", Severity.WARNING, kinds=("evaluator",))
def weak_test_labels(facts: Facts) -> Iterator[Finding]:
    """A model should be tested on what came out, or on what people say.

    Labels of rules or of another model are cheap and good enough to learn from. As a
    test they measure agreement with the rules: a model that sees what the rules miss
    loses points for it, and one that copies their mistakes wins. Nobody learns whether
    the rules themselves are right, so a small set that people judged is worth more than
    a million of such labels.

    Labels count as those of machines where all that reach the examples of an evaluator
    come from a weak-labeler, or are what business-rules decided. Of a model that is
    distilled it is an error: a student that is graded by its teacher agrees with it,
    and that is all that is known.

    Bad:
    ```yaml
    components:
      votes: {kind: weak-labeler}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      evaluate: {kind: evaluator}                   # <- who copies the votes best?
    flows:
      batches:
        - votes -> dataset: label
        - dataset -> train, evaluate: dataset
    ```

    Good:
    ```yaml
    components:
      votes: {kind: weak-labeler}
      judges: {kind: human-labeling}
      dataset: {kind: dataset-builder}
      golden: {kind: dataset-builder}
      train: {kind: trainer}
      evaluate: {kind: evaluator}
    flows:
      batches:
        - votes -> dataset: label
        - judges -> golden: label
        - dataset -> train: dataset
        - golden -> evaluate: dataset
    ```

    Fix: Let people judge a few hundred cases, drawn at random, that nothing is trained
    on, and evaluate on them; or join outcomes.

    Source: Ratner et al. 2017, Snorkel: Rapid Training Data Creation with Weak
    Supervision (VLDB), which tests on hand-labelled sets; Northcutt, Athalye and
    Mueller 2021, Pervasive Label Errors in Test Sets (NeurIPS).
    """
    builders = {builder.id for builder in facts.of_kind("dataset-builder")}
    machines = {machine.id for machine in facts.of_kind(*MACHINES)}
    for evaluator in facts.of_kind("evaluator"):
        examples = builders & facts.ancestors((evaluator.id,), "dataset")
        givers = _givers(facts, examples)
        if givers and givers <= machines:
            yield Finding(
                ("components", evaluator.id),
                f"{evaluator.id} tests on labels of {listed(sorted(givers))} alone: it "
                "measures agreement with them",
                severity=Severity.ERROR if _is_student(facts, evaluator) else None,
            )


def _is_student(facts: Facts, evaluator: Component) -> bool:
    """Whether what is tested learnt from the answers of a larger model."""
    tested = facts.ancestors((evaluator.id,), "model")
    trainers = (part for part in facts.of_kind("trainer") if part.id in tested)
    return any(trainer.texts("method") == ("distil",) for trainer in trainers)


def _givers(facts: Facts, ids: set[str]) -> set[str]:
    """Return where the labels that reach `ids` come from in the first place."""
    found, seen, waiting = set[str](), set(ids), list(ids)
    while waiting:
        part = waiting.pop()
        labellers = {flow.source for flow in facts.flows_to(part, "label")}
        sources = _outcomes(facts, part)
        found |= sources or (set() if labellers or part in ids else {part})
        waiting += labellers - seen
        seen |= labellers
    return found


def _outcomes(facts: Facts, id: str) -> set[str]:
    """Return what tells a label joiner how it ended; other kinds are told nothing."""
    parts = facts.design.components
    flows = facts.flows_to(id, *OUTCOMES) if parts[id].kind == "label-joiner" else ()
    told = {first for flow in flows for first in facts.lineage.origins(flow, ENDED)}
    return {first for first in told if parts[first].kind not in RECORDS}
