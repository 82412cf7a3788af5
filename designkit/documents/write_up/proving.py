"""How a candidate proves its worth: offline evaluation, then an experiment."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Items, Paragraph, Table
from designkit.documents.write_up.blocks import (
    facts,
    listed,
    paragraph,
    present,
    shown,
    table,
)
from designkit.documents.write_up.figures import figure, said, title_of, yes_no
from designkit.model.design import Design
from designkit.model.learning import Evaluation, Experiment, TrialMetric

DESIGNS = {
    "ab": "A/B test: parallel arms",
    "interleaving": "interleaving: results of both in one list",
    "switchback": "switchback: arms take turns in time",
    "stepped-wedge": "stepped wedge: clusters cross over step by step",
}


def evaluation(design: Design) -> Iterator[Block]:
    """Say how a candidate is judged before users see it."""
    stated = design.evaluation
    if stated is None:
        return
    yield from present(judged(design, stated))
    if stated.gates:
        yield Paragraph("A candidate passes with:")
        yield Items(stated.gates)
    yield from present(_sets(design, stated), paragraph(shown(stated.note)))


def _sets(design: Design, stated: Evaluation) -> Table | None:
    """List the sets of cases by which prompts, passages and agents are judged."""
    headings = (
        *("Set of cases", "Judges", "Cases", "From", "Frozen"),
        *("Unanswerable", "Attacks", "Trials of each"),
    )
    rows = [
        (
            shown(it.id),
            shown(it.purpose),
            figure(design, it.cases),
            shown(it.source),
            yes_no(it.frozen),
            figure(design, it.unanswerable_share),
            figure(design, it.attack_share),
            figure(design, it.trials),
        )
        for it in stated.sets
    ]
    return table(headings, rows)


def judged(design: Design, stated: Evaluation) -> Items | None:
    """Say what a candidate is held against, and by which measures."""
    at = "evaluation"
    return facts(
        ("Against", said(design, f"{at}.baseline", shown(stated.baseline))),
        ("Metrics", listed(stated.metrics)),
        ("Slices", said(design, f"{at}.slices", listed(stated.slices))),
        ("Gates", said(design, f"{at}.gates", "")),
        ("Calibration", said(design, f"{at}.calibration", shown(stated.calibration))),
        ("Fairness", said(design, f"{at}.fairness", shown(stated.fairness))),
        ("Judge", title_of(design, stated.judge) if stated.judge else ""),
        (
            "Offline and online",
            said(design, f"{at}.correlation", shown(stated.correlation)),
        ),
    )


def experiment(design: Design) -> Iterator[Block]:
    """Say how a candidate proves its worth on users."""
    stated = design.experiment
    if stated:
        yield from present(tried(design, stated), paragraph(shown(stated.note)))


def tried(design: Design, stated: Experiment) -> Items | None:
    """Say on whom, for how long and for what effect a candidate is tried."""
    at = "experiment"
    return facts(
        ("Design", DESIGNS.get(stated.design or "", "")),
        ("Unit", shown(stated.unit)),
        ("Primary metric", shown(stated.primary)),
        (
            "Guardrails",
            said(design, f"{at}.guardrails", listed(stated.guardrails)),
        ),
        ("Metric today", figure(design, stated.baseline_rate)),
        ("Smallest effect to detect", figure(design, stated.mde)),
        ("False alarm rate", figure(design, stated.alpha)),
        ("Power", figure(design, stated.power)),
        ("Share of traffic", figure(design, stated.allocation)),
        ("Arms", figure(design, stated.arms)),
        ("Split", _split(stated)),
        ("Cost of a treatment", _treatments(stated)),
        ("Further metrics", listed(_metrics(stated))),
        ("Units a day", figure(design, stated.units_per_day)),
        ("Units that there are", figure(design, stated.pool)),
        ("Observations in a unit", figure(design, stated.cluster_size)),
        ("Correlation within a unit (ICC)", figure(design, stated.icc)),
        ("Clusters", figure(design, stated.clusters)),
        ("Steps until all have crossed over", figure(design, stated.steps)),
        ("Time between two steps", figure(design, stated.step_every)),
        ("Time until an outcome is known", figure(design, stated.outcome_window)),
        ("Duration", figure(design, stated.duration)),
        ("Sample ratio tested", yes_no(stated.srm_check)),
        (
            "Variance reduction",
            said(design, f"{at}.variance-reduction", shown(stated.variance_reduction)),
        ),
        ("Correction", said(design, f"{at}.correction", shown(stated.correction))),
        ("Level of several comparisons", shown(stated.multiplicity)),
        ("Ethics", shown(stated.ethics)),
    )


def _split(stated: Experiment) -> str:
    """Say what share of the units each arm has, the control first."""
    return listed(tuple(f"{share} {name}" for name, share in stated.split.items()))


def _treatments(stated: Experiment) -> str:
    """Say what the treatment of a unit costs in each arm that states it."""
    costs = stated.treatment_cost.items()
    return listed(tuple(f"{cost} {name}" for name, cost in costs))


def _metrics(stated: Experiment) -> tuple[str, ...]:
    """Name the metrics beside the main one, each with what is to be shown of it."""
    return tuple(
        f"{metric.name or id}{_sought(metric)}" for id, metric in stated.metrics.items()
    )


def _sought(metric: TrialMetric) -> str:
    if metric.margin:
        return f" (no worse than by {metric.margin})"
    return f" (by {metric.mde})" if metric.mde else ""
