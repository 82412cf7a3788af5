"""From a file to a design, or to everything that is wrong with it.

A design that loads has a closed graph: every name in it names something. What is
wrong between its parts (types, inputs, cycles, orphans) is reported, and the design
loads all the same, since it can be drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from designkit.diagnostics import Diagnostic, Span
from designkit.errors import NotFoundError, reason_of
from designkit.model.design import Design
from designkit.model.vocabulary import NO_WORDS, Vocabulary
from designkit.quantities.writing import listed
from designkit.source.answers import with_answers
from designkit.source.changing import with_value
from designkit.source.flows import read_flows, read_steps
from designkit.source.grouping import check_groups
from designkit.source.includers import includers
from designkit.source.including import Part, include
from designkit.source.inside import with_inside
from designkit.source.lettering import hint_at_look_alikes, name_look_alikes
from designkit.source.load_code import LoadCode
from designkit.source.locating import paths_to
from designkit.source.node import Path, YamlNode
from designkit.source.part_files import PART_KEY
from designkit.source.partial import PartialDesign, Unread, partial_design
from designkit.source.reader import read
from designkit.source.references import check_references, declared_in
from designkit.source.report import MANY, DiagnosticLog, from_problem
from designkit.source.shape import mend_sections, shape_design, without_extras
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.source.vocabulary import add_words
from designkit.source.waits import check_waits
from designkit.source.wiring import Wiring, check_wiring
from designkit.text.look_alikes import has_look_alikes

MOST_BYTES = 4_000_000
"""A design of the most characters that are read has no more bytes than this."""


@dataclass(frozen=True)
class Loaded:
    """What became of a file: its design if it loads, and what is wrong with it."""

    file: str
    text: str
    design: Design | None
    diagnostics: tuple[Diagnostic, ...]
    root: YamlNode | None
    flow_paths: tuple[Path, ...] = ()
    """Where each flow of the design was written, in the order of its flows."""

    partial: Design | None = None
    """What is known of a design that does not load whole; only rules may read it.

    Who reads what is unknown of it gets an `UnknownError`.
    """

    unread: int = 0
    """How many things in it could not be read."""

    parts: tuple[Part, ...] = ()
    """The files that it includes."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of the file and of those that it includes, by their names."""
        return {self.file: self.text} | {part.file: part.text for part in self.parts}

    @property
    def is_part(self) -> bool:
        """Whether it is a file that designs include, and no design."""
        return any(it.code == LoadCode.PART_ALONE for it in self.diagnostics)

    words: Vocabulary = NO_WORDS
    """The kinds and data types of its project."""

    shown_by: Callable[["Loaded"], str] | None = field(default=None, compare=False)
    """What makes HTML of it for a notebook; without it a notebook shows its name."""

    def __repr__(self) -> str:
        """Say which file it is and what became of it; all that is in it is too much."""
        design = self.design.name if self.design else "does not load"
        return f"Loaded({self.file!r}: {design})"

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows."""
        return self.shown_by(self) if self.shown_by else None

    @property
    def known(self) -> Design | None:
        """The design, or as much of it as was read."""
        return self.design or self.partial

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """Locate `path`, or the nearest thing above it that was written down."""
        return self.root.locate(path, key=key) if self.root else Span(1, 1, 1, 1)


def load_file(
    path: FilePath, name: str | None = None, words: Vocabulary = NO_WORDS
) -> Loaded:
    """Load the design in the file at `path`, called `name` in messages.

    It may use the `words` of its project besides those of the catalogue.

    Raises:
        NotFoundError: there is no such file, or it cannot be read.
    """
    shown = name or path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotFoundError(f"cannot read {shown}: {reason_of(error)}") from error
    loaded = load_bytes(data, shown, path.parent, words)
    return _with_includers(loaded, path) if loaded.is_part else loaded


def load_bytes(
    data: bytes,
    file: str,
    place: FilePath | None = None,
    words: Vocabulary = NO_WORDS,
) -> Loaded:
    """Load the design in `data`, called `file` in messages.

    It includes files from the directory `place`; without one it may not. `words` are
    the kinds and data types of its project.
    """
    too_large = len(data) > MOST_BYTES  # it may be cut inside a character
    try:
        text = data.decode("utf-8-sig", "ignore" if too_large else "strict")
    except UnicodeDecodeError as error:
        found = _not_utf_8(data, error.start, file)
        return Loaded(file, data.decode("utf-8-sig", "replace"), None, (found,), None)
    return load_text(text, file, place, words)


def _not_utf_8(data: bytes, byte: int, file: str) -> Diagnostic:
    before = data[:byte].decode("utf-8-sig")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    place = Span(line, column, line, column + 1)
    message, help = f"this is not UTF-8 text: byte {byte}", "save the file as UTF-8"
    problem = SyntaxProblem(SyntaxCode.YAML_SYNTAX, message, place, help)
    return from_problem(problem, file)


def load_text(
    text: str,
    file: str = "design.yaml",
    place: FilePath | None = None,
    words: Vocabulary = NO_WORDS,
) -> Loaded:
    """Load the design in `text`, called `file` in messages, as `load_bytes` does."""
    reading = read(text)
    problems = [from_problem(problem, file) for problem in reading.problems]
    if reading.root is None:
        found = _sorted(name_look_alikes(problems, {file: text}))
        return Loaded(file, text, None, found, None)
    if PART_KEY in reading.root.entries:
        return _part_alone(text, file, reading.root)
    included = include(reading.root, file, place)
    loaded = Loaded(
        file, text, None, (), included.root, parts=included.parts, words=words
    )
    problems += included.problems
    if not included.whole:
        found = _sorted(name_look_alikes(problems, loaded.texts))
        return replace(loaded, diagnostics=found)
    return _load_tree(loaded, included.root, problems)


def _part_alone(text: str, file: str, root: YamlNode) -> Loaded:
    report = DiagnosticLog(file, root)
    message = "this is a part of designs, and no design"
    help = "name a design that includes it; a part is judged within one"
    report.add(LoadCode.PART_ALONE, (PART_KEY,), message, help=help, key=True)
    return Loaded(file, text, None, report.found, root)


def _with_includers(loaded: Loaded, path: FilePath) -> Loaded:
    """Say which designs include the part at `path`."""
    names = includers(path)
    if not names:
        return loaded
    help = f"name a design that includes it: {listed(names)}"
    found = tuple(replace(it, help=help) for it in loaded.diagnostics)
    return replace(loaded, diagnostics=found)


def load_changed(loaded: Loaded, changes: Mapping[Path, str]) -> Loaded:
    """Load a file again as if other values stood at the paths of `changes`.

    A path that leads to nothing is added; the file itself stays as it is. What is wrong
    with a new value is reported at the nearest thing that was written down.
    """
    root = loaded.root
    if root is None:
        return loaded
    for path, value in changes.items():
        root = with_value(root, path, value)
    return load_tree(loaded, root)


def load_tree(loaded: Loaded, root: YamlNode) -> Loaded:
    """Load a file again as if its document were `root`; the file stays as it is."""
    return _load_tree(loaded, root, [])


def _load_tree(
    loaded: Loaded, root: YamlNode, problems: Sequence[Diagnostic]
) -> Loaded:
    file, text, parts = loaded.file, loaded.text, loaded.parts
    problems = name_look_alikes(problems, loaded.texts)
    report = DiagnosticLog(file, without_extras(root), loaded.words)
    for problem in problems if len(problems) <= MANY else ():
        for path in paths_to(report.root, _places(problem, file)):
            report.lose(LoadCode.BAD_VALUE, path)
    known = _read_design(report, loaded.texts)
    found = _sorted([*problems, *name_look_alikes(report.found, loaded.texts)])
    read = Loaded(file, text, None, found, root, parts=parts, words=loaded.words)
    if known is None or len(problems) > MANY:
        return read
    if not problems and not report.stops_loading:
        return replace(read, design=known.design, flow_paths=known.flow_paths)
    unread = len({loss.path for loss in report.lost})
    return replace(
        read, flow_paths=known.flow_paths, partial=known.design, unread=unread
    )


def _places(problem: Diagnostic, home: str) -> Iterator[Span]:
    """Give the places of a problem as the nodes of the design have them."""
    for span in (problem.span, *(other.span for other in problem.related)):
        yield replace(span, file="") if span.file == home else span


def _read_design(
    report: DiagnosticLog, texts: Mapping[str, str]
) -> PartialDesign | None:
    mend_sections(report)
    add_words(report)
    flows = with_inside(with_answers(read_flows(report), report), report)
    steps = read_steps(report)
    settled = shape_design(report, flows, steps)
    if settled is None:
        return None
    all_steps = tuple(step for found in steps.values() for step in found)
    nameless = check_references(settled, flows, all_steps, report)
    check_groups(settled, report)
    check_waits(settled, flows, declared_in(report), report)
    if any(map(has_look_alikes, texts.values())):
        hint_at_look_alikes(settled, report)
    if report.is_long:
        return None
    unread = Unread(report.lost, nameless, flows, all_steps)
    known = partial_design(settled, flows, unread)
    if known is not None:
        check_wiring(Wiring(known.design, known.written), report)
    return known


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
