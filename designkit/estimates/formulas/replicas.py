"""How many replicas carry a load, by Little's law.

What arrives at a rate and stays for a time occupies, on average, rate * time places
(Little 1961, A Proof for the Queuing Formula L = λW, Operations Research 9(3)). The
time is that for which a call keeps its place: what it waits for others counts, what it
waits in the queue does not.
"""

import math

from designkit.estimates.formulas.rounding import rounded_up

TARGET = 0.6
"""Part of the places that are busy at a planned peak; queues grow fast above 0.7."""


def offered_load(rate: float, service_time: float) -> float:
    """Return the places that are busy on average: λ * S, calls a second * seconds."""
    return rate * service_time


def busy_share(load: float, replicas: float, concurrency: float) -> float:
    """Return the part of the places that `load` keeps busy: a / (n * k).

    From 1 on, the queue grows for as long as the load lasts; without places it is
    infinite.
    """
    places = replicas * concurrency
    return load / places if places else math.inf


def replicas_needed(load: float, concurrency: float, *, target: float = TARGET) -> int:
    """Return the replicas that are at most `target` busy under `load`: ⌈a / (t * k)⌉.

    Raises:
        ValueError: a replica has no place, or the target is not above 0 and at most 1.
    """
    if concurrency <= 0 or not 0 < target <= 1:
        raise ValueError(
            "a replica has places, and a target lies above 0, at most at 1"
        )
    return rounded_up(load / (target * concurrency))


def with_spare_zone(replicas: float, zones: int) -> int:
    """Return the replicas of which enough are left without one zone: ⌈n * Z / (Z - 1)⌉.

    Raises:
        ValueError: with fewer than two zones nothing is left.
    """
    if zones < 2:
        raise ValueError("one zone can only be spared where there are two")
    return rounded_up(replicas * zones / (zones - 1))


def rescaled(replicas: float, busy: float, *, target: float = TARGET) -> int:
    """Return the replicas an autoscaler asks for when `busy` of them are: ⌈n * u / t⌉.

    That of Kubernetes does so, except that it leaves differences below 10% alone.
    """
    return rounded_up(replicas * busy / target)


def batch_rate(batch: float, *, fixed: float, per_call: float) -> float:
    """Return the calls a second of a worker that computes `batch` together.

    A batch takes `fixed` seconds and `per_call` seconds more for each of its calls:
    b / (t0 + t1 * b).
    """
    return batch / (fixed + per_call * batch)
