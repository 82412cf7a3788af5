"""DK664 no-human-handover."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import tools_of
from designkit.analysis.talking import converses, reaches_people, talkers
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

PROMISED = ("objectives", "handover-rate")


@rule("DK664", Severity.WARNING, kinds=("agent",), tier_1=Severity.ERROR)
def no_human_handover(facts: Facts) -> Iterator[Finding]:
    """A conversation with a model should have a way to a person.

    Some cases need a person: the rare ones, the angry ones, and those in which the
    model is wrong and sure. Whoever cannot reach one asks again, elsewhere and louder,
    and a share of closed conversations looks best where people gave up.

    It asks of agents that answer clients over several turns, from memory, or with tools
    that act for them; whoever only wants one answer can go on searching.

    Bad:
    ```yaml
    objectives: {handover-rate: 15%}
    components:
      chat: {kind: client}
      assist: {kind: agent}                        # <- "I did not understand that"
      memory: {kind: session-memory}
      model: {kind: hosted-model}
    flows:
      calls: [chat -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
    ```

    Good:
    ```yaml
    objectives: {handover-rate: 15%}
    components:
      chat: {kind: client}
      assist: {kind: agent}
      memory: {kind: session-memory}
      model: {kind: hosted-model}
      desk: {kind: review-queue, capacity: 3 k/d}
    flows:
      calls: [chat -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
      streams: [assist -> desk: review-task]
    ```

    Fix: Send what the agent cannot close to a review-queue, with a summary and the
    trace; or draw the person whom the client can reach.

    Source: Regulation (EU) 2016/679 (GDPR), article 22(3), where it decides about
    people; Klarna 2025, on hard cases that went back from an assistant to people.
    """
    promised = facts.state(*PROMISED) is State.PRESENT
    for agent in talkers(facts):
        talks = promised or converses(facts, agent)
        if talks and not reaches_people(facts, agent):
            yield Finding(
                ("components", agent.id),
                f"{agent.id} talks with people, and none of them can reach a person",
                unstated=not promised and _may_be_told(facts, agent),
            )


def _may_be_told(facts: Facts, agent: Component) -> bool:
    """Whether a tool may open a case at a person, or a text says how one is reached."""
    told = facts.state("privacy", "recourse") is State.PRESENT
    return told or bool(tools_of(facts, agent.id))
