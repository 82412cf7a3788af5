"""DK688 stalls-in-the-stream."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.model.tokens import CountPercentiles
from designkit.quantities.quantity import Quantity

LONG = 8
"""Median prompts in a long one from which on it is felt by everybody else."""


@rule(
    "DK688",
    Severity.WARNING,
    kinds=("llm-server",),
    keys=("components.*.input-tokens",),
)
def stalls_in_the_stream(facts: Facts) -> Iterator[Finding]:
    """A long prompt should not hold up the next words of everybody else.

    A server that reads a prompt in one piece writes nothing meanwhile: 60,000 tokens on
    one card stop all streams of its batch for some ten seconds. The mean does not show
    it, since nearly all gaps between two words are short; readers see a line that
    stands still. Read in pieces, between which the others go on, or on cards of its
    own, the same prompt harms nobody.

    Asked are servers on which a request waits and of which the longest prompts are
    eight times the median.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: llm-server
        input-tokens: {p50: 2 k, p99: 60 k}
        chunked-prefill: false            # <- ten seconds of silence for all
    flows:
      calls: [app -> ask: request, ask -> llm: prompt, llm -> ask: completion]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: llm-server
        input-tokens: {p50: 2 k, p99: 60 k}
        chunked-prefill: true
    flows:
      calls: [app -> ask: request, ask -> llm: prompt, llm -> ask: completion]
    ```

    Fix: Read long prompts in pieces (`chunked-prefill: true`), on cards of their own
    (`disaggregated: true`), or send them to a server of their own.

    Source: Agrawal et al. 2023, SARATHI, arXiv 2308.16369; vLLM documentation, chunked
    prefill.
    """
    for server in facts.of_kind("llm-server"):
        longest = _longest(server)
        if longest and server.id in facts.graph.in_request and _is_one_piece(server):
            path = ("components", server.id, "chunked-prefill")
            yield Finding(
                path,
                f"while {server.id} reads a prompt of {longest} tokens, all others "
                f"wait for their next one",
                unstated=facts.state(*path) is State.UNSTATED,
                rests_on=(longest,),
            )


def _is_one_piece(server: Component) -> bool:
    keys = ("chunked-prefill", "disaggregated")
    return not any(server.attributes.get(key) is True for key in keys)


def _longest(server: Component) -> Quantity | None:
    """Return the highest percentile of the prompt, if it is far above the median."""
    tokens = server.attributes.get("input-tokens")
    if not isinstance(tokens, CountPercentiles) or tokens.p50 is None:
        return None
    high = tokens.p99 or tokens.p95
    return high if high and high.low > LONG * tokens.p50.high else None
