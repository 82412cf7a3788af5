"""A replica of a language model under load: what runs, how fast, and who waits."""

from collections.abc import Callable
from dataclasses import dataclass

from designkit.estimates.formulas.bisection import falls_to
from designkit.quantities.bounds import require_not_negative, require_positive

MOST_REPLICAS = 100_000
"""Where a search for replicas ends."""


@dataclass(frozen=True, slots=True)
class LoadedReplica:
    """Requests at a `rate` a second at one replica that both reads and writes.

    `prefill` is the seconds that it reads a prompt for, `output` the tokens of an
    answer. A step takes `base` seconds to read the weights, W / BW, and `each` seconds
    for every sequence that runs, context * bytes of a token / BW. Reading goes before
    writing and takes the share u = λ * prefill of the time.

    While few run, weights are what a step reads; where arithmetic limits (`step_time`)
    it is slower than stated. Prompts are taken as alike, so that the wait is at least
    the one given.

    Formulas: Little 1961 for what runs; Pollaczek and Khinchine for the wait, M/D/1.

    Raises:
        ValueError: the replica cannot keep up, or something is negative.
    """

    rate: float
    prefill: float
    output: float
    base: float
    each: float

    def __post_init__(self) -> None:
        """Refuse what only ever grows."""
        require_not_negative(rate=self.rate, prefill=self.prefill, output=self.output)
        require_not_negative(base=self.base, each=self.each)
        if self.reading_share >= 1:
            raise ValueError("reading prompts takes more time than there is")
        if self._written * self.each >= 1:
            raise ValueError("answers are asked for faster than they can be written")

    @property
    def reading_share(self) -> float:
        """The share of the time in which prompts are read: λ * prefill."""
        return self.rate * self.prefill

    @property
    def running(self) -> float:
        """The sequences that are written at once: x * base / (1 - x * each)."""
        return self._written * self.base / (1 - self._written * self.each)

    @property
    def per_token(self) -> float:
        """The seconds from one token to the next: (base + B * each) / (1 - u)."""
        return (self.base + self.running * self.each) / (1 - self.reading_share)

    @property
    def wait(self) -> float:
        """The seconds that a prompt waits to be read: u * prefill / (2(1 - u))."""
        share = self.reading_share
        return share * self.prefill / (2 * (1 - share))

    @property
    def _written(self) -> float:
        """The tokens a second of the time that is left for them: λ * o / (1 - u)."""
        return self.rate * self.output / (1 - self.reading_share)


Load = Callable[[float], LoadedReplica]
"""The operating point of a replica at a rate."""


def highest_rate(load: Load, per_token: float) -> float:
    """Return the rate at which a replica writes a token in `per_token` seconds.

    Raises:
        ValueError: not even a replica without load is as fast.
    """
    require_positive(per_token=per_token)
    if load(0).per_token > per_token:
        raise ValueError("a single answer is written more slowly than that")
    return falls_to(lambda rate: -_per_token(load, rate), -per_token)


def replicas_for(load: Load, peak: float, per_token: float, running: float) -> int:
    """Return the least replicas that keep up at `peak` requests a second.

    Each gets its even part of them, writes a token within `per_token` seconds and holds
    at most `running` sequences. A spare one comes on top.

    Raises:
        ValueError: no number of replicas is enough.
    """
    require_not_negative(peak=peak)
    for number in range(1, MOST_REPLICAS + 1):
        if _keeps_up(load, peak / number, per_token, running):
            return number
    raise ValueError("no number of replicas is fast enough")


def _keeps_up(load: Load, rate: float, per_token: float, running: float) -> bool:
    try:
        point = load(rate)
    except ValueError:
        return False
    return point.per_token <= per_token and point.running <= running


def _per_token(load: Load, rate: float) -> float:
    try:
        return load(rate).per_token
    except ValueError:
        return float("inf")
