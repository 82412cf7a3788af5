"""What can be wrong with a text before anybody asks what it means, with its codes."""

from enum import StrEnum

from designkit.diagnostics import Severity


class SyntaxCode(StrEnum):
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

    @property
    def slug(self) -> str:
        """The code in words, such as ``duplicate-key``."""
        return self.name.lower().replace("_", "-")

    @property
    def severity(self) -> Severity:
        """How much it matters: what cannot be read is an error."""
        return Severity.ERROR
