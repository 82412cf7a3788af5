"""What can be wrong with a text before anybody asks what it means."""

from dataclasses import dataclass
from enum import StrEnum

from designkit.diagnostics import Related, Span


class Fault(StrEnum):
    """The kinds of problem a reader meets, with their codes."""

    YAML_SYNTAX = "DK001"
    DUPLICATE_KEY = "DK002"
    YAML_TAG = "DK003"
    SECOND_DOCUMENT = "DK004"
    TOO_LARGE = "DK005"
    UNDEFINED_ALIAS = "DK006"
    BAD_KEY = "DK007"
    EMPTY_DOCUMENT = "DK008"
    CONTROL_CHARACTER = "DK009"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a text; it knows the place but not the file."""

    fault: Fault
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()

    @property
    def code(self) -> str:
        """The code users see and select by, such as `DK002`."""
        return self.fault.value

    @property
    def name(self) -> str:
        """The code in words, such as `duplicate-key`."""
        return self.fault.name.lower().replace("_", "-")
