"""DK710 no-action-limit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import acts, loops, tools_of
from designkit.analysis.stakes import falls_on_people, only_asks
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


def _automatic(facts: Facts) -> tuple[Component, ...]:
    """Return the engines that act by themselves, and wait for no person."""
    return tuple(
        engine
        for engine in facts.of_kind("decision-engine")
        if not (engine.texts("accepted-by") or only_asks(facts, engine))
    )


def _tools(facts: Facts) -> tuple[Component, ...]:
    """Return the tools that a model may use to some effect, with nobody asked.

    What can be undone counts where the model chooses the next step.
    """
    free = {
        tool.id
        for agent in facts.of_kind("agent")
        if loops(agent)
        for tool in tools_of(facts, agent.id)
    }
    return tuple(
        tool
        for tool in facts.of_kind("tool")
        if acts(tool)
        and tool.texts("approval") != ("always",)
        and (tool.id in free or tool.texts("effect") == ("irreversible",))
    )


def _acting(facts: Facts) -> tuple[Component, ...]:
    """Return what acts by itself, and matters."""
    matters = facts.design.tier == 1 or facts.has("auction") or falls_on_people(facts)
    return (*(_automatic(facts) if matters else ()), *_tools(facts))


@rule(
    "DK710",
    Severity.WARNING,
    kinds=("decision-engine", "tool"),
    applies=lambda facts: bool(_acting(facts)),
    tier_1=Severity.ERROR,
)
def no_action_limit(facts: Facts) -> Iterator[Finding]:
    """A system that acts by itself should stop itself when it acts too often.

    A broken feature, a bad hash or a wrong release turns a careful system into one
    that refuses everybody, at machine speed and while the dashboards are still green.
    Knight Capital lost more than 460 million dollars in 45 minutes to orders that
    nothing counted. A cap on actions in an hour bounds the harm without having to know
    its cause.

    A tool that a model calls acts by itself too, unless a person agrees each time: an
    agent that closes tickets can close 3,000 of them by night, each within the limits
    of its task.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide:                                       # <- blocks without end
        kind: decision-engine
        actions: [allow, block]
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      decide:
        kind: decision-engine
        actions: [allow, block]
        action-limit: 10 k/h
    ```

    Fix: State an action-limit of about twice the busiest normal hour, and what happens
    beyond it: a milder action, a person, a halt.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems, on
    action limits; US Securities and Exchange Commission 2013, release 34-70694 (Knight
    Capital).
    """
    for engine in _acting(facts):
        state = facts.state("components", engine.id, "action-limit")
        if state is not State.PRESENT:
            yield Finding(
                ("components", engine.id, "action-limit"),
                f"{engine.id} acts by itself, and no limit stops it when it acts "
                "too often",
                unstated=state is State.UNSTATED,
            )
