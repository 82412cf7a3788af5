"""Kinds outside the system: those who ask, and whose behaviour teaches."""

from designkit.catalog.attributes import count, rate, size
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="client",
        stage=Stage.PROBLEM,
        plane=Plane.ONLINE,
        roles=(
            Role.ORIGIN,
            Role.SINK,
            Role.LOOP_PREDICTS,
        ),
        glyph="people",
        definition=(
            "Whoever asks the system and acts on the answer: an app, a merchant, a "
            "partner, another service. What the client does next is the only evidence "
            "of whether the answer was right, so it must send events back."
        ),
        takes=("response", "decision", "explanation", "policy", "review-task"),
        gives=("request", "event"),
        attributes=(
            count("daily-users", "people who use it on an ordinary day"),
            rate("requests-per-user", "requests that one user makes in a time"),
            count("peak-factor", "busiest hour divided by the daily average"),
            size("payload", "size of one request"),
        ),
        technologies=("Web", "iOS", "Android", "React", "Partner API", "Point of sale"),
    ),
)
