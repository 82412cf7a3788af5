"""The page of rules that are left out: what each would say, and why there is none."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from pages.markdown import link, page, section, table

CATALOGUE = Path(__file__).with_name("catalogue.yaml")
SOURCE = "docs/pages/catalogue.yaml"
HEAD = ("Name", "What it would say", "Why there is none")

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "untold": "Cannot be told from a design.",
        "said": "Said by {}.",
        "taste": "A matter of taste.",
    }
)
"""How the page says why there is no rule."""

INTRODUCTION = (
    "A rule has to be told from a design alone, without guessing from names or prose, "
    "and to be right on designs that nobody here has seen. What catalogues of faults "
    "ask besides, and why no rule of ours does, stands here, so that nobody takes "
    "silence for praise: ask it of your team."
)


class LeftOut(BaseModel):
    """A question that no rule asks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asks: str
    reason: Literal["untold", "said", "taste"]
    why: str
    by: tuple[str, ...] = ()


class Part(BaseModel):
    """One part of a catalogue: which of its questions are asked, and which are not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    part: str
    same: tuple[str, ...] = ()
    renamed: dict[str, str] = {}
    left_out: dict[str, LeftOut] = Field({}, alias="left-out")

    @property
    def rules(self) -> Iterator[str]:
        """The rules of ours that it names."""
        yield from (*self.same, *self.renamed.values())
        for item in self.left_out.values():
            yield from item.by


def parts() -> tuple[Part, ...]:
    """Return the parts of the catalogue, in the order of its file."""
    read = yaml.safe_load(CATALOGUE.read_text("utf-8"))
    return tuple(map(Part.model_validate, read))


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the page."""
    sections = (section(it.part, table(HEAD, _rows(it))) for it in parts())
    back = link("All rules", "README.md")
    yield (
        "rules/left-out.md",
        page("Rules that are left out", SOURCE, INTRODUCTION, *sections, back),
    )


def _rows(part: Part) -> Iterator[tuple[str, str, str]]:
    for name, item in part.left_out.items():
        links = ", ".join(link(rule, f"{rule}.md") for rule in item.by)
        reason = REASONS[item.reason].format(links)
        yield name, item.asks, f"{reason} {item.why}"
