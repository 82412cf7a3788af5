"""A key space: one of several tables that share a store."""

from pydantic import Field

from designkit.quantities.fields import Bytes, Count, Duration, Rate, SpecPart, Texts


class KeySpace(SpecPart):
    """One of several tables of a store that is read by key."""

    entities: Count | None = Field(None, description="Keys that it holds.")
    entity_size: Bytes | None = Field(None, description="Size of all values of a key.")
    max_reads: Rate | None = Field(
        None, description="Reads in a time that are provided for it alone."
    )
    read_by: Texts = Field((), description="Components that read it, and it alone.")
    ttl: Duration | None = Field(
        None, description="How long a value lives; that of the store if unsaid."
    )
    written_by: Texts = Field(
        (), description="Components that write it; any that write the store if unsaid."
    )


class KeySpaces(SpecPart):
    """The tables of a store, by id."""

    tables: dict[str, KeySpace] = Field(
        default_factory=dict, description="Its tables, where it has several."
    )
