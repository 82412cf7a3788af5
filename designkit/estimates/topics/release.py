"""Releases: whether the first step of traffic is enough to see harm."""

from collections.abc import Iterator
from math import ceil

from designkit.analysis.environments import TrafficStep, before_everybody, traffic_steps
from designkit.analysis.outcomes import LabelOutcome
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term
from designkit.estimates.formulas.exposure import units_to_tell
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, DURATION

IF_IT_PASSES = "If it passes each environment at the first try, and nobody sleeps."
SEEN = "One-sided test of two rates; a guardrail is read in one direction."


@topic(130, "Release", Chapter.PROOF)
def release(sheet: EstimateInputs) -> Iterator[Result]:
    """Compare the requests of a canary with those that it takes to see a fault."""
    for deployer in sheet.facts.of_kind("deployer"):
        yield from _until_everybody(sheet, deployer)
        steps = [it for it in traffic_steps(deployer) if it.bake]
        yield from (_requests(sheet, deployer, step) for step in steps)
        if steps:
            yield from _needed(sheet, deployer)


def _until_everybody(sheet: EstimateInputs, deployer: Component) -> Iterator[Result]:
    """Give the time from the approval of a version until all traffic meets it."""
    passed = [it for it in before_everybody(deployer) if it.bake]
    terms: dict[str, Term] = {
        f"bake_{number}": sheet.stated(*it.path, "bake", label=f"{it.id} bake")
        for number, it in enumerate(passed)
    }
    if deployer.quantity("ramp"):
        terms["ramp"] = sheet.stated("components", deployer.id, "ramp")
    if passed:
        yield compute(
            FigureEntry(
                f"release.{deployer.id}.until-everybody",
                f"{deployer.title}: time from approved to everybody",
                DURATION,
                note=IF_IT_PASSES,
                about=deployer.id,
            ),
            " + ".join(f"{{{name}}}" for name in terms),
            lambda **times: sum(times.values()),
            **terms,
        )


def _requests(sheet: EstimateInputs, deployer: Component, step: TrafficStep) -> Result:
    return compute(
        FigureEntry(
            f"release.{deployer.id}.{step.id or 'canary'}-requests",
            f"{deployer.title}: requests that {step.id or 'the canary'} sees",
            COUNT,
            about=deployer.id,
        ),
        "{rate} * {share} * {bake}",
        lambda rate, share, bake: rate * share * bake,
        rate=sheet.result("traffic.average-qps"),
        share=sheet.stated(*step.share_path),
        bake=sheet.stated(*step.bake_path),
    )


def _positive_rate(sheet: EstimateInputs, outcome: LabelOutcome) -> Term:
    """Return how frequent an outcome is: by its label, else by a label joiner."""
    return first(
        sheet.stated(*outcome.path, "positive-rate"),
        *(
            sheet.stated("components", joiner.id, "positive-rate")
            for joiner in outcome.joiners
        ),
    )


def _needed(sheet: EstimateInputs, deployer: Component) -> Iterator[Result]:
    """Give the requests that show a rare outcome become as frequent as is stated.

    Without a stated `harm` there is nothing to tell: what a step must be able to see is
    a decision of those who release.
    """
    for outcome in sheet.facts.outcomes.all:
        yield from _needed_for(sheet, deployer, outcome)


def _needed_for(
    sheet: EstimateInputs, deployer: Component, outcome: LabelOutcome
) -> Iterator[Result]:
    rate = _positive_rate(sheet, outcome)
    prefix = f"release.{deployer.id}"
    of = f" ({outcome.label.name or outcome.id})" if outcome.id else ""
    if deployer.quantity("harm") is not None and isinstance(rate, FigureInput):
        yield compute(
            FigureEntry(
                f"{prefix}.{outcome.id}.requests-needed"
                if outcome.id
                else f"{prefix}.requests-needed",
                f"{deployer.title}: requests that show the positive rate gone up{of}",
                COUNT,
                note=SEEN,
                about=deployer.id,
            ),
            "⌈n({rate} → {rate} * {factor}; {alpha}, {power})⌉",
            lambda rate, factor, alpha, power: ceil(
                units_to_tell(rate, rate * factor, alpha=alpha, power=power)
            ),
            rate=rate,
            factor=sheet.stated("components", deployer.id, "harm"),
            alpha=sheet.given("alpha", "experiment", "alpha", label="alpha"),
            power=sheet.given("power", "experiment", "power"),
        )
