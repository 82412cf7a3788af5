"""DK643 no-step-limit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import loops
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

OWN = ("max-steps", "deadline", "max-tokens", "budget-per-task")
"""Keys of an agent by which a task ends."""

HANDED_ON = ("deadline", "max-tokens", "budget-per-task")
"""Those among them that also end what it asks other agents to do."""


@rule("DK643", Severity.ERROR, kinds=("agent",))
def no_step_limit(facts: Facts) -> Iterator[Finding]:
    """A loop that a model controls should have an end that the model does not control.

    A model that chooses its own next step can go round between two failing attempts, or
    be talked into going on. Each step sends again all that came before, so that the
    price of a task grows with the square of its steps. The default of a framework is no
    substitute: one counts steps of its graph, another calls, a third nothing.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent}          # <- runs until it thinks it is done
      model: {kind: hosted-model}
    flows:
      calls: [app -> work: request, work -> model: prompt, model -> work: completion]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent, max-steps: 40, deadline: 15 min}
      model: {kind: hosted-model}
    flows:
      calls: [app -> work: request, work -> model: prompt, model -> work: completion]
    ```

    Fix: State `max-steps` and a `deadline` for a task, or what it may spend, and what
    happens then: an answer that says so, or a person.

    Source: Anthropic 2024, Building effective agents (stopping conditions); OWASP 2025,
    Top 10 for LLM Applications, LLM10 unbounded consumption.
    """
    for agent in facts.of_kind("agent"):
        if loops(agent) and not (
            _ends(facts, agent.id) or _is_bounded(facts, agent.id)
        ):
            states = {facts.state("components", agent.id, key) for key in OWN}
            yield Finding(
                ("components", agent.id, "max-steps"),
                f"the model of {agent.id} chooses each next step, and nothing ends it",
                unstated=states == {State.UNSTATED},
            )


def _ends(facts: Facts, id: str, keys: tuple[str, ...] = OWN) -> bool:
    return any(facts.state("components", id, key) is State.PRESENT for key in keys)


def _is_bounded(facts: Facts, id: str) -> bool:
    """Whether all who give it tasks are agents whose own limits end its work too."""
    agents = {agent.id for agent in facts.of_kind("agent")}
    askers = [flow.source for flow in facts.flows_to(id, "request", "event")]
    return bool(askers) and all(
        asker in agents and _ends(facts, asker, HANDED_ON) for asker in askers
    )
