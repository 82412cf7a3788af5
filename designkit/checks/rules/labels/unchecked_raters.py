"""DK223 unchecked-raters."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

CHECKS = ("agreement-min", "gold-rate")
"""What tells a careless judge without asking a second one."""


@rule("DK223", Severity.WARNING, kinds=("human-labeling",))
def unchecked_raters(facts: Facts) -> Iterator[Finding]:
    """Labels that people give should be checked against each other or a known answer.

    One judge a case, and nothing to compare with: then a misread guideline, a tired
    hour and a hard case look alike, and no model becomes better than the noise in what
    it learns from. A second opinion on some cases, or cases whose answer is known
    (gold), cost a few in a hundred and tell how far the labels can be trusted.

    It asks where one judge a case is stated. Where nothing is, people may be asked for
    their own opinion, of which there is no second one.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      raters:
        kind: human-labeling
        capacity: 2 k/day
        redundancy: 1                               # <- nobody would notice
        gold-rate: none
        agreement-min: none
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      raters: {kind: human-labeling, capacity: 2 k/day, redundancy: 1, gold-rate: 5%}
    ```

    Fix: Let a second person judge 5 to 10% of the cases, mix in gold cases, and refuse
    labels below an agreement that was set beforehand.

    Source: Snow et al. 2008, Cheap and Fast, But is it Good? (EMNLP); Artstein and
    Poesio 2008, Inter-Coder Agreement for Computational Linguistics.
    """
    for raters in facts.of_kind("human-labeling"):
        path = ("components", raters.id, "redundancy")
        checks = [_state(facts, raters, check) for check in CHECKS]
        judges = raters.quantity("redundancy")
        if not judges or judges.high > 1 or State.PRESENT in checks:
            continue
        yield Finding(
            path,
            f"nothing tells a right label of {raters.id} from a careless one: no "
            "second judge, no gold case, no limit of agreement",
            unstated=State.ABSENT not in checks,
            rests_on=(judges,),
        )


def _state(facts: Facts, raters: Component, check: str) -> State:
    """Return whether a check is there; one of no case at all is not."""
    share = raters.quantity(check)
    is_none = share is not None and not share.high
    return State.ABSENT if is_none else facts.state("components", raters.id, check)
