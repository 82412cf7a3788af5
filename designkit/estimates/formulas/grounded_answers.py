"""How often an answer that is written from what was found is right, wrong or not given.

The two halves have different cures: what is not found cannot be written from, and what
is found can still be misread.
"""

from designkit.quantities.bounds import finite, require_not_negative, require_share


@finite
def right_answers(found: float, right: float, unaided: float = 0) -> float:
    """Return the share of right answers: R * A + (1 - R) * A₀.

    `found` is the share of questions whose passage is in the prompt, `right` that of
    right answers then, and `unaided` that without it.

    Raises:
        ValueError: something is not from 0 to 1.
    """
    require_share(found_share=found, right_share=right, unaided_share=unaided)
    return found * right + (1 - found) * unaided


@finite
def wrong_answers(found: float, right: float, guessed: float) -> float:
    """Return the share of answers that are given and wrong: R(1 - A) + (1 - R)h.

    `guessed` is the share of questions without their passage that are answered all the
    same; what is left, see `abstentions`, says that it does not know.

    Raises:
        ValueError: something is not from 0 to 1.
    """
    require_share(found_share=found, right_share=right, guessed_share=guessed)
    return found * (1 - right) + (1 - found) * guessed


@finite
def abstentions(found: float, guessed: float) -> float:
    """Return the share of questions that are not answered: (1 - R)(1 - h).

    Raises:
        ValueError: something is not from 0 to 1.
    """
    require_share(found_share=found, guessed_share=guessed)
    return (1 - found) * (1 - guessed)


@finite
def all_found(found: float, needed: float) -> float:
    """Return the share of questions for which all `needed` passages are found: R^m.

    Passages are taken as found independently of each other.

    Raises:
        ValueError: the share is not from 0 to 1, or the passages are negative.
    """
    require_share(found_share=found)
    require_not_negative(needed_passages=needed)
    return float(found**needed)


@finite
def found_by_either(first: float, second: float) -> float:
    """Return what two searches find together at most: 1 - (1 - r₁)(1 - r₂).

    Searches that miss the same questions find less than that together.

    Raises:
        ValueError: a share is not from 0 to 1.
    """
    require_share(first_share=first, second_share=second)
    return 1 - (1 - first) * (1 - second)
