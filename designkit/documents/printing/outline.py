"""The headings of a paper as an outline: levels without jumps, targets of links."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import quote, unquote

from designkit.documents.paper import Block, Heading, Paper
from designkit.documents.printing.inline import words

DEEPEST = 6


@dataclass(frozen=True)
class Outline:
    """The blocks of a paper; each heading is about an id of its own, `top` the title's.

    `targets` has the id for what may follow the ``#`` of a link, and `elsewhere` the
    files of other papers.
    """

    top: str
    blocks: tuple[Block, ...]
    targets: Mapping[str, str]
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def headings(self) -> Iterator[Heading]:
        """The headings below the title, from level 2, no level left out."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def target(self, link: str) -> str:
        """Return where `link` leads from this paper; nothing if it leads nowhere."""
        if not link.startswith("#"):
            return link
        name = unquote(link[1:])
        if name in self.elsewhere:
            return self.elsewhere[name]
        found = self.targets.get(name)
        return f"#{found}" if found else ""


def anchor(title: str) -> str:
    """Return the anchor of a heading: small letters, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def outline(paper: Paper, suffix: str = "md") -> Outline:
    """Give every heading of `paper` its level, and an id as sites that show code do.

    A link may use that id, what the heading was about, or the name of a companion,
    whose file ends in `suffix`.
    """
    texts = (paper.title, *(heading.text for heading in paper.headings))
    top, *ids = _distinct(anchor(words(text)) or "section" for text in texts)
    pairs = reversed(list(zip(paper.headings, ids, strict=True)))
    named = {heading.about: id for heading, id in pairs if heading.about}
    return Outline(
        top,
        tuple(_settled(paper.blocks, iter(ids))),
        {id: id for id in (top, *ids)} | named,
        {name: _file(stem, suffix) for name, stem in paper.companions.items()},
    )


def _file(companion: str, suffix: str) -> str:
    """Return the file of a companion, and the heading in it if one is named."""
    stem, mark, heading = companion.partition("#")
    return f"{quote(stem)}.{suffix}{mark}{heading}"


def _settled(blocks: Iterable[Block], ids: Iterator[str]) -> Iterator[Block]:
    """Give the headings their ids, and levels at most one below the last."""
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(max(block.level, 2), last + 1, DEEPEST)
            yield replace(block, level=last, about=next(ids))
        else:
            yield block


def _distinct(slugs: Iterable[str]) -> Iterator[str]:
    """Number the slugs that came before."""
    taken = set[str]()
    for slug in slugs:
        numbered = (f"{slug}-{n}" if n else slug for n in count())
        free = next(name for name in numbered if name not in taken)
        taken.add(free)
        yield free
