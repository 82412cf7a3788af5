"""The lists of what a design can be made of, and what can be made of a design."""

import json
import textwrap
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import designkit as dk

Entry = Mapping[str, object]
"""What is known of one thing: its `name`, its `definition` or `summary`, and more."""

GAP = 2
NARROWEST = 30


def systems() -> Iterable[Entry]:
    """List the profiles that `system:` may name."""
    for item in dk.SYSTEMS:
        yield {"name": item.name, "title": item.title, "definition": item.definition}


def kinds() -> Iterable[Entry]:
    """List the kinds of components, those of the project last."""
    for item in (*dk.all_kinds(), *dk.own_kinds(dk.find_settings().vocabulary)):
        yield {
            "name": item.name,
            "stage": str(item.stage),
            "plane": str(item.plane),
            "takes": item.takes,
            "needs": item.needs,
            "needs_one": item.needs_one,
            "gives": item.gives,
            "roles": item.roles,
            "definition": item.definition,
            "attributes": [
                {
                    "name": each.name,
                    "holds": str(each.holds),
                    "meaning": each.meaning,
                    "choices": each.choices,
                }
                for each in item.attributes
            ],
            "technologies": item.technologies,
        }


def data_types() -> Iterable[Entry]:
    """List what can flow between components, types of the project last."""
    for item in (*dk.DATA_TYPES, *dk.own_types(dk.find_settings().vocabulary)):
        yield {"name": item.name, "definition": item.definition}


def technologies() -> Iterable[Entry]:
    """List what components may run on."""
    for item in dk.TECHNOLOGIES:
        yield {
            "name": item.name,
            "aliases": item.aliases,
            "has_icon": bool(item.icon),
            "definition": item.does,
        }


def designs() -> Iterable[Entry]:
    """List the shipped designs."""
    for item in dk.shipped_designs():
        yield {
            "name": item.name,
            "title": item.title,
            "system": item.system,
            "definition": item.summary,
        }


def concepts() -> Iterable[Entry]:
    """List the concept cards: what is asked, and where it bites."""
    for item in dk.all_concepts().values():
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
    for item in dk.all_explanations(dk.find_settings()):
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
    from designkit.errors import NotFoundError

    if topic != "rules":
        raise NotFoundError(f"only rules have codes, and --next is for them: {topic}")
    if start.upper().startswith("DK"):
        return dk.next_code(start, dk.codes_written())
    return dk.next_code(start, (str(entry["code"]) for entry in rules()))


def variants() -> Iterable[Entry]:
    """List what can be printed for learners."""
    for item in dk.all_variants():
        yield {"name": item.name, "definition": item.summary}


def views() -> Iterable[Entry]:
    """List the sorts of pictures."""
    for item in dk.all_views():
        yield {"name": item.name, "definition": item.summary}


def overlays() -> Iterable[Entry]:
    """List what badges on pictures can say."""
    for item in dk.all_overlays():
        yield {"name": item.name, "definition": item.summary}


def formats() -> Iterable[Entry]:
    """List what a design can be turned into."""
    told = {item.name: f"The write-up: {item.summary}" for item in dk.all_printers()}
    for item in dk.all_renderers():
        as_well = "; also " + told[item.name] if item.name in told else ""
        told[item.name] = f"{item.summary.rstrip('.')}{as_well.rstrip('.')}."
    told[dk.SHARE] = "An image of 1200 x 630 pixels, which links to a design show."
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
        "overlays": overlays,
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
