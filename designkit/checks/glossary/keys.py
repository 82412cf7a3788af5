"""Terms of the language: what the keys of a design mean, where, and how they look."""

from designkit.checks.glossary.key_places import (
    ANY,
    COMPONENT,
    COMPONENTS,
    FLOW,
    KIND,
    Key,
    all_keys,
)
from designkit.checks.glossary.term import Term, fact
from designkit.source.examples import shown_at, stating

PAGE = "docs/keys.md"
CALL = ("flows", "calls", ANY, "gateway -> model-server")
"""A flow to show the keys of flows at."""


def find_keys(word: str) -> tuple[Term, ...]:
    """Return what a key means, by its name or by the way to it.

    Where it means the same at several places, these are told together.
    """
    steps = tuple(step for step in word.split(".") if step)
    found: dict[tuple[str, str], tuple[Key, ...]] = {}
    for key in all_keys():
        if key.is_at(steps):
            same = (key.meaning, key.holds)
            found[same] = (*found.get(same, ()), key)
    return tuple(_term(keys) for keys in found.values())


def key_names() -> frozenset[str]:
    """Return the name of every key."""
    return frozenset(key.name for key in all_keys())


def key_paths() -> frozenset[str]:
    """Return the way to every key, without ids."""
    return frozenset(".".join(key.named_steps) for key in all_keys())


def _term(keys: tuple[Key, ...]) -> Term:
    """Return the term of one key, which may stand at several places."""
    key = keys[0]
    kinds = [kind for it in keys for kind in it.kinds]
    places = dict.fromkeys(".".join(it.path[:-1]) or "the top" for it in keys)
    return Term(
        key.name,
        "key",
        key.meaning,
        (
            ("In", ", ".join(places)),
            *fact("Of kind", ", ".join(kinds)),
            ("Holds", key.holds),
            *fact("Its keys", ", ".join(key.keys)),
            *fact("Stated", "always" if key.required else ""),
        ),
        _page(key),
        example_of_key(key),
    )


def _page(key: Key) -> str:
    if key.kinds:
        return f"docs/kinds/{key.kinds[0]}.md"
    section = "".join(step for step in key.path[:-1] if step != ANY)
    return f"{PAGE}#{section or 'the-top'}"


def example_of_key(key: Key) -> str:
    """Write the key with its example where it stands in a design."""
    if not key.example:
        return ""
    if key.path[:-1] == FLOW:
        carries = "" if key.name == "carries" else "carries: request, "
        return shown_at(CALL, f"{{{carries}{key.name}: {key.example}}}")
    if key is KIND:
        return shown_at((COMPONENTS, key.example), f"{{kind: {key.example}}}")
    if key.path[:-1] == COMPONENT:
        kind = key.kinds[0] if key.kinds else stating(key.name)
        stated = f"{{kind: {kind}, {key.name}: {key.example}}}"
        return shown_at((COMPONENTS, kind), stated)
    return shown_at(key.path, key.example)
