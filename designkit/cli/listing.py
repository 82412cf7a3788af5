"""The lists of what a design can be made of, and what can be made of a design."""

import json
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

Entry = Mapping[str, object]
"""What is known of one thing: its `name`, its `definition` or `summary`, and more."""

GAP = 2
NARROWEST = 30


def systems() -> Iterable[Entry]:
    """List the profiles that `system:` may name."""
    from designkit.catalog.systems import SYSTEMS

    for item in SYSTEMS:
        yield {"name": item.name, "title": item.title, "definition": item.definition}


def kinds() -> Iterable[Entry]:
    """List the kinds of components."""
    from designkit.catalog.kind import Attribute
    from designkit.catalog.kinds import all_kinds

    def attribute(item: Attribute) -> Entry:
        return {
            "name": item.name,
            "holds": str(item.holds),
            "meaning": item.meaning,
            "choices": item.choices,
        }

    for item in all_kinds():
        yield {
            "name": item.name,
            "stage": str(item.stage),
            "plane": str(item.plane),
            "takes": item.takes,
            "needs": item.needs,
            "gives": item.gives,
            "definition": item.definition,
            "attributes": [attribute(each) for each in item.attributes],
            "technologies": item.technologies,
        }


def data_types() -> Iterable[Entry]:
    """List what can flow between components."""
    from designkit.catalog.data_types import DATA_TYPES

    for item in DATA_TYPES:
        yield {"name": item.name, "definition": item.definition}


def technologies() -> Iterable[Entry]:
    """List what components may run on."""
    from designkit.catalog.technologies import TECHNOLOGIES

    for item in TECHNOLOGIES:
        yield {
            "name": item.name,
            "aliases": item.aliases,
            "has_icon": bool(item.icon),
            "definition": item.does,
        }


def designs() -> Iterable[Entry]:
    """List the shipped designs."""
    from designkit.source.inputs import shipped
    from designkit.source.reader import read

    for name, path in shipped().items():
        root = read(path.read_text(encoding="utf-8")).root
        told = {
            key: str(node.value) if root and (node := root.child(key)) else ""
            for key in ("name", "system", "summary")
        }
        yield {
            "name": name,
            "title": told["name"],
            "system": told["system"],
            "definition": told["summary"],
        }


def concepts() -> Iterable[Entry]:
    """List the concept cards: what is asked, and where it bites."""
    from designkit.source.concepts import all_concepts

    for item in all_concepts().values():
        yield {
            "name": item.id,
            "title": item.title,
            "definition": item.asked,
            "level": item.level,
            "topic": item.topic,
            "kinds": item.kinds,
            "rules": item.rules,
            "systems": item.systems,
            "aliases": item.aliases,
        }


def rules() -> Iterable[Entry]:
    """List what can be found in a design, by code; rules of plugins come last."""
    from designkit.checks.run import all_explanations
    from designkit.source.settings import find_settings

    for item in all_explanations(find_settings(Path.cwd())):
        yield {
            "code": item.code,
            "name": item.name,
            "severity": item.severity.value,
            "stage": item.stage,
            "systems": item.systems,
            "summary": item.summary,
            "url": item.url,
        }


def next_free(topic: str, start: str) -> str:
    """Return the next free code of a rule, ours or that of a plugin.

    Raises:
        NotFoundError: something else is listed, or no code begins like this.
    """
    from designkit.checks.rule_codes import codes_written, next_code
    from designkit.errors import NotFoundError

    if topic != "rules":
        raise NotFoundError(f"only rules have codes, and --next is for them: {topic}")
    if start.upper().startswith("DK"):
        return next_code(start, codes_written())
    return next_code(start, (str(entry["code"]) for entry in rules()))


def variants() -> Iterable[Entry]:
    """List what can be printed for learners."""
    from designkit.handouts.variants import all_variants

    for item in all_variants():
        yield {"name": item.name, "definition": item.summary}


def views() -> Iterable[Entry]:
    """List the sorts of pictures."""
    from designkit.pictures.views import all_views

    for item in all_views():
        yield {"name": item.name, "definition": item.summary}


def formats() -> Iterable[Entry]:
    """List what a design can be turned into."""
    from designkit.api import WRITE_UP
    from designkit.pictures.renderers import all_renderers

    told = {item.name: item.summary for item in all_renderers()}
    told[WRITE_UP] = "The write-up: a design doc in Markdown that shows the pictures."
    for name in sorted(told):
        yield {"name": name, "definition": told[name]}


TOPICS: Mapping[str, Callable[[], Iterable[Entry]]] = MappingProxyType(
    {
        "systems": systems,
        "kinds": kinds,
        "data-types": data_types,
        "technologies": technologies,
        "rules": rules,
        "concepts": concepts,
        "designs": designs,
        "views": views,
        "variants": variants,
        "formats": formats,
    }
)
"""What can be listed."""


def as_json(topic: str, entries: Iterable[Entry]) -> str:
    """Return the list as JSON: an object with a version and the list by its name."""
    listed = {"version": 1, topic.replace("-", "_"): list(entries)}
    return json.dumps(listed, indent=2)


def as_text(entries: Iterable[Entry], *, cells: int = 0, bold: bool = False) -> str:
    """Return the list as a table: names, and the first sentence of what they mean.

    Lines are broken to fit `cells`; 0 is as wide as it comes, a line an entry.
    """
    rows = [(str(it["name"]), _sentence(_meaning(it))) for it in entries]
    left = max((len(name) for name, _ in rows), default=0) + GAP
    return "\n".join(
        _row(name.ljust(left), _broken(meaning, cells, left), bold=bold)
        for name, meaning in rows
    )


def _meaning(entry: Entry) -> str:
    return str(entry.get("definition") or entry.get("summary", ""))


def _row(name: str, lines: list[str], *, bold: bool) -> str:
    head = f"\x1b[1m{name}\x1b[0m" if bold else name
    return f"\n{' ' * len(name)}".join([head + lines[0], *lines[1:]]).rstrip()


def _sentence(text: str) -> str:
    """Return the first sentence of `text`, which says what a thing is."""
    head, stop, _ = text.partition(". ")
    return head + stop.strip()


def _broken(text: str, cells: int, left: int) -> list[str]:
    wide = max(NARROWEST, cells - left) if cells else len(text) + 1
    return textwrap.wrap(text, wide) or [""]
