"""DK409 no-guardrails."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import guardrails
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


def has_goal(facts: Facts) -> bool:
    """Whether the design names something that it wants to improve online."""
    says_metrics = bool(facts.texts("problem", "metrics", "online"))
    return says_metrics or facts.design.experiment is not None


@rule(
    "DK409",
    Severity.WARNING,
    keys=("problem.metrics.online", "experiment"),
    applies=has_goal,
)
def no_guardrails(facts: Facts) -> Iterator[Finding]:
    """A system that improves one metric should say which others may not suffer.

    Any single number can be bought with something else: clicks with thumbnails that
    promise too much, caught fraud with refused customers, quality with latency. What
    pays the price shows only if it is measured in the same test and can stop it.

    Bad:
    ```yaml
    components:
      rank: {kind: model-server, role: rank}
    experiment:
      unit: viewer
      primary: watch time
      guardrails: none      # <- watch time at what price?
    ```

    Good:
    ```yaml
    components:
      rank: {kind: model-server, role: rank}
    experiment:
      unit: viewer
      primary: watch time
      guardrails: [p99 latency, reports per 1 k views, day-7 return]
    ```

    Fix: List what may not get worse: latency and errors, complaints or hides, revenue,
    retention, and the people whom the objective does not see.

    Source: Zinkevich, Rules of Machine Learning, rule 39; Kohavi, Tang and Xu 2020,
    Trustworthy Online Controlled Experiments, chapters 6 and 21.
    """
    stated = guardrails(facts)
    if stated.state is not State.PRESENT:
        yield Finding(
            stated.path,
            f"{_goal(facts)} may rise at any price: no guardrail can stop it",
            unstated=stated.state is State.UNSTATED,
        )


def _goal(facts: Facts) -> str:
    experiment = facts.design.experiment
    online = facts.texts("problem", "metrics", "online")
    primary = experiment.primary if experiment else None
    return primary or (online[0] if online else "the metric of the experiment")
