"""What a call of a language model costs that is billed by the token."""

from designkit.quantities.bounds import finite, require_not_negative, require_share

MILLION = 1e6
"""Tokens for which providers write their prices."""


@finite
def call_price(
    fresh: float,
    cached: float,
    written: float,
    output: float,
    input_price: float,
    cached_price: float,
    written_price: float,
    output_price: float,
    discount: float = 0,
) -> float:
    """Return the money of a call: (Σ tokens * price) / 10^6 * (1 - discount).

    Tokens of the prompt are `fresh`, read from the provider's cache (`cached`) or put
    into it (`written`), each at a price of its own; `output` counts what a model writes
    to itself before it answers as well. Prices are those of a million tokens, and the
    `discount` is that for work which may wait. Calls that are tried again are paid
    again.

    Source: Anthropic, Pricing (2026), and OpenAI, Batch API and Prompt caching (2026).

    Raises:
        ValueError: something is negative, or the discount is not from 0 to 1.
    """
    require_not_negative(fresh=fresh, cached=cached, written=written, output=output)
    require_not_negative(input_price=input_price, cached_price=cached_price)
    require_not_negative(written_price=written_price, output_price=output_price)
    require_share(discount=discount)
    prompt = fresh * input_price + cached * cached_price + written * written_price
    return (prompt + output * output_price) / MILLION * (1 - discount)


@finite
def cascade_cost(small: float, large: float, doubtful: float) -> float:
    """Return the money for an item: c + q * C, the dear model for what is doubtful.

    Every item is paid at the `small` price, the `doubtful` share at the `large` one on
    top (Chen, Zaharia and Zou 2023, FrugalGPT).

    Raises:
        ValueError: a price is negative, or the share is not from 0 to 1.
    """
    require_not_negative(small_price=small, large_price=large)
    require_share(doubtful_share=doubtful)
    return small + doubtful * large


@finite
def cascade_accuracy(kept: float, large: float, doubtful: float) -> float:
    """Return the share of right answers: (1 - q) * kept + q * large.

    `kept` is how often the small model is right where it is sure, and `large` how often
    the dear one is right on the rest, which is the hard part: both lie apart from what
    either gets over all items.

    Raises:
        ValueError: something is not from 0 to 1.
    """
    require_share(kept_accuracy=kept, large_accuracy=large, doubtful_share=doubtful)
    return (1 - doubtful) * kept + doubtful * large
