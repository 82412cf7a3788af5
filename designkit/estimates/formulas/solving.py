"""What a solver leaves undone that stops before it has the best plan."""

from designkit.quantities.bounds import finite, require_not_negative


@finite
def lost_at_gap(value: float, gap: float) -> float:
    """Return the most by which the best plan is better than the one found: z * gap.

    The `gap` is relative: what lies between the plan and the bound on all plans, over
    the `value` of the plan itself. It has the unit of the value, and it is a bound: the
    plan may be the best, and only the proof be missing.

    Source: Gurobi Optimizer Reference Manual, MIPGap: |ObjBound - ObjVal| / |ObjVal|;
    OR-Tools, relative_gap_limit of CP-SAT.

    Raises:
        ValueError: the value or the gap is negative.
    """
    require_not_negative(value=value, gap=gap)
    return value * gap
