"""DK150 exit-to-nothing."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Mode
from designkit.model.waiting import waits


@rule("DK150", Severity.WARNING, keys=("components.*.stops",))
def exit_to_nothing(facts: Facts) -> Iterator[Finding]:
    """What stops a share of the requests should have something behind it.

    An early exit is worth its place by what it spares: the dear model, the paid call.
    Where nothing is called behind it, its share counts nowhere: no load falls, no cost,
    and whoever reads the figures believes that it does. Either the exit stands at the
    wrong component, or the calls behind it are missing.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      cheap: {kind: model-server}
      dear: {kind: model-server, stops: 60%}         # <- the last one of the path
    flows:
      calls:
        - app -> cheap -> dear: request
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      cheap: {kind: model-server, stops: 60%}
      dear: {kind: model-server}
    flows:
      calls:
        - app -> cheap -> dear: request
    ```

    Fix: State the share at the part that decides whether a request goes on, and draw
    the calls from there, or say `after` where one caller asks both; what a cache holds
    of its reads is its `hit-ratio`.

    Source: Viola and Jones 2001, Rapid Object Detection using a Boosted Cascade of
    Simple Features: a cheap first stage turns most away before the dear ones look.
    """
    for id, part in facts.design.components.items():
        if part.stops and part.stops.high and not _leads_on(facts, id):
            message = f"{id} stops {part.stops} of the requests, and calls nothing"
            yield Finding(("components", id, "stops"), message)


def _leads_on(facts: Facts, id: str) -> bool:
    """Whether `id` calls something, or its caller does after it."""
    calls = (f for f in facts.flows_from(id) if f.mode is Mode.CALL and waits(f))
    return any(calls) or any(id in flow.after for flow in facts.graph.synchronous)
