"""Collects what is wrong with one file, each thing at its place."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.model.vocabulary import Vocabulary
from designkit.source.identity import identity
from designkit.source.load_code import STOPPING, LoadCode
from designkit.source.node import Path, YamlNode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.text.suggestion import suggest

MANY = 200
"""After so many findings nobody needs suggestions, and making them takes time."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What did not load: the path of a value, and why it is unknown."""

    fault: LoadCode
    path: Path


@dataclass(slots=True)
class DiagnosticLog:
    """The diagnostics of one file, in the making.

    `root` is the document as it was meant: a key that was misspelt is reported, and
    from then on goes by its right name, so that what stands below it is read as well.
    `lost` is what could not be read, and `words` are those of the design's own.
    """

    file: str
    root: YamlNode
    words: Vocabulary = field(default_factory=Vocabulary)
    _found: dict[Diagnostic, None] = field(default_factory=dict)
    lost: list[Loss] = field(default_factory=list)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What was found so far, each thing once."""
        return tuple(self._found)

    @property
    def is_long(self) -> bool:
        """Whether so much is wrong that there is no use in guessing what was meant."""
        return len(self._found) > MANY

    def suggest(self, word: str, known: Collection[str], otherwise: str = "") -> str:
        """Return what helps with an unknown `word`, as long as guessing is of use."""
        return otherwise if self.is_long else suggest(word, known, otherwise)

    @property
    def stops_loading(self) -> bool:
        """Whether something was found that leaves the design without a meaning."""
        return any(found.code in STOPPING for found in self._found)

    def add(
        self,
        fault: LoadCode,
        path: Path,
        message: str,
        *,
        help: str = "",
        key: bool = False,
        span: Span | None = None,
        element: str = "",
        is_read: bool = False,
        severity: Severity | None = None,
    ) -> None:
        """Note `fault` at `path`, or at `span` when the place is inside a scalar.

        It is about the `element`, or what the path leads to. What stands there is
        lost, unless it `is_read` all the same. It is as severe as all faults of its
        code, unless another `severity` is said.
        """
        if fault.stops_loading and not is_read:
            self.lose(fault, path)
        place = span or self._place(fault, path, key=key)
        found = Diagnostic(
            code=fault.value,
            name=fault.slug,
            severity=severity or fault.severity,
            message=message,
            file=self.file,
            span=place,
            element=element or identity(self.root, path),
            path=".".join(map(str, path)),
            help=help,
            related=tuple(self._written_elsewhere(path, place)),
            stops=fault.stops_loading,
        )
        self._found[found] = None

    def lose(self, fault: LoadCode, path: Path) -> None:
        """Note that what stands at `path` could not be read."""
        self.lost.append(Loss(fault, path))

    def rename(self, path: Path, key: str) -> None:
        """Call the entry at `path` by its right name from now on."""
        self.root = _renamed(self.root, path, key)

    def _place(self, fault: LoadCode, path: Path, *, key: bool) -> Span:
        if fault is not LoadCode.MISSING_KEY or node_at(self.root, path):
            return self.root.locate(path, key=key)
        holder = path[:-1]
        if holder and isinstance(holder[-1], str):
            return self.root.locate(holder, key=True)
        return _beginning(node_at(self.root, holder) or self.root)

    def _written_elsewhere(self, path: Path, place: Span) -> Iterator[Related]:
        """Say where an alias or a merge brought the faulty text in."""
        used = self.root.use_of(path)
        if used is not None and used != place:
            yield Related(used, "used here")


def node_at(root: YamlNode, path: Path) -> YamlNode | None:
    """Return the node at `path`, if the document has one."""
    node: YamlNode | None = root
    for step in path:
        node = node.child(step) if node else None
    return node


def _beginning(node: YamlNode) -> Span:
    """Return the place of the first key of a mapping, or the whole of anything else."""
    return next(iter(node.keys.values()), node.span)


def _renamed(node: YamlNode, path: Path, key: str) -> YamlNode:
    if isinstance(node.value, tuple):
        items: Iterable[tuple[int, YamlNode]] = enumerate(node.value)
        return node._replace(
            value=tuple(
                _renamed(item, path[1:], key) if index == path[0] else item
                for index, item in items
            )
        )
    if not isinstance(node.value, dict) or path[0] not in node.value:
        return node
    return _with_entry_renamed(node, node.value, path, key)


def _with_entry_renamed(
    node: YamlNode, entries: dict[str, YamlNode], path: Path, key: str
) -> YamlNode:
    if len(path) > 1:
        changed = {
            name: _renamed(child, path[1:], key) if name == path[0] else child
            for name, child in entries.items()
        }
        return node._replace(value=changed)
    names = {name: key if name == path[0] else name for name in entries}
    return node._replace(
        value={names[name]: child for name, child in entries.items()},
        key_stretches={names[k]: at for k, at in node.key_stretches.items()},
    )


def from_problem(problem: SyntaxProblem, file: str) -> Diagnostic:
    """Turn what the reader found into a diagnostic of `file`."""
    return Diagnostic(
        code=problem.code,
        name=problem.name,
        severity=Severity.ERROR,
        message=problem.message,
        file=file,
        span=problem.span,
        help=problem.help,
        related=problem.related,
        stops=True,
    )
