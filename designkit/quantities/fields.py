"""The types of the fields of a design: quantities, ids, texts and small choices."""

import math
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    Strict,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from designkit.quantities.link import is_link
from designkit.quantities.quantity import (
    EXAMPLES,
    NAMES,
    Dimension,
    Origin,
    Quantity,
    QuantityError,
    parse_quantity,
)
from designkit.quantities.writing import shown
from designkit.text.commas import cut_off
from designkit.text.spelled import Spelled, meant_by

TAGS = tuple(origin.value for origin in Origin if origin is not Origin.STATED)


def kebab(name: str) -> str:
    """Spell a field name the way a design does: ``peak_factor`` is ``peak-factor``."""
    return name.replace("_", "-")


class SpecPart(BaseModel):
    """A part of a design: frozen, closed, spelt in kebab-case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=AliasGenerator(alias=kebab),
        populate_by_name=True,
        defer_build=True,
    )


def read_quantity(dimension: Dimension, value: object) -> Quantity:
    """Read a scalar, or ``{value: …, assumed: why}``, as a quantity.

    Raises:
        PydanticCustomError: the value is no quantity of `dimension`; its context says
            where inside a tagged figure the fault is.
    """
    if isinstance(value, Quantity):
        return value
    if isinstance(value, dict):
        return _tagged(dimension, value)
    meant = meant_by(value)
    like = f"write it like {EXAMPLES[dimension]}"
    if isinstance(meant, float) and not math.isfinite(meant):
        raise _refused(f"{NAMES[dimension]} is finite; {like}")
    if isinstance(meant, bool) or not isinstance(meant, str | int | float):
        raise _refused(f"this is not {NAMES[dimension]}; {like}")
    try:
        return _parsed(str(value), str(meant), dimension)
    except QuantityError as error:
        raise _refused(str(error)) from error


def _parsed(text: str, number: str, dimension: Dimension) -> Quantity:
    """Read `text`, or the `number` that YAML makes of it: ``0o17``, ``.5``."""
    try:
        return parse_quantity(text, dimension)
    except QuantityError:
        with suppress(QuantityError):
            return parse_quantity(number, dimension)
        raise


def _tagged(dimension: Dimension, value: dict[str, object]) -> Quantity:
    wrong = next((key for key in value if key not in ("value", *TAGS)), "")
    tags = [key for key in value if key in TAGS]
    if wrong:
        help = f"a tagged figure has value and one of {', '.join(TAGS)}"
        entries = ((k, None if v is None else str(v)) for k, v in value.items())
        if text := cut_off(entries, wrong):
            help = text.advice
        raise _refused(f"unknown key {shown(wrong)}; {help}", wrong)
    if "value" not in value or len(tags) != 1:
        raise _refused(
            "a tagged figure has a value and one of source, derived, assumed; "
            f"write it like {{value: {EXAMPLES[dimension]}, assumed: why}}"
        )
    return replace(
        _value(dimension, value["value"]),
        origin=Origin(tags[0]),
        note=_note(tags[0], value[tags[0]]),
    )


def _value(dimension: Dimension, value: object) -> Quantity:
    if isinstance(value, dict):
        raise _refused("a tagged figure holds no other; write the number here", "value")
    try:
        return read_quantity(dimension, value)
    except PydanticCustomError as error:
        raise _refused(error.message(), "value") from error


def _note(tag: str, value: object) -> str:
    if value is None or value == "none" or isinstance(value, dict | list):
        raise _refused(f"{tag} is no text; say it in words", tag)
    return str(read_text(value))


def _refused(message: str, inside: str = "") -> PydanticCustomError:
    """Refuse a value, or what is `inside` it, with a message of ours."""
    context = {"message": message, "inside": inside}
    return PydanticCustomError("quantity", "{message}", context)


def quantity_schema(dimension: Dimension) -> dict[str, object]:
    """Return the JSON Schema of a quantity of `dimension`."""
    plain: dict[str, object] = {
        "type": ["string", "number"],
        "examples": [EXAMPLES[dimension]],
    }
    tagged: dict[str, object] = {
        "type": "object",
        "properties": {"value": plain} | {tag: {"type": "string"} for tag in TAGS},
        "required": ["value"],
        "additionalProperties": False,
    }
    return {
        "$comment": dimension.value,
        "anyOf": [plain, tagged],
        "description": f"{NAMES[dimension]}, like {EXAMPLES[dimension]}",
    }


def read_list(value: object) -> object:
    """Let a single value stand for a list of one."""
    return [value] if isinstance(value, str | int | float) else value


def read_text(value: object) -> object:
    """Let a number or a truth value stand where a text is wanted, as it was spelled."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float | Spelled) else value


def require_link(text: str) -> str:
    """Let through what any format may show as a link, and lead to.

    Raises:
        PydanticCustomError: it is none.
    """
    if not is_link(text):
        raise PydanticCustomError("link", "no link")
    return text


def read_choice(value: object) -> object:
    """Let a number be spelled in any way, and a truth value stand for no number."""
    meant = meant_by(value)
    return read_text(value) if isinstance(meant, bool) else meant


AS_TEXT = PlainSerializer(str, return_type=str)

Count = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.COUNT)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.COUNT)),
]
Fraction = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.FRACTION)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.FRACTION)),
]
Duration = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.DURATION)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.DURATION)),
]
Retention = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.RETENTION)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.RETENTION)),
]
"""A length of time, or ``for ever``."""

Bytes = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.BYTES)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.BYTES)),
]
Rate = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.RATE)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.RATE)),
]
Money = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.MONEY)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.MONEY)),
]
MoneyRate = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.MONEY_RATE)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.MONEY_RATE)),
]
Cost = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.COST)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.COST)),
]
"""An amount of money, or a number where only the ratio of costs matters."""

Change = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.CHANGE)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.CHANGE)),
]
"""By how much something changes: a part of it, or percentage points."""

Text = Annotated[str, BeforeValidator(read_text)]
Link = Annotated[
    str,
    BeforeValidator(read_text),
    AfterValidator(require_link),
    WithJsonSchema({"type": "string", "pattern": "^(https?://|mailto:)"}),
]
"""A web page or a mail address."""

Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(read_list),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    ),
]
Flag = Annotated[bool, Strict(), BeforeValidator(meant_by)]
"""Yes or no, written ``true`` or ``false``."""

Version = Annotated[Literal[1], BeforeValidator(read_choice)]
Tier = Annotated[Literal[1, 2, 3], BeforeValidator(read_choice)]
Sensitivity = Literal["personal", "sensitive"]
