"""An environment: a place where a release is watched before it goes on."""

from pydantic import Field

from designkit.quantities.fields import Duration, Fraction, SpecPart


class Environment(SpecPart):
    """One of the environments that a release passes, in the order of the file."""

    share: Fraction | None = Field(
        None,
        description="Part of the traffic that meets the new version; none if unsaid.",
    )
    bake: Duration | None = Field(
        None, description="How long it is watched there before it goes on."
    )


class Environments(SpecPart):
    """The environments of a release, by id."""

    environments: dict[str, Environment] = Field(
        default_factory=dict, description="What a release passes, in this order."
    )
