"""DK138 no-reply."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import has_requests, requests
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Mode


@rule("DK138", Severity.ERROR, kinds=("client",), applies=has_requests)
def no_reply(facts: Facts) -> Iterator[Finding]:
    """A client that calls should get a response.

    Whoever calls waits: a thread, a connection, a person. If no path brings an answer
    back, each request holds them until the timeout, and under load the callers go down
    before the system does. A latency objective means nothing either on a path that has
    no end.

    Bad:
    ```yaml
    components:
      shop: {kind: client}
      gateway: {kind: gateway}
      score: {kind: model-server}
      log: {kind: prediction-log}
    flows:
      calls:
        - shop -> gateway: request                   # <- nothing comes back
        - gateway -> score: request
      streams:
        - score -> log: prediction
    ```

    Good:
    ```yaml
    components:
      shop: {kind: client}
      gateway: {kind: gateway}
      score: {kind: model-server}
      decide: {kind: decision-engine}
    flows:
      calls:
        - shop -> gateway -> score: request
        - score -> decide: prediction
        - decide -> shop: response
    ```

    Fix: Close the path with a call that carries a response to the client; if the
    client does not wait, write its request under streams.

    Source: Nygard 2018, Release It! (second edition), chapter 4, blocked threads.
    """
    told: set[str] = set()
    for number, flow in requests(facts):
        client = flow.source
        if client not in told and not _is_answered(facts, client):
            told.add(client)
            message = f"{client} asks {flow.target} and waits, and no response comes"
            yield Finding(("flows", number), message)


def _is_answered(facts: Facts, client: str) -> bool:
    """Whether a response, or a call with another answer, leads to `client`."""
    return any(
        flow.carries == "response" or flow.mode is Mode.CALL
        for flow in facts.flows_to(client)
    )
