"""Kinds of the serving stage that share out money, roads and couriers."""

from designkit.catalog.attributes import (
    accepted_by,
    count,
    duration,
    flag,
    fraction,
    money,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="auction",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ON_DEMAND,
            Role.CHOOSES,
            Role.LOOP_PREDICTS,
        ),
        glyph="gavel",
        definition=(
            "Ranks bids by what they are expected to bring and sets the price. It "
            "multiplies money by a probability, so a miscalibrated model charges the "
            "wrong price, advertiser after advertiser."
        ),
        takes=("prediction", "policy", "candidates"),
        needs=("prediction",),
        gives=("decision", "response", "event"),
        attributes=(
            text(
                "mechanism",
                "how the winner's price is set",
                "gsp",
                "vcg",
                "first-price",
            ),
            money("reserve", "lowest price that is accepted"),
        ),
        technologies=("OpenRTB",),
    ),
    Kind(
        name="pacing",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        glyph="metronome",
        definition=(
            "Spreads a budget over the day by holding bids back. Without it budgets "
            "are gone by breakfast, and late spend data lets campaigns overspend."
        ),
        takes=("event", "policy"),
        needs=("event",),
        gives=("policy",),
        attributes=(
            duration("interval", "time from one correction to the next"),
            fraction("overspend-max", "part of a budget that may be overspent"),
        ),
        technologies=("PID controller", "Flink"),
    ),
    Kind(
        name="routing-engine",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.COMPUTES,),
        glyph="route",
        definition=(
            "Computes the way and its travel time on the road graph. It gives a model "
            "of arrival times its strongest feature, and is as wrong as its traffic "
            "is old."
        ),
        takes=("request", "feature-values", "index"),
        needs=("request",),
        gives=("feature-values", "prediction"),
        attributes=(
            count("edges", "road segments in the graph"),
            duration("source-freshness", "age of the traffic that it computes with"),
        ),
        technologies=("OSRM", "Valhalla", "GraphHopper", "Contraction hierarchies"),
        example="{technology: Valhalla, edges: 25 M, source-freshness: 2 min}",
    ),
    Kind(
        name="optimizer",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        glyph="matching",
        definition=(
            "Solves who does what under constraints, such as couriers to orders, with "
            "predictions as its costs. It must stop in time with the best plan so "
            "far; a solver without a limit is an outage on the busiest evening."
        ),
        takes=("request", "prediction", "policy", "event"),
        needs=("prediction",),
        gives=("decision", "response", "review-task"),
        attributes=(
            duration("interval", "time from one plan to the next"),
            duration("time-limit", "longest time that one solve may take"),
            duration("horizon", "time that one plan looks ahead"),
            count("variables", "unknowns in one problem"),
            fraction("gap", "accepted distance from the best possible plan"),
            money("plan-value", "what a plan brings or costs until the next one"),
            flag("incumbent-fallback", "whether the last plan holds when time is up"),
            *accepted_by(),
        ),
        technologies=("OR-Tools", "Gurobi", "LKH", "ALNS"),
        example=(
            "{technology: OR-Tools, interval: 30 s, time-limit: 10 s, "
            "variables: 200 k, gap: 2%, incumbent-fallback: true}"
        ),
    ),
)
