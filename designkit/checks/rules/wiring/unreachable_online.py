"""DK137 unreachable-online."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import awaited, has_requests
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.askers import ASKING
from designkit.model.component import Mode

ON_STREAMS = ("event", "request", "candidates", "prediction", "prompt", "passages")
"""What makes such a component work without a client, when a stream brings it."""


@rule("DK137", Severity.ERROR, kinds=ASKING, applies=has_requests)
def unreachable_online(facts: Facts) -> Iterator[Finding]:
    """A model that is to answer requests should be called by one.

    A server that is deployed, fed and watched, but that no call leads to, decides
    nothing. In a drawing this passes unnoticed, because arrows do lead to the box:
    the one with the model. In production it is a path that nobody runs until somebody
    runs it by mistake; such a leftover cost Knight Capital 465 million dollars in 45
    minutes of 2012.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      retrieve: {kind: candidate-generator}
      rank: {kind: model-server}                     # <- gets a model, but no calls
      rerank: {kind: reranker}
      deploy: {kind: deployer}
    flows:
      calls:
        - app -> gateway -> retrieve: request
        - retrieve -> rerank: candidates
        - rerank -> app: response
      control:
        - deploy -> rank: model
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      retrieve: {kind: candidate-generator}
      rank: {kind: model-server}
      rerank: {kind: reranker}
      deploy: {kind: deployer}
    flows:
      calls:
        - app -> gateway -> retrieve: request
        - retrieve -> rank: candidates
        - rank -> rerank: prediction
        - rerank -> app: response
      control:
        - deploy -> rank: model
    ```

    Fix: Add the call or lookup by which the request gets there (under `calls` or
    `lookups`: a stream waits for nobody), or delete the component.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    dead experimental codepaths.
    """
    reached = awaited(facts)
    for component in facts.with_role(Role.ON_DEMAND):
        missed = component.id not in reached and bool(_flows(facts, component.id))
        if missed and not _works_on_stream(facts, component.id, reached):
            message = f"no call or lookup leads from a client to {component.id}"
            yield Finding(("components", component.id), message)


def _flows(facts: Facts, id: str) -> tuple[object, ...]:
    """Return all flows of `id`; one that has none is an orphan, which is said."""
    return (*facts.flows_to(id), *facts.flows_from(id))


def _works_on_stream(facts: Facts, id: str, reached: frozenset[str]) -> bool:
    """Whether a batch, or something outside the request path, gives `id` its work."""
    given = facts.flows_to(id, *ON_STREAMS)
    return any(f.mode is Mode.BATCH or f.source not in reached for f in given)
