"""The pages that have parts of shipped designs between markers, filled."""

from collections.abc import Iterator
from pathlib import Path

from designkit import embed

DOCS = Path(__file__).parents[1]
PAGES = ("../README.md", "embed.md")


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of each page and of its pictures."""
    for name in PAGES:
        file = (DOCS / name).resolve()
        page = embed(file.read_text(encoding="utf-8"), file)
        if page.problems:
            raise SystemExit("\n".join(it.shown(name) for it in page.problems))
        yield name, page.text.encode()
        for path, data in page.files.items():
            yield path.relative_to(DOCS.resolve()).as_posix(), data
