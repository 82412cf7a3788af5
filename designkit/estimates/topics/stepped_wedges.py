"""Stepped wedges: the clusters they take, what theirs show, and when all are over."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.trial import metrics_of
from designkit.analysis.wedge import stepped
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Figure, FigureInput, Result, Term, called
from designkit.estimates.formulas.stepped_wedge import (
    clusters_needed,
    independent_observations,
    stepped_wedge,
)
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.estimates.trial_arms import Arms
from designkit.estimates.trial_level import level
from designkit.estimates.trial_metric import MetricSheet
from designkit.quantities.measure import COUNT, DURATION, RATIO

AT = "experiment"
FACTOR = (
    "Observations for each of a test that draws every unit alone (Woertman and others "
    "2013, times the periods; Hussey and Hughes 2007). The correlation is taken to be "
    "the same over all periods; where it fades, more clusters are needed."
)
WHOLE = (
    "As many cross over at each step. With fewer than some 40 clusters the normal "
    "distribution is too good."
)
BEFORE = "One period before the first step, when nobody has what is new, is in it."
KNOWN = f"{BEFORE} The last outcome is then waited for."


@topic(79, "Stepped wedge", Chapter.PROOF)
def stepped_wedges(sheet: EstimateInputs) -> Iterator[Result]:
    """Size a stepped wedge, and say how long it takes."""
    plan = stepped(sheet.design)
    if plan is None:
        return
    shared = level(sheet)
    if isinstance(shared, Figure):
        yield shared
    arms = Arms(sheet.given("arms", AT, "arms"), "", {})
    for path, _ in metrics_of(plan):
        metric = MetricSheet(sheet, path, arms, shared, in_clusters=False)
        if metric.is_stated:
            yield from Wedge(sheet, metric).figures()
    yield from _time(sheet)


@dataclass(frozen=True)
class Wedge:
    """The figures of one metric of a stepped wedge."""

    sheet: EstimateInputs
    metric: MetricSheet

    def figures(self) -> Iterator[Result]:
        """Give the clusters that the metric takes, and what those that are stated show.

        Without their number only the need is told.
        """
        yield (needed := self.metric.observations())
        yield (effect := self._effect())
        yield self._clusters(needed, effect)
        if isinstance(self._of_plan("clusters"), FigureInput):
            yield (worth := self._worth(effect))
            yield self.metric.effect("smallest-effect", "the clusters", worth)

    def _effect(self) -> Result:
        periods = "(1 + {icc} * ({steps} * {size} + {size} - 1))"
        halves = "(1 + {icc} * ({steps} * {size} / 2 + {size} - 1))"
        return compute(
            self._entry("design-effect", "Design effect of the stepped wedge", FACTOR),
            f"({{steps}} + 1) * {periods} / {halves} * 3 * (1 - {{icc}}) / "
            "(2 * ({steps} - 1 / {steps}))",
            stepped_wedge,
            **self._terms,
        )

    def _clusters(self, needed: Result, effect: Result) -> Result:
        return compute(
            self._entry("clusters-needed", "Clusters that it takes", WHOLE),
            "⌈2 * {observations} * {effect} / ({size} * ({steps} + 1) * {steps})⌉ * "
            "{steps}",
            _needed,
            observations=needed,
            effect=called(effect, "design effect"),
            **self._terms,
        )

    def _worth(self, effect: Result) -> Result:
        title = "Observations per arm that the clusters are worth"
        return compute(
            self._entry("observations-worth", title),
            "{clusters} * ({steps} + 1) * {size} / {effect} / 2",
            _worth,
            clusters=self._of_plan("clusters"),
            effect=called(effect, "design effect"),
            **self._terms,
        )

    @property
    def _terms(self) -> dict[str, Term]:
        """Steps, and size and correlation: those of the metric, else of the whole."""
        return {
            "steps": self._of_plan("steps"),
            "size": first(self._own("cluster-size"), self._of_plan("cluster-size")),
            "icc": first(self._own("icc", "ICC"), self._of_plan("icc", "ICC")),
        }

    def _own(self, key: str, label: str = "") -> Term:
        return self.sheet.stated(*self.metric.path, key, label=label)

    def _of_plan(self, key: str, label: str = "") -> Term:
        return self.sheet.stated(AT, key, label=label)

    def _entry(self, id: str, title: str, note: str = "") -> FigureEntry:
        unit = RATIO if id == "design-effect" else COUNT
        return FigureEntry(self.metric.id(id), self.metric.titled(title), unit, note)


def _needed(
    observations: float, steps: float, size: float, icc: float, effect: float
) -> float:
    del effect  # it is shown in the working, and computed with the rest
    return clusters_needed(observations, steps, size, icc)


def _worth(
    clusters: float, steps: float, size: float, icc: float, effect: float
) -> float:
    del effect  # it is shown in the working, and computed with the rest
    return independent_observations(clusters, steps, size, icc)


def _time(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the time until the last clusters cross over, and that of the whole."""
    terms: dict[str, Term] = {
        "steps": sheet.stated(AT, "steps"),
        "every": sheet.stated(AT, "step-every"),
    }
    title = "Time until the last clusters have crossed over"
    yield compute(
        FigureEntry(f"{AT}.crossed-over", title, DURATION),
        "{steps} * {every}",
        _crossed,
        **terms,
    )
    window = sheet.stated(AT, "outcome-window")
    known = {"window": window} if isinstance(window, FigureInput) else {}
    yield compute(
        FigureEntry(
            f"{AT}.duration",
            f"Time of the stepped wedge{', with the last outcome' if known else ''}",
            DURATION,
            note=KNOWN if known else BEFORE,
        ),
        "({steps} + 1) * {every}" + (" + {window}" if known else ""),
        lambda steps, every, window=0.0: (steps + 1) * every + window,
        **terms,
        **known,
    )


def _crossed(steps: float, every: float) -> float:
    return steps * every
