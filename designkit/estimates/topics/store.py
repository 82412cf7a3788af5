"""Online stores: keys read a second, memory held, and how much of each is there."""

import re
from collections.abc import Iterator

from designkit.analysis.tables import StoredTable, read_alone, tables
from designkit.catalog.role import Role
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.store import keys_read, memory_needed
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component, Mode
from designkit.quantities.measure import BYTES, FRACTION, RATE


@topic(40, "Online stores", Chapter.LOAD)
def store(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what each store that is read by key must serve at peak, and hold."""
    for component in filter(_is_sized, sheet.facts.with_role(Role.KEYED)):
        yield (reads := _reads(sheet, component))
        yield from _share(sheet, component, "max-reads", reads)
        yield from _reads_of_tables(sheet, component)
        yield from (memory := tuple(_memory(sheet, component)))
        yield from _share(sheet, component, "memory", memory[-1])


def _is_sized(store: Component) -> bool:
    """Whether it is there to be read by key, or says how much it holds."""
    return store.kind != "store" or bool(store.quantity("entities") or store.tables)


def _reads_of_tables(sheet: EstimateInputs, component: Component) -> Iterator[Result]:
    """Give the reads of each table whose readers read no other, and their share."""
    for table, readers in read_alone(component):
        yield (reads := _reads(sheet, component, table, readers))
        there = sheet.stated(*table.path, "max-reads")
        if isinstance(there, FigureInput):
            yield _part(component, f"{component.title}, {table.id}", reads, there)


def _reads(
    sheet: EstimateInputs,
    component: Component,
    table: StoredTable | None = None,
    readers: frozenset[str] = frozenset(),
) -> Result:
    """Return the keys that are read of a store, or of a table by its readers."""
    of = f"{component.id}.{table.id}" if table else component.id
    title = f"{component.title}, {table.id}" if table else component.title
    terms: dict[str, Term] = {"peak": sheet.result("traffic.peak-qps")}
    products = list[str]()
    for number in _lookups(sheet, component):
        if table and sheet.design.flows[number].target not in readers:
            continue
        read = _lookup(sheet, number)
        terms |= read
        products.append(" * ".join(f"{{{name}}}" for name in read))
    reads = " + ".join(_without_cached(product) for product in products)
    return compute(
        FigureEntry(
            f"store.{of}.reads",
            f"{title}: keys read a second, at peak",
            RATE,
            note="A multi-get of a hundred keys is one round trip and a hundred keys.",
            about=component.id,
        ),
        f"{{peak}} * ({reads or '0'})",
        _keys,
        **terms,
    )


def _lookups(sheet: EstimateInputs, component: Component) -> Iterator[int]:
    """Give the lookups by which requests read the store, fallbacks left out."""
    for number, flow in enumerate(sheet.design.flows):
        if flow.mode is Mode.LOOKUP and flow.source == component.id:
            reader = sheet.design.components[flow.target]
            if reader.id in sheet.graph.in_request and reader.kind != "fallback":
                yield number


def _lookup(sheet: EstimateInputs, number: int) -> dict[str, Term]:
    reader = sheet.design.components[sheet.design.flows[number].target]
    found: dict[str, Term] = {
        f"calls_{number}": sheet.calls_of_flow(number, f"{reader.id} calls"),
        f"keys_{number}": sheet.given_of_flow(number, "keys", f"{reader.id} keys"),
    }
    if reader.kind == "cache":
        hits = sheet.stated("components", reader.id, "hit-ratio", label="hit ratio")
        found[f"hits_{number}"] = hits
    return found


def _without_cached(product: str) -> str:
    return re.sub(r"\{hits_(\d+)\}", r"(1 - {hits_\1})", product)


def _keys(peak: float, **terms: float) -> float:
    """Add up, over the lookups, calls times keys less what a cache answers."""
    if any(not 0 <= terms[name] <= 1 for name in terms if name.startswith("hits_")):
        raise ValueError("a hit ratio lies from 0 to 1")
    numbers = [name.removeprefix("calls_") for name in terms if name[0] == "c"]
    keys = sum(
        keys_read(
            terms[f"calls_{number}"],
            0,
            items=terms[f"keys_{number}"],
            hit_ratio=terms.get(f"hits_{number}", 0),
        )
        for number in numbers
    )
    return keys_read(peak, keys)


def _memory(sheet: EstimateInputs, component: Component) -> Iterator[Result]:
    """Give the memory of a store; of several tables, that of each, and their sum."""
    found = tables(component)
    each = [_memory_of(sheet, component, table) for table in found]
    yield from each
    if found[0].id:
        terms = {f"part_{n}": called(it, found[n].id) for n, it in enumerate(each)}
        yield compute(
            _memory_entry(component, ""),
            " + ".join(f"{{{name}}}" for name in terms),
            lambda **parts: sum(parts.values()),
            **terms,
        )


def _memory_entry(component: Component, table: str) -> FigureEntry:
    of = f"{component.id}.{table}" if table else component.id
    title = f"{component.title}, {table}" if table else component.title
    return FigureEntry(
        f"store.{of}.memory",
        f"{title}: memory for all rows and copies",
        BYTES,
        about=component.id,
    )


def _memory_of(
    sheet: EstimateInputs, component: Component, table: StoredTable
) -> Result:
    at, every = ("components", component.id), sheet.stated("workload", "entities")
    known = sheet.stated(*table.path, "entities")
    return compute(
        _memory_entry(component, table.id),
        "{entities} * {entity_size} * {replication} / {fill_max}",
        lambda entities, entity_size, replication, fill_max: memory_needed(
            entities * entity_size, copies=replication, fill_max=fill_max
        ),
        entities=known if table.id else first(known, every),
        entity_size=sheet.stated(*table.path, "entity-size"),
        replication=sheet.given("replication", *at, "replication", label="copies"),
        fill_max=sheet.given("fill-max", *at, "fill-max", label="fill"),
    )


def _share(
    sheet: EstimateInputs, component: Component, limit: str, needed: Result
) -> Iterator[Result]:
    """Give the part of what is there that is needed, where the design says both."""
    there = sheet.stated("components", component.id, limit)
    if isinstance(there, FigureInput):
        yield _part(component, component.title, needed, there)


def _part(
    component: Component, title: str, needed: Result, there: FigureInput
) -> Result:
    return compute(
        FigureEntry(
            f"{needed.id}-share",
            f"{title}: part of the {there.label} that is needed",
            FRACTION,
            about=component.id,
        ),
        "{needed} / {there}",
        lambda needed, there: needed / there,
        needed=called(needed, f"{needed.id.rpartition('.')[2]} needed"),
        there=there,
    )
