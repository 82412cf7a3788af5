"""Stepped wedges: clusters that cross over to what is new, some at each step."""

from designkit.model.design import Design
from designkit.model.learning import Experiment

STEPPED = "stepped-wedge"
"""What `experiment.design` says of one."""


def stepped(design: Design) -> Experiment | None:
    """Return the experiment of a design if it is a stepped wedge."""
    plan = design.experiment
    return plan if plan and plan.design == STEPPED else None
