"""What a profile is: what a system must have, each with its reason, and a starter."""

from collections.abc import Iterator

from pydantic import Field

from designkit.diagnostics import Severity
from designkit.quantities.fields import Duration, SpecPart, Text, Texts


class Requirement(SpecPart):
    """One thing that a system of a kind must have.

    It is a component of `kind`, or something that is stated: at a path of the design
    (`*` is any id), or as an attribute of a component of `kind`. What `rule` looks for
    is found by that rule, in its own words, and listed here to be complete.
    """

    what: Text = Field(description="What must be there, in a few words.")
    because: Text = Field(description="What goes wrong without it.")
    kind: Texts = Field((), description="Kinds of components, one of which it is.")
    states: Texts = Field((), description="Paths or attributes, one of which it is.")
    among: Texts = Field((), description="Values, one of which must be stated.")
    least: Duration | None = Field(None, description="The least that is enough.")
    most: Duration | None = Field(None, description="The most that is good enough.")
    needed_by: Texts = Field((), description="Kinds of the components that need it.")
    unless: Texts = Field((), description="Paths that, said to be none, make it idle.")
    severity: Severity = Field(Severity.WARNING, description="How much it matters.")
    rule: Text | None = Field(None, description="The rule that looks for it.")


class Profile(SpecPart):
    """What a system of one kind must have, and a design of that kind to start from."""

    system: Text = Field(description="As `system:` names it in a design.")
    title: Text = Field(description="What people call such systems.")
    definition: Text = Field(description="What such a system does.")
    requires: tuple[Requirement, ...] = Field((), description="What it must have.")
    starter: Text = Field(description="A commented design that passes every check.")

    @property
    def unruled(self) -> Iterator[Requirement]:
        """The requirements that no rule of its own looks for."""
        return (item for item in self.requires if item.rule is None)
