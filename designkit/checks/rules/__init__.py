"""Every rule, one file each, in a folder a stage. To add one, add a file."""

from functools import cache

from designkit.checks.rule import Rule
from designkit.registry import members, module_names


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code.

    Raises:
        ValueError: two rules have one code or one name.
    """
    found = [
        rule
        for folder in module_names(__name__)
        for rule in members(f"{__name__}.{folder}", Rule)
    ]
    for key in ("code", "name"):
        seen = [getattr(rule, key) for rule in found]
        twice = sorted({value for value in seen if seen.count(value) > 1})
        if twice:
            raise ValueError(f"two rules have the {key} {', '.join(twice)}")
    return tuple(sorted(found, key=lambda rule: rule.code))
