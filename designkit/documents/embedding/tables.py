"""Tables of a design for a page: those of its write-up, by columns and rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType

from designkit.documents.embedding.asking import MarkerRequest
from designkit.documents.paper import Paragraph, Table
from designkit.documents.printing.inline import words
from designkit.documents.write_up.architecture import by_stage
from designkit.documents.write_up.components import (
    COMPONENT_COLUMNS,
    FLOW_COLUMNS,
    component_row,
    flow_row,
)
from designkit.documents.write_up.deciding import DECIDING_COLUMNS, deciding_rows
from designkit.documents.write_up.findings import FINDING_COLUMNS, finding_rows
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.learning import FEATURE_COLUMNS, feature_row
from designkit.documents.write_up.numbers import equations
from designkit.errors import MarkerError
from designkit.text.choices import one_of, unknown
from designkit.text.escape import markdown

COLUMNS = "columns"
"""The option that says which columns are shown."""

MOST_NAMED = 8
"""Values of a column that are named where none of its rows is as asked."""

NOTHING = Paragraph("None.")


@dataclass(frozen=True, slots=True)
class TableSource:
    """A table in full, and the columns that are shown where none are named."""

    columns: tuple[str, ...]
    usual: tuple[str, ...]
    rows: Callable[[WriteUpInputs], Iterable[Sequence[str]]]


def table_of(of: WriteUpInputs, asked: MarkerRequest) -> Table | Paragraph:
    """Return the table that is asked for; a sentence where it has no row.

    Raises:
        NotFoundError: no table or column is called that.
        MarkerError: no row is as it is asked for.
    """
    asked.require("table DESIGN NAME [columns=A,B] [COLUMN=VALUE,…]", 1, 1)
    name = one_of("table", asked.word(0), TABLES)
    source, rows = TABLES[name], tuple(TABLES[name].rows(of))
    known = {_key(column): place for place, column in enumerate(source.columns)}
    asked.require_options((COLUMNS, *known))
    kept = tuple(_chosen(rows, known, asked.options))
    if not kept:
        if rows and name != "findings":
            raise MarkerError(_none_left(rows, known, asked.options))
        return NOTHING
    shown = _places(source, known, asked.options.get(COLUMNS, ""))
    cells = tuple(tuple(row[place] for place in shown) for row in kept)
    return Table(tuple(source.columns[place] for place in shown), cells).filled()


def _key(column: str) -> str:
    return column.lower().replace(" ", "-")


def _places(
    source: TableSource, known: Mapping[str, int], said: str
) -> tuple[int, ...]:
    """Return which columns are shown, in the order in which they are named."""
    names = [_key(part.strip()) for part in said.split(",") if part.strip()]
    for name in names:
        if name not in known:
            raise unknown("column", name, known)
    return tuple(
        known[name] for name in dict.fromkeys(names) or map(_key, source.usual)
    )


def _chosen(
    rows: Iterable[Sequence[str]], known: Mapping[str, int], options: Mapping[str, str]
) -> Iterator[Sequence[str]]:
    """Give the rows whose cells are as the options say, ``*`` for anything."""
    wanted = {
        known[key]: _patterns(said) for key, said in options.items() if key in known
    }
    for row in rows:
        if all(_matches(row[place], wanted[place]) for place in wanted):
            yield row


def _patterns(said: str) -> tuple[str, ...]:
    return tuple(part.strip().casefold() for part in said.split(","))


def _matches(cell: str, patterns: Iterable[str]) -> bool:
    text = words(cell).casefold()
    return any(fnmatchcase(text, pattern) for pattern in patterns)


def _none_left(
    rows: Sequence[Sequence[str]], known: Mapping[str, int], options: Mapping[str, str]
) -> str:
    """Say which values a column has, where a marker asks for others."""
    key = next(key for key in options if key in known)
    values = tuple(dict.fromkeys(words(row[known[key]]) for row in rows))
    shown = ", ".join(values[:MOST_NAMED]) + (", …" if len(values) > MOST_NAMED else "")
    said = " ".join(f"{key}={value}" for key, value in options.items() if key in known)
    return f"no row has {said}; in {key} there is: {shown}"


def _components(of: WriteUpInputs) -> Iterator[Sequence[str]]:
    for stage, found in by_stage(of.design):
        for component in found:
            yield (stage.title.lower(), *component_row(of.graph, component))


def _flows(of: WriteUpInputs) -> Iterator[Sequence[str]]:
    return ((flow.mode.value, *flow_row(of.design, flow)) for flow in of.design.flows)


def _features(of: WriteUpInputs) -> Iterator[Sequence[str]]:
    found = of.design.features.items()
    return (feature_row(of.design, id, feature) for id, feature in found)


def _figures(of: WriteUpInputs) -> Iterator[Sequence[str]]:
    for part in of.estimate.parts:
        for it in part.figures:
            title = markdown(it.title)
            yield (part.topic, f"`{it.id}`", title, it.text, equations(it))


def _findings(of: WriteUpInputs) -> Iterable[Sequence[str]]:
    return finding_rows(found for found in of.found if not found.waived)


TABLES: Mapping[str, TableSource] = MappingProxyType(
    {
        "components": TableSource(
            ("Stage", *COMPONENT_COLUMNS),
            ("Component", "Kind", "Technology", "Why"),
            _components,
        ),
        "flows": TableSource(("Mode", *FLOW_COLUMNS), ("Mode", *FLOW_COLUMNS), _flows),
        "features": TableSource(
            FEATURE_COLUMNS,
            ("Feature", "Describes", "Definition", "For serving by", "At most old"),
            _features,
        ),
        "figures": TableSource(
            ("Topic", "Id", "Figure", "Value", "Working"),
            ("Figure", "Value", "Working"),
            _figures,
        ),
        "deciding": TableSource(DECIDING_COLUMNS, DECIDING_COLUMNS, deciding_rows),
        "findings": TableSource(
            FINDING_COLUMNS, ("Severity", "Rule", "Element", "Finding"), _findings
        ),
    }
)
"""The tables that a marker may ask for."""
