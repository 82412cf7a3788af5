"""DK686 tokens-too-dear."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import SUCCESS_TOO_DEAR, TASK_TOO_DEAR
from designkit.estimates.limits import Limits


@rule(
    "DK686",
    Severity.WARNING,
    keys=("objectives.cost-per-task", "objectives.cost-per-success"),
)
def tokens_too_dear(facts: Facts) -> Iterator[Finding]:
    """The tokens of a task should cost no more than was promised for it.

    A call looks cheap, and a task is many calls, each of which reads all that came
    before: twenty steps that add 1,700 tokens each read 483,000. Where not every task
    succeeds, those that fail are paid by those that do.

    Counted are stated prices and the tokens of the median call; guards, search and
    retries come on top, so that the true cost is higher. A task is so many
    `turns-per-task`; a request to an agent that states its steps is one.

    Bad:
    ```yaml
    workload: {turns-per-task: 5}
    objectives: {cost-per-task: 0.05 USD}        # <- 0.08 USD
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: hosted-model
        input-tokens: {p50: 6 k}
        output-tokens: {p50: 400}
        price: {input: 2 USD, output: 10 USD}
    flows:
      calls:
        - app -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> app: response
    ```

    Good:
    ```yaml
    workload: {turns-per-task: 5}
    objectives: {cost-per-task: 0.05 USD}
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: hosted-model
        input-tokens: {p50: 3 k}
        output-tokens: {p50: 200}
        price: {input: 2 USD, output: 10 USD}
    flows:
      calls:
        - app -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> app: response
    ```

    Fix: Put what never changes first so that it is kept, shorten passages and results
    of tools, take a smaller model for easy steps, end tasks sooner; or promise what it
    is worth.

    Source: Chen, Zaharia and Zou 2023, FrugalGPT, arXiv 2305.05176, on cheaper models
    for easy work; Anthropic, Pricing (2026), on what is read from a cache.
    """
    limits = Limits(facts)
    for what, limit in (("task", TASK_TOO_DEAR), ("success", SUCCESS_TOO_DEAR)):
        share = limits.over(limit)
        price = limits.figure(f"token-prices.{what}")
        if share and price:
            key = f"cost-per-{what}"
            yield Finding(
                ("objectives", key),
                f"the tokens of a {what} cost {price.text}, and "
                f"{facts.quantity('objectives', key)} is promised: {price.working}",
                rests_on=limits.rests_on(share),
            )
