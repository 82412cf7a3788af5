"""How bad each picture may be: as bad as it was when that was written down."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.pictured.judgements import Picture

MOST = Path(__file__).parent / "most.json"
"""The counts above which none may rise, by picture; only those that are not 0."""

SOFT = ("crossings", "tight", "stubs")
"""What is no fault by itself, and may not rise either."""

Counts = Mapping[str, int]


def counts_of(picture: Picture) -> Counts | None:
    """Return what may not rise: faults, crossings and smears; nothing if too slow."""
    if picture.sizes is None:
        return None
    sizes = {name: getattr(picture.sizes, name) for name in SOFT}
    over = {f"{name} over budget": 1 for name in picture.over}
    every = {**picture.counts, **sizes, **over}
    return {name: count for name, count in every.items() if count}


def most() -> Mapping[str, Counts | None]:
    """Return the recorded counts by picture."""
    recorded: Mapping[str, Counts | None] = json.loads(MOST.read_text("utf-8"))
    return recorded


def risen(pictures: Iterable[Picture]) -> Iterator[str]:
    """Say which counts are higher than recorded; of a new picture, any fault is."""
    allowed = most()
    for picture in pictures:
        before, now = allowed.get(picture.name, {}), counts_of(picture)
        if before is None:
            continue
        if now is None:
            yield f"{picture.name}: too slow to draw"
            continue
        for name, count in now.items():
            is_free = name in SOFT and picture.name not in allowed
            if count > before.get(name, 0) and not is_free:
                yield f"{picture.name}: {name} {count}, not {before.get(name, 0)}"


def record(pictures: Iterable[Picture]) -> None:
    """Write down the counts of pictures as the most that each may have.

    Of one that is slow nothing is, since it may be too slow where the tests run.
    """
    plain = {it.name: None if it.slow else counts_of(it) for it in pictures}
    lines = (f"{json.dumps(name)}: {json.dumps(it)}" for name, it in plain.items())
    MOST.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
