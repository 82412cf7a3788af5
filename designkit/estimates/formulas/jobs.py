"""How long a batch job takes, and how much of its interval."""

from collections.abc import Iterable

from designkit.quantities.bounds import finite, require_not_negative, require_positive


@finite
def job_time(items: float, workers: float, rate: float) -> float:
    """Return the seconds of a job: N / (workers * v), at `rate` items a second each.

    The items are taken as spread evenly. The job ends with its last worker: one key
    that has a tenth of all items keeps one worker busy for a tenth of the whole work,
    however many others there are. Start-up and retries come on top.

    Raises:
        ValueError: the items are negative, or there is no worker or no rate.
    """
    require_not_negative(items=items)
    require_positive(workers=workers, rate=rate)
    return items / (workers * rate)


@finite
def job_chain(times: Iterable[float]) -> float:
    """Return when jobs that wait for each other are done: the start and all run times.

    The start is in seconds after midnight, and so is the end, past a day if need be.

    Raises:
        ValueError: a time is below 0 or beyond all bounds.
    """
    seconds = tuple(times)
    for time in seconds:
        require_not_negative(time=time)
    return sum(seconds)


@finite
def busy_share_of_schedule(runtime: float, interval: float) -> float:
    """Return the part of its `interval` that a job runs: runtime / interval.

    Above 1 it is not done when it should start again. Above 0.7 there is little room
    for a retry and for data that grows.

    Raises:
        ValueError: the runtime is negative, or there is no interval.
    """
    require_not_negative(runtime=runtime)
    require_positive(interval=interval)
    return runtime / interval
