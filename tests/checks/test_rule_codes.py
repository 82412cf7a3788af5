"""The next free code is known, and who takes one that is not free is told."""

import re
from dataclasses import replace

import pytest

from designkit.checks.rule_codes import codes_written, next_code
from designkit.checks.rules import all_rules, require_unlike
from designkit.errors import NotFoundError, RuleError

KNOWN = ("DK101", "DK104", "DK301", "ACME399", "DKX305")


def test_the_codes_that_are_written_are_those_of_the_rules() -> None:
    assert sorted(codes_written()) == [rule.code for rule in all_rules()]


@pytest.mark.parametrize(
    ("start", "code"),
    [("DK1", "DK105"), ("dk3", "DK302"), ("DK2", "DK201"), ("ACME1", "ACME101")],
)
def test_the_next_code_comes_behind_the_last(start: str, code: str) -> None:
    assert next_code(start, KNOWN) == code


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("DK", "no code begins with 'DK'; write it like DK3"),
        ("DK0", "no code begins with 'DK0'; write it like DK3"),
        ("ACME3", "no code is left behind ACME399"),
    ],
)
def test_where_there_is_no_next_code_it_is_said(start: str, message: str) -> None:
    with pytest.raises(NotFoundError, match=f"^{message}$"):
        next_code(start, KNOWN)


@pytest.mark.parametrize(
    ("key", "changes"),
    [("code", {"name": "another"}), ("name", {"code": "DK999"})],
)
def test_two_rules_alike_are_named_with_their_files(
    key: str, changes: dict[str, str]
) -> None:
    first = all_rules()[0]
    second = replace(first, **changes)  # type: ignore[arg-type]
    free = next_code(second.code[:3], codes_written()) if key == "code" else "DK901"
    message = (
        f"two rules have the {key} {getattr(first, key)}: "
        f"{first.file} and {second.file}; the next free code is {free}"
    )

    with pytest.raises(RuleError, match=f"^{re.escape(message)}$"):
        require_unlike((first, second))
