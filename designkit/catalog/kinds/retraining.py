"""Kinds of the retraining stage: when to learn again."""

from designkit.catalog.attributes import duration, several
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="retrain-trigger",
        stage=Stage.RETRAINING,
        plane=Plane.CONTROL,
        roles=(Role.LOOP_WATCHES,),
        glyph="cycle",
        definition=(
            "Decides that it is time to train again: by the clock, for new data, on "
            "drift, on decay, or on demand. Without a pause between runs it answers a "
            "broken pipe with a stream of bad models; without a maximum age, a stuck "
            "one goes unseen."
        ),
        takes=("alert", "metric", "event"),
        gives=("trigger",),
        attributes=(
            several(
                "triggers",
                "what may start a training",
                "schedule",
                "new-data",
                "drift",
                "performance",
                "manual",
            ),
            duration("interval", "time from one scheduled training to the next"),
            duration("cooldown", "shortest time between two trainings"),
            duration("max-model-age", "age at which a model in service is a fault"),
        ),
        technologies=("Airflow", "Argo Events", "Cloud Scheduler", "EventBridge"),
    ),
)
