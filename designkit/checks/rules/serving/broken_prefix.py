"""DK689 broken-prefix."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.prefix_cache import prefix_break_even
from designkit.estimates.limits import Limits
from designkit.model.component import Component
from designkit.model.tokens import TokenPrices
from designkit.quantities.quantity import Quantity

PROMPTS = Trail(("prompt",))
"""Prompts, from the agent that writes them."""


@rule(
    "DK689",
    Severity.WARNING,
    kinds=("hosted-model",),
    keys=("components.*.cache-min", "components.*.cache-ttl"),
)
def broken_prefix(facts: Facts) -> Iterator[Finding]:
    """A beginning of prompts that is to be kept should be long enough and asked often.

    Providers keep the beginning of a prompt and read it again at a tenth of the price,
    if it is byte for byte the same, longer than their least length, and asked for again
    before it is forgotten. Too short, it is never kept, and no message says so. Asked
    too rarely, it is written more often than it is read, at more than the usual price.

    A loop keeps what it has read itself, and is not asked for the length.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent, system-tokens: 600}
      llm:
        kind: hosted-model
        cache-min: 1024                  # <- 600 tokens are never kept
        price: {input: 2 USD, cached-input: 0.2 USD, output: 10 USD}
    flows:
      calls: [app -> ask: request, ask -> llm: prompt, llm -> ask: completion]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent, system-tokens: 1.5 k}
      llm:
        kind: hosted-model
        cache-min: 1024
        price: {input: 2 USD, cached-input: 0.2 USD, output: 10 USD}
    flows:
      calls: [app -> ask: request, ask -> llm: prompt, llm -> ask: completion]
    ```

    Fix: Put what never changes first, tools and examples too, and the date, the user
    and the question last; keep a rare beginning for longer (`cache-ttl`) or not at all.

    Source: OpenAI, Prompt caching (2026), on the least length and on the order of a
    prompt; Anthropic, Pricing (2026), on the price of writing.
    """
    limits = Limits(facts)
    for model in facts.of_kind("hosted-model"):
        prices = model.attributes.get("price")
        if isinstance(prices, TokenPrices) and prices.cached_input:
            yield from _too_short(facts, model)
            yield from _too_rare(limits, model, prices)


def _too_short(facts: Facts, model: Component) -> Iterator[Finding]:
    least, behind = (
        model.quantity("cache-min"),
        facts.lineage.behind((model.id,), PROMPTS),
    )
    agents = [agent for agent in facts.of_kind("agent") if agent.id in behind]
    if least is None or len(agents) != 1 or "steps" in agents[0].attributes:
        return
    system, history = map(agents[0].quantity, ("system-tokens", "history-tokens"))
    if system and _sum(system, history) < least.low:
        yield Finding(
            ("components", model.id, "cache-min"),
            f"{model.id} keeps beginnings from {least} tokens on, and that of "
            f"{agents[0].id} has {_told(system, history)}",
            rests_on=(least, system, history),
        )


def _sum(system: Quantity, history: Quantity | None) -> float:
    return system.high + (history.high if history else 0.0)


def _told(system: Quantity, history: Quantity | None) -> str:
    return f"{system} and {history} of what was said before" if history else f"{system}"


def _too_rare(
    limits: Limits, model: Component, prices: TokenPrices
) -> Iterator[Finding]:
    hits = limits.figure(f"token-prices.{model.id}.prefix-hits")
    fresh, kept, into = prices.input, prices.cached_input, prices.cache_write
    if not (hits and fresh and kept and into and 0 < fresh.value > kept.value):
        return
    needed = prefix_break_even(kept.value / fresh.value, into.value / fresh.value)
    if 0 < hits.high < needed:  # of a spare one that is not called nothing is kept
        yield Finding(
            ("components", model.id, "cache-ttl"),
            f"{hits.text} of the calls of {model.id} find their beginning kept, "
            f"{hits.working}, and keeping it pays from {needed:.0%} on",
            rests_on=(*limits.rests_on(hits), fresh, kept, into),
        )
