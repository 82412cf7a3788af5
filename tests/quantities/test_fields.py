"""The fields of a design: what each sort of field takes, and what it refuses."""

import pytest
from inline_snapshot import snapshot
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from designkit.quantities.fields import (
    Count,
    Duration,
    Flag,
    SpecPart,
    Text,
    Texts,
    kebab,
    quantity_schema,
    read_quantity,
)
from designkit.quantities.quantity import Dimension, Origin


class Sample(SpecPart):
    """A section with a field of each sort."""

    max_age: Duration | None = None
    count: Count | None = None
    note: Text | None = None
    slices: Texts = ()
    versioned: Flag | None = None


def test_a_field_goes_by_its_name_in_kebab_case() -> None:
    assert kebab("peak_factor") == "peak-factor"
    assert str(Sample.model_validate({"max-age": "3 d"}).max_age) == "3 d"


def test_a_number_without_a_unit_is_a_count() -> None:
    sample = Sample.model_validate({"count": 1_000})

    assert sample.count is not None
    assert sample.count.value == 1000


def test_a_tagged_figure_keeps_where_it_comes_from() -> None:
    quantity = read_quantity(Dimension.COUNT, {"value": "30 M", "assumed": "a guess"})

    assert (quantity.value, quantity.origin, quantity.note) == (
        30e6,
        Origin.ASSUMED,
        "a guess",
    )


def test_a_quantity_that_was_read_already_stays_what_it_is() -> None:
    quantity = read_quantity(Dimension.COUNT, "5")

    assert read_quantity(Dimension.COUNT, quantity) is quantity


WRONG: tuple[object, ...] = (
    True,
    None,
    [5],
    float("nan"),
    float("inf"),
    {},
    {"value": "5 ms"},
    {"assumed": "why"},
    {"value": "5 ms", "assumed": "why", "derived": "how"},
    {"value": "5 ms", "guess": "why"},
    {"value": "5 miles", "assumed": "why"},
    {"value": {"value": "5 ms"}, "assumed": "why"},
    {"value": "5 ms", "assumed": ["why"]},
)


def refused(value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        read_quantity(Dimension.DURATION, value)
    inside = (caught.value.context or {})["inside"]
    advice = caught.value.message().replace("; ", "\n    ")
    return f"{inside or '-'}: {advice}"


def test_what_is_no_figure_is_refused_at_the_part_that_is_wrong() -> None:
    assert "\n".join(map(refused, WRONG)) == snapshot("""\
-: this is not a duration
    write it like 100 ms
-: this is not a duration
    write it like 100 ms
-: this is not a duration
    write it like 100 ms
-: a duration is finite
    write it like 100 ms
-: a duration is finite
    write it like 100 ms
-: a tagged figure has a value and one of source, derived, assumed
    write it like {value: 100 ms, assumed: why}
-: a tagged figure has a value and one of source, derived, assumed
    write it like {value: 100 ms, assumed: why}
-: a tagged figure has a value and one of source, derived, assumed
    write it like {value: 100 ms, assumed: why}
-: a tagged figure has a value and one of source, derived, assumed
    write it like {value: 100 ms, assumed: why}
guess: unknown key 'guess'
    a tagged figure has value and one of source, derived, assumed
value: 'miles' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
value: a tagged figure holds no other
    write the number here
assumed: assumed is no text
    say it in words\
""")


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        pytest.param("a", ("a",), id="one text"),
        pytest.param(5, ("5",), id="one number"),
        pytest.param(True, ("true",), id="one truth value"),
        pytest.param(["a", 1.5, False], ("a", "1.5", "false"), id="a list of all"),
    ],
)
def test_a_single_value_stands_for_a_list_of_one(
    value: object, texts: tuple[str, ...]
) -> None:
    assert Sample.model_validate({"slices": value}).slices == texts


@pytest.mark.parametrize("value", ["yes", "true", 1, 0])
def test_only_true_and_false_are_yes_and_no(value: object) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"versioned": value})


def test_a_section_is_closed_and_frozen() -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"other": 1})
    with pytest.raises(ValidationError):
        Sample().note = "changed"  # type: ignore[misc]


def test_the_schema_of_a_quantity_takes_it_plain_or_tagged() -> None:
    assert quantity_schema(Dimension.BYTES) == snapshot(
        {
            "$comment": "bytes",
            "anyOf": [
                {"type": ["string", "number"], "examples": ["4 kB"]},
                {
                    "type": "object",
                    "properties": {
                        "value": {"type": ["string", "number"], "examples": ["4 kB"]},
                        "source": {"type": "string"},
                        "derived": {"type": "string"},
                        "assumed": {"type": "string"},
                    },
                    "required": ["value"],
                    "additionalProperties": False,
                },
            ],
            "description": "a size, like 4 kB",
        }
    )
