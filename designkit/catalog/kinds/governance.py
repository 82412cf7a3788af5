"""Kinds that cut across: what was done to whom, by what right, and who may object."""

from designkit.catalog.attributes import (
    duration,
    flag,
    fraction,
    retention,
    several,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="audit-log",
        stage=Stage.GOVERNANCE,
        plane=Plane.ASYNC,
        roles=(
            Role.SINK,
            Role.PROTECTS,
        ),
        glyph="seal",
        definition=(
            "A record that cannot be altered: which version decided what, who overrode "
            "it, who looked. Without it a contested decision cannot be reconstructed."
        ),
        takes=(
            "audit-record",
            "decision",
            "explanation",
            "label",
            "trace",
            "tool-call",
            "tool-result",
        ),
        gives=("event", "raw-table"),
        attributes=(
            retention("how long a record is kept"),
            flag("immutable", "whether even an administrator cannot change a record"),
        ),
        technologies=("WORM storage", "CloudTrail", "immudb"),
    ),
    Kind(
        name="explainer",
        stage=Stage.GOVERNANCE,
        plane=Plane.ONLINE,
        glyph="reasons",
        definition=(
            "Gives the reasons for a prediction in terms that the person concerned "
            "understands. Where people are refused something the reasons are owed by "
            "law, and support needs them everywhere."
        ),
        takes=("prediction", "feature-values", "model"),
        needs=("prediction",),
        gives=("explanation",),
        attributes=(
            text(
                "method",
                "how reasons are found",
                "shap",
                "reason-codes",
                "rules",
            ),
        ),
        technologies=("SHAP", "Captum", "Integrated gradients", "InterpretML"),
    ),
    Kind(
        name="consent-service",
        stage=Stage.GOVERNANCE,
        plane=Plane.ONLINE,
        roles=(Role.PROTECTS,),
        glyph="toggles",
        definition=(
            "Knows whose data may be used for what, and says so before it is used. "
            "Asked too late, the data is already inside a model."
        ),
        takes=("request", "event"),
        gives=("policy",),
        attributes=(
            several("purposes", "uses that a person can allow or refuse"),
            several("regions", "places whose rules it knows"),
        ),
        technologies=("IAB TCF", "OneTrust", "Open Policy Agent"),
    ),
    Kind(
        name="privacy-service",
        stage=Stage.GOVERNANCE,
        plane=Plane.OFFLINE,
        roles=(
            Role.SINK,
            Role.PROTECTS,
        ),
        glyph="lock",
        definition=(
            "Carries out deletion, retention and pseudonymisation in every place that "
            "holds personal data: lake, stores, logs, datasets. A store it does not "
            "reach keeps what the law says must go."
        ),
        takes=("event", "policy", "raw-table"),
        gives=("policy", "raw-table", "event"),
        attributes=(
            duration("sla", "time within which a deletion is complete"),
            several("covers", "stores that it reaches"),
        ),
        technologies=("Tokenisation vault", "Iceberg", "Vault", "Presidio"),
    ),
    Kind(
        name="appeal-process",
        stage=Stage.GOVERNANCE,
        plane=Plane.ASYNC,
        roles=(
            Role.PROTECTS,
            Role.FEEDS_TRAINING,
            Role.LOOP_LABELS,
        ),
        glyph="scales",
        definition=(
            "The way for a person to contest a decision and have a human look again. "
            "Its verdicts are the only labels for cases that the system itself "
            "stopped."
        ),
        takes=("request", "decision", "event", "explanation"),
        gives=("review-task", "label", "decision"),
        attributes=(
            duration("sla", "time within which an appeal is answered"),
            fraction("overturn-rate", "part of the appeals that are granted"),
        ),
        technologies=("Zendesk", "ServiceNow"),
    ),
)
