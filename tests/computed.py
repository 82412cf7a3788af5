"""Estimates of small designs and of the shipped ones, and what depends on what."""

from collections.abc import Mapping
from functools import cache
from textwrap import dedent

from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate, Figure, reason
from designkit.quantities.writing import TIMES
from designkit.source.loader import Loaded, load_text
from tests.mutated import shipped


def loaded(yaml: str) -> Loaded:
    """Load a design of which only what matters is written."""
    head = "designkit: 1\nname: Small\nsystem: generic\n"
    found = load_text(head + dedent(yaml))
    assert found.design is not None, [item.message for item in found.diagnostics]
    return found


def estimated(yaml: str) -> Estimate:
    design = loaded(yaml).design
    assert design is not None
    return estimate(design)


@cache
def of_shipped(name: str) -> Estimate:
    design = shipped(name).design
    assert design is not None
    return estimate(design)


def figure(found: Estimate, id: str) -> Figure:
    known = found.get(id)
    assert known is not None, [gap for gap in found.gaps if gap.id == id]
    return known


def lacking(found: Estimate, id: str) -> str:
    """Say why the figure called `id` cannot be computed."""
    (gap,) = [gap for gap in found.gaps if gap.id == id]
    return reason(gap)


def told(found: Estimate, id: str) -> tuple[str, str, str]:
    """Return the formula of a figure, the numbers put in, and the result.

    The sign of products is an asterisk here, as on keyboards.
    """
    item = figure(found, id)
    formula, working = (
        text.replace(TIMES, "*") for text in (item.formula, item.working)
    )
    return formula, working, item.text


def of_topic(found: Estimate, topic: str) -> list[str]:
    """Return the ids of the figures that a topic computed, in their order."""
    part = found.part(topic)
    return [item.id for item in part.figures] if part else []


def depends(found: Estimate) -> Mapping[str, frozenset[str]]:
    """Return, for each figure, the paths and the figures that it comes from."""
    known: dict[str, frozenset[str]] = {}
    for item in found.figures:
        names = {part.name for part in item.inputs}
        below = (known.get(name, frozenset()) for name in names)
        known[item.id] = frozenset(names).union(*below)
    return known
