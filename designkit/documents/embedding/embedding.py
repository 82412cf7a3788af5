"""Several pages at once: read, filled from the same designs, and written together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from designkit.documents.embedding.designs import EmbeddedDesigns
from designkit.documents.embedding.page import EmbeddedPage, EmbeddedPart, embed_page
from designkit.errors import NotFoundError, reason_of
from designkit.source.project import normal


@dataclass(frozen=True)
class EmbeddedPages:
    """Pages with their parts filled, and none of them written yet."""

    pages: tuple[EmbeddedPage, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """What keeps markers from being filled, a line each with its place."""
        return tuple(it.shown(page.file) for page in self.pages for it in page.problems)

    @property
    def stale(self) -> tuple[EmbeddedPart, ...]:
        """The parts that are other by now."""
        return tuple(part for page in self.pages for part in page.stale)

    @property
    def files(self) -> Mapping[Path, bytes]:
        """What is to be written: nothing where there is a problem; pictures first."""
        if self.problems:
            return {}
        pictures = {p: data for page in self.pages for p, data in page.files.items()}
        texts = {Path(page.file): page.text.encode() for page in self.pages}
        return pictures | texts


def embed_files(files: Iterable[Path]) -> EmbeddedPages:
    """Fill the markers of Markdown files, each file once; nothing is written.

    Raises:
        NotFoundError: one of them cannot be read, or is no text in UTF-8.
    """
    designs = EmbeddedDesigns()
    distinct = {normal(file): file for file in files}.values()
    return EmbeddedPages(
        tuple(embed_page(_read(file), file, designs) for file in distinct)
    )


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise NotFoundError(f"cannot read {file}: {reason_of(error)}") from error
    except UnicodeDecodeError as error:
        raise NotFoundError(f"cannot read {file}: it is no text in UTF-8") from error
