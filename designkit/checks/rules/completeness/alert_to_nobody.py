"""DK149 alert-to-nobody."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

RUNG = Trail(("alert", "metric"), unsaid=True)
"""What may bring a number to whoever minds it."""


@rule("DK149", Severity.WARNING, kinds=("monitor",))
def alert_to_nobody(facts: Facts) -> Iterator[Finding]:
    """What a monitor finds should reach somebody who can act on it.

    A number on a page that nobody opens is not watched. What counts is who is told, at
    which hour, and what they do then; else the fault is found by a customer. A machine
    that acts by itself, such as a release that goes back, counts as somebody.

    It follows alerts and metrics of a monitor to a bell, a person or what can act, and
    asks of the bell who answers: by `route`, `on-call` or `owner`, its own or that of
    the whole design.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      drift: {kind: monitor, watch: [prediction]}
      bell: {kind: alert-manager}                   # <- for whom does it ring?
    flows:
      streams:
        - score -> drift: prediction
        - drift -> bell: alert
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      drift: {kind: monitor, watch: [prediction]}
      bell: {kind: alert-manager, route: ranking on call}
    flows:
      streams:
        - score -> drift: prediction
        - drift -> bell: alert
    ```

    Fix: Say for each alert who gets it, how urgent it is, and what to do.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 6; Sculley et al.
    2015, Hidden Technical Debt in Machine Learning Systems, monitoring and testing.
    """
    heard = {id for it in facts.of_kind("monitor") for id in _hearing(facts, it)}
    for bell in facts.of_kind("alert-manager"):
        if bell.id in heard and not _is_answered(facts, bell):
            message = f"nothing says who answers when {bell.id} rings"
            yield Finding(("components", bell.id), message, unstated=True)


def _hearing(facts: Facts, monitor: Component) -> frozenset[str]:
    return facts.lineage.ahead((monitor.id,), RUNG)


def _is_answered(facts: Facts, bell: Component) -> bool:
    stated = (*bell.texts("route"), *bell.texts("on-call"), bell.owner)
    return any(stated) or bool(facts.design.owner)
