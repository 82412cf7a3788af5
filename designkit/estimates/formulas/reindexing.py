"""What it takes to embed everything again when the encoder changes.

Both indexes live while it lasts, with the memory of two.
"""

from designkit.quantities.bounds import finite, require_not_negative, require_positive


@finite
def encoding_work(parameters: float, tokens: float) -> float:
    """Return the operations that embed `tokens`: 2 * parameters * tokens.

    What attention adds in short passages is left out.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(parameters=parameters, tokens=tokens)
    return 2 * parameters * tokens


@finite
def time_at_limit(tokens: float, limit: float) -> float:
    """Return the seconds that `tokens` take at a provider's `limit` a second.

    Raises:
        ValueError: the tokens are negative, or nothing is allowed.
    """
    require_not_negative(tokens=tokens)
    require_positive(limit=limit)
    return tokens / limit
