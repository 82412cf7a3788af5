"""From a file to a design, or to everything that is wrong with it.

A design that loads has a closed graph: every name in it names something. What is
wrong between its parts (types, inputs, cycles, orphans) is reported, and the design
loads all the same, since it can be drawn.
"""

from dataclasses import dataclass
from pathlib import Path as FilePath

from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.errors import NotFoundError
from designkit.model.design import Design
from designkit.source.fault import LoadFault
from designkit.source.flows import read_flows, read_steps
from designkit.source.node import Node, Path
from designkit.source.problem import Fault
from designkit.source.reader import read
from designkit.source.references import check_references
from designkit.source.report import Report, from_problem
from designkit.source.shape import BY_ID, shape_design
from designkit.source.wiring import check_wiring

MOST_BYTES = 4_000_000
"""A design of the most characters that are read has no more bytes than this."""


@dataclass(frozen=True)
class Loaded:
    """What became of a file: its design if it loads, and what is wrong with it."""

    file: str
    text: str
    design: Design | None
    diagnostics: tuple[Diagnostic, ...]
    root: Node | None

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """Locate `path`, or the nearest thing above it that was written down."""
        return self.root.locate(path, key=key) if self.root else Span(1, 1, 1, 1)


def load_file(path: FilePath, name: str | None = None) -> Loaded:
    """Load the design in the file at `path`, called `name` in messages.

    Raises:
        NotFoundError: there is no such file, or it cannot be read.
    """
    shown = name or path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotFoundError(f"cannot read {shown}: {reason}") from error
    return load_bytes(data, shown)


def load_bytes(data: bytes, file: str) -> Loaded:
    """Load the design in `data`, called `file` in messages."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        place = Span(line, 1, line, 1)
        message = f"this is not UTF-8 text: byte {error.start}"
        found = Diagnostic(
            Fault.YAML_SYNTAX.value, "yaml-syntax", Severity.ERROR, message, file, place
        )
        return Loaded(file, "", None, (found,), None)
    return load_text(text, file)


def load_text(text: str, file: str = "design.yaml") -> Loaded:
    """Load the design in `text`, called `file` in messages."""
    reading = read(text)
    problems = [from_problem(problem, file) for problem in reading.problems]
    if reading.root is None:
        return Loaded(file, text, None, _sorted(problems), None)
    report = Report(file, reading.root, problems)
    design = _read_design(report)
    stops = any(_stops(found) for found in report.found)
    return Loaded(
        file, text, None if stops else design, _sorted(report.found), reading.root
    )


def _read_design(report: Report) -> Design:
    flows, steps = read_flows(report), read_steps(report)
    design = shape_design(report, flows, steps)
    declared = {section: _ids(report.root, section) for section in BY_ID}
    check_references(design, declared, flows, steps, report)
    whole = _without_dangling(design)
    faultless = not any(_stops(found) for found in report.found)
    check_wiring(whole, flows, report, whole=faultless)
    return whole


def _ids(root: Node, section: str) -> frozenset[str]:
    node = root.child(section)
    return frozenset(node.keys) if node else frozenset()


def _without_dangling(design: Design) -> Design:
    """Leave out the flows whose ends do not exist, so that the graph is closed."""
    known = design.components
    flows = tuple(f for f in design.flows if f.source in known and f.target in known)
    return design.model_copy(update={"flows": flows})


def _stops(found: Diagnostic) -> bool:
    codes = {fault.value for fault in LoadFault if fault.stops_loading}
    return found.code in codes or found.code in {fault.value for fault in Fault}


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
