"""A Markdown page with parts of designs: fills its markers, and tells what is stale."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from designkit.documents.embedding.asking import read_request
from designkit.documents.embedding.contents import MAKERS, MarkerContent
from designkit.documents.embedding.designs import EmbeddedDesigns
from designkit.documents.embedding.markers import (
    MarkerForm,
    MarkerPair,
    MarkerProblem,
    markers,
)
from designkit.errors import DesignkitError
from designkit.text.lines import split_lines

BOM = "\ufeff"
INLINE = "this needs lines of its own", "put each of its markers on one"


@dataclass(frozen=True)
class EmbeddedPart:
    """What stands between two markers: `before`, and as the design has it now."""

    file: str
    line: int
    said: str
    before: str
    after: str
    files: Mapping[Path, bytes] = field(default_factory=dict)

    @property
    def is_stale(self) -> bool:
        """Whether the text or a file that it shows is another by now."""
        return self.before != self.after or any(self.stale_files)

    @property
    def stale_files(self) -> Iterator[Path]:
        """The files that are missing, or hold something else."""
        return (path for path, data in self.files.items() if not _holds(path, data))

    @property
    def told(self) -> str:
        """Where it is and what has changed, line by line, as ``-`` and ``+``."""
        old, new = split_lines(self.before), split_lines(self.after)
        changed = unified_diff(old, new, n=0, lineterm="")
        lines = [it for it in list(changed)[2:] if it[1:] and not it.startswith("@@")]
        files = [f"  {path.name} {_lack(path)}" for path in self.stale_files]
        return "\n".join((f"{self.file}:{self.line}: {self.said}", *lines, *files))


@dataclass(frozen=True)
class EmbeddedPage:
    """A page: its `text` with its parts filled, or as it was if there is a problem."""

    file: str
    text: str
    parts: tuple[EmbeddedPart, ...] = ()
    problems: tuple[MarkerProblem, ...] = ()

    @property
    def stale(self) -> tuple[EmbeddedPart, ...]:
        """The parts that are other by now."""
        return tuple(part for part in self.parts if part.is_stale)

    @property
    def files(self) -> Mapping[Path, bytes]:
        """The files that its parts show."""
        return {path: it for part in self.parts for path, it in part.files.items()}


def embed_page(text: str, file: Path, designs: EmbeddedDesigns) -> EmbeddedPage:
    """Fill what stands between the markers of `text`, which is the page at `file`.

    Designs are looked for from where the page is. Nothing is written.
    """
    body = text.removeprefix(BOM)
    made = tuple(_made(body, file, found, designs) for found in markers(body))
    problems = tuple(it for it in made if isinstance(it, MarkerProblem))
    filled = tuple(it for it in made if not isinstance(it, MarkerProblem))
    problems += tuple(_clashes(filled))
    name = file.as_posix()
    if problems:
        return EmbeddedPage(name, text, problems=problems)
    parts = tuple(part for _, part in filled)
    return EmbeddedPage(
        name, text[: len(text) - len(body)] + _joined(body, filled), parts
    )


_Filled = tuple[MarkerPair, EmbeddedPart]


def _joined(body: str, filled: tuple[_Filled, ...]) -> str:
    pieces, last = list[str](), 0
    for pair, part in filled:
        pieces += (body[last : pair.start], part.after)
        last = pair.end
    return "".join((*pieces, body[last:]))


def _made(
    body: str, file: Path, found: MarkerPair | MarkerProblem, designs: EmbeddedDesigns
) -> _Filled | MarkerProblem:
    if isinstance(found, MarkerProblem):
        return found
    try:
        asked = read_request(found.words, MAKERS)
        design = designs.find(asked.design, file.parent)
        content = MAKERS[asked.kind](design, asked, file.parent)
    except DesignkitError as error:
        return MarkerProblem(found.line, found.column, str(error))
    if found.form is MarkerForm.INLINE and not content.html:
        return MarkerProblem(found.line, found.column, *INLINE)
    before, after = body[found.start : found.end], _set(body, found, content)
    name = file.as_posix()
    return found, EmbeddedPart(
        name, found.line, found.said, before, after, content.files
    )


def _set(body: str, found: MarkerPair, content: MarkerContent) -> str:
    """Set what is made between its markers: in their line, or in lines of its own."""
    is_block = found.form is MarkerForm.BLOCK
    if not (is_block or (found.form is MarkerForm.ALONE and content.is_block)):
        return content.html if found.is_in_html else content.markdown
    lines = (found.prefix + line for line in ("", *content.markdown.split("\n"), ""))
    last = found.prefix
    if is_block:
        inside = body[found.start : found.end]
        last = inside[max(map(inside.rfind, "\r\n")) + 1 :]
    return found.newline.join(("", *(line.rstrip() for line in lines), last))


def _clashes(filled: tuple[_Filled, ...]) -> Iterator[MarkerProblem]:
    """Refuse a file that two designs would have, each as its own."""
    seen = dict[Path, bytes]()
    for pair, part in filled:
        for path, data in part.files.items():
            if seen.setdefault(path, data) != data:
                message = f"another picture is called {path.name} as well"
                help = "give one of them another folder: to=FOLDER"
                yield MarkerProblem(pair.line, pair.column, message, help)


def _lack(path: Path) -> str:
    return "is another by now" if path.exists() else "is missing"


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
