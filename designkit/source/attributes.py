"""The attributes of a component, read by what its kind may state."""

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from designkit.catalog.kind import Attribute, Kind, Shape
from designkit.catalog.kinds import all_kinds, kind
from designkit.model.component import Component, Value
from designkit.quantities.clock import read_clock
from designkit.quantities.fields import read_quantity, read_text
from designkit.quantities.quantity import Dimension
from designkit.quantities.writing import shown
from designkit.source.keys import keys_of, mend_key, report_unknown_key, section_at
from designkit.source.load_code import LoadCode
from designkit.source.misfit import (
    report_choice,
    report_no_clock,
    report_no_flag,
    report_no_text,
    report_quantity,
)
from designkit.source.node import Path, Plain
from designkit.source.parts import PARTS, SECTIONS_BY_ID, Holder, Part
from designkit.source.report import DiagnosticLog
from designkit.source.settling import Settling
from designkit.text.spelled import meant_by

COMMON = keys_of(Component)
"""What a component of any kind may state."""

ALL_KINDS = "`designkit list kinds` shows them all"


def split_component(
    id: str, plain: dict[str, Plain], report: DiagnosticLog
) -> dict[str, object]:
    """Part what every component states from what its kind alone states.

    Of a component whose kind is missing or unknown, which is reported, only what
    every component may state is read.
    """
    path: Path = ("components", id)
    if "kind" not in plain:
        plain = _mended(plain, path, ("kind",), report)
    found = _kind_of(plain, path, report)
    if found is not None:
        plain = _mended(plain, path, _known(found), report)
    own: dict[str, object] = {k: v for k, v in plain.items() if k in COMMON}
    if word := report.words.kinds.get(str(own.get("kind"))):
        own |= {"kind": word.like, "own_kind": word}
    rest = {key: value for key, value in plain.items() if key not in COMMON}
    attributes = dict(_attributes(found, rest, path, report)) if found else {}
    return {"kind": "", **own, "id": id, "attributes": attributes}


def attribute_keys(components: Plain, path: Path) -> tuple[str, ...]:
    """Return the keys that the mapping at `path` in `components` may have."""
    id, *inside = path
    component = components.get(str(id)) if isinstance(components, dict) else None
    found = kind(str(component.get("kind"))) if isinstance(component, dict) else None
    if found is None:
        return ()
    if not inside:
        return _known(found)
    attribute = found.attribute(str(inside[0]))
    if attribute is not None and attribute.holds in PARTS:
        return keys_of(PARTS[attribute.holds])
    if attribute is not None and attribute.holds in SECTIONS_BY_ID:
        return keys_of(SECTIONS_BY_ID[attribute.holds][1]) if len(inside) > 1 else ()
    section = section_at(Component, tuple(inside))
    return keys_of(section) if section else ()


def _known(of: Kind) -> tuple[str, ...]:
    """Return all that a component of a kind may state."""
    return (*COMMON, *(item.name for item in of.attributes))


def _mended(
    plain: dict[str, Plain], path: Path, known: tuple[str, ...], report: DiagnosticLog
) -> dict[str, Plain]:
    """Return `plain` with its misspelt keys put right, which are reported."""
    meant = {
        key: mend_key((*path, key), known, report) for key in plain if key not in known
    }
    return {meant.get(key) or key: value for key, value in plain.items()}


def _kind_of(plain: dict[str, Plain], path: Path, report: DiagnosticLog) -> Kind | None:
    name = plain.get("kind")
    if name is None:
        at = (*path, "kind")
        message = f"kind is missing in {'.'.join(map(str, path))}"
        report.add(LoadCode.MISSING_KEY, at, message, help=ALL_KINDS, key=True)
    if not isinstance(name, str):
        return None
    own = report.words.kinds.get(name)
    found = kind(own.like if own else name)
    if found is None and own is None:
        names = [*(item.name for item in all_kinds()), *report.words.kinds]
        help = report.suggest(name, names, ALL_KINDS)
        message = f"unknown kind {shown(name)}"
        report.add(LoadCode.UNKNOWN_KIND, (*path, "kind"), message, help=help)
    return found


def _attributes(
    of: Kind, plain: dict[str, Plain], path: Path, report: DiagnosticLog
) -> Iterator[tuple[str, Value]]:
    """Give what can be read of the attributes in `plain`; report the rest."""
    for key, value in plain.items():
        attribute = of.attribute(key)
        if attribute is None:
            report_unknown_key((*path, key), _known(of), report)
            continue
        read = _value(attribute, value, (*path, key), report)
        if read is not None:
            yield key, read


def _value(
    attribute: Attribute, value: Plain, path: Path, report: DiagnosticLog
) -> Value | None:
    if isinstance(attribute.holds, Dimension):
        return _quantity(attribute.holds, value, path, report)
    if attribute.holds in PARTS:
        return _part(PARTS[attribute.holds], value, path, report)
    if attribute.holds in SECTIONS_BY_ID:
        return _by_id(SECTIONS_BY_ID[attribute.holds][0], value, path, report)
    if attribute.holds is Shape.FLAG:
        return _flag(value, path, report)
    if attribute.holds is Shape.CLOCK:
        return _clock(value, path, report)
    if attribute.holds is Shape.LIST:
        return tuple(_texts(attribute, value, path, report))
    return _text(attribute, value, path, report)


def _quantity(
    dimension: Dimension, value: Plain, path: Path, report: DiagnosticLog
) -> Value | None:
    try:
        return read_quantity(dimension, value)
    except PydanticCustomError as error:
        inside = (error.context or {}).get("inside", "")
        report_quantity(error.message(), path, inside, report)
        return None


def _part(
    of: type[Part], value: Plain, path: Path, report: DiagnosticLog
) -> Value | None:
    settled = Settling(of, value, lambda loc: (*path, *loc), report).settle()
    return settled.value if settled else None


def _by_id(
    of: type[Holder], value: Plain, path: Path, report: DiagnosticLog
) -> Value | None:
    """Read sections by id; what holds them has them under the key of the attribute."""
    key, at = str(path[-1]), path[:-1]
    settled = Settling(of, {key: value}, lambda loc: (*at, *loc), report).settle()
    found: Value | None = getattr(settled.value, key) if settled else None
    return found


def _flag(value: Plain, path: Path, report: DiagnosticLog) -> Value | None:
    flag = meant_by(value)
    if isinstance(flag, bool):
        return flag
    report_no_flag(value, path, report)
    return None


def _clock(value: Plain, path: Path, report: DiagnosticLog) -> Value | None:
    text = str(value)
    if read_clock(text) is not None:
        return text
    report_no_clock(value, path, report)
    return None


def _texts(
    attribute: Attribute, value: Plain, path: Path, report: DiagnosticLog
) -> Iterator[str]:
    if not isinstance(value, list):
        text = _text(attribute, value, path, report)
        if text is not None:
            yield text
        return
    for index, item in enumerate(value):
        text = _text(attribute, item, (*path, index), report)
        if text is not None:
            yield text


def _text(
    attribute: Attribute, value: Plain, path: Path, report: DiagnosticLog
) -> str | None:
    if value is None or isinstance(value, dict | list):
        report_no_text(value, path, report)
        return None
    text = str(read_text(value))
    if attribute.choices and text not in attribute.choices:
        report_choice(value, attribute.choices, path, report)
        return None
    return text
