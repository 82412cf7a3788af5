"""DK670 one-order-only."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.judges import judges_pairs
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK670", Severity.WARNING, kinds=("judge",))
def one_order_only(facts: Facts) -> Iterator[Finding]:
    """A pair should be judged in both orders.

    Of two answers a model prefers the first, or the last, on a good part of the cases,
    whatever they say: the best of several judges kept its verdict on 65% of the pairs
    when the two were swapped. A candidate that always stands first wins by that.

    Bad:
    ```yaml
    components:
      versions: {kind: dataset-builder, purpose: test, form: pairs}
      raters: {kind: human-labeling}
      grade:
        kind: judge
        both-orders: false                         # <- the candidate always first
    flows:
      batches:
        - raters -> versions: label
        - versions -> grade: dataset
    ```

    Good:
    ```yaml
    components:
      versions: {kind: dataset-builder, purpose: test, form: pairs}
      raters: {kind: human-labeling}
      grade: {kind: judge, both-orders: true}
    flows:
      batches:
        - raters -> versions: label
        - versions -> grade: dataset
    ```

    Fix: Let each pair be judged twice, in both orders, count the verdicts that stay,
    and take the others for ties; then state `both-orders: true`.

    Source: Zheng et al. 2023, Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena,
    on position bias.
    """
    for judge in facts.of_kind("judge"):
        path = ("components", judge.id, "both-orders")
        if (
            judges_pairs(facts, judge)
            and judge.attributes.get("both-orders") is not True
        ):
            unstated = facts.state(*path) is State.UNSTATED
            how = "nothing says that both orders are" if unstated else "one order is"
            yield Finding(
                path, f"{judge.id} judges pairs, and {how} tried", unstated=unstated
            )
