"""The figures of a component that a simulation uses: its time, its places."""

from designkit.analysis.places import at_work
from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.sampling import lognormal_through
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

MOST_PLACES = 10**9


def time_of(component: Component) -> Lognormal:
    """Return the time of one call: through the stated p50 and p99.

    It is always the same where only one of them is stated, and nothing where none is.
    A component with places for few has its `service-time` as the mean, since that is
    how long a call keeps a place; p50 and p99 give the shape. Of a range the middle
    counts.

    Raises:
        ValueError: the figures make no sense together; the message says whose.
    """
    latency, service = component.latency, component.quantity("service-time")
    p50 = _value(latency.p50 if latency else None)
    p99 = _value(latency.p99 if latency else None)
    is_station = places_of(component) > 0
    try:
        time = lognormal_through(p50 or p99, p99 or p50)
        if service and is_station:
            time = time.with_mean(lognormal_through(service.value, service.value).mean)
    except ValueError as error:
        raise ValueError(f"{component.id} cannot be simulated: {error}") from error
    return time


def places_of(component: Component) -> int:
    """Return the calls that `component` works on at once: replicas * concurrency.

    Replicas on standby do not count.

    0 stands for as many as come: it does not state these two and a service time. Of a
    range of replicas the upper end counts, which is what runs at a peak.

    Raises:
        ValueError: there is no place for a call.
    """
    concurrency, replicas = component.quantity("concurrency"), at_work(component)
    if not (component.quantity("service-time") and concurrency and replicas):
        return 0
    places = min(replicas.high * concurrency.value, MOST_PLACES)
    if places < 1:
        raise ValueError(
            f"{component.id} has no place for a call: {replicas} replicas, "
            f"of which each works on {concurrency} at once"
        )
    return int(places)


def _value(quantity: Quantity | None) -> float:
    return quantity.value if quantity else 0.0
