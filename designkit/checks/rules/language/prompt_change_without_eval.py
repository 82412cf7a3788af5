"""DK641 prompt-change-without-eval."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import PROMPTING
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

POLICY = Trail(("policy",))
"""Prompts, on their way to who uses them."""

VERDICTS = ("metric", "policy")
"""What an evaluator gives to those who let a prompt pass."""

KEEPERS = ("prompt-registry", "deployer")
"""Kinds that hold a version back until it has passed."""


@rule("DK641", Severity.ERROR, kinds=("prompt-registry",))
def prompt_change_without_eval(facts: Facts) -> Iterator[Finding]:
    """A changed prompt should be measured before users meet it.

    A changed prompt is a changed model: one sentence moves accuracy, refusals, length
    and cost, and not only for the case that it was written for. It is the part that is
    changed most often, by most people, and reviewed least. Where a model labels what
    another learns from, one word changes millions of labels.

    Bad:
    ```yaml
    components:
      prompts: {kind: prompt-registry}
      assist: {kind: agent}                        # <- edited at noon, live at noon
      sets: {kind: dataset-builder, purpose: test}
      evaluate: {kind: evaluator}
      model: {kind: hosted-model}
    flows:
      batches:
        - sets -> evaluate: dataset
      control:
        - prompts -> evaluate: policy
        - prompts -> assist: policy
    ```

    Good:
    ```yaml
    components:
      prompts: {kind: prompt-registry}
      assist: {kind: agent}
      sets: {kind: dataset-builder, purpose: test}
      evaluate: {kind: evaluator}
      release: {kind: deployer, strategy: [canary]}
      model: {kind: hosted-model}
    flows:
      batches:
        - sets -> evaluate: dataset
      control:
        - prompts -> evaluate -> release -> assist: policy
    ```

    Fix: Lead prompts through an evaluator on their way to the agent, or give its
    verdict, a `metric`, to the registry or the deployer that lets them pass.

    Source: Huyen 2025, AI Engineering, chapter 4 (evaluation pipelines); Breck et al.
    2017, The ML Test Score, Infrastructure 4, for models.
    """
    registries = tuple(part.id for part in facts.of_kind("prompt-registry"))
    judging = _judging(facts, registries)
    open_ones = tuple(id for id in registries if id not in judging)
    past = facts.lineage.givers(open_ones, POLICY, judging)
    for agent in facts.of_kind(*PROMPTING):
        if agent.id in past:
            evaluators = [e.id for e in facts.of_kind("evaluator") if e.id in judging]
            measured = f" past {listed(evaluators)}" if evaluators else ""
            yield Finding(
                ("components", agent.id),
                f"prompts of {past[agent.id]} reach {agent.id}{measured} before "
                "anything has measured them",
            )


def _judging(facts: Facts, registries: tuple[str, ...]) -> frozenset[str]:
    """Return the evaluators that get prompts, and who goes by their verdict."""
    given = facts.lineage.ahead(registries, POLICY)
    evaluators = {
        part.id
        for part in facts.of_kind("evaluator")
        if part.id in given or any(f.carries is None for f in facts.flows_to(part.id))
    }
    told = {
        flow.target
        for id in evaluators
        for flow in facts.flows_from(id, *VERDICTS)
        if facts.design.components[flow.target].kind in KEEPERS
    }
    return frozenset(evaluators | told)
