"""What a reporter is: it tells what was found, in one format; it knows no design."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from designkit.diagnostics import Diagnostic, Severity
from designkit.text.counts import counted

COLUMNS = ("", "Line", "Rule", "Finding", "What helps")
"""What a table of findings tells of each."""


class RulePage(Protocol):
    """A rule as reports name it; its texts are read when a report asks for them."""

    @property
    def code(self) -> str:
        """The code, such as ``DK306``."""

    @property
    def name(self) -> str:
        """The code in words."""

    @property
    def severity(self) -> Severity:
        """How much it matters, where nothing raises it."""

    @property
    def stage(self) -> str:
        """The folder of the rule."""

    @property
    def summary(self) -> str:
        """What is asked, in a sentence."""

    @property
    def help(self) -> str:
        """The page in Markdown, without its title."""

    @property
    def url(self) -> str:
        """The place of the page, if it has one."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """One line of the coverage table: a stage of the life of an ML system."""

    stage: str
    present: bool
    findings: int
    passed: int
    applicable: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file.

    `text` is the file itself, for excerpts. `passed`, `not_applicable` and `waived`
    count rules and findings; `fixed` are entries of the baseline that are gone;
    `docs_url` is where our docs are. Where things in the file were `unread`, `stopped`
    are the names of the rules that asked for one of them and went no further.
    """

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    passed: int = 0
    not_applicable: int = 0
    waived: int = 0
    baselined: int = 0
    fixed: tuple[str, ...] = ()
    coverage: tuple[StageLine, ...] = ()
    loads: bool = True
    docs_url: str = ""
    unread: int = 0
    stopped: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    """The texts of the files that it includes, by their names."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of the file and of those that it includes, by their names."""
        return {self.file: self.text, **self.parts}

    def line_of(self, found: Diagnostic) -> str:
        """Return the line of `found`, with its file if that is an included one."""
        line = str(found.span.line)
        return line if found.file == self.file else f"{found.file}:{line}"

    @property
    def judged_in_part(self) -> str:
        """That the design is judged in part, and why; nothing where it is not so."""
        if not self.unread:
            return ""
        things = f"{counted(self.unread, 'thing')} could not be read"
        asked = "it" if self.unread == 1 else "one of them"
        if not self.stopped:
            return f"judged in part: {things}; no rule asked for {asked}"
        rules = counted(len(self.stopped), "rule")
        return (
            f"judged in part: {things}; {rules} asked for {asked} and went no further"
        )

    def address_of(self, found: Diagnostic) -> str:
        """Return the address of the page about `found`, if our docs have one."""
        return f"{self.docs_url}/rules/{found.name}.md" if self.docs_url else ""

    def page_of(self, found: Diagnostic) -> str:
        """Return where to read more about `found`: an address, or a command."""
        return self.address_of(found) or f"designkit explain {found.name}"

    def _repr_html_(self) -> str:
        """Return a table for notebooks: a line for each finding that is not waived."""
        from designkit.text.counts import counted_by_severity
        from designkit.text.html_table import html_table

        found = [item for item in self.diagnostics if not item.waived]
        said = (counted_by_severity(found) or "no findings", self.judged_in_part)
        caption = f"{self.file}: {'; '.join(filter(None, said))}"
        rows = (_row(it, self.line_of(it)) for it in found)
        return html_table(caption, COLUMNS, rows)


def _row(found: Diagnostic, line: str) -> tuple[str, ...]:
    rule = f"{found.code} {found.name}"
    return found.severity, line, rule, found.message, found.help


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run of the checker found, file by file, and the rules it ran.

    How it is told: `coverage` shows stage by stage what was looked at, `first` what to
    mend first, and `all_rules` describes rules that found nothing as well. `left` are
    findings that were left out.
    """

    files: tuple[FileReport, ...]
    rules: tuple[RulePage, ...]
    version: str
    colour: bool = False
    width: int = 100
    coverage: bool = False
    first: bool = False
    all_rules: bool = False
    left: int = 0

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, file by file in the order of reading."""
        return tuple(found for file in self.files for found in file.diagnostics)

    @property
    def docs_url(self) -> str:
        """Where our docs are, by the first settings that say it."""
        return next((file.docs_url for file in self.files if file.docs_url), "")


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Name each finding so that edits elsewhere leave the name; no two are the same."""
    seen = Counter[str]()
    for item in found:
        known = item.fingerprint
        text = f"2\0{known}\0{seen[known]}".encode("utf-8", "surrogatepass")
        seen[known] += 1
        yield sha256(text).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of findings."""

    name: str
    summary: str
    report: Callable[[Report], str]


def reporter(name: str) -> Callable[[Callable[[Report], str]], Reporter]:
    """Make a reporter of a function; the first line of its docstring is its summary."""

    def make(function: Callable[[Report], str]) -> Reporter:
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        return Reporter(name, summary, function)

    return make
