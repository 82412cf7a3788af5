"""DK768 traces-are-personal-data."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import of_ids
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

TRACES = Trail(("trace",))
"""Records of what an agent did, with all that was said to it."""

WORDS = Trail(("request", "event"))
"""What people say, on its way to an agent."""

KEPT = ("prediction-log", "lake", "store", "offline-store")
"""Kinds in which traces lie to be read; an audit log has reasons of its own."""


@rule("DK768", Severity.WARNING, kinds=("agent",), keys=("flows.*.carries",))
def traces_are_personal_data(facts: Facts) -> Iterator[Finding]:
    """What people wrote to an agent should be kept for a stated time.

    People tell an assistant more than any form ever asked for: names of others,
    illness, passwords, whole contracts. A trace keeps it word for word, once for each
    call, and is read by whoever looks for a fault. Without an end it is the largest
    store of personal data of the company, and nobody has planned it.

    Traces out of which everything personal is taken say `pii: none`.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log, retention: for ever}   # <- every word
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [assist -> traces: trace]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log, retention: 30 d}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [assist -> traces: trace]
    ```

    Fix: State the `retention` that finding faults needs, a month or a quarter, and keep
    what tests need in a set of its own, masked; or mask all (`pii: none`).

    Source: Regulation (EU) 2016/679 (GDPR), Article 5(1)(c) and (e), data minimisation
    and storage limitation; NIST AI 600-1 (2024), data privacy.
    """
    clients = [client.id for client in facts.of_kind("client")]
    heard = facts.lineage.ahead(clients, WORDS) if clients else frozenset[str]()
    agents = [agent.id for agent in facts.of_kind("agent") if agent.id in heard]
    kept = facts.lineage.ahead(agents, TRACES) if agents else frozenset[str]()
    for store in of_ids(facts, kept, lambda part: part.kind in KEPT):
        yield from _asked(facts, store)


def _asked(facts: Facts, store: Component) -> Iterator[Finding]:
    path = ("components", store.id, "retention")
    time = store.quantity("retention")
    if facts.state("components", store.id, "pii") is State.ABSENT:
        return
    if time is None:
        message = f"{store.id} keeps what people wrote, and does not say how long"
        unstated = facts.state(*path) is State.UNSTATED
        yield Finding(path, message, unstated=unstated)
    elif time.is_endless and not store.pii:
        yield Finding(path, f"{store.id} keeps for ever what people wrote")
