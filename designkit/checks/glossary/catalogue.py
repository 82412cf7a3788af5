"""Terms of the catalogue: kinds, the stages they work in, and data types."""

from collections.abc import Iterator

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import DataType, Kind, Stage
from designkit.catalog.kinds import all_kinds
from designkit.checks.glossary.term import Term, fact
from designkit.quantities.units import EXAMPLES, Dimension


def catalogue_terms() -> Iterator[Term]:
    """Give the kinds, then the data types, then the stages."""
    yield from map(_kind, all_kinds())
    yield from map(_data_type, DATA_TYPES)
    yield from map(_stage, Stage)


def _kind(kind: Kind) -> Term:
    states = (f"{it.name}{_form(it.holds)}: {it.meaning}" for it in kind.attributes)
    return Term(
        kind.name,
        "kind",
        kind.definition,
        (
            ("Stage", kind.stage.title),
            ("Takes", ", ".join(kind.takes) or "nothing"),
            *fact(
                "Must take", ", ".join((*kind.needs, *map(" or ".join, kind.needs_one)))
            ),
            ("Gives", ", ".join(kind.gives) or "nothing"),
            *fact("States", "; ".join(states)),
            *fact("Runs on", ", ".join(kind.technologies)),
        ),
        f"docs/kinds/{kind.name}.md",
    )


def _form(holds: object) -> str:
    return f" (like {EXAMPLES[holds]})" if isinstance(holds, Dimension) else ""


def _data_type(item: DataType) -> Term:
    givers = (kind.name for kind in all_kinds() if item.name in kind.gives)
    takers = (kind.name for kind in all_kinds() if item.name in kind.takes)
    return Term(
        item.name,
        "data type",
        item.definition,
        (
            ("On an arrow", item.label),
            *fact("From", ", ".join(givers)),
            *fact("To", ", ".join(takers)),
        ),
        f"docs/data-types/{item.name}.md",
    )


def _stage(stage: Stage) -> Term:
    kinds = [kind.name for kind in all_kinds() if kind.stage is stage]
    name = stage.title.lower().replace(" ", "-")
    meaning = f"A stage in the life of an ML system: {stage.title.lower()}."
    return Term(name, "stage", meaning, fact("Its kinds", ", ".join(kinds)))
