"""The attributes of a component, read by what its kind may state."""

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from designkit.catalog.kind import Attribute, Kind, Shape
from designkit.catalog.kinds import all_kinds, kind
from designkit.model.component import Component, Value
from designkit.model.fields import read_quantity
from designkit.model.problem import Percentiles
from designkit.model.quantity import Dimension
from designkit.source.fault import LoadFault
from designkit.source.node import Path, Plain
from designkit.source.report import Report
from designkit.source.suggestion import suggest

COMMON = frozenset(
    field.alias or name
    for name, field in Component.model_fields.items()
    if name not in ("id", "attributes")
)
"""What a component of any kind may state."""


class AttributeRefused(ValueError):
    """A value that an attribute cannot hold; the message says why."""

    def __init__(self, fault: LoadFault, message: str, help: str = "") -> None:
        """Refuse with `fault`, a `message` and a way out."""
        super().__init__(message)
        self.fault, self.help = fault, help


def split_component(
    id: str, plain: dict[str, Plain], report: Report
) -> dict[str, object] | None:
    """Part what every component states from what its kind alone states.

    Returns nothing when the kind is missing or unknown, which is reported.
    """
    path = ("components", id)
    found = _kind_of(plain, path, report)
    if found is None:
        return None
    own = {key: value for key, value in plain.items() if key in COMMON}
    rest = {key: value for key, value in plain.items() if key not in COMMON}
    attributes: dict[str, Value] = {}
    for key, value in rest.items():
        read = _attribute(found, key, value, (*path, key), report)
        if read is not None:
            attributes[key] = read
    return {"id": id, **own, "attributes": attributes}


def _kind_of(plain: dict[str, Plain], path: Path, report: Report) -> Kind | None:
    name = plain.get("kind")
    if name is None:
        report.add(LoadFault.MISSING_KEY, path, "a component needs a kind", key=True)
        return None
    found = kind(str(name))
    if found is None:
        help = suggest(str(name), (item.name for item in all_kinds()))
        help = help or "`designkit list kinds` shows them all"
        report.add(
            LoadFault.UNKNOWN_KIND,
            (*path, "kind"),
            f"unknown kind {str(name)!r}",
            help=help,
        )
    return found


def _attribute(
    of: Kind, key: str, value: Plain, path: Path, report: Report
) -> Value | None:
    attribute = of.attribute(key)
    if attribute is None:
        known = [*COMMON, *(item.name for item in of.attributes)]
        message = f"a {of.name} has no attribute {key!r}"
        report.add(
            LoadFault.UNKNOWN_KEY, path, message, help=suggest(key, known), key=True
        )
        return None
    try:
        return read_attribute(attribute, value)
    except AttributeRefused as refused:
        report.add(refused.fault, path, f"{key}: {refused}", help=refused.help)
        return None


def read_attribute(attribute: Attribute, value: Plain) -> Value:
    """Read `value` as `attribute` holds it.

    Raises:
        AttributeRefused: it is no quantity, choice, list … of the wanted sort.
    """
    if isinstance(attribute.holds, Dimension):
        return _quantity(attribute.holds, value)
    if attribute.holds is Shape.FLAG:
        if isinstance(value, bool):
            return value
        raise AttributeRefused(LoadFault.BAD_VALUE, "write true or false")
    if attribute.holds is Shape.PERCENTILES:
        return _percentiles(value)
    texts = _texts(value)
    _check_choices(attribute, texts)
    if attribute.holds is Shape.LIST:
        return texts
    if isinstance(value, list):
        raise AttributeRefused(LoadFault.WRONG_SHAPE, "one value is wanted, not a list")
    return texts[0]


def _quantity(dimension: Dimension, value: Plain) -> Value:
    try:
        return read_quantity(dimension, value)
    except PydanticCustomError as error:
        raise AttributeRefused(LoadFault.BAD_QUANTITY, error.message()) from error


def _percentiles(value: Plain) -> Value:
    try:
        return Percentiles.model_validate(value)
    except ValidationError as error:
        raise AttributeRefused(
            LoadFault.BAD_QUANTITY, "write it like {p50: 21 d, p95: 90 d}"
        ) from error


def _texts(value: Plain) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list) for item in values):
        raise AttributeRefused(LoadFault.WRONG_SHAPE, "a text is wanted")
    return tuple(_text(item) for item in values)


def _text(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _check_choices(attribute: Attribute, texts: Iterable[str]) -> None:
    wrong = [text for text in texts if text not in attribute.choices]
    if attribute.choices and wrong:
        raise AttributeRefused(
            LoadFault.BAD_VALUE,
            f"{wrong[0]!r} is not one of {', '.join(attribute.choices)}",
            suggest(wrong[0], attribute.choices),
        )
