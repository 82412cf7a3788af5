"""An unquoted value means what YAML 1.2 says it means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.source.scalar import LONGEST_NUMBER, resolve

quick = settings(max_examples=150, deadline=None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("017", 17),
        ("0o17", 15),
        ("0x1F", 31),
        ("-3", -3),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-.inf", float("-inf")),
        ("True", True),
        ("FALSE", False),
        ("~", None),
        ("Null", None),
        ("99.99%", "99.99%"),
        ("+", "+"),
        ("-", "-"),
        ("", None),
        ("9" * LONGEST_NUMBER, int("9" * LONGEST_NUMBER)),
        ("9" * 5000, "9" * 5000),
        ("0x" + "f" * 5000, "0x" + "f" * 5000),
    ],
)
def test_values_follow_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    resolved = resolve(text)

    assert (type(resolved), resolved) == (type(value), value)


def test_not_a_number_is_one() -> None:
    assert str(resolve(".NaN")) == "nan"


@quick
@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_from_how_python_writes_it(number: float) -> None:
    assert resolve(str(number)) == number


@quick
@given(st.text("+-.eE0123456789xoabfnl~", max_size=12))
def test_what_looks_like_a_number_is_one_or_stays_as_it_is(text: str) -> None:
    resolved = resolve(text)

    assert not isinstance(resolved, str) or resolved == text
