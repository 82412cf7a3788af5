"""DK640 no-prompt-version."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import PROMPTING
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

POLICY = Trail(("policy",))
"""Prompts, from where their versions are kept."""


@rule("DK640", Severity.WARNING, kinds=PROMPTING)
def no_prompt_version(facts: Facts) -> Iterator[Finding]:
    """The prompts of an agent should come from where their versions are kept.

    An answer can be explained only if the prompt that led to it is known, and a bad one
    can be taken back only if the one before still exists. A prompt that stands in the
    code of the agent, or in a form that anybody may edit, has neither author nor reason
    nor evaluation. The same holds for what labels, parses or scores with a language
    model.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: workflow}     # <- which prompt was it?
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> app: response
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: workflow}
      model: {kind: hosted-model}
      prompts: {kind: prompt-registry, technology: Git, keep-versions: 20}
      release: {kind: deployer, strategy: [canary]}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> app: response
      control:
        - prompts -> release -> assist: policy
    ```

    Fix: Keep prompts, tool descriptions and routing in a prompt-registry, and lead them
    from there to the agent as `policy`.

    Source: Huyen 2025, AI Engineering, chapter 5 (organise and version prompts).
    """
    registries = {part.id for part in facts.of_kind("prompt-registry")}
    for agent in _prompting(facts):
        before = facts.lineage.behind((agent.id,), POLICY)
        unsaid = any(flow.carries is None for flow in facts.flows_to(agent.id))
        if registries.isdisjoint(before) and not unsaid:
            yield Finding(
                ("components", agent.id),
                f"no prompt-registry keeps the versions of what {agent.id} tells its "
                "model",
            )


def _prompting(facts: Facts) -> Iterator[Component]:
    """Give the agents, and whatever else is drawn to send a prompt."""
    for part in facts.of_kind(*PROMPTING):
        if part.kind == "agent" or facts.flows_from(part.id, "prompt"):
            yield part
