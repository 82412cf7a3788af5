"""What breaks without a part: what the checker finds when a component is left out."""

from collections.abc import Mapping, Sequence

from designkit.checks.run import CheckPlan
from designkit.diagnostics import Diagnostic, Severity
from designkit.handouts.fault_hunt.breaking import bench_of
from designkit.handouts.fault_hunt.operators.component_left_out import (
    component_left_out,
)
from designkit.source.loader import Loaded

TOLD = 3
"""Findings that are told of one component."""

ROUND_ABOUT = ("dead-end", "orphan")
"""Rules that tell of the neighbours of what is gone, and little of what it did."""


def losses(
    loaded: Loaded, plan: CheckPlan | None = None
) -> Mapping[str, tuple[Diagnostic, ...]]:
    """Return what a check finds without each component, by its id: the gravest three.

    There is one finding of a rule, and none where a design can do without a component.
    The `plan` says by which rules it is checked: all, if nothing else is said.

    Raises:
        FaultsError: the design does not load.
    """
    bench = bench_of(loaded, plan)
    changes = component_left_out.make(bench.draft)
    return {str(one.path[1]): _gravest(bench.trial((one,)) or ()) for one in changes}


def _gravest(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    matter = [item for item in found if item.severity is not Severity.INFO]
    by_rule = {item.name: item for item in reversed(matter)}
    telling = [item for name, item in by_rule.items() if name not in ROUND_ABOUT]
    ordered = sorted(telling or by_rule.values(), key=_gravity)
    return tuple(ordered[:TOLD])


def _gravity(finding: Diagnostic) -> tuple[int, str]:
    return -finding.severity.rank, finding.code
