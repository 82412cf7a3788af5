"""DK672 secrets-in-prompt."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

READERS = ("agent", *LANGUAGE_MODELS, "llm-gateway", "weak-labeler", "judge")
"""What prompts are read by, or sent on to a model by."""


@rule(
    "DK672",
    Severity.ERROR,
    kinds=("prompt-registry",),
    keys=("components.*.secrets",),
)
def secrets_in_prompt(facts: Facts) -> Iterator[Finding]:
    """A prompt should hold no secret.

    What stands in a prompt is read by the model, by whoever runs it, by the log of
    calls and, some day, by a user who asks for it in the right words. To forbid the
    model to repeat it is a wish. A key belongs to the tool that logs in with it, which
    no text can make tell it.

    Bad:
    ```yaml
    components:
      prompts: {kind: prompt-registry, secrets: key of the order system}  # <- told
      assist: {kind: agent}
      model: {kind: hosted-model}
    flows:
      calls: [assist -> model: prompt]
      control: [prompts -> assist: policy]
    ```

    Good:
    ```yaml
    components:
      prompts: {kind: prompt-registry, secrets: none}
      assist: {kind: agent}
      model: {kind: hosted-model}
      vault: {kind: secret-store}
      orders: {kind: tool, acts-as: user}
    flows:
      calls: [assist -> model: prompt, assist -> orders: tool-call]
      control: [prompts -> assist: policy, vault -> orders: secret]
    ```

    Fix: Take it out of the text and give it to the tool, from a secret store; then
    change it, since logs have it.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM07 system prompt leakage.
    """
    for prompts in facts.of_kind("prompt-registry"):
        if not (held := prompts.texts("secrets")):
            continue
        given = facts.descendants((prompts.id,), "policy")
        readers = [part.id for part in facts.of_kind(*READERS) if part.id in given]
        whom = listed(readers) if readers else "whoever reads them"
        yield Finding(
            ("components", prompts.id, "secrets"),
            f"the prompts of {prompts.id} tell {whom} a secret: {listed(held)}",
        )
