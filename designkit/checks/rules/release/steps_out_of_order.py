"""DK431 steps-out-of-order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

REACH: Mapping[str, int] = MappingProxyType(
    {
        **{"shadow": 0, "canary": 1, "ab": 1, "interleaving": 1, "switchback": 1},
        **{"ramp": 1, "blue-green": 2},
    }
)
"""Whom a step reaches: nobody, a part, all. A holdout runs beside all of them."""

TRIALS = ("ab", "interleaving", "switchback")
"""Steps that compare, each of which may be the design of an experiment."""


@rule("DK431", Severity.WARNING, kinds=("deployer",))
def steps_out_of_order(facts: Facts) -> Iterator[Finding]:
    """A release should reach more people with each step, and test as is planned.

    The order of steps is what they are for: traffic is mirrored before anybody gets an
    answer, a few get one before many do. A shadow run after a canary finds what the
    canary has already done to people; a canary after everybody was switched over
    protects nobody. And a release that compares arms by the user, while the experiment
    is designed to switch whole regions to and fro, measures something else than was
    planned.

    A ramp may lead up to a test or follow it. The steps are those of `strategy`, in the
    order in which they stand. A test is compared with `experiment.design` where the
    strategy names one at all.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      deploy: {kind: deployer, strategy: [canary, shadow, ab]}    # <- too late to look
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      deploy: {kind: deployer, strategy: [shadow, canary, ab]}
    ```

    Fix: Put the steps in the order of whom they reach: shadow, canary, test or ramp,
    all; name the test that the experiment is designed for.

    Source: Beyer et al. 2018, The Site Reliability Workbook, chapter 16, Canarying
    Releases; Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments,
    chapter 15, on ramping.
    """
    for deployer in facts.of_kind("deployer"):
        steps = deployer.texts("strategy")
        if message := _misplaced(steps) or _unplanned(facts, steps):
            yield Finding(("components", deployer.id, "strategy"), message)


def _misplaced(steps: Sequence[str]) -> str:
    """Say which step reaches fewer than the one before it, if one does."""
    known = [step for step in steps if step in REACH]
    for before, after in pairwise(known):
        if REACH[after] < REACH[before]:
            return f"{after} comes after {before}, which reaches more people"
    return ""


def _unplanned(facts: Facts, steps: Sequence[str]) -> str:
    """Say by which test a release compares that the experiment is not designed for."""
    experiment = facts.design.experiment
    planned = experiment.design if experiment else None
    tests = [step for step in steps if step in TRIALS]
    if planned is None or not tests or planned in tests:
        return ""
    return f"it tests by {tests[0]}, and the experiment is designed as {planned}"
