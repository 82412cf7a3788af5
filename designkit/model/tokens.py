"""What is said of language models: spreads of counts, and prices by the token."""

from pydantic import Field

from designkit.quantities.fields import Count, Money, SpecPart


class CountPercentiles(SpecPart):
    """How many there are of something, by percentile: tokens of a call, steps."""

    p50: Count | None = Field(None, description="The median.")
    p90: Count | None = Field(None, description="Nine in ten are below.")
    p95: Count | None = Field(None, description="19 in 20 are below.")
    p99: Count | None = Field(None, description="99 in 100 are below.")
    p999: Count | None = Field(None, description="999 in 1,000 are below.")


class TokenPrices(SpecPart):
    """What a million tokens cost, by what becomes of them."""

    input: Money | None = Field(None, description="Of a million tokens that are read.")
    cached_input: Money | None = Field(
        None, description="Of a million tokens that are found in the prompt cache."
    )
    cache_write: Money | None = Field(
        None, description="Of a million tokens that are put into the prompt cache."
    )
    output: Money | None = Field(
        None, description="Of a million tokens that are written, reasoning included."
    )
