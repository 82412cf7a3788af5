"""Kinds of the experimentation stage: does it help, and would we know."""

from designkit.catalog.attributes import (
    change,
    count,
    duration,
    flag,
    fraction,
    schedule,
    several,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage

KINDS: tuple[Kind, ...] = (
    Kind(
        name="experiment-service",
        stage=Stage.EXPERIMENTATION,
        plane=Plane.ONLINE,
        glyph="arms",
        definition=(
            "Decides which arm of a test a user, or another unit, is in, always the "
            "same way, and notes who really saw it. Units that share a resource spill "
            "over into each other's arm, so the choice of unit decides the test."
        ),
        takes=("request", "policy"),
        gives=("assignment", "event"),
        attributes=(
            text("unit", "what is put into an arm: user, session, zone and hour"),
            count("arms", "arms of the test, the control included"),
            text("allocation", "share of the traffic in each arm"),
            text("salt", "what makes one test independent of the next"),
            several("exclusion-layers", "groups of tests that may not overlap"),
        ),
        technologies=("GrowthBook", "Statsig", "LaunchDarkly", "Optimizely"),
    ),
    Kind(
        name="experiment-analysis",
        stage=Stage.EXPERIMENTATION,
        plane=Plane.OFFLINE,
        glyph="bells",
        definition=(
            "Computes what a change did, with its uncertainty, and checks that arms "
            "and guardrails are sound. Without power worked out beforehand, a test "
            "ends in silence or in a lucky number."
        ),
        takes=(
            "event",
            "assignment",
            "raw-table",
            "metric",
            "prediction",
            "trigger",
            "policy",
        ),
        gives=("metric", "policy"),
        attributes=(
            *schedule("analysis"),
            text("primary", "the one metric that decides"),
            several("guardrails", "metrics that may not get worse"),
            change("mde", "smallest effect that the test must be able to see"),
            fraction("alpha", "accepted chance of seeing an effect that is not there"),
            fraction("power", "chance of seeing an effect that is there"),
            duration("duration", "how long the test runs"),
            flag("srm-check", "whether the sizes of the arms are tested daily"),
            flag("cuped", "whether earlier behaviour is used to reduce noise"),
            text("correction", "how several looks or metrics are paid for"),
        ),
        technologies=("GrowthBook", "Eppo", "statsmodels"),
    ),
    Kind(
        name="exploration-policy",
        stage=Stage.EXPERIMENTATION,
        plane=Plane.ONLINE,
        glyph="die",
        definition=(
            "Chooses at random in a small, known part of cases, so that the system "
            "also learns about what it would not have chosen. Without it a model is "
            "trained on its own opinions."
        ),
        takes=("candidates", "prediction", "policy", "assignment", "request"),
        gives=("candidates", "decision", "policy", "assignment"),
        attributes=(
            fraction("rate", "part of the cases decided at random"),
            text(
                "method",
                "how chance is used",
                "epsilon",
                "thompson",
                "ucb",
                "holdout",
            ),
            flag("logs-propensity", "whether the chance of each choice is recorded"),
        ),
        technologies=("Vowpal Wabbit", "Thompson sampling", "Epsilon-greedy"),
    ),
)
