"""The codes that are no rule's: of reading, of loading, and of the check itself."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from designkit.checks.rule import Page, read_page
from designkit.diagnostics import Severity
from designkit.source.load_code import LoadCode
from designkit.source.syntax_code import SyntaxCode

PAGES = Path(__file__).with_name("pages")
"""A file for each code, written like the docstring of a rule."""


class CheckCode(StrEnum):
    """What is wrong with waivers, and a rule that failed."""

    STALE_WAIVER = "DK040"
    WAIVER_WITHOUT_REASON = "DK041"
    UNKNOWN_RULE = "DK042"
    EXPIRED_WAIVER = "DK043"
    RULE_CRASHED = "DK099"

    @property
    def slug(self) -> str:
        """The code in words, such as ``stale-waiver``."""
        return self.name.lower().replace("_", "-")

    @property
    def severity(self) -> Severity:
        """How much it matters: a waiver warns, silence of a rule is an error."""
        is_crash = self is CheckCode.RULE_CRASHED
        return Severity.ERROR if is_crash else Severity.WARNING


@dataclass(frozen=True, slots=True)
class EngineCode:
    """A code of the engine, its name, and how much it matters."""

    code: str
    name: str
    severity: Severity

    @property
    def file(self) -> Path:
        """Where its page is written."""
        return PAGES / f"{self.code}-{self.name}.md"

    def read(self) -> Page:
        """Read its page."""
        return read_page(self.file.read_text(encoding="utf-8"))


ENGINE_CODES: tuple[EngineCode, ...] = tuple(
    EngineCode(item.value, item.slug, item.severity)
    for item in (*SyntaxCode, *LoadCode, *CheckCode)
)
"""Every code of the engine, in order."""
