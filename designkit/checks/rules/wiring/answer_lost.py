"""DK145 answer-lost."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.analysis.request_path import has_requests
from designkit.analysis.stakes import only_asks
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.askers import ASKING
from designkit.model.component import Component

ANSWERS = (
    *("prediction", "candidates", "passages", "completion", "decision"),
    *("response", "policy"),
)
"""Data types in which an answer is on its way to whoever asked."""

BESIDE = (
    *kinds_with(Role.SERVING_LOG),
    *kinds_with(Role.LOOP_WATCHES),
    *("audit-log", "label-joiner", "lake", "experiment-analysis"),
)
"""Kinds that hear of an answer and give none."""

ARRIVED = (
    *kinds_with(Role.ORIGIN),
    *kinds_with(Role.JUDGED_BY_PEOPLE),
    *kinds_with(Role.GENERAL),
    "event-log",
)
"""Kinds at which an answer has arrived: it is acted on, or published."""


@rule("DK145", Severity.WARNING, kinds=ASKING, applies=has_requests)
def answer_lost(facts: Facts) -> Iterator[Finding]:
    """What is worked out for a request should reach whoever asked.

    A request is answered as long as any response comes back, and a fallback always has
    one. So a ranked list, a price or a verdict that is worked out, logged and sent to
    nobody goes unnoticed: every page loads, every dashboard is green, and users see the
    list of best-sellers for ever. The same holds for a fallback that nobody hears.

    It asks of what runs a model, decides, or stands in for it in the path of a request:
    an answer has arrived at a client, another system, a person who judges, or a log
    that others read. A record for learning, audit or monitoring is no answer.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server}                    # <- only the log knows
      popular: {kind: fallback}
      shown: {kind: prediction-log}
    flows:
      calls:
        - app -> gateway -> rank, popular: request
        - popular -> app: response
      streams: [rank -> shown: prediction]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server}
      rerank: {kind: reranker}
      popular: {kind: fallback}
      shown: {kind: prediction-log}
    flows:
      calls:
        - app -> gateway -> rank, popular: request
        - rank -> rerank: prediction
        - rerank, popular -> app: response
      streams: [rank -> shown: prediction]
    ```

    Fix: Draw the way from the last step back to the caller, and watch what share of the
    answers comes from the fallback.

    Source: Nygard 2018, Release It! (second edition), chapter 5, on fallbacks that hide
    a fault; Breck et al. 2017, The ML Test Score, Infrastructure 3.
    """
    lost = {part.id: part for part in _answering(facts) if _is_lost(facts, part)}
    if not _is_answered(facts):
        return
    for part in lost.values():
        if lost.keys().isdisjoint(_heard(facts, part.id)):
            yield Finding(
                ("components", part.id),
                f"what {part.id} answers reaches nobody who asked",
            )


def _answering(facts: Facts) -> Iterator[Component]:
    """Give what works out an answer while a request waits."""
    kinds = ("reranker", "decision-engine", "auction", "fallback")
    for part in (*facts.serving, *facts.of_kind(*kinds)):
        encodes = not {"encode", "embed"}.isdisjoint(part.texts("role"))
        if part.id in facts.graph.in_request and not encodes:
            yield part


def _is_lost(facts: Facts, part: Component) -> bool:
    """Whether it tells somebody, and none of those brings it to an end."""
    if part.kind == "decision-engine" and only_asks(facts, part):
        return False
    told = facts.flows_from(part.id)
    heard = [facts.design.components[id] for id in _heard(facts, part.id)]
    if any(flow.carries is None for flow in told) or not told:
        return False
    return not any(
        it.kind in ARRIVED or (it.kind == "decision-engine" and only_asks(facts, it))
        for it in heard
    )


def _heard(facts: Facts, id: str) -> frozenset[str]:
    """Return whoever an answer of `id` gets to."""
    trail = Trail(ANSWERS, ends_at=(*BESIDE, *ARRIVED), unsaid=True)
    return facts.lineage.ahead((id,), trail) - {id}


def _is_answered(facts: Facts) -> bool:
    """Whether some answer comes back at all."""
    return any(facts.flows_to(asker) for asker in facts.graph.askers)
