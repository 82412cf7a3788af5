"""Groups of components: where they run, who runs them, who may reach them."""

from typing import Literal

from pydantic import Field

from designkit.quantities.fields import SpecPart, Text, Texts

GroupKind = Literal["region", "cluster", "team", "trust-zone"]


class ComponentGroup(SpecPart):
    """Components that belong together, whatever their stage.

    A component is in at most one group of each kind.
    """

    name: Text | None = Field(None, description="What people call it, else its id.")
    kind: GroupKind = Field(
        description="Where its members run (region, cluster), whose they are (team), "
        "or who may reach them (trust-zone)."
    )
    members: Texts = Field(description="Ids of the components in it.")

    def title(self, id: str) -> str:
        """Return how it is written: its name, or its `id`, and its kind."""
        return f"{self.name or id} · {self.kind.replace('-', ' ')}"
