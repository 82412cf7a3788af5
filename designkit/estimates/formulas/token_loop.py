"""The tokens of a conversation or a loop, in which calls repeat all that came before.

They grow with the square of the calls: a result that is half as long saves more than a
model that is a little cheaper.
"""

from designkit.quantities.bounds import finite, require_count, require_not_negative


@finite
def loop_input(
    calls: float, start: float, given: float, written: float, sent_along: float = 0
) -> float:
    """Return the tokens read over all calls: nS + (u + a) * n(n - 1)/2 + n * sent.

    `start` is what every call has (instructions, descriptions of tools), `written` what
    the model adds each time, `given` what a tool or a person adds in between.
    `sent_along` is what comes with each call itself: in a chat the question, which then
    is `given` as well from the next call on.

    Raises:
        ValueError: there is no call, or a number of tokens is negative.
    """
    require_count(number_of_calls=calls)
    require_not_negative(start=start, given=given, written=written, sent=sent_along)
    again = (given + written) * calls * (calls - 1) / 2
    return calls * (start + sent_along) + again


@finite
def loop_new(calls: float, start: float, given: float, written: float) -> float:
    """Return the tokens that no call before has read: S + (n - 1)(u + a).

    What is kept between calls is then read for the price of a cached token: all of
    `loop_input` but these.

    Raises:
        ValueError: there is no call, or a number of tokens is negative.
    """
    require_count(number_of_calls=calls)
    require_not_negative(start=start, given=given, written=written)
    return start + (calls - 1) * (given + written)
