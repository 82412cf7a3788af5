"""What a design may say in one of several places: metrics, gates, guardrails.

A section says it for the whole design, a component for itself. A rule asks what is
said at all, and where; what is said nowhere is missing at the best of the places.
"""

from dataclasses import dataclass

from designkit.analysis.facts import Facts, State
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]

POSITIVE_RATES = (
    "problem.label.positive-rate",
    "problem.labels.*.positive-rate",
    "components.*.positive-rate",
)
"""Where a design may say how frequent an outcome is."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a design says, in all the places where it says it.

    `path` is where to look first: at what was said, else at the place that lacks it.
    """

    places: tuple[tuple[Path, tuple[str, ...]], ...]
    path: Path
    state: State

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is said, place after place."""
        return tuple(text for _, texts in self.places for text in texts)


def offline_metrics(facts: Facts) -> Statement:
    """Return what a candidate is measured by before users see it."""
    return statement(
        facts,
        ("problem", "metrics", "offline"),
        ("evaluation", "metrics"),
        *_of(facts, "evaluator", "metrics"),
    )


def gates(facts: Facts) -> Statement:
    """Return the conditions that a candidate must meet before it is released."""
    return statement(facts, *_of(facts, "evaluator", "gates"), ("evaluation", "gates"))


def deployer_gates(facts: Facts) -> Statement:
    """Return the conditions that a release must meet on its first traffic."""
    return statement(facts, *_of(facts, "deployer", "gates"))


def guardrails(facts: Facts) -> Statement:
    """Return the metrics that may not get worse while another gets better."""
    found = statement(
        facts,
        ("experiment", "guardrails"),
        ("problem", "metrics", "guardrails"),
        *_of(facts, "experiment-analysis", "guardrails"),
    )
    if not (margins := _with_margin(facts)):
        return found
    place = (("experiment", "metrics"), margins)
    path = found.path if found.state is State.PRESENT else place[0]
    return Statement((*found.places, place), path, State.PRESENT)


def _with_margin(facts: Facts) -> tuple[str, ...]:
    """Return the metrics of an experiment that may be worse by a margin at most."""
    experiment = facts.design.experiment
    metrics = experiment.metrics if experiment else {}
    return tuple(m.name or id for id, m in metrics.items() if m.margin)


def units(facts: Facts) -> Statement:
    """Return what an experiment puts into its arms."""
    return statement(
        facts, ("experiment", "unit"), *_of(facts, "experiment-service", "unit")
    )


def positive_rate(facts: Facts) -> Quantity | None:
    """Return the share of positive labels at the natural rate, if it is stated.

    Of several labels it is that of the most frequent, if all of them state one.
    """
    rates = positive_rates(facts)
    return max(rates, key=lambda rate: rate.high, default=None)


def positive_rates(facts: Facts) -> tuple[Quantity, ...]:
    """Return the share of positives of each label, if all of them state one."""
    known = [outcome.positive_rate for outcome in facts.outcomes.all]
    stated = tuple(rate for rate in known if rate)
    return stated if len(stated) == len(known) else ()


def promised_latency(facts: Facts) -> Quantity | None:
    """Return the p99 that a request is promised to take, if it is stated."""
    objectives = facts.design.objectives
    return objectives.latency.p99 if objectives and objectives.latency else None


def statement(facts: Facts, *paths: Path) -> Statement:
    """Gather what stands at `paths`; the first whose owner exists is the best place."""
    places = tuple((path, texts) for path in paths if (texts := facts.texts(*path)))
    if places:
        return Statement(places, places[0][0], State.PRESENT)
    refused = [path for path in paths if facts.state(*path) is State.ABSENT]
    owned = [path for path in paths if facts.state(*path[:-1]) is State.PRESENT]
    state = State.ABSENT if refused else State.UNSTATED
    return Statement((), (*refused, *owned, *paths, ())[0], state)


def _of(facts: Facts, kind: str, attribute: str) -> tuple[Path, ...]:
    return tuple(("components", c.id, attribute) for c in facts.of_kind(kind))
