"""DK110 no-monitoring."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK110", Severity.ERROR)
def no_monitoring(facts: Facts) -> Iterator[Finding]:
    """A system that serves a model should watch it.

    A model fails in silence: it goes on answering, in time and with confidence, while
    its inputs have changed under it. Nobody sees an error page. What is not measured
    is found by customers.

    Bad:
    ```yaml
    components:                                    # <- no monitor
      checkout: {kind: client}
      score: {kind: model-server}
    ```

    Good:
    ```yaml
    components:
      checkout: {kind: client}
      score: {kind: model-server}
      watch: {kind: monitor, watch: [data, prediction, ops]}
    ```

    Fix: Add a monitor for data, predictions, model quality, business and operations,
    and send its alerts to somebody.

    Source: Zinkevich, Rules of Machine Learning, rule 10; Breck et al. 2017, The ML
    Test Score, Monitoring 1-7.
    """
    if facts.lacks(Stage.MONITORING):
        yield Finding(
            ("components",), "monitoring is missing: nothing watches this system"
        )
