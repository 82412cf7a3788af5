"""DK653 tool-with-service-identity."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK653", Severity.ERROR, kinds=("tool",), keys=("components.*.acts-as",))
def tool_with_service_identity(facts: Facts) -> Iterator[Finding]:
    """A tool that reads or changes personal data should act as the person it acts for.

    One account for all may read everything, so that whoever talks to the model may ask
    for everything. With the rights of the person who asks, the worst that a fooled
    model can do is what that person could have done.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      orders: {kind: tool, pii: personal, acts-as: service}   # <- everybody's orders
    flows:
      calls: [app -> assist: request, assist -> orders: tool-call]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      orders: {kind: tool, pii: personal, acts-as: user}
    flows:
      calls: [app -> assist: request, assist -> orders: tool-call]
    ```

    Fix: Hand the token of the person on to the tool, with the least it needs, and state
    `acts-as: user`; or let a tool of a service see no personal data.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM06 excessive agency (execute
    extensions in the context of the user).
    """
    for tool in facts.of_kind("tool"):
        if tool.pii and tool.texts("acts-as") == ("service",):
            yield Finding(
                ("components", tool.id, "acts-as"),
                f"{tool.id} has the rights of a service over {tool.pii} data, whoever "
                "asks",
            )
