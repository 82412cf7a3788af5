"""Makes large designs: copies of a shipped one, each linked to the next."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import islice

import yaml

ID = re.compile(r"[a-z][a-z0-9-]*")
Flows = Mapping[str, list[object]]
"""Flows by mode, as a design has them."""


def tiled(text: str, components: int) -> str:
    """Return a design of so many `components`, made of copies of that in `text`."""
    plain = yaml.load(text, yaml.CSafeLoader)
    tile = plain["components"]
    copies = range(-(-components // len(tile)))
    everything = (
        (f"{id}-{number}", deepcopy(part))  # one thing written twice becomes an alias
        for number in copies
        for id, part in tile.items()
    )
    kept = dict(islice(everything, components))
    flows: dict[str, list[object]] = {mode: [] for mode in plain["flows"]}
    for number in copies:
        for mode, flow in _copy(plain["flows"], tile, number):
            if all(id in kept for id in _ends(flow)):
                flows[mode].append(flow)
    head = {"designkit": 1, "name": "Large", "system": plain["system"]}
    whole = {**head, "components": kept, "flows": flows}
    return str(yaml.dump(whole, Dumper=yaml.CSafeDumper, sort_keys=False))


def _copy(
    flows: Flows, tile: Mapping[str, object], number: int
) -> Iterator[tuple[str, object]]:
    """Give the flows of one copy, and one more that comes from the copy before."""
    for mode, listed in flows.items():
        for flow in listed:
            yield mode, _renamed(flow, tile, number)
    mode, listed = next(iter(flows.items()))
    if number:
        first = _renamed(listed[0], tile, number)
        source = _ends(first)[0]
        before = source.removesuffix(f"-{number}") + f"-{number - 1}"
        yield mode, _replaced(first, source, before)


def _arrow(flow: object) -> str:
    return str(next(iter(flow)) if isinstance(flow, dict) else flow)


def _ends(flow: object) -> list[str]:
    return ID.findall(_arrow(flow))


def _renamed(flow: object, tile: Mapping[str, object], number: int) -> object:
    def numbered(match: re.Match[str]) -> str:
        return f"{match[0]}-{number}" if match[0] in tile else match[0]

    return _with_arrow(flow, ID.sub(numbered, _arrow(flow)))


def _replaced(flow: object, old: str, new: str) -> object:
    return _with_arrow(flow, _arrow(flow).replace(old, new, 1))


def _with_arrow(flow: object, arrow: str) -> object:
    if isinstance(flow, dict):
        return {arrow: deepcopy(next(iter(flow.values())))}
    return arrow
