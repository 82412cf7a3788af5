"""Every rule, one file each, in a folder a stage. To add one, add a file."""

from collections.abc import Iterable
from functools import cache

from designkit.checks.rule import Rule
from designkit.checks.rule_codes import advice_on
from designkit.errors import RuleError
from designkit.registry import members, module_names


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code.

    Raises:
        RuleError: two rules have one code or one name.
    """
    found = [
        rule
        for folder in module_names(__name__)
        for rule in members(f"{__name__}.{folder}", Rule)
    ]
    require_unlike(found)
    return tuple(sorted(found, key=lambda rule: rule.code))


def require_unlike(rules: Iterable[Rule]) -> None:
    """Refuse two rules of one code or one name.

    Raises:
        RuleError: there are two; it names their files, and a code that is free.
    """
    seen = dict[str, Rule]()
    for rule in rules:
        for key, word in (("code", rule.code), ("name", rule.name)):
            other = seen.setdefault(word, rule)
            if other is not rule:
                raise RuleError(
                    f"two rules have the {key} {word}: {other.file} and {rule.file}; "
                    f"{advice_on(rule.code)}"
                )
