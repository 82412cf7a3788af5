"""Agents: what is left of success over many steps, and what success costs."""

from math import comb

from designkit.quantities.bounds import (
    finite,
    require_count,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def chain_success(step: float, steps: float) -> float:
    """Return the share of tasks of which all `steps` succeed: pⁿ.

    Steps are taken as independent, and none is mended later.

    Raises:
        ValueError: the share is not from 0 to 1, or the steps are negative.
    """
    require_share(step_success=step)
    require_not_negative(steps=steps)
    return float(step**steps)


@finite
def step_needed(target: float, steps: float) -> float:
    """Return how often each step has to succeed: target^(1/n).

    Raises:
        ValueError: the target is not from 0 to 1, or there is no step.
    """
    require_share(target=target)
    require_count(number_of_steps=steps)
    return float(target ** (1 / steps))


@finite
def tries_of_step(step: float, detected: float, retries: float) -> float:
    """Return the calls that a step takes with retries: Σ ((1 - p)d)^j, j from 0 to r.

    Only a failure that is `detected` is tried again. Times `step` it is how often the
    step succeeds in the end, see `retried_step`.

    Raises:
        ValueError: a share is not from 0 to 1, or retries are negative.
    """
    require_share(step_success=step, detected_share=detected)
    require_not_negative(retries=retries)
    again = (1 - step) * detected
    if again == 1:
        return retries + 1
    return float((1 - again ** (retries + 1)) / (1 - again))


@finite
def retried_step(step: float, detected: float, retries: float) -> float:
    """Return how often a step succeeds that is tried again: p * Σ ((1 - p)d)^j.

    Raises:
        ValueError: as `tries_of_step`.
    """
    return step * tries_of_step(step, detected, retries)


@finite
def all_of(trials: float, solved: float, in_a_row: float) -> float:
    """Return the share of tasks solved in all of k trials: C(c, k) / C(N, k).

    `solved` is how many of the `trials` of a task succeeded. It estimates without bias
    what somebody meets who has the task `in_a_row` times (Yao and others 2024, τ-bench,
    arXiv 2406.12045). A mean success p bounds it: p^k ≤ it ≤ p.

    Raises:
        ValueError: more were solved or are asked for than were tried, or one is not.
    """
    require_count(number_of_trials=trials, number_in_a_row=in_a_row)
    require_not_negative(solved=solved)
    if max(solved, in_a_row) > trials:
        raise ValueError("what is solved or asked for must not lie above the trials")
    if trials > 10_000:
        raise ValueError("the number of trials must not lie above 10,000")
    return comb(int(solved), int(in_a_row)) / comb(int(trials), int(in_a_row))


@finite
def solved_in(success: float, attempts: float) -> float:
    """Return the share of tasks solved in some of the attempts: 1 - (1 - p)^m.

    A success has to be recognised, else trying again buys nothing. Attempts are taken
    as independent: what fails for the same reason fails again.

    Raises:
        ValueError: the share is not from 0 to 1, or there is no attempt.
    """
    require_share(success=success)
    require_count(number_of_attempts=attempts)
    return float(1 - (1 - success) ** attempts)


@finite
def cost_of_attempts(cost: float, success: float, attempts: float) -> float:
    """Return the money of a task that is tried until it is solved: C(1 - (1 - p)^m)/p.

    At most `attempts` times, each of which has a `cost`.

    Raises:
        ValueError: the cost is negative, the success not above 0 and at most 1, or
            there is no attempt.
    """
    require_not_negative(cost=cost)
    require_positive(success=success)
    return cost * solved_in(success, attempts) / success


@finite
def cost_with_person(
    cost: float, success: float, attempts: float, person: float
) -> float:
    """Return the money of a task that a person finishes if need be: C_m + (1 - S) * h.

    C_m is `cost_of_attempts`, S `solved_in`, and h what a `person` costs. All tasks are
    solved for it; without a person a success costs `cost` / p.

    Raises:
        ValueError: as `cost_of_attempts`, or the cost of a person is negative.
    """
    require_not_negative(cost_of_a_person=person)
    rest = 1 - solved_in(success, attempts)
    return cost_of_attempts(cost, success, attempts) + rest * person
