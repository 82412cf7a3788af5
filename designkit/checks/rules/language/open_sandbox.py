"""DK652 open-sandbox."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK652", Severity.ERROR, kinds=("code-sandbox",))
def open_sandbox(facts: Facts) -> Iterator[Finding]:
    """Code that a model wrote should run where it can break nothing and tell nobody.

    Such code is as good as its prompt, and part of the prompt was written by others.
    With the network open it can send away what it sees; with a secret inside it can do
    what the secret allows; without an end it runs until the bill is noticed.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent}
      model: {kind: hosted-model}
      box: {kind: code-sandbox, network: open, secrets: none, time-limit: 10 min}  # <-
    flows:
      calls: [app -> work: request, work -> model: prompt, work -> box: tool-call]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent}
      model: {kind: hosted-model}
      box: {kind: code-sandbox, network: allow-list, secrets: none, time-limit: 10 min}
    flows:
      calls: [app -> work: request, work -> model: prompt, work -> box: tool-call]
    ```

    Fix: State `network: none` or an `allow-list`, `secrets: none`, and a `time-limit`;
    keep what a step needs to log in with in a tool outside.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM06 excessive agency and LLM10
    unbounded consumption.
    """
    for box in facts.of_kind("code-sandbox"):
        at = ("components", box.id)
        if box.texts("network") == ("open",):
            yield Finding(
                (*at, "network"), f"code in {box.id} reaches the whole network"
            )
        elif facts.state(*at, "network") is State.UNSTATED:
            message = f"{box.id} does not say what its code can reach"
            yield Finding((*at, "network"), message, unstated=True)
        if box.texts("secrets"):
            yield Finding((*at, "secrets"), f"code in {box.id} can read secrets")
        if (state := facts.state(*at, "time-limit")) is not State.PRESENT:
            message = f"nothing ends code that runs in {box.id}"
            yield Finding(
                (*at, "time-limit"), message, unstated=state is State.UNSTATED
            )
