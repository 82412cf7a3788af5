"""Whether a prompt fits the window of a model, and how much of one part does."""

from math import floor

from designkit.quantities.bounds import (
    ROUNDING,
    finite,
    require_not_negative,
    require_positive,
    require_share,
)

MARGIN = 0.05
"""Part of a window that is left free: tokens are counted before they are known."""


@finite
def context_used(
    system: float,
    history: float,
    passages: float,
    passage_tokens: float,
    question: float,
    answer: float,
) -> float:
    """Return the tokens of a call: S + history + k * chunk + question + answer.

    `answer` is the longest that is allowed: it has its place in the same window. What
    fits is not yet read well (Liu and others 2023, Lost in the Middle).

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(system=system, history=history, question=question)
    require_not_negative(passages=passages, passage_tokens=passage_tokens)
    require_not_negative(answer=answer)
    return system + history + passages * passage_tokens + question + answer


@finite
def pieces_that_fit(
    window: float, used: float, size: float, margin: float = MARGIN
) -> int:
    """Return the pieces of `size` tokens beside `used` ones: ⌊(w(1 - m) - used) / n⌋.

    A piece is a passage or a turn of the conversation; `used` is all the rest. It is 0
    where the rest alone fills the window.

    Raises:
        ValueError: a number is negative, the margin is not from 0 to 1, or a piece has
            no tokens.
    """
    require_not_negative(window=window, used=used)
    require_share(margin=margin)
    require_positive(tokens_of_a_piece=size)
    return max(0, floor((window * (1 - margin) - used) / size * (1 + ROUNDING)))
