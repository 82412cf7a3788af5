"""DK317 joined-to-nothing."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

LOGS = kinds_with(Role.SERVING_LOG)
SERVED = Trail(
    (
        *("prediction", "event", "decision", "raw-table", "feature-table", "dataset"),
        *("feature-values", "candidates", "response", "completion", "trace"),
    ),
    unsaid=True,
)
"""What was served, over logs, lakes and jobs, to the join; a label is no part of it."""


@rule(
    "DK317", Severity.WARNING, kinds=("label-joiner",), keys=("components.*.join-key",)
)
def joined_to_nothing(facts: Facts) -> Iterator[Finding]:
    """What joins outcomes to predictions by a key should be sent the predictions.

    A join that states its key, and a log that keeps the same kind of key, are meant for
    each other. Where nothing leads from one to the other, outcomes come in and meet no
    prediction: nobody learns how often the model was right, and what it saw when it
    answered is not what it learns from.

    It asks where both state a `join-key`, and follows what was logged through lakes,
    logs and jobs.

    Bad:
    ```yaml
    components:
      lake: {kind: lake}
      served: {kind: prediction-log, join-key: request-id}
      join: {kind: label-joiner, join-key: request-id}    # <- to what?
    flows:
      batches: [lake -> join: raw-table]
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      served: {kind: prediction-log, join-key: request-id}
      join: {kind: label-joiner, join-key: request-id}
    flows:
      batches:
        - lake -> join: raw-table
        - served -> lake: prediction
    ```

    Fix: Draw how the rows of the log reach the join, directly or over the lake.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook,
    section 4; Breck et al. 2017, The ML Test Score, Monitor 7.
    """
    logs = [log for log in facts.of_kind(*LOGS) if log.texts("join-key")]
    reached = facts.lineage.ahead([log.id for log in logs], SERVED)
    for joiner in facts.of_kind("label-joiner"):
        is_fed = facts.flows_to(joiner.id) and joiner.texts("join-key")
        if logs and is_fed and joiner.id not in reached:
            yield Finding(
                ("components", joiner.id),
                f"nothing of what {listed([log.id for log in logs])} keeps reaches "
                f"{joiner.id}: outcomes are joined to no prediction",
            )
