"""The level of each comparison of an experiment, shared out where a design says so."""

from designkit.analysis.trial import comparisons, deciding
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Term, counted
from designkit.estimates.formulas.experiment import per_comparison
from designkit.estimates.topic import EstimateInputs
from designkit.estimates.trial_arms import arms
from designkit.estimates.trial_metric import ALPHA
from designkit.quantities.measure import FRACTION

AT = "experiment"
FAMILY = (
    "Each variant by each metric that decides is a comparison (Dunn 1961). Holm's "
    "procedure begins with the same level, and never finds less."
)


def level(sheet: EstimateInputs) -> Term:
    """Return the level of one comparison: a figure where it is shared out."""
    alpha, stated = (
        sheet.given("alpha", AT, "alpha", label=ALPHA),
        sheet.design.experiment,
    )
    if not stated or not stated.multiplicity or comparisons(stated) < 2:
        return alpha
    metrics = counted(f"{AT}.metrics", "metrics", deciding(stated), "those that decide")
    return compute(
        FigureEntry(f"{AT}.level", "Level of each comparison", FRACTION, note=FAMILY),
        "{alpha} / (({arms} - 1) * {metrics})",
        lambda alpha, arms, metrics: per_comparison(alpha, (arms - 1) * metrics),
        alpha=alpha,
        arms=arms(sheet).count,
        metrics=metrics,
    )
