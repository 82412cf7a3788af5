"""The figures of one metric of an experiment: the units it takes, what units show."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.trial import MAIN, metrics_of
from designkit.estimates.comparison import ComparisonShape, plan, shape_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term
from designkit.estimates.formulas.variance import clustered, cuped
from designkit.estimates.topic import EstimateInputs, mixed
from designkit.estimates.trial_arms import Arms
from designkit.model.learning import TrialMetric
from designkit.quantities.measure import COUNT, FRACTION, POINTS, RATIO

ALPHA, RHO = "\N{GREEK SMALL LETTER ALPHA}", "\N{GREEK SMALL LETTER RHO}"

RATES = "Two-sided test of two rates (Fleiss and others 2003)."
EQUAL_RATES = "Two-sided test of two rates, equal arms (Fleiss and others 2003)."
MEANS = "Two-sided test of two means (Chow and others 2008, chapter 3)."
MARGINS = (
    "Test from one side that the guardrail is no worse than by the margin (Chow and "
    "others 2008, on non-inferiority)."
)
CUPED = (
    "CUPED: what the metric's own past explains is taken out of its variance (Deng and "
    "others 2013). The time of the test is planned without it."
)
CLUSTERS = (
    "Observations of one unit are alike, and count for less than as many strangers "
    "(Kish 1965). With fewer than some 40 units the normal distribution is too good."
)
OF_A_MEAN = Lack("", "points are of rates; state the effect on a mean as a part of it")


@dataclass(frozen=True)
class MetricSheet:
    """What is stated of one metric, and the figures that come of it.

    Without `in_clusters` each observation stands for itself, whatever is stated.
    """

    sheet: EstimateInputs
    path: tuple[str, ...]
    arms: Arms
    level: Term
    in_clusters: bool = True

    @cached_property
    def stated(self) -> TrialMetric:
        """The metric; an empty one where a design has no experiment."""
        plan = self.sheet.design.experiment
        found = dict(metrics_of(plan)) if plan else {}
        return found.get(self.path, TrialMetric())

    @property
    def is_stated(self) -> bool:
        """Whether it says how large it is today, or the design has no other."""
        return self.path == MAIN or bool(self.stated.baseline_rate or self.stated.mean)

    @property
    def name(self) -> str:
        """What it is called beside others."""
        return self.stated.name or self.path[-1] if self.path[2:] else "main"

    @property
    def shape(self) -> ComparisonShape:
        """What sort of comparison it is."""
        return shape_of(self.stated)

    def sizes(self) -> Iterator[Result]:
        """Give the units of an arm that the metric takes, after what leads to them."""
        if not self._clusters:
            yield self._size("sample-size", self.arms.title, self._note)
            return
        yield (observations := self.observations())
        yield (effect := self._design_effect())
        yield compute(
            FigureEntry(
                self.id("sample-size"), self.titled(self.arms.title), COUNT, CLUSTERS
            ),
            "⌈{observations} * {effect} / {size}⌉",
            lambda observations, effect, size: math.ceil(observations * effect / size),
            observations=observations,
            effect=effect,
            size=self._clusters["size"],
        )

    def observations(self) -> Result:
        """Return the observations in an arm that the metric takes, one in a unit."""
        title = "Observations per arm, if they were independent"
        return self._size("observations", title, self._note)

    def reduced(self, size: Result) -> Iterator[Result]:
        """Give the units that it takes where the past explains some of the noise."""
        known = self.sheet.stated(*self.path, "correlation", label=RHO)
        if isinstance(known, FigureInput):
            title = self.titled(f"{self.arms.title}, with less variance")
            yield compute(
                FigureEntry(self.id("sample-size-reduced"), title, COUNT, note=CUPED),
                "{size} * (1 - {correlation}²)",
                lambda size, correlation: math.ceil(size * cuped(correlation)),
                size=size,
                correlation=known,
            )

    def effect(self, id: str, by: str, units: Result) -> Result:
        """Return the effect that `units` show, in the form of what is sought."""
        shape = self.shape
        is_mean, is_margin, in_points = shape.flags
        kind = "" if shape.in_points else "relative "
        what = "margin" if shape.is_margin else "effect"
        counts = "{units}"
        if self._clusters:
            counts = "({units} * {size} / (1 + ({size} - 1) * {icc}))"
        reach = f"(z(1 - {shape.sides}) + z({{power}})) * "
        reach += (
            f"{{deviation}} * √({self.arms.both} / {counts})"
            if shape.is_mean
            else f"√({self.arms.both} * {{today}} * (1 - {{today}}) / {counts})"
        )
        return compute(
            FigureEntry(
                self.id(id),
                self.titled(f"Smallest {kind}{what} that {by} can show"),
                POINTS if shape.in_points else FRACTION,
            ),
            reach if shape.in_points else f"{reach} / {{today}}",
            lambda units, **values: plan(
                is_mean, is_margin, in_points, **values
            ).effect(units),
            units=units,
            **self._terms,
            **self._clusters,
        )

    def _size(self, id: str, title: str, note: str) -> Result:
        is_mean, is_margin, in_points = self.shape.flags
        return compute(
            FigureEntry(self.id(id), self.titled(title), COUNT, note=note),
            self._formula,
            lambda effect, **values: math.ceil(
                plan(is_mean, is_margin, in_points, **values).observations(effect)
            ),
            effect=self._sought,
            **self._terms,
        )

    @property
    def _formula(self) -> str:
        """The observations of an arm, as a formula writes them."""
        shape = self.shape
        errors = f"{self.arms.both} * (z(1 - {shape.sides}) + z({{power}}))²"
        if shape.is_mean:
            return f"{errors} * ({{deviation}} / ({shape.absolute}))²"
        if shape.is_margin:
            return f"{errors} * {{today}} * (1 - {{today}}) / ({shape.absolute})²"
        after = "{today} + {effect}" if shape.in_points else "{today} * (1 + {effect})"
        return f"n({{today}} → {after}; {{alpha}}, {{power}}{self.arms.ratio})"

    @cached_property
    def _terms(self) -> dict[str, Term]:
        """What every formula of the test needs but what is sought."""
        shape = self.shape
        return {
            "today": self.sheet.stated(*self.path, shape.today),
            **({"deviation": self._deviation} if shape.is_mean else {}),
            "alpha": self._alpha,
            "power": self.sheet.given("power", "experiment", "power"),
            **self.arms.shares,
        }

    @property
    def _sought(self) -> Term:
        if self.shape.is_mean and self.shape.in_points:
            return OF_A_MEAN
        return self.sheet.stated(*self.path, self.shape.sought)

    @property
    def _deviation(self) -> Term:
        mean, own = (self.sheet.stated(*self.path, it) for it in ("mean", "deviation"))
        return mixed(mean, own) or own

    @property
    def _alpha(self) -> Term:
        own = self.sheet.stated(*self.path, "alpha", label=ALPHA)
        if self.path != MAIN and isinstance(own, FigureInput):
            return own
        if self.shape.is_margin:
            return self.sheet.given("alpha", "experiment", "alpha", label=ALPHA)
        return self.level

    @property
    def _clusters(self) -> dict[str, Term]:
        """The size and the correlation of clusters, if either is stated."""
        if not (self.in_clusters and (self.stated.cluster_size or self.stated.icc)):
            return {}
        return {
            "size": self.sheet.stated(*self.path, "cluster-size"),
            "icc": self.sheet.stated(*self.path, "icc", label="ICC"),
        }

    def _design_effect(self) -> Result:
        return compute(
            FigureEntry(self.id("design-effect"), self.titled("Design effect"), RATIO),
            "1 + ({size} - 1) * {icc}",
            clustered,
            **self._clusters,
        )

    @property
    def _note(self) -> str:
        if self.shape.is_margin:
            return MARGINS
        if self.shape.is_mean:
            return MEANS
        return RATES if self.arms.shares else EQUAL_RATES

    def id(self, name: str) -> str:
        """Return the id of a figure of this metric."""
        return ".".join(("experiment", *self.path[2:], name))

    def titled(self, title: str) -> str:
        """Return the title of a figure, with the name of the metric beside others."""
        return f"{self.name}: {title}" if self.path[2:] else title
