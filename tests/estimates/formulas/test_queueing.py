"""How long calls wait for a server."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.queueing import (
    Queue,
    allen_cunneen,
    square_root_staffing,
    uneven_wait,
)

SEVEN = Queue(100, 1 / 20, 7)

wide = st.floats(1e-12, 1e30)
quantiles = st.floats(1e-12, 1 - 1e-12)


@st.composite
def queues(draw: st.DrawFn) -> Queue:
    servers = draw(st.integers(1, 300))
    service_time = draw(st.floats(1e-12, 1e12))
    busy = draw(st.floats(1e-12, 1 - 1e-9))
    return Queue(busy * servers / service_time, service_time, servers)


def by_hand(queue: Queue, time: float) -> float:
    """The tail of the time as in the books, for rates that differ."""
    mu, waiting = 1 / queue.service_time, queue.waiting_share
    delta = queue.servers * mu - queue.rate
    both = delta * math.exp(-mu * time) - mu * math.exp(-delta * time)
    return (1 - waiting) * math.exp(-mu * time) + waiting * both / (delta - mu)


@pytest.mark.parametrize(
    ("servers", "busy", "waiting", "mean_wait", "mean_time", "wait_p99", "time_p99"),
    [
        (6, 0.8333, 0.5875165, 29.37582, 79.37582, 203.6660, 306.5887),
        (7, 0.7143, 0.3241499, 8.103749, 58.10375, 86.96553, 244.2044),
        (8, 0.6250, 0.1672665, 2.787775, 52.78778, 46.95005, 234.2742),
        (10, 0.5000, 0.0361054, 0.361054, 50.36105, 12.83856, 230.7078),
    ],
)
def test_more_servers_wait_less(
    servers: int,
    busy: float,
    waiting: float,
    mean_wait: float,
    mean_time: float,
    wait_p99: float,
    time_p99: float,
) -> None:
    queue = Queue(100, 1 / 20, servers)

    assert queue.load == pytest.approx(5)
    assert queue.busy == pytest.approx(busy, abs=5e-5)
    assert queue.waiting_share == pytest.approx(waiting, abs=5e-8)
    assert queue.mean_wait * 1e3 == pytest.approx(mean_wait, abs=5e-6)
    assert queue.mean_time * 1e3 == pytest.approx(mean_time, abs=5e-6)
    assert queue.wait_quantile(0.99) * 1e3 == pytest.approx(wait_p99, abs=5e-5)
    assert queue.time_quantile(0.99) * 1e3 == pytest.approx(time_p99, abs=5e-5)


def test_a_single_server_is_m_m_1() -> None:
    queue = Queue(0.8, 1, 1)

    assert queue.busy == 0.8
    assert queue.waiting_share == pytest.approx(0.8)
    assert queue.mean_wait == pytest.approx(4)
    assert queue.mean_time == pytest.approx(5)
    assert queue.wait_quantile(0.99) == pytest.approx(21.9101, abs=5e-5)
    assert queue.time_quantile(0.99) == pytest.approx(23.0259, abs=5.1e-5)


def test_servers_that_do_not_share_a_queue_wait_long() -> None:
    alone = SEVEN.split()

    assert alone == Queue(100 / 7, 1 / 20, 1)
    assert alone.busy == pytest.approx(SEVEN.busy)
    assert alone.mean_time == pytest.approx(0.175)
    assert alone.time_quantile(0.99) == pytest.approx(0.8059, abs=5e-5)


def test_steady_service_waits_less() -> None:
    steady = allen_cunneen(SEVEN.mean_wait, 1, 0.25)

    assert steady * 1e3 == pytest.approx(5.06484, rel=1e-6)


def test_exponential_service_waits_as_it_does() -> None:
    assert allen_cunneen(SEVEN.mean_wait, 1, 1) == SEVEN.mean_wait


@pytest.mark.parametrize(
    ("load", "beta", "servers"),
    [
        pytest.param(5, 1, 8, id="some to spare"),
        pytest.param(4.000000000000001, 1, 6, id="what rounding adds is no server"),
        pytest.param(5, 1e-12, 6, id="never as few as are busy"),
        pytest.param(1e30, 1e-30, int(1e30) + 1, id="however many"),
        pytest.param(0, 1, 1, id="one for nothing"),
    ],
)
def test_the_root_of_the_load_is_room_to_spare(
    load: float, beta: float, servers: int
) -> None:
    assert square_root_staffing(load, beta) == servers


def test_one_in_five_waits_with_the_root_to_spare() -> None:
    queue = Queue(10_000, 1, square_root_staffing(10_000, 1))

    assert queue.waiting_share == pytest.approx(0.2234, rel=0.01)


@pytest.mark.parametrize("servers", [3, 5, 7])
@pytest.mark.parametrize("q", [0.1, 0.5, 0.9, 0.999])
def test_the_quantile_solves_the_tail_of_the_books(servers: int, q: float) -> None:
    queue = Queue(2.5, 1, servers)

    assert by_hand(queue, queue.time_quantile(q)) == pytest.approx(1 - q, rel=1e-9)


def test_the_tail_has_its_limit_where_the_rates_are_equal() -> None:
    queue = Queue(4, 1, 5)
    time, waiting = queue.time_quantile(0.99), queue.waiting_share
    limit = (1 - waiting + waiting * (1 + time)) * math.exp(-time)

    assert limit == pytest.approx(0.01, rel=1e-9)


@pytest.mark.parametrize("rate", [4 - 1e-9, 4 + 1e-9])
def test_the_tail_is_smooth_around_its_limit(rate: float) -> None:
    expected = Queue(4, 1, 5).time_quantile(0.99)

    assert Queue(rate, 1, 5).time_quantile(0.99) == pytest.approx(expected, rel=1e-8)


def test_without_calls_nobody_waits() -> None:
    idle = Queue(0, 2, 3)

    assert (idle.load, idle.waiting_share, idle.mean_wait, idle.mean_time) == (
        0,
        0,
        0,
        2,
    )
    assert idle.wait_quantile(0.999) == 0
    assert idle.time_quantile(0.5) == pytest.approx(2 * math.log(2))


def test_calls_that_find_a_free_server_do_not_wait() -> None:
    assert SEVEN.wait_quantile(1 - SEVEN.waiting_share - 1e-9) == 0


def test_a_million_servers_are_worked_out() -> None:
    queue = Queue(999_000, 1, 1_000_000)

    assert queue.waiting_share == pytest.approx(0.2232, rel=0.01)


@pytest.mark.parametrize(
    ("rate", "service_time", "servers", "message"),
    [
        pytest.param(100, 0.05, 5, "the queue only grows: 5 servers", id="all busy"),
        pytest.param(200, 0.05, 5, "10 servers would be busy, of 5", id="too many"),
        pytest.param(1e30, 1e30, 9, "the queue only grows", id="far too many"),
        pytest.param(1, 0.05, 0, "from 1 to 1,000,000", id="no server"),
        pytest.param(1, 0.05, 1_000_001, "from 1 to 1,000,000", id="endless servers"),
        pytest.param(
            -1, 0.05, 5, "the rate must lie not below 0", id="less than no calls"
        ),
        pytest.param(
            math.nan, 0.05, 5, "the rate must lie not below 0", id="no number"
        ),
        pytest.param(1, 0, 5, "the service time must lie above 0", id="no time"),
    ],
)
def test_a_queue_that_makes_no_sense_is_refused(
    rate: float, service_time: float, servers: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Queue(rate, service_time, servers)


@pytest.mark.parametrize("q", [0, 1, 99, -1, math.nan])
def test_what_is_no_quantile_is_refused(q: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        SEVEN.wait_quantile(q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        SEVEN.time_quantile(q)


@pytest.mark.parametrize("amount", [-1, math.inf, math.nan])
def test_what_is_no_amount_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="the service must lie not below 0"):
        allen_cunneen(1, 1, amount)
    with pytest.raises(ValueError, match="the load must lie not below 0"):
        square_root_staffing(amount, 1)
    with pytest.raises(ValueError, match="the beta must lie above 0"):
        square_root_staffing(1, amount)


@settings(deadline=None, max_examples=50)
@given(queues(), quantiles)
def test_another_server_never_makes_calls_wait_longer(queue: Queue, q: float) -> None:
    larger = Queue(queue.rate, queue.service_time, queue.servers + 1)

    assert larger.waiting_share <= queue.waiting_share
    assert larger.mean_wait <= queue.mean_wait
    assert larger.wait_quantile(q) <= queue.wait_quantile(q)
    assert larger.time_quantile(q) <= queue.time_quantile(q) * (1 + 1e-9)


@settings(deadline=None, max_examples=50)
@given(queues(), quantiles, quantiles)
def test_a_quantile_grows_with_the_share(queue: Queue, one: float, two: float) -> None:
    fewer, more = sorted((one, two))

    assert queue.wait_quantile(fewer) <= queue.wait_quantile(more)
    assert queue.time_quantile(fewer) <= queue.time_quantile(more)


@settings(deadline=None, max_examples=50)
@given(queues(), quantiles)
def test_a_call_stays_longer_than_it_waits(queue: Queue, q: float) -> None:
    assert queue.wait_quantile(q) <= queue.time_quantile(q) * (1 + 1e-9)
    assert queue.mean_wait < queue.mean_time


@settings(deadline=None, max_examples=50)
@given(queues(), st.floats(0.01, 0.999))
def test_sharing_a_queue_never_harms(queue: Queue, q: float) -> None:
    alone = queue.split()

    assert queue.mean_time <= alone.mean_time * (1 + 1e-6)
    assert queue.time_quantile(q) <= alone.time_quantile(q) * (1 + 1e-6)


@settings(deadline=None, max_examples=200)
@given(wide, wide, st.integers(1, 1_000), quantiles)
def test_a_queue_has_finite_times_or_is_refused(
    rate: float, service_time: float, servers: int, q: float
) -> None:
    if rate * service_time >= servers:
        with pytest.raises(ValueError, match="only grows"):
            Queue(rate, service_time, servers)
        return
    queue = Queue(rate, service_time, servers)

    assert 0 <= queue.waiting_share <= 1
    assert 0 <= queue.mean_wait < math.inf
    assert 0 < queue.mean_time < math.inf
    assert 0 <= queue.wait_quantile(q) < math.inf
    assert 0 < queue.time_quantile(q) < math.inf


@settings(deadline=None, max_examples=50)
@given(wide, wide, wide)
def test_rules_of_thumb_stay_finite(one: float, two: float, three: float) -> None:
    assert math.isfinite(allen_cunneen(one, two, three))
    assert square_root_staffing(one, two) > one


@pytest.mark.parametrize(
    ("p99", "part"),
    [
        pytest.param(1.0, 0.5, id="work like clockwork waits half as long: M/D/1"),
        pytest.param(
            math.exp(2.326347874 * math.sqrt(math.log(2))), 1.0, id="as uneven as M/M/1"
        ),
        pytest.param(
            math.exp(2.326347874 * math.sqrt(math.log(4))), 2.0, id="more uneven"
        ),
    ],
)
def test_a_wait_grows_with_how_uneven_the_work_is(p99: float, part: float) -> None:
    queue = Queue(0.8, 1.0, 1)

    wait = uneven_wait(queue, 1.0, p99, 0.99)

    assert wait == pytest.approx(part * queue.wait_quantile(0.99), rel=1e-6)
