"""What a component kind, a data type and a technology are."""

from dataclasses import dataclass
from enum import StrEnum

from designkit.catalog.role import Role
from designkit.quantities.quantity import Dimension


class Stage(StrEnum):
    """Where in the life of an ML system a component works, in reading order."""

    PROBLEM = "problem"
    INGESTION = "ingestion"
    FEATURES = "features"
    LABELS = "labels"
    TRAINING = "training"
    REGISTRY = "registry"
    SERVING = "serving"
    EXPERIMENTATION = "experimentation"
    MONITORING = "monitoring"
    RETRAINING = "retraining"
    GOVERNANCE = "governance"

    @property
    def title(self) -> str:  # type: ignore[override]  # a stage is never recased
        """What the stage is called in pictures and documents."""
        return _TITLES[self]

    @property
    def glyph(self) -> str:
        """The name of the glyph for a kind of this stage that names none."""
        return _GLYPHS[self]


_TITLES = {
    Stage.PROBLEM: "Clients",
    Stage.INGESTION: "Data ingestion",
    Stage.FEATURES: "Feature store",
    Stage.LABELS: "Labels",
    Stage.TRAINING: "Training",
    Stage.REGISTRY: "Registry and release",
    Stage.SERVING: "Serving",
    Stage.EXPERIMENTATION: "Experimentation",
    Stage.MONITORING: "Monitoring",
    Stage.RETRAINING: "Retraining",
    Stage.GOVERNANCE: "Governance",
}

_GLYPHS = {
    Stage.PROBLEM: "people",
    Stage.INGESTION: "database",
    Stage.FEATURES: "gear",
    Stage.LABELS: "tags",
    Stage.TRAINING: "network",
    Stage.REGISTRY: "versions",
    Stage.SERVING: "chip",
    Stage.EXPERIMENTATION: "arms",
    Stage.MONITORING: "screen",
    Stage.RETRAINING: "cycle",
    Stage.GOVERNANCE: "seal",
}


class Plane(StrEnum):
    """When a component works: in a request, on a stream, in a batch, as control."""

    ONLINE = "online"
    ASYNC = "async"
    OFFLINE = "offline"
    CONTROL = "control"
    ANY = "any"


class Shape(StrEnum):
    """What an attribute that is no quantity holds."""

    TEXT = "text"
    FLAG = "flag"
    LIST = "list"
    PERCENTILES = "percentiles"
    COUNTS = "percentiles of a count"
    PRICES = "prices of a million tokens"
    CLOCK = "time of day"
    TABLES = "tables"
    ENVIRONMENTS = "environments"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that a component of a kind may state about itself."""

    name: str
    holds: Dimension | Shape
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of component: what it takes, what it gives, and what it should state.

    `roles` say what it does as other kinds do: rules and figures ask for these.
    Of each group in `needs_one` it must take one. `glyph` names its icon in
    `catalog/glyphs`; without one it has that of its stage.
    `example` is what one states, as a design writes it, where no shipped design does.
    """

    name: str
    stage: Stage
    plane: Plane
    definition: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    needs: tuple[str, ...] = ()
    needs_one: tuple[tuple[str, ...], ...] = ()
    attributes: tuple[Attribute, ...] = ()
    technologies: tuple[str, ...] = ()
    glyph: str = ""
    example: str = ""
    roles: tuple[Role, ...] = ()

    @property
    def is_general(self) -> bool:
        """Whether it says how something works, and not what it does."""
        return Role.GENERAL in self.roles

    @property
    def drawn_as(self) -> str:
        """The name of its glyph: its own, else that of its stage."""
        return self.glyph or self.stage.glyph

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute called `name`, if the kind has one."""
        return next((item for item in self.attributes if item.name == name), None)


class Reply(StrEnum):
    """Whether data of a type answers whoever asked, so that nobody waits for it."""

    NEVER = "never"
    ALWAYS = "always"
    TO_WHO_ASKED = "where it goes back to who asked"


@dataclass(frozen=True, slots=True)
class DataType:
    """What flows along an arrow, and whether it may answer there."""

    name: str
    definition: str
    label: str
    reply: Reply = Reply.NEVER


@dataclass(frozen=True, slots=True)
class Technology:
    """A product or a library that a component runs on, and its icon if there is one.

    `icon` is the class of the `diagrams` library that carries the picture, such as
    ``onprem.queue.Kafka``; empty where that library has none. A product without an
    icon may have `initials`, two letters that pictures show in its place.
    """

    name: str
    icon: str = ""
    aliases: tuple[str, ...] = ()
    does: str = ""
    initials: str = ""
