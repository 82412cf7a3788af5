"""DK683 first-token-late."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.answering import may_be_rare, way_of
from designkit.estimates.figure_limits import FIRST_TOKEN
from designkit.estimates.limits import Limits


@rule("DK683", Severity.ERROR, keys=("objectives.first-token.p99",))
def first_token_late(facts: Facts) -> Iterator[Finding]:
    """What comes before the first token should fit into the time that was promised.

    People wait for the first token and read the others as they come. Before it come the
    gateway, checks of the input, the search and the model itself, which first reads the
    whole prompt. The sum of the p99s is a budget, not a p99; but a design above its
    budget on paper has nothing left for queues and networks.

    A model counts with its `first-token`, everything else with its latency. What is
    asked side by side counts once; a prompt that needs what a search finds says so with
    `after`. Of several models to choose from, one that may be asked by less than one
    request in a hundred is not judged.

    Bad:
    ```yaml
    objectives: {first-token: {p99: 1.5 s}}      # <- 1,930 ms
    components:
      app: {kind: client}
      gate: {kind: gateway, latency: {p99: 10 ms}}
      ask: {kind: agent}
      look: {kind: guardrail, side: input, latency: {p99: 120 ms}}
      llm: {kind: hosted-model, first-token: {p99: 1.8 s}}
    flows:
      calls:
        - app -> gate -> look -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> app: response
    ```

    Good:
    ```yaml
    objectives: {first-token: {p99: 2.5 s}}
    components:
      app: {kind: client}
      gate: {kind: gateway, latency: {p99: 10 ms}}
      ask: {kind: agent}
      look: {kind: guardrail, side: input, latency: {p99: 120 ms}}
      llm: {kind: hosted-model, first-token: {p99: 1.8 s}}
    flows:
      calls:
        - app -> gate -> look -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> app: response
    ```

    Fix: Begin with the largest step: a shorter prompt, a beginning that is kept, a
    smaller or nearer model; take steps off the way; or promise less.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 4; Agrawal et al.
    2023, SARATHI, arXiv 2308.16369, on what a prompt costs before its first token.
    """
    limits = Limits(facts)
    share = limits.over(FIRST_TOKEN)
    budget = limits.figure("answers.first-token")
    if share and budget and not may_be_rare(facts):
        promise = facts.quantity("objectives", "first-token", "p99")
        way = " -> ".join(way_of(facts.design))
        yield Finding(
            ("objectives", "first-token", "p99"),
            f"the first token takes {budget.text} at p99, and {promise} is promised: "
            f"{budget.working} along {way}",
            rests_on=limits.rests_on(share),
        )
