"""DK420 no-srm-check."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import units
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

Path = tuple[str, ...]


def _has_arms(facts: Facts) -> bool:
    experiment = facts.design.experiment
    drawn = experiment.design if experiment else None
    return drawn in (None, "ab") and bool(units(facts).texts)


@rule(
    "DK420",
    Severity.WARNING,
    keys=("experiment.unit", "components.*.unit"),
    applies=_has_arms,
)
def no_srm_check(facts: Facts) -> Iterator[Finding]:
    """The sizes of the arms should be compared with what was planned.

    Arms of 50% and 50% that come out as 50.4 and 49.6 of a million users are a fault of
    the test and no chance: a redirect loses the slow ones, a filter drops robots of one
    arm, a crash forgets who crashed. Whoever is missing is not missing at random, so
    the result is wrong whatever it says. About 6% of tests at Microsoft had this fault.

    Bad:
    ```yaml
    components:
      app: {kind: client}
    experiment:
      unit: user
      srm-check: false                              # <- a broken test looks like a win
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
    experiment: {unit: user, srm-check: true}
    ```

    Fix: Test the sizes of the arms each day (chi-squared, alarm below p = 0.001), and
    read no result while it rings.

    Source: Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in Online Controlled
    Experiments (KDD); Kohavi, Tang and Xu 2020, Trustworthy Online Controlled
    Experiments, chapter 21.
    """
    places: list[Path] = [("experiment", "srm-check")]
    places += [
        ("components", part.id, "srm-check")
        for part in facts.of_kind("experiment-analysis")
    ]
    said = [value for path in places for value in _said(facts, path)]
    if True in said:
        return
    yield Finding(
        places[0] if facts.design.experiment else places[-1],
        "nobody tests whether the arms have the sizes that were planned",
        unstated=not said,
    )


def _said(facts: Facts, path: Path) -> Iterator[bool]:
    """Give what is said at `path`: yes or no, if it is said."""
    if facts.state(*path) is State.ABSENT:
        yield False
    for _, value in facts.stated(".".join(path)):
        yield value is True
