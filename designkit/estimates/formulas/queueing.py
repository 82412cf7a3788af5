"""How long calls wait for a server: mean, tail, and the cost of not sharing one queue.

Calls arrive at random (Poisson), take an exponential time each, and wait in one queue
for the first of several equal servers to be free: M/M/c. Nobody gives up, and the load
lasts long enough for the queue to settle.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp, expm1, floor, log, sqrt

from designkit.estimates.formulas.bisection import falls_to
from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.formulas.replicas import busy_share, offered_load
from designkit.estimates.formulas.rounding import rounded_up
from designkit.quantities.bounds import (
    require_not_negative,
    require_positive,
    require_quantile,
)

MOST_SERVERS = 1_000_000
"""One step each of a recursion; a tenth of a second for all."""


@dataclass(frozen=True)
class Queue:
    """Calls at a `rate` a second, of a `service_time` in seconds, before `servers`.

    The best that load balancing can do: whichever server is free takes the next call.
    `split` is what happens at worst; sending each call to the server with the fewest
    lies near the best.

    The time is that of the service alone, without the wait, yet with everything that a
    server waits for itself. Inference times vary less than exponential ones, so tails
    are overstated: `allen_cunneen` corrects the mean. Arrivals that come in bursts make
    them worse than stated.

    Formulas: Erlang 1917, Solution of some Problems in the Theory of Probabilities of
    Significance in Automatic Telephone Exchanges; Gross, Shortle, Thompson and Harris
    2008, Fundamentals of Queueing Theory, section 2.3.

    Raises:
        ValueError: the servers cannot keep up, or something is out of bounds.
    """

    rate: float
    service_time: float
    servers: int

    def __post_init__(self) -> None:
        """Refuse a queue that only ever grows."""
        require_not_negative(rate=self.rate)
        require_positive(service_time=self.service_time)
        if not 1 <= self.servers <= MOST_SERVERS:
            raise ValueError(f"servers number from 1 to {MOST_SERVERS:,}")
        if self.busy >= 1:
            raise ValueError(
                f"the queue only grows: {self.load:.4g} servers would be busy, "
                f"of {self.servers}"
            )

    @property
    def load(self) -> float:
        """The servers that are busy on average, in Erlang: a = λ * S."""
        return offered_load(self.rate, self.service_time)

    @property
    def busy(self) -> float:
        """The part of the time that a server is busy: a / c, below 1."""
        return busy_share(self.load, self.servers, 1)

    @cached_property
    def waiting_share(self) -> float:
        """The part of the calls that have to wait: Erlang C, B / (1 - u * (1 - B)).

        u is the part that is busy; B, by Erlang's recursion, the part of the calls that
        the same servers would turn away if nobody could wait.
        """
        lost = _erlang_b(self.load, self.servers)
        return min(1.0, lost / (1 - self.busy * (1 - lost)))

    @property
    def mean_wait(self) -> float:
        """The seconds that a call waits on average: C / (cμ - λ)."""
        return self.waiting_share * self.service_time / self._spare

    @property
    def mean_time(self) -> float:
        """The seconds that a call stays on average, waiting and service: Wq + S."""
        return self.mean_wait + self.service_time

    def wait_quantile(self, q: float) -> float:
        """Return the seconds that the share `q` of the calls wait at most.

        max(0, ln(C / (1 - q)) / (cμ - λ)), as P(wait > t) = C * exp(-(cμ - λ) * t).

        Raises:
            ValueError: `q` is not between 0 and 1.
        """
        require_quantile(q)
        if self.waiting_share <= 1 - q:
            return 0.0
        return log(self.waiting_share / (1 - q)) * self.service_time / self._spare

    def time_quantile(self, q: float) -> float:
        """Return the seconds after which the share `q` of the calls are answered.

        Solves P(T > t) = 1 - q for t by bisection, where with δ = cμ - λ

            P(T > t) = (1 - C) * exp(-μt) + C * (δ * exp(-μt) - μ * exp(-δt)) / (δ - μ)

        Raises:
            ValueError: `q` is not between 0 and 1.
        """
        require_quantile(q)
        return falls_to(self._tail, 1 - q) * self.service_time

    def split(self) -> "Queue":
        """Return one of the queues if each server had its own, chosen at random: M/M/1.

        Each gets its part of the calls, and one may be idle while calls wait for
        another. All are alike, so that its times are those of the whole.
        """
        return Queue(self.rate / self.servers, self.service_time, 1)

    @property
    def _spare(self) -> float:
        """What is left of the servers on average: c - a, that is (cμ - λ) * S."""
        return self.servers - self.load

    def _tail(self, time: float) -> float:
        """Return the share of calls that stay longer than `time` services.

        The formula of `time_quantile`, in terms that are all positive and need no limit
        of their own where δ = μ.
        """
        slower, faster = sorted((1.0, self._spare))
        late = time * exp(-slower * time) * _decayed((faster - slower) * time)
        return exp(-time) + self.waiting_share * late


def uneven_wait(queue: Queue, p50: float, p99: float, q: float) -> float:
    """Return the seconds that the share `q` of the calls wait where work is not random.

    M/G/1: the mean wait is (1 + c²) / 2 of that of M/M/1 (Pollaczek and Khinchine), and
    the busy part of the calls waits at all, so that with a wait that falls off
    exponentially its quantiles scale alike: exact for M/M/1, near under heavy load.
    c² is variance over mean squared of the work, from its `p50` and `p99` in seconds,
    as of a lognormal: exp(s²) - 1, so that the factor is exp(s²) / 2.

    Raises:
        ValueError: `q` is not between 0 and 1, or the percentiles are out of order.
    """
    spread = Lognormal.fitted(p50, p99).spread
    return queue.wait_quantile(q) * exp(spread**2) / 2


def allen_cunneen(mean_wait: float, arrivals: float, service: float) -> float:
    """Return the mean wait where calls are not as random as in M/M/c: Wq * (A + S) / 2.

    `arrivals` and `service` are squared coefficients of variation, variance over mean
    squared, of the times between calls and of the times of service: 1 is exponential, 0
    is like clockwork. An approximation for the mean alone, good under heavy load (Allen
    1990, Probability, Statistics, and Queueing Theory with Computer Science
    Applications); a tail may not be scaled so.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(mean_wait=mean_wait, arrivals=arrivals, service=service)
    return mean_wait * (arrivals + service) / 2


def square_root_staffing(load: float, beta: float) -> int:
    """Return the servers for a `load` in Erlang with room to spare: ⌈a + β * √a⌉.

    The spare servers that keep waits alike grow with the root of the load: large
    systems can be run busier. A `beta` of 1 lets about one call in five wait, 2 about
    one in forty (Halfin and Whitt 1981, Heavy-Traffic Limits for Queues with Many
    Exponential Servers). There are always more servers than the load keeps busy.

    Raises:
        ValueError: the load is below 0, or `beta` is not above it.
    """
    require_not_negative(load=load)
    require_positive(beta=beta)
    whole = floor(load)
    return max(1, whole + rounded_up(load - whole + beta * sqrt(load)))


def _erlang_b(load: float, servers: int) -> float:
    lost = 1.0
    for number in range(1, servers + 1):
        lost = load * lost / (number + load * lost)
        if not lost:
            break
    return lost


def _decayed(number: float) -> float:
    """Return (1 - exp(-x)) / x, which comes to 1 where x comes to 0."""
    return -expm1(-number) / number if number else 1.0
