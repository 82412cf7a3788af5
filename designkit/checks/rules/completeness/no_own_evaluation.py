"""DK143 no-own-evaluation."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


@rule(
    "DK143",
    Severity.WARNING,
    keys=("models.*.pretrained",),
    tier_1=Severity.ERROR,
)
def no_own_evaluation(facts: Facts) -> Iterator[Finding]:
    """A model of others should be measured on cases of your own before it answers.

    Whoever trained it measured it on their data and for their task. What it does with
    your languages, your products and your rare cases nobody has seen yet; and when the
    next version comes there is nothing to compare it with. Some hundred cases of your
    own, judged once and kept, answer both.

    Bad:
    ```yaml
    components:                                    # <- who has tried it?
      app: {kind: client}
      encode: {kind: model-server}
    models:
      encoder: {served-by: encode, pretrained: MiniLM, version: v2, trained-by: none}
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      encode: {kind: model-server}
      judge: {kind: evaluator, gates: [recall@10 >= 0.80 on 400 queries of our own]}
    models:
      encoder: {served-by: encode, pretrained: MiniLM, version: v2, trained-by: none}
    ```

    Fix: Add an evaluator, or state under `evaluation` what is measured, on which cases,
    and which result keeps a model out.

    Source: Breck et al. 2017, The ML Test Score, Model 3 and Infrastructure 4.
    """
    taken = list(facts.design.off_the_shelf)
    measured = facts.has("evaluator") or facts.design.evaluation
    if taken and not measured:
        yield Finding(
            ("components",),
            f"nothing measures {listed(taken)}, which others trained, on cases of "
            "your own",
        )
