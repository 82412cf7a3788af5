"""DK146 answers-unasked."""

from collections.abc import Iterable, Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import has_requests
from designkit.catalog.kind import Plane
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.askers import ASKING
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.writing import listed


@rule("DK146", Severity.INFO, kinds=ASKING, applies=has_requests)
def answers_unasked(facts: Facts) -> Iterator[Finding]:
    """What answers a call should be called by somebody.

    A call hands the request on, and the answer with it. Rules that send their verdict
    into the path of a request and are themselves sent no request judge nothing: either
    an arrow was forgotten, and latency and load of the step are counted wrong, or what
    they give is only looked up. The drawing does not show it, because another arrow
    leads to the box: the one with the index, or with counters.

    Bad:
    ```yaml
    components:
      shop: {kind: client}
      gateway: {kind: gateway}
      score: {kind: model-server}
      limits: {kind: business-rules}                # <- which payment do they see?
      decide: {kind: decision-engine}
    flows:
      calls:
        - shop -> gateway -> score: request
        - score -> decide: prediction
        - limits -> decide: policy
        - decide -> shop: response
    ```

    Good:
    ```yaml
    components:
      shop: {kind: client}
      gateway: {kind: gateway}
      score: {kind: model-server}
      limits: {kind: business-rules}
      decide: {kind: decision-engine}
    flows:
      calls:
        - shop -> gateway -> score, limits: request
        - score -> decide: prediction
        - limits -> decide: policy
        - decide -> shop: response
    ```

    Fix: Draw the call that brings the request; write what is only read by key under
    `lookups`.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 3.
    """
    for part in facts.design.components.values():
        told = _called(facts.flows_from(part.id))
        asked = _called(facts.flows_to(part.id))
        if told and not asked and _waits_to_be_asked(facts, part):
            ends = listed(dict.fromkeys(flow.target for flow in told))
            yield Finding(
                ("components", part.id),
                f"{part.id} answers {ends} in a call, and nobody calls {part.id}",
            )


def _called(flows: Iterable[Flow]) -> list[Flow]:
    return [flow for flow in flows if flow.mode is Mode.CALL]


def _waits_to_be_asked(facts: Facts, part: Component) -> bool:
    """Whether it is of a kind that works on requests, beside the path of one."""
    kind, path = facts.kind_of(part.id), facts.graph.in_request
    takes = not {"request", "candidates"}.isdisjoint(kind.takes)
    works = takes and Role.KEYED not in kind.roles
    told = {flow.target for flow in _called(facts.flows_from(part.id))}
    return works and kind.plane in (Plane.ONLINE, Plane.ANY) and told <= path
