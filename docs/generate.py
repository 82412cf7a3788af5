"""Writes every generated page of the documentation, or says which are stale.

python docs/generate.py            write what has changed
python docs/generate.py --check    write nothing; exit 1 and name what is stale
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pages import (
    concepts,
    data_types,
    embedded,
    figures,
    fonts,
    gallery,
    keys,
    kinds,
    left_out,
    rule_index,
    rules,
    stub,
    technologies,
)

from designkit import part_schema_text, schema_text
from designkit.estimates.translation import table

DOCS = Path(__file__).parent
MODULES = (
    *(kinds, data_types, rules, left_out, concepts, keys, figures),
    *(technologies, fonts, gallery, rule_index, embedded),
)
OWNED = ("kinds/*.md", "data-types/*.md", "rules/*.md", "concepts/*.md", "images/*.svg")
"""Files of which none is written by hand."""


def main(arguments: list[str]) -> int:
    """Write or check every generated file; return the exit code."""
    if arguments not in ([], ["--check"]):
        print("usage: python docs/generate.py [--check]", file=sys.stderr)
        return 2
    wanted = dict(_generated())
    changed = tuple(path for path, data in wanted.items() if not _holds(path, data))
    stray = tuple(_stray(wanted))
    if arguments:
        return _tell((*changed, *stray))
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
    for path in stray:
        path.unlink()
    print(f"{len(wanted)} files, {len(changed)} written, {len(stray)} removed")
    return 0


def _generated() -> Iterator[tuple[Path, bytes]]:
    yield DOCS / "schema" / "design.schema.json", schema_text().encode()
    yield DOCS / "schema" / "part.schema.json", part_schema_text().encode()
    yield DOCS.parent / "designkit" / "__init__.pyi", stub.text().encode()
    page = DOCS.parent / "templates" / "page"
    yield page / "formulas.json", table.text().encode()
    for module in MODULES:
        for name, data in module.pages():
            yield DOCS / name, data


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _stray(wanted: Mapping[Path, bytes]) -> Iterator[Path]:
    for files in OWNED:
        yield from (path for path in sorted(DOCS.glob(files)) if path not in wanted)


def _tell(stale: tuple[Path, ...]) -> int:
    for path in stale:
        print(f"stale: {path.resolve().relative_to(DOCS.resolve().parent).as_posix()}")
    if stale:
        print("run: python docs/generate.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
