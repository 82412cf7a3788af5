"""How every stage says that something is wrong, and where."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; errors rank highest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The place among severities, for comparing: error 2, warning 1, info 0."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns count from 1, the end column is exclusive.

    Columns count characters as Python does, not bytes and not screen cells. `file` is
    where it is if that is not the file of the design, but one that it includes.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    file: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place a finding speaks of, and what it is there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what helps.

    `message` starts in lower case and has no full stop. `file` is the path as reports
    write it, with forward slashes; a finding at a place in another file is in that
    file, whichever it is made for. `element` is what the finding is about, by ids, so
    that it is the same after edits elsewhere; `path` is where that stands in the file.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    span: Span
    element: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    path: str = ""
    waived: str = ""
    """Why the finding is accepted; empty as long as it is not."""

    stops: bool = False
    """Whether it keeps something in the file from being read."""

    def __post_init__(self) -> None:
        """Put the finding into the file of its place."""
        if self.span.file not in ("", self.file):
            home = self.file
            related = tuple(replace(it, span=_at(home, it.span)) for it in self.related)
            object.__setattr__(self, "related", related)
            object.__setattr__(self, "file", self.span.file)

    def file_of(self, related: Related) -> str:
        """Return the file of a second place, which may be another one."""
        return related.span.file or self.file

    @property
    def fingerprint(self) -> str:
        """What the finding is, wherever it stands: its file, code and element."""
        return f"{self.file}\0{self.code}\0{self.element}"

    @property
    def sort_key(self) -> tuple[str, bool, int, int, str, str]:
        """The order in which findings are shown: by place, then code, then element.

        What keeps something from being read comes first, since it keeps rules from
        asking.
        """
        place = (self.span.line, self.span.column)
        return (self.file, not self.stops, *place, self.code, self.element)


def _at(home: str, span: Span) -> Span:
    return span if span.file else replace(span, file=home)
