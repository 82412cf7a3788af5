"""DK316 appeal-nobody-opens."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

REASONS = frozenset({"explanation", "policy", "trigger", "metric"})
"""What helps to decide an appeal, and opens none."""


@rule("DK316", Severity.WARNING, kinds=("appeal-process",))
def appeal_nobody_opens(facts: Facts) -> Iterator[Finding]:
    """Somebody should be able to open a case of appeal.

    A way to complain that begins nowhere is one on paper: the person who was refused
    finds no button, the queue of appeals is empty, and an empty queue is reported as a
    sign of quality. An appeal begins with a request or an event of whoever is
    concerned, or with the decision that is sent on to be looked at again.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      explain: {kind: explainer}
      appeal: {kind: appeal-process}                # <- whose?
    flows:
      calls: [explain -> appeal: explanation]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      explain: {kind: explainer}
      appeal: {kind: appeal-process}
    flows:
      calls:
        - explain -> appeal: explanation
        - app -> appeal: request
    ```

    Fix: Draw how those who are concerned reach it: a call or an event of the client.

    Source: Regulation (EU) 2022/2065 (Digital Services Act), Article 20(1) and (3), on
    complaint systems that are easy to access.
    """
    for appeal in facts.of_kind("appeal-process"):
        brought = {flow.carries for flow in facts.flows_to(appeal.id)}
        if brought and brought <= REASONS:
            yield Finding(
                ("components", appeal.id),
                f"nobody can open a case of {appeal.id}: nothing that arrives is one",
            )
