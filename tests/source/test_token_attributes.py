"""What a language model states of its tokens: spreads of counts, and prices."""

from inline_snapshot import snapshot

from designkit.model.tokens import CountPercentiles, TokenPrices
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Tokens
system: generic
components:
  app: {kind: client}
  model:
    kind: hosted-model
"""


def test_spreads_and_prices_are_read() -> None:
    text = f"""{HEAD}\
    input-tokens: {{p50: 3 k, p95: 9 k}}
    price: {{input: 2 USD, cached-input: 0.2 USD, output: 10 USD}}
"""
    loaded = load_text(text)
    assert loaded.design
    model = loaded.design.components["model"]
    tokens, price = model.attributes["input-tokens"], model.attributes["price"]

    assert isinstance(tokens, CountPercentiles)
    assert isinstance(price, TokenPrices)
    assert tokens.p95
    assert price.cached_input
    assert (tokens.p95.value, price.cached_input.value) == (9000, 0.2)


def test_what_is_no_count_and_no_price_is_told() -> None:
    text = f"""{HEAD}\
    input-tokens: {{p50: 3 s, p95: many}}
    output-tokens: 4 k
    price: {{input: 2, cached: 0.2 USD}}
"""
    told = [
        (found.code, found.message, found.help) for found in load_text(text).diagnostics
    ]
    assert told == snapshot(
        [
            ("DK012", "p50: 's' is not a unit of count", "use k, M, bn, T"),
            ("DK012", "p95: 'many' is not a count", "write it like 30 M"),
            (
                "DK014",
                "output-tokens is '4 k'; a mapping is wanted",
                "its keys are p50, p90, p95, p99, p999",
            ),
            (
                "DK012",
                "input: '2' needs a unit",
                "an amount of money is written like 5 USD",
            ),
            (
                "DK010",
                "unknown key 'cached' in components.model.price",
                "did you mean cached-input?",
            ),
        ]
    )
