"""Makes a site of what `render` wrote of several designs, or of a directory of them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import designkit as dk


def is_site(words: Iterable[str], inputs: Sequence[dk.Input]) -> bool:
    """Whether more than one design is meant, or those of a directory."""
    inside = (Path(word) in item.path.parents for word in words for item in inputs)
    return len(inputs) > 1 or any(inside)


def write_site(directory: Path, entries: Sequence[dk.SiteEntry]) -> Iterator[Path]:
    """Write the index and its pages beside the designs; give the files."""
    for name, outputs in dk.site_files(entries).items():
        yield from dk.write_files(directory / name, outputs)
