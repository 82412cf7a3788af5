"""What can be wrong with a design that reads as YAML: the faults, with their codes."""

from enum import StrEnum

from designkit.diagnostics import Severity


class LoadCode(StrEnum):
    """What stops a design from loading, and what is wrong between its parts."""

    UNKNOWN_KEY = "DK010"
    MISSING_KEY = "DK011"
    BAD_QUANTITY = "DK012"
    BAD_VALUE = "DK013"
    WRONG_SHAPE = "DK014"
    BAD_INCLUDE = "DK015"
    PART_ALONE = "DK016"
    UNKNOWN_KIND = "DK020"
    UNKNOWN_ID = "DK021"
    UNKNOWN_DATA_TYPE = "DK022"
    BAD_ID = "DK023"
    BAD_FLOW = "DK024"
    UNKNOWN_SYSTEM = "DK025"
    UNKNOWN_FLOW = "DK026"
    TYPE_MISMATCH = "DK030"
    MISSING_INPUT = "DK031"
    SYNCHRONOUS_CYCLE = "DK032"
    ORPHAN = "DK033"
    DUPLICATE_FLOW = "DK034"
    LOOK_ALIKE = "DK035"

    @property
    def slug(self) -> str:
        """The code in words, such as ``unknown-key``."""
        return self.name.lower().replace("_", "-")

    @property
    def severity(self) -> Severity:
        """How much it matters, if nothing else is said of a place; most are errors."""
        if self is LoadCode.LOOK_ALIKE:
            return Severity.INFO
        mild = (LoadCode.ORPHAN, LoadCode.DUPLICATE_FLOW)
        return Severity.WARNING if self in mild else Severity.ERROR

    @property
    def stops_loading(self) -> bool:
        """Whether a design with this fault has no meaning to go on with."""
        return self.value < LoadCode.TYPE_MISMATCH.value


STOPPING = frozenset(fault.value for fault in LoadCode if fault.stops_loading)
"""The codes of the faults that stop a design from loading."""

LOOSE = frozenset(fault.value for fault in LoadCode) - STOPPING
"""The codes of what is wrong between parts that each have a meaning."""
