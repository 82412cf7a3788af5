"""DK140 offline-in-request."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import awaited, has_requests
from designkit.catalog.kind import Plane
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.askers import ASKING
from designkit.model.component import Component, Flow, Mode

ANSWERING = ("source-db",)
"""Kinds of the offline plane that do answer reads by key in milliseconds."""


@rule("DK140", Severity.ERROR, kinds=ASKING, applies=has_requests)
def offline_in_request(facts: Facts) -> Iterator[Finding]:
    """A request should not wait for a warehouse or a batch job.

    What is built to read a terabyte answers one question in seconds, and often in
    minutes when others use it. One such step sets the latency of the whole path, and
    its maintenance window becomes an outage of the product. What the job knows has to
    be worked out before the request and kept where it can be read by key.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      nightly: {kind: batch-scorer}                  # <- read within the request
      decide: {kind: decision-engine}
    flows:
      calls:
        - app -> gateway: request
        - gateway -> decide: request
        - decide -> app: response
      lookups:
        - nightly -> decide: prediction
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      nightly: {kind: batch-scorer}
      scores: {kind: prediction-store}
      decide: {kind: decision-engine}
    flows:
      calls:
        - app -> gateway: request
        - gateway -> decide: request
        - decide -> app: response
      lookups:
        - scores -> decide: prediction
      batches:
        - nightly -> scores: prediction
    ```

    Fix: Compute before the request, write the result into an online store, a
    prediction store or a cache, and read it there.

    Source: Huyen 2022, Designing Machine Learning Systems, chapter 7, batch
    prediction versus online prediction; Dean and Barroso 2013, The Tail at Scale.
    """
    reached = awaited(facts)
    for component in facts.design.components.values():
        is_late = component.id in reached and _is_offline(facts, component)
        if is_late and (flow := _waiting(facts, component.id, reached)):
            yield _finding(facts, component, flow)


def _finding(facts: Facts, component: Component, flow: Flow) -> Finding:
    waiter = flow.target if flow.mode is Mode.LOOKUP else flow.source
    what = f"{component.id}, which works offline ({component.kind})"
    message = f"{waiter} waits in a request for {what}"
    number = facts.design.flows.index(flow)
    related = ((("flows", number), f"{waiter} waits here"),)
    return Finding(("components", component.id), message, related)


def _is_offline(facts: Facts, component: Component) -> bool:
    offline = facts.kind_of(component.id).plane is Plane.OFFLINE
    return offline and component.kind not in ANSWERING


def _waiting(facts: Facts, id: str, reached: frozenset[str]) -> Flow | None:
    """Return the first flow that makes a request wait for `id`.

    There is none for a job that itself calls what a request waits for.
    """
    flows = (
        flow
        for flow in facts.graph.synchronous
        if reached.issuperset(flow.ends)
        and id == (flow.source if flow.mode is Mode.LOOKUP else flow.target)
    )
    return next(flows, None)
