"""DK121 percentiles-out-of-order."""

from collections.abc import Iterator
from itertools import combinations

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.problem import Percentiles
from designkit.quantities.quantity import Quantity

PLACES = (
    *("objectives.latency", "components.*.latency"),
    *("problem.label.delay", "problem.labels.*.delay"),
)
"""Where sections state a spread; attributes of components may state others."""


@rule("DK121", Severity.ERROR, applies=lambda facts: any(_spreads(facts)))
def percentiles_out_of_order(facts: Facts) -> Iterator[Finding]:
    """A higher percentile should be no smaller than a lower one.

    Whatever 99 in 100 calls stay below, half of them stay below as well: a p99 under
    the p50 is no fast tail but a mistake, most often two numbers that changed places,
    or a p50 in seconds beside a p99 in milliseconds. All that is computed from them,
    the critical path, the maturity of labels, is wrong by as much.

    Bad:
    ```yaml
    components:
      rank: {kind: model-server, latency: {p50: 30 ms, p99: 12 ms}}   # <- turned round
    ```

    Good:
    ```yaml
    components:
      rank: {kind: model-server, latency: {p50: 12 ms, p99: 30 ms}}
    ```

    Fix: Look where the numbers come from, swap them or mend the unit.

    Source: Hyndman and Fan 1996, Sample Quantiles in Statistical Packages, The American
    Statistician 50(4): every definition of a quantile grows with its level.
    """
    for path, stated in _spreads(facts):
        turned = (pair for pair in combinations(stated, 2) if _is_turned(*pair))
        for (lower, less), (higher, more) in list(turned)[:1]:
            yield Finding(
                (*path, higher),
                f"{higher} of {_owner(path)} is {more}, below its {lower} of {less}: "
                f"state a {higher} of {less} or more, or swap the two",
                related=(((*path, lower), f"the {lower}"),),
            )


Stated = tuple[str, Quantity]
"""A percentile and its value."""


def _is_turned(lower: Stated, higher: Stated) -> bool:
    return lower[1].low > higher[1].high


def _spreads(facts: Facts) -> Iterator[tuple[Path, list[Stated]]]:
    """Give each spread of two percentiles or more, from the lowest to the highest."""
    for path, spread in _places(facts):
        if isinstance(spread, Percentiles):
            values = (
                (name, getattr(spread, name)) for name in Percentiles.model_fields
            )
            stated = [(name, q) for name, q in values if isinstance(q, Quantity)]
            if len(stated) > 1:
                yield path, stated


def _places(facts: Facts) -> Iterator[tuple[tuple[str, ...], object]]:
    for pattern in PLACES:
        yield from facts.stated(pattern)
    for id, component in facts.design.components.items():
        for name, value in component.attributes.items():
            yield ("components", id, name), value


def _owner(path: Path) -> str:
    """Name whose spread it is: ``rank``, ``the label``, ``the objectives``."""
    return str(path[1]) if path[0] == "components" else f"the {path[-2]}"
