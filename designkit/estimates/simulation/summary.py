"""From what single runs saw to what the simulation found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from designkit.estimates.simulation.intervals import interval, percentile
from designkit.estimates.simulation.load import LoadedServer, Peak
from designkit.estimates.simulation.results import Percentile, Simulated, StationLoad

MEASURED = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run saw of a station: means over its time, and each wait in order."""

    busy: float
    calls: float
    queue: float
    waits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Replication:
    """What one run saw: the times to the answer in order, and each station."""

    times: tuple[float, ...]
    stations: tuple[Seen, ...]


def summary(peak: Peak, runs: Sequence[Replication], seed: int) -> Simulated:
    """Return what `runs` of a peak say together."""
    return Simulated(
        peak.rate,
        tuple(_percentiles(runs)),
        tuple(
            _station_load(station, [run.stations[number] for run in runs])
            for number, station in enumerate(peak.stations)
        ),
        seed,
        peak.requests,
        peak.warm_up,
        len(runs),
        peak.is_settled,
    )


def _percentiles(runs: Sequence[Replication]) -> Iterator[Percentile]:
    for name, part in MEASURED:
        found = interval([percentile(run.times, part) for run in runs])
        yield Percentile(name, found.value, found.low, found.high)
    mean = interval([fmean(run.times) for run in runs])
    yield Percentile("mean", mean.value, mean.low, mean.high)


def _station_load(station: LoadedServer, seen: Sequence[Seen]) -> StationLoad:
    return StationLoad(
        station.id,
        station.places,
        station.busy,
        interval([run.busy for run in seen]),
        interval([run.calls for run in seen]),
        interval([run.queue for run in seen]),
        interval([fmean(run.waits or (0.0,)) for run in seen]),
        interval([percentile(run.waits, 0.99) for run in seen]),
    )
