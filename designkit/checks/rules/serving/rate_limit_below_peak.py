"""DK684 rate-limit-below-peak."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import REFUSED
from designkit.estimates.limits import Limits


@rule(
    "DK684",
    Severity.ERROR,
    kinds=("hosted-model",),
    keys=(
        "components.*.limit-requests",
        "components.*.limit-input-tokens",
        "components.*.limit-output-tokens",
    ),
)
def rate_limit_below_peak(facts: Facts) -> Iterator[Finding]:
    """The limits of a contract should carry the peak: calls, tokens in, tokens out.

    A provider's limit is a capacity like any other, and it is counted in tokens: the
    same 24 calls a second use a third of a limit of calls and one and a half of those
    of tokens. What is beyond is refused, at the hour at which most people wait. Limits
    are held over less than a minute too, so that above 70% some calls are refused.

    Tokens are those of the median call. Instructions that the provider keeps do not
    count where it says so; where that is open, the limit of input is not judged.

    Bad:
    ```yaml
    workload: {requests-per-day: 345.6 k, peak-factor: 3}
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: hosted-model
        limit-requests: 4 k/min
        limit-output-tokens: 400 k/min   # <- 576 k a minute at peak
        output-tokens: {p50: 400}
    flows:
      calls:
        - app -> ask: request
        - ask -> llm: {carries: prompt, calls-per-request: 2}
        - llm -> ask: completion
        - ask -> app: response
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 345.6 k, peak-factor: 3}
    components:
      app: {kind: client}
      ask: {kind: agent}
      llm:
        kind: hosted-model
        limit-requests: 4 k/min
        limit-output-tokens: 900 k/min
        output-tokens: {p50: 400}
    flows:
      calls:
        - app -> ask: request
        - ask -> llm: {carries: prompt, calls-per-request: 2}
        - llm -> ask: completion
        - ask -> app: response
    ```

    Fix: Ask for a higher limit, keep the beginning of prompts, shorten answers, put a
    second provider beside it, or let work that nobody waits for go in a batch. More
    retries make it worse.

    Source: Anthropic, Rate limits (2026), on requests, input and output tokens, and on
    input from the cache; LiteLLM, documentation of limits, on output that is set aside.
    """
    limits = Limits(facts)
    for model in facts.of_kind("hosted-model"):
        for what, (refused, bursts) in REFUSED.items():
            share = limits.over(bursts, model.id)
            if share is None or not bursts.asks(model):
                continue
            key = f"limit-{what}" + ("" if what == "requests" else "-tokens")
            is_over = refused.is_crossed(share)
            yield Finding(
                ("components", model.id, key),
                f"the peak uses {share.text} of the {key} of {model.id}, "
                f"{share.working}: "
                + ("the rest is refused" if is_over else "bursts are refused"),
                severity=None if is_over else Severity.WARNING,
                rests_on=limits.rests_on(share),
            )
