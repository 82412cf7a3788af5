"""How a candidate proves its worth: offline evaluation, then an experiment."""

from dataclasses import dataclass

from designkit.documents.write_up.figures import figure, said, yes_no
from designkit.documents.write_up.parts import Fact, Section, facts, line, lines
from designkit.model.design import Design
from designkit.model.learning import Evaluation, Experiment

DESIGNS = {
    "ab": "A/B test: parallel arms",
    "interleaving": "interleaving: results of both in one list",
    "switchback": "switchback: arms take turns in time",
}


@dataclass(frozen=True)
class Evaluating:
    """What is measured, and what a candidate must reach."""

    facts: tuple[Fact, ...]
    gates: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Trial:
    """How long, on whom and for what effect a candidate is tried."""

    facts: tuple[Fact, ...]
    note: str


def evaluation(design: Design) -> Section | None:
    """Say how a candidate is judged before users see it."""
    stated = design.evaluation
    if stated is None:
        return None
    body = Evaluating(_judged(design, stated), lines(stated.gates), line(stated.note))
    has = body.facts or body.gates or body.note
    return Section("Evaluation", "_evaluation.md.j2", body) if has else None


def _judged(design: Design, stated: Evaluation) -> tuple[Fact, ...]:
    at = "evaluation"
    return facts(
        ("Against", said(design, f"{at}.baseline", line(stated.baseline))),
        ("Metrics", ", ".join(lines(stated.metrics))),
        ("Slices", said(design, f"{at}.slices", ", ".join(lines(stated.slices)))),
        ("Gates", said(design, f"{at}.gates", "")),
        ("Calibration", said(design, f"{at}.calibration", line(stated.calibration))),
        ("Fairness", said(design, f"{at}.fairness", line(stated.fairness))),
        (
            "Offline and online",
            said(design, f"{at}.correlation", line(stated.correlation)),
        ),
    )


def experiment(design: Design) -> Section | None:
    """Say how a candidate proves its worth on users."""
    stated = design.experiment
    if stated is None:
        return None
    body = Trial(_tried(design, stated), line(stated.note))
    has = body.facts or body.note
    return Section("Experiment", "_experiment.md.j2", body) if has else None


def _tried(design: Design, stated: Experiment) -> tuple[Fact, ...]:
    at = "experiment"
    return facts(
        ("Design", DESIGNS.get(stated.design or "", "")),
        ("Unit", line(stated.unit)),
        ("Primary metric", line(stated.primary)),
        (
            "Guardrails",
            said(design, f"{at}.guardrails", ", ".join(lines(stated.guardrails))),
        ),
        ("Metric today", figure(design, stated.baseline_rate)),
        ("Smallest relative effect to detect", figure(design, stated.mde)),
        ("False alarm rate", figure(design, stated.alpha)),
        ("Power", figure(design, stated.power)),
        ("Share of traffic", figure(design, stated.allocation)),
        ("Arms", figure(design, stated.arms)),
        ("Units a day", figure(design, stated.units_per_day)),
        ("Duration", figure(design, stated.duration)),
        ("Sample ratio tested", yes_no(stated.srm_check)),
        (
            "Variance reduction",
            said(design, f"{at}.variance-reduction", line(stated.variance_reduction)),
        ),
        ("Correction", said(design, f"{at}.correction", line(stated.correction))),
        ("Ethics", line(stated.ethics)),
    )
