"""What a mutation is: something that an author could have written otherwise."""

from dataclasses import dataclass

from designkit.source.node import Path


@dataclass(frozen=True, slots=True)
class Mutation:
    """The texts that are put at paths of an opened tree, and those that go.

    `path` is where to look for it; `what` says it in one plain sentence, from `before`
    to `after`. `owners` are the parts of the design that it concerns, so that what is
    found there is likely its doing.
    """

    path: Path
    what: str
    before: str
    after: str
    owners: frozenset[str]
    puts: tuple[tuple[Path, str], ...] = ()
    gone: tuple[Path, ...] = ()
