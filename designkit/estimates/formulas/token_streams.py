"""When the words of an answer are seen that is shown as it is written."""

from designkit.quantities.bounds import finite, require_count, require_not_negative

READING = 238 / 60 * 4 / 3
"""Tokens a second that a person reads: 238 words a minute, three words in four tokens
(Brysbaert 2019, How many words do we read per minute?)."""


@finite
def last_token(first: float, per_token: float, output: float) -> float:
    """Return the seconds to the end of an answer: first + (tokens - 1) * each.

    Raises:
        ValueError: a time is negative, or nothing is written.
    """
    require_not_negative(first_token=first, per_token=per_token)
    require_count(number_of_tokens=output)
    return first + (output - 1) * per_token


@finite
def first_shown(first: float, per_token: float, window: float, guard: float) -> float:
    """Return the seconds to the first word behind a guard: to its window, and its time.

    A guard that reads `window` tokens at once holds all of them back; one that needs
    the whole answer has all of its tokens as its window, and ends the stream.

    Raises:
        ValueError: a time is negative, or the window has no token.
    """
    require_not_negative(guard=guard)
    return last_token(first, per_token, window) + guard
