"""What a provider's limits carry, and how many calls retries make of one."""

from collections.abc import Iterable
from math import prod

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
    require_share,
)

ROOM = 0.7
"""Part of a limit that a peak may use: it is held over less than a minute as well."""


@finite
def limit_share(rate: float, calls: float, tokens: float, limit: float) -> float:
    """Return the part of a limit that a peak uses: λ * calls * tokens / limit.

    `rate` is the requests a second, each with so many `calls`, and `limit` what the
    contract allows in a second. For the limit of requests, `tokens` is 1. For that of
    output it is the longest answer where a provider sets that aside before it begins
    (LiteLLM, documentation of rate limits, 2026).

    Raises:
        ValueError: a number is negative, or nothing is allowed.
    """
    require_not_negative(rate=rate, calls=calls, tokens=tokens)
    require_positive(limit=limit)
    return rate * calls * tokens / limit


@finite
def counted_tokens(tokens: float, cached: float, cached_counts: float) -> float:
    """Return the tokens of a prompt that count: all, or less what was kept.

    `cached` is the share of the prompt that is found in the provider's cache, and
    `cached_counts` 1 where it counts towards the limit all the same.

    Raises:
        ValueError: the tokens are negative, or a share is not from 0 to 1.
    """
    require_not_negative(tokens=tokens)
    require_share(cached_share=cached, cached_counts=cached_counts)
    return tokens * (1 - cached * (1 - cached_counts))


@finite
def attempts(failure: float, retries: float) -> float:
    """Return the calls that one becomes with retries: (1 - f^(r + 1)) / (1 - f).

    Failures are taken as independent. Under a limit they are not: what is refused now
    is refused a moment later too.

    Raises:
        ValueError: the share of failures is not from 0 to 1, or retries are negative.
    """
    require_share(failed_share=failure)
    require_not_negative(retries=retries)
    if failure == 1:
        return retries + 1
    return float((1 - failure ** (retries + 1)) / (1 - failure))


@finite
def most_attempts(retries: Iterable[float]) -> float:
    """Return the calls that one becomes at worst: Π (1 + r), over layers that retry.

    Source: Beyer and others 2016, Site Reliability Engineering, chapter 22.

    Raises:
        ValueError: retries are negative.
    """
    layers = tuple(retries)
    for layer in layers:
        require_not_negative(retries=layer)
    return prod(1 + layer for layer in layers)
