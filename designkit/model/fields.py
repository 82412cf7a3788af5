"""The types of the fields of a design: quantities, ids, texts and small choices."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Literal

from pydantic import (
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from designkit.model.quantity import (
    EXAMPLES,
    Dimension,
    Origin,
    Quantity,
    QuantityError,
    parse_quantity,
)

TAGS = tuple(origin.value for origin in Origin if origin is not Origin.STATED)


def kebab(name: str) -> str:
    """Spell a field name the way a design does: ``peak_factor`` is ``peak-factor``."""
    return name.replace("_", "-")


class Section(BaseModel):
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
        PydanticCustomError: the value is no quantity of `dimension`.
    """
    if isinstance(value, Quantity):
        return value
    if isinstance(value, dict):
        return _tagged(dimension, value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _refused(f"a {dimension} is written like {EXAMPLES[dimension]}")
    try:
        return parse_quantity(str(value), dimension)
    except QuantityError as error:
        raise _refused(str(error)) from error


def _tagged(dimension: Dimension, value: dict[str, object]) -> Quantity:
    tags = [key for key in value if key != "value"]
    if "value" not in value or len(tags) != 1 or tags[0] not in TAGS:
        raise _refused(
            "a tagged figure has a value and one of source, derived or assumed, "
            f"like {{value: {EXAMPLES[dimension]}, assumed: why}}"
        )
    quantity = read_quantity(dimension, value["value"])
    return replace(quantity, origin=Origin(tags[0]), note=str(value[tags[0]]))


def _refused(message: str) -> PydanticCustomError:
    return PydanticCustomError("quantity", "{message}", {"message": message})


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
        "anyOf": [plain, tagged],
        "description": f"a {dimension}, like {EXAMPLES[dimension]}",
    }


def read_list(value: object) -> object:
    """Let a single value stand for a list of one."""
    return [value] if isinstance(value, str) else value


def read_text(value: object) -> object:
    """Let a number or a truth value stand where a text is wanted."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


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
Bytes = Annotated[
    Quantity,
    PlainValidator(partial(read_quantity, Dimension.BYTES)),
    AS_TEXT,
    WithJsonSchema(quantity_schema(Dimension.BYTES)),
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
Text = Annotated[str, BeforeValidator(read_text)]
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(read_list),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    ),
]
Sensitivity = Literal["personal", "sensitive"]
