"""DK122 implausible-number."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Quantity

ABOVE_ZERO = math.ulp(0.0)
BELOW_ONE = math.nextafter(1.0, 0.0)

OWNED = ("components", "features", "models", "datasets", "flows")
"""Sections of parts of one sort, each with a name or a number of its own."""

NESTED = (
    ("problem", "labels"),
    ("models", "*", "heads"),
    ("components", "*", "tables"),
    ("components", "*", "environments"),
    ("experiment", "metrics"),
)
"""Where the parts of a part have names of their own."""

Numbers = Mapping[str, Sequence[tuple[Path, Quantity]]]
"""The numbers of a design with their paths, by the places that bounds speak of."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What some numbers can be: where they stand, from least to most, and why.

    `right` says what would be right. A number outside is impossible, or, for bounds
    that warn, larger than anything that is known.
    """

    places: tuple[str, ...]
    why: str
    right: str
    least: float = 0.0
    most: float = math.inf
    severity: Severity | None = None

    def refuses(self, number: Quantity) -> bool:
        """Whether all of `number`, which may be a range, lies outside."""
        return number.high < self.least or number.low > self.most


def _of_components(*names: str) -> tuple[str, ...]:
    return tuple(f"components.*.{name}" for name in names)


def _of_labels(*names: str) -> tuple[str, ...]:
    owners = ("problem.label", "problem.labels.*")
    return tuple(f"{owner}.{name}" for owner in owners for name in names)


def _of_workload(*names: str) -> tuple[str, ...]:
    return tuple(f"workload.{name}" for name in names)


IMPOSSIBLE = (
    Bounds(
        places=(
            *_of_components("replicas", "concurrency", "batch-max", "partitions"),
            *_of_components("shards", "replication", "zones", "redundancy"),
            *_of_components("dimensions", "lists", "keys", "count"),
            *_of_components("clients-per-round", "rounds", "min-cohort"),
            *_of_components("supported-versions"),
            "models.*.count",
        ),
        why="less than one is none at all",
        right="state 1 or more",
        least=1,
    ),
    Bounds(
        places=(
            *_of_components("max-events", "max-reads", "tables.*.max-reads"),
            *_of_components("throughput", "capacity", "devices", "epochs"),
            *_of_components("reviewers", "working-day", "link", "bandwidth"),
            *_of_components("online", "battery", "limit-requests"),
            "flows.*.quota",
        ),
        why="with that, no work is ever done",
        right="state what it can do",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=(
            *_of_workload("daily-users", "requests-per-user", "requests-per-day"),
            *_of_workload("events-per-day", "items", "entities", "features"),
            *_of_workload("candidates", "examples"),
            *_of_components("daily-users", "requests-per-user", "peak-events"),
            *("datasets.*.examples", "experiment.units-per-day", "experiment.pool"),
        ),
        why="a system for nothing needs no design",
        right="state how much there is, or leave it out",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=(
            *_of_components("interval", "update-interval"),
            *("models.*.retrain.every", "experiment.step-every"),
        ),
        why="what starts again after no time never ends",
        right="state the time from one start to the next",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=_of_components("service-time", "task-time"),
        why="work takes time, and the places for it are computed from that time",
        right="state the time, however short",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=_of_components("timeout"),
        why="its callers have given up before it begins",
        right="state a time, or none where they wait for ever",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=(
            *_of_components("window", "lookback", "duration", "horizon"),
            *("features.*.window", "datasets.*.lookback", "experiment.duration"),
        ),
        why="nothing happens in no time",
        right="state how long it is",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=(
            *_of_workload("event-size", "request-size"),
            *_of_components("event-size", "entity-size", "row-size", "memory"),
            *_of_components("code-size", "update-size", "tables.*.entity-size"),
            "models.*.size",
        ),
        why="what is kept or sent has a size",
        right="state its bytes",
        least=ABOVE_ZERO,
    ),
    Bounds(
        places=(*_of_workload("peak-factor"), *_of_components("peak-factor")),
        why="the peak is no lower than the average",
        right="1 is a day without a peak",
        least=1,
    ),
    Bounds(
        places=("experiment.arms", *_of_components("arms")),
        why="a test compares one thing with another",
        right="state 2 or more, the control included",
        least=2,
    ),
    Bounds(
        places=(
            *("experiment.allocation", "evaluation.operating-point.precision"),
            *_of_labels("positive-rate", "operating-point.precision", "trust"),
            "models.*.heads.*.operating-point.precision",
            *("datasets.*.positive-rate", "datasets.*.negative-rate"),
            *_of_components("fill-max", "positive-rate", "negative-rate"),
            *_of_components("target-utilisation", "efficiency"),
        ),
        why="it is a part of a whole, and not an empty one",
        right="state more than 0% and at most 100%",
        least=ABOVE_ZERO,
        most=1,
    ),
    Bounds(
        places=_of_components("stops"),
        why="it is a part of the requests",
        right="state 0% to 100%",
        least=0,
        most=1,
    ),
    Bounds(
        places=(
            *("experiment.alpha", "experiment.power"),
            *_of_components("alpha", "power"),
        ),
        why="it is a chance, and no test is certain or without one",
        right="5% and 80% are usual",
        least=ABOVE_ZERO,
        most=BELOW_ONE,
    ),
    Bounds(
        places=_of_components("links"),
        why="a graph hangs together by two links or more of each vector",
        right="16 to 48 are usual",
        least=2,
    ),
    Bounds(
        places=_of_components("harm"),
        why="what is no more frequent than usual does no harm",
        right="state how many times as frequent it is: 2 or 3",
        least=math.nextafter(1.0, 2.0),
    ),
    Bounds(
        places=("experiment.cluster-size", "experiment.metrics.*.cluster-size"),
        why="a unit has one observation at least",
        right="state how many it has on average",
        least=1,
    ),
    Bounds(
        places=("experiment.steps",),
        why="one step compares all before it with all after it, and so does the season",
        right="state 2 or more; 3 to 6 are usual",
        least=2,
    ),
    Bounds(
        places=("experiment.clusters",),
        why="each step takes one cluster at least, and one step is no comparison",
        right="state 2 or more",
        least=2,
    ),
    Bounds(
        places=("experiment.icc", "experiment.metrics.*.icc"),
        why="it is the part of the variance that lies between units",
        right="state 0% to 100%; 1% to 20% are usual",
        least=0,
        most=1,
    ),
    Bounds(
        places=("experiment.correlation",),
        why="no metric tells all of itself beforehand",
        right="30% to 70% are usual",
        least=-BELOW_ONE,
        most=BELOW_ONE,
    ),
    Bounds(
        places=(
            "objectives.availability",
            *_of_components("availability", "hit-ratio", "sample-rate", "loss-rate"),
            *_of_components("recall", "coverage", "owner-coverage", "accuracy"),
            *_of_components("canary", "rate", "agreement-min", "gold-rate"),
            *_of_components("overturn-rate", "quality-loss", "false-alarm-rate"),
            *_of_components("battery-share"),
        ),
        why="it is a part of a whole",
        right="state 0% to 100%",
        most=1,
    ),
)
"""Bounds outside which a number is a mistake."""

ABSURD = (
    Bounds(
        places=(*_of_workload("daily-users"), *_of_components("daily-users")),
        why="that is more than all people, about 8 bn",
        right="look at its unit: k, M or bn",
        most=10e9,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=_of_workload("requests-per-user"),
        why="that is more than one in every second of day and night",
        right="state the requests of a user on one day",
        most=86_400,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=_of_components("requests-per-user"),
        why="that is more than one in every second of day and night",
        right="state them by day: 8/day",
        most=1,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=_of_workload("requests-per-day"),
        why="that is over 100 M a second, more than any ad exchange is asked",
        right="look at its unit: k, M or bn",
        most=10e12,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=_of_workload("events-per-day"),
        why="that is over 10 bn a second; LinkedIn counted 7 T in a day of 2019",
        right="look at its unit: M, bn or T",
        most=1e15,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=_of_components("replicas"),
        why="a large cluster has some ten thousand machines",
        right="look at its unit",
        most=1e6,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=(*_of_workload("peak-factor"), *_of_components("peak-factor")),
        why="then the whole day comes in less than 87 s",
        right="peak over average is 2 to 10 for most",
        most=1000,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=(*_of_components("retention", "lookback"), "datasets.*.lookback"),
        why="that is longer ago than there are computers",
        right="look at its unit: d or y",
        most=100 * 31_536_000,
        severity=Severity.WARNING,
    ),
    Bounds(
        places=("objectives.availability",),
        why="nothing answers always: releases, networks and buildings fail",
        right="99.99% leaves 4 min a month for that",
        most=BELOW_ONE,
        severity=Severity.WARNING,
    ),
)
"""Bounds outside which a number is hardly meant; each limit has its reason."""

ANYTHING = Bounds(
    places=(),
    why="no system has so much of anything, or so little",
    right="look at its exponent and at its unit",
    least=1e-30,
    most=1e30,
    severity=Severity.WARNING,
)
"""Bounds of every number but 0, wherever it stands. Rules cut what lies beyond."""


@rule("DK122", Severity.ERROR)
def implausible_number(facts: Facts) -> Iterator[Finding]:
    """A number should be one that a system can have.

    No server works with no replicas, no peak lies below the average, no share is more
    than the whole. Such a number is a slip of the pen, but it does not stay alone: all
    that is computed from it is zero, or infinite, or fits by accident, and the rules
    that would have complained find everything in order. What is larger than anything
    known, such as more users than people, is a warning: most often an M was a bn.

    Of a range the end that may be right counts, so that `0..3` replicas are no fault.

    Bad:
    ```yaml
    workload:
      daily-users: 50 bn                            # <- more than all people
      peak-factor: 0.5                              # <- below the average
    components:
      rank: {kind: model-server, replicas: 0}       # <- nobody works
      pages: {kind: cache, hit-ratio: 130%}         # <- more than all
    ```

    Good:
    ```yaml
    workload:
      daily-users: 50 M
      peak-factor: 2.5
    components:
      rank: {kind: model-server, replicas: 4}
      pages: {kind: cache, hit-ratio: 30%}
    ```

    Fix: Look up where the number comes from and at its unit; where there is none, say
    `none` or leave it out.

    Source: LinkedIn Engineering 2019, How LinkedIn customizes Apache Kafka for 7
    trillion messages per day; Verma et al. 2015, Large-scale cluster management at
    Google with Borg, EuroSys (the size of a cluster).
    """
    told: set[Path] = set()
    for path, number, bounds in _outside(facts):
        if path not in told:
            told.add(path)
            message = f"{_stated(path)} {number}: {bounds.why}; {bounds.right}"
            yield Finding(path, message, severity=bounds.severity)


def _outside(facts: Facts) -> Iterator[tuple[Path, Quantity, Bounds]]:
    stated = stated_quantities(facts.design)
    numbers = tuple((path, it) for path, it in stated if not it.is_endless)
    by_place = _by_place(numbers)
    for bounds in (*IMPOSSIBLE, *ABSURD):
        for place in bounds.places:
            for path, number in by_place.get(place, ()):
                if bounds.refuses(number) and not _is_of_fleet(facts, path, bounds):
                    yield path, number, bounds
    for path, number in numbers:
        if _is_beyond(number):
            yield path, number, ANYTHING


def _is_of_fleet(facts: Facts, path: Path, bounds: Bounds) -> bool:
    """Whether replicas are devices in the hands of people, or parts inside them.

    There are as many phones as there are people, and no cluster holds them. A part has
    the replicas of its host, which is told by itself.
    """
    if path[-1] != "replicas" or bounds not in ABSURD:
        return False
    part = facts.design.components[str(path[1])]
    return bool(part.host) or part.kind == "device"


def _by_place(stated: Iterable[tuple[Path, Quantity]]) -> Numbers:
    """Return the numbers of a design by their places, where owners are `*`."""
    found: dict[str, list[tuple[Path, Quantity]]] = {}
    for path, number in stated:
        section, *steps = map(str, path)
        place = (section, "*", *steps[1:]) if section in OWNED else (section, *steps)
        for holder in NESTED:
            if place[: len(holder)] == holder:
                place = (*holder, "*", *place[len(holder) + 1 :])
        found.setdefault(".".join(place), []).append((path, number))
    return found


def _is_beyond(number: Quantity) -> bool:
    """Whether all of `number`, of either sign, is too large or too near to nothing."""
    near, far = sorted((abs(number.low), abs(number.high)))
    if number.low <= 0 <= number.high:
        near = 0.0
    return near > ANYTHING.most or 0 < far < ANYTHING.least


def _stated(path: Path) -> str:
    """Say whose number it is: ``rank states replicas``, ``the label states …``."""
    if path[0] == "flows":
        return f"a flow states {path[-1]}"
    owner = path[1] if path[0] in OWNED else f"the {path[-2]}"
    return f"{owner} {'state' if path[-2] == 'objectives' else 'states'} {path[-1]}"
