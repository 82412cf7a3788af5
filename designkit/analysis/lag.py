"""How long after its training data a model is tested, and how long after it serves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.outcomes import longest
from designkit.analysis.renewal import Renewal, least_sum, renewal_of, slowest
from designkit.analysis.training_set import TrainingSet
from designkit.model.learning import Dataset
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Lag:
    """Seconds after the newest training example, from the first to the last."""

    first: float
    last: float


@dataclass(frozen=True, slots=True)
class LagOfTest:
    """The lag at which the set `id` tests a model, and that at which it serves."""

    id: str
    model: str
    tested: Lag
    served: Lag
    rests_on: tuple[Quantity | None, ...]


def label_wait(facts: Facts, examples: TrainingSet) -> Quantity | None:
    """Return how long the newest example of a set waits for its label, if stated.

    What is taken after `youngest` is taken as it is then known, later than `maturity`
    nothing changes; where neither is stated, the label says when an outcome is there.
    """
    said = [wait for wait in (examples.said.youngest, examples.said.maturity) if wait]
    if said:
        return min(said, key=lambda wait: wait.high)
    known = facts.outcomes.of_dataset(examples.id)
    return known.delay or known.waited(lambda outcome: outcome.label.window)


def longest_gaps(sets: Iterable[TrainingSet]) -> Mapping[str, Quantity]:
    """Return the longest gap at which what learns each of `sets` is tested, by its id.

    It is that of the set itself, of those from which the same models learn, or of those
    from which none does.
    """
    all_sets = tuple(sets)
    gapped = [(it, it.said.gap) for it in all_sets if it.said.gap]
    by_model: dict[str, list[Quantity]] = {}
    for it, gap in gapped:
        for model in it.learners:
            by_model.setdefault(model, []).append(gap)
    of_model = {model: longest(gaps) for model, gaps in by_model.items()}
    loose = longest(gap for it, gap in gapped if not it.is_learnt)
    found = {
        it.id: longest((it.said.gap, *map(of_model.get, it.learners), loose))
        for it in all_sets
    }
    return {id: gap for id, gap in found.items() if gap}


def lags_of_tests(facts: Facts) -> Iterator[LagOfTest]:
    """Give each set that tests a model later than all that it learns, with both lags.

    A set does where it states its gap and lies after the training data as a whole; a
    model's time in service has to be stated from its labels to its next release.
    """
    for id in facts.design.models:
        renewal = renewal_of(id, facts.graph)
        served = _served(renewal)
        for name, dataset in facts.design.datasets.items() if served else ():
            tested = _tested(dataset, renewal)
            users = facts.learners.get(name, ())
            if served and tested and (not users or id in users):
                rests_on = (dataset.gap, dataset.lookback, dataset.youngest)
                yield LagOfTest(name, id, tested, served, rests_on)


def _served(renewal: Renewal) -> Lag | None:
    if not (renewal.label_wait and renewal.interval):
        return None
    steps = (*slowest(renewal.before), *renewal.surely_run)
    return Lag(least_sum((renewal.label_wait, *steps)), renewal.worst_age)


def _tested(dataset: Dataset, renewal: Renewal) -> Lag | None:
    """Return the lag of a set that begins when the training data have ended."""
    end = dataset.youngest or dataset.maturity
    wait = renewal.label_wait
    if not (dataset.gap and dataset.lookback and end and wait):
        return None
    is_after = dataset.lookback.high <= wait.least * (1 + ROUNDING)
    span = dataset.lookback.high - end.low
    if not is_after or span <= 0:
        return None
    return Lag(dataset.gap.low, dataset.gap.high + span)
