"""DK224 join-key-missing."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LOGS = kinds_with(Role.SERVING_LOG)
SERVED = Trail(("prediction", "event", "decision", "feature-table"), ends_at=LOGS)
"""What was served, from the log that keeps it to the join."""


@rule(
    "DK224", Severity.WARNING, kinds=("label-joiner",), keys=("components.*.join-key",)
)
def join_key_missing(facts: Facts) -> Iterator[Finding]:
    """Outcomes and predictions should be joined by a key that both of them have.

    An outcome finds its prediction by an id that was written down twice: when the
    prediction was made, and when the outcome came. If the log keeps one id and the join
    goes by another, rows are matched by what happens to be equal, or not at all, and
    what is not matched is counted as no outcome.

    It compares the keys that a label joiner and the logs before it state (`join-key`).
    A key of several parts fits one that has some of them.

    Bad:
    ```yaml
    components:
      served: {kind: prediction-log, join-key: request-id}
      join:
        kind: label-joiner
        join-key: session-id                        # <- the log has none
    flows:
      batches: [served -> join: prediction]
    ```

    Good:
    ```yaml
    components:
      served: {kind: prediction-log, join-key: request-id and item}
      join: {kind: label-joiner, join-key: request id}
    flows:
      batches: [served -> join: prediction]
    ```

    Fix: Give each prediction an id, send it along with the answer, and have clients
    send it back with what happened.

    Source: Breck et al. 2017, The ML Test Score, Monitor 7; He et al. 2014, Practical
    Lessons from Predicting Clicks on Ads at Facebook, section 4.
    """
    for joiner in facts.of_kind("label-joiner"):
        before = facts.lineage.behind((joiner.id,), SERVED)
        logs = [log for log in facts.of_kind(*LOGS) if log.id in before]
        for key in joiner.texts("join-key"):
            kept = {log.id: log.texts("join-key") for log in logs}
            if not all(kept.values()) or any(_fits(key, *it) for it in kept.values()):
                continue
            for log, (other, *_) in kept.items():
                yield Finding(
                    ("components", joiner.id, "join-key"),
                    f"{joiner.id} joins by {key}, and {log} keeps {other}",
                    related=((("components", log, "join-key"), "kept by this key"),),
                )
                break


def _fits(one: str, other: str) -> bool:
    """Whether one key has all the parts of the other, however they are written."""
    parts, others = _parts(one), _parts(other)
    return parts <= others or others <= parts


def _parts(key: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", key.lower().replace("_", " ")))
