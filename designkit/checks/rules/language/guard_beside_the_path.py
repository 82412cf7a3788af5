"""DK676 guard-beside-the-path."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.model.waiting import Waiting, answers, waits
from designkit.quantities.writing import listed

CHECKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "input": ("request", "event", "prompt", "passages", "tool-result"),
        "output": ("completion", "response", "decision", "tool-call"),
        "tool": ("tool-call", "tool-result"),
        "retrieval": ("passages", "tool-result"),
    }
)
"""What is checked on each side: all that a model is given, and all that it writes."""

STEERING = frozenset(("policy", "model"))
"""What a guardrail is told to go by; a decision may be what it checks."""


@rule("DK676", Severity.WARNING, kinds=("guardrail",), keys=("components.*.side",))
def guard_beside_the_path(facts: Facts) -> Iterator[Finding]:
    """A guardrail should be given what it is said to check.

    A check of answers through which no answer goes checks nothing, and everybody who
    reads the design counts on it. It happens when an answer takes a new way, by a
    stream or a second client, and the check stays where it was.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      check: {kind: guardrail, side: output, checks: [quote]}   # <- sees questions only
    flows:
      calls:
        - app -> check -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> app: response
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      check: {kind: guardrail, side: output, checks: [quote]}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> check -> app: response
    ```

    Fix: Lead what it checks through the guardrail, or say on which side it stands.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM01 prompt injection (filters of
    input and output); Saltzer and Schroeder 1975, The Protection of Information in
    Computer Systems, on checks that cannot be gone round.
    """
    for guard in facts.of_kind("guardrail"):
        checked = CHECKED.get("".join(guard.texts("side")), ())
        given = {flow.carries for flow in facts.flows_to(guard.id)} - STEERING
        known = [carried for carried in given if carried]
        misses = known == [*given] and given.isdisjoint(checked)
        if checked and known and misses and not _is_answered(facts, guard):
            yield _finding(guard, known)


def _finding(guard: Component, known: list[str]) -> Finding:
    return Finding(
        ("components", guard.id, "side"),
        f"{guard.id} checks the {guard.texts('side')[0]} side and is given only "
        f"{listed(sorted(known))}",
    )


def _is_answered(facts: Facts, guard: Component) -> bool:
    """Whether an answer may come back through `guard` that no flow says.

    It does not where those behind it are said to answer somebody else.
    """
    asked = Waiting(tuple(filter(waits, facts.design.flows))).reached(guard.id)
    replies = filter(answers, facts.design.flows)
    return not any(f.source in asked and f.target not in asked for f in replies)
