"""DK766 no-auth."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

DOOR = {
    "auth": "lets in whoever asks: nothing proves who it is",
    "rate-limit": "answers one caller as often as it asks",
}
"""What a door states, and what happens without it."""


@rule("DK766", Severity.WARNING, kinds=("gateway",))
def no_auth(facts: Facts) -> Iterator[Finding]:
    """The door of a system should know who asks, and how often one may.

    Behind the door each call costs a model. Whoever may ask without a name and without
    end can take the capacity of all others by a loop, copy the model answer by answer,
    or try until a fraud passes. Knowing the caller is what a limit, an audit and a bill
    are built on.

    It asks of gateways that clients call: for `auth` first, and where that is stated
    for a `rate-limit` for each caller.

    Bad:
    ```yaml
    components:
      shop: {kind: client}
      door:
        kind: gateway
        auth: none                                  # <- who is it?
        rate-limit: 50/s
    flows:
      calls: [shop -> door: request]
    ```

    Good:
    ```yaml
    components:
      shop: {kind: client}
      door: {kind: gateway, auth: OIDC, rate-limit: 50/s}
    flows:
      calls: [shop -> door: request]
    ```

    Fix: Let callers prove who they are (mTLS between services, OIDC for people), and
    give each of them a limit; shed load above it instead of queueing.

    Source: OWASP 2023, API Security Top 10, API2 and API4; Tramer et al. 2016, Stealing
    Machine Learning Models via Prediction APIs (USENIX Security).
    """
    for door in facts.of_kind("gateway"):
        callers = {flow.source for flow in facts.flows_to(door.id)} & facts.graph.askers
        for key, lack in DOOR.items() if callers else ():
            path = ("components", door.id, key)
            state = facts.state(*path)
            if state is not State.PRESENT:
                message = f"{door.id} {lack}"
                yield Finding(path, message, unstated=state is State.UNSTATED)
                break
