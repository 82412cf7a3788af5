"""Makes designs of any size by chance: kinds that fit together, in no good order."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds, may_give, may_take

EACH = 1.8
"""Flows to a component, as the shipped designs have them."""

HUBS, TO_HUB = 12, 0.3
"""One component in so many is a hub, and this share of flows has an end at one."""

KEYS = ("calls", "lookups", "streams", "batches", "control")
USUAL = {
    "request": "calls",
    "response": "calls",
    "feature-values": "lookups",
    "event": "streams",
    "policy": "control",
    "trigger": "control",
}
"""How data of a type moves; any other moves one way or another, by chance."""


def random_design(components: int, seed: int) -> str:
    """Return the text of a design; the same for the same size and seed."""
    chance = Random(seed)
    kinds = {f"c{n}": chance.choice(all_kinds()) for n in range(1, components + 1)}
    lines = ["designkit: 1", f"name: By chance, {components}", "system: generic"]
    lines += ["components:"]
    lines += [f"  {id}: {{kind: {kind.name}}}" for id, kind in kinds.items()]
    flows = _flows(kinds, chance)
    lines += ["flows:"]
    for key in (key for key in KEYS if flows[key]):
        lines += [f"  {key}:", *(f"    - {flow}" for flow in flows[key])]
    return "\n".join(lines) + "\n"


def _flows(kinds: Mapping[str, Kind], chance: Random) -> Mapping[str, Sequence[str]]:
    """Return flows by the keys of their modes, each pair of ends once."""
    found: dict[str, list[str]] = {key: [] for key in KEYS}
    wanted, seen = round(EACH * len(kinds)), set[tuple[str, str]]()
    for source, target in _pairs(list(kinds), chance):
        types = sorted(may_give(kinds[source]) & may_take(kinds[target]))
        if source == target or (source, target) in seen or not types:
            continue
        seen.add((source, target))
        carries = chance.choice(types)
        key = USUAL.get(carries) or chance.choice(KEYS)
        found[key].append(f"{source} -> {target}: {carries}")
        if len(seen) == wanted:
            break
    return found


def _pairs(ids: Sequence[str], chance: Random) -> Iterator[tuple[str, str]]:
    hubs = chance.sample(ids, -(-len(ids) // HUBS))
    for _ in range(400 * len(ids)):
        ends = [chance.choice(ids), chance.choice(ids)]
        if chance.random() < TO_HUB:
            ends[chance.randrange(2)] = chance.choice(hubs)
        yield ends[0], ends[1]
