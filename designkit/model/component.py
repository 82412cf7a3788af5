"""What a system is made of: components, and the flows between them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, PlainValidator

from designkit.model.environment import Environment
from designkit.model.key_space import KeySpace
from designkit.model.problem import Percentiles
from designkit.model.tokens import CountPercentiles, TokenPrices
from designkit.model.vocabulary import OwnKind
from designkit.quantities.fields import (
    Bytes,
    Count,
    Duration,
    Flag,
    Fraction,
    Link,
    MoneyRate,
    Rate,
    Sensitivity,
    SpecPart,
    Text,
    Texts,
)
from designkit.quantities.quantity import Quantity

Value = (
    Quantity
    | Percentiles
    | CountPercentiles
    | TokenPrices
    | Mapping[str, KeySpace]
    | Mapping[str, Environment]
    | str
    | bool
    | tuple[str, ...]
)
"""What an attribute of a component may hold."""


def _as_is(value: object) -> object:
    return value


class Component(SpecPart):
    """A part of the system, of one of the kinds of the catalogue."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    id: str = Field(exclude=True)
    kind: str = Field(description="One of the kinds of the catalogue.")
    name: Text | None = Field(None, description="What people call it.")
    technology: Text | None = Field(None, description="What it runs on.")
    host: Text | None = Field(
        None,
        alias="in",
        description=(
            "The component in whose process it runs, by id: a library, or a model that "
            "its host runs itself. It has the replicas of its host, and no hop."
        ),
    )
    why: Text | None = Field(None, description="Why it is here and why like this.")
    note: Text | None = Field(None, description="Anything else worth knowing.")
    owner: Text | None = Field(None, description="The team that answers for it.")
    url: Link | None = Field(
        None,
        description=(
            "Where to read more, such as its runbook or its dashboard: a web page or "
            "a mail address. Its card in pictures leads there."
        ),
    )
    latency: Percentiles | None = Field(None, description="Its own time per call.")
    latency_includes: Texts = Field(
        (),
        description=(
            "What it reads and has counted in its own time already, by id; it is not "
            "added a second time."
        ),
    )
    timeout: Duration | None = Field(None, description="When its callers give up.")
    stops: Fraction | None = Field(
        None,
        description=(
            "Share of the requests that reach it which are done there and go no "
            "further; the calls per request behind it are those of one that goes on."
        ),
    )
    availability: Fraction | None = Field(None, description="Share of good answers.")
    replicas: Count | None = Field(None, description="How many run side by side.")
    cost: MoneyRate | None = Field(None, description="What it costs to run.")
    region: Texts = Field((), description="Where it runs.")
    pii: Sensitivity | None = Field(None, description="Personal data it holds.")
    attributes: Annotated[Mapping[str, Value], PlainValidator(_as_is)] = Field(
        default_factory=dict, description="What its kind alone may state."
    )

    own_kind: OwnKind | None = Field(None, exclude=True)

    @property
    def kind_name(self) -> str:
        """The name of its kind as the design says it, which may be one of its own."""
        return self.own_kind.name if self.own_kind else self.kind

    @property
    def title(self) -> str:
        """The name for readers: the one given, else the id in words."""
        return self.name or self.id.replace("-", " ").capitalize()

    def time(self, percentile: Literal["p50", "p99"]) -> Quantity | None:
        """Return its own time per call at `percentile`, in seconds, if stated."""
        stated = self.latency
        if stated is None:
            return None
        return stated.p50 if percentile == "p50" else stated.p99

    def quantity(self, name: str) -> Quantity | None:
        """Return the attribute `name` if it was stated as a number."""
        value = self.attributes.get(name)
        return value if isinstance(value, Quantity) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the attribute `name` as a list of texts, empty if unstated."""
        value = self.attributes.get(name)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (str(value),)

    @property
    def tables(self) -> Mapping[str, KeySpace]:
        """The tables of a store that has several, by id."""
        found = self.attributes.get("tables")
        held = found.items() if isinstance(found, Mapping) else ()
        return {id: it for id, it in held if isinstance(it, KeySpace)}

    @property
    def environments(self) -> Mapping[str, Environment]:
        """The environments that a release passes, by id and in their order."""
        found = self.attributes.get("environments")
        held = found.items() if isinstance(found, Mapping) else ()
        return {id: it for id, it in held if isinstance(it, Environment)}


class Mode(StrEnum):
    """How data moves along a flow."""

    CALL = "call"
    LOOKUP = "lookup"
    STREAM = "stream"
    BATCH = "batch"
    CONTROL = "control"

    @property
    def is_synchronous(self) -> bool:
        """Whether somebody waits for it: calls and lookups."""
        return self in (Mode.CALL, Mode.LOOKUP)


MODE_KEYS: Mapping[str, Mode] = {
    "calls": Mode.CALL,
    "lookups": Mode.LOOKUP,
    "streams": Mode.STREAM,
    "batches": Mode.BATCH,
    "control": Mode.CONTROL,
}
"""The keys of the section `flows`, with the mode of the flows below each."""


class Flow(SpecPart):
    """Data of one type that moves from one component to another."""

    source: str
    target: str
    mode: Mode
    answer: bool = Field(
        False, exclude=True, description="Whether it brings back what was asked for."
    )
    carries: str | None = Field(None, description="The data type.")
    note: Text | None = Field(
        None,
        description="A few words drawn at the arrow, where the full view has room.",
    )
    timeout: Duration | None = Field(None, description="When the caller gives up.")
    deadline: Literal["handed on"] | None = Field(
        None, description="That the caller hands on what is left of its own time."
    )
    in_process: Flag | None = Field(
        None, description="Whether both ends run in one process, with no network."
    )
    after: Texts = Field(
        (),
        description=(
            "What the caller or reader has waited for before, by id: something else "
            "that it calls or reads. Otherwise all that it waits for runs side by side."
        ),
    )
    retries: Count | None = Field(None, description="How often it is tried again.")
    fan_out: Count | None = Field(None, description="Shards that are waited for.")
    slowest: Literal["hedged", "left out"] | None = Field(
        None,
        description=(
            "What happens with the slowest of them: it is asked a second time "
            "elsewhere (hedged), or the answer comes without it (left out)."
        ),
    )
    calls_per_request: Count | None = Field(None, description="Calls in one request.")
    keys: Count | None = Field(None, description="Keys read in one call: a multi-get.")
    rate: Rate | None = Field(
        None, description="What moves along it in a time, averaged over the day."
    )
    quota: Rate | None = Field(
        None,
        description="What one caller or reader may ask in a time; more is refused.",
    )
    payload: Bytes | None = Field(None, description="Size of what moves.")
    stream: Literal["tokens"] | None = Field(
        None, description="That pieces are handed on as they are written."
    )
    contract: Text | None = Field(None, description="Schema, version, owner.")
    conflict: Text | None = Field(
        None, description="Which value wins where another writes the same one."
    )

    own_type: str | None = Field(None, exclude=True)

    @property
    def type_name(self) -> str | None:
        """The data type as the design says it, which may be one of its own."""
        return self.own_type or self.carries

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of source and target."""
        return self.source, self.target
