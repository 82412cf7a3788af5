"""The operating point: where a threshold is set, and what errors that makes."""

from pydantic import Field

from designkit.quantities.fields import Fraction, SpecPart


class OperatingPoint(SpecPart):
    """Where the threshold is set, and what errors that makes."""

    recall: Fraction | None = Field(None, description="Share of positives found.")
    false_positive_rate: Fraction | None = Field(
        None, description="Share of negatives that are flagged."
    )
    precision: Fraction | None = Field(
        None, description="Share of the flagged that are positive, at the natural rate."
    )
