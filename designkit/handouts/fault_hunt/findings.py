"""What is found beyond what was known: compares two checks of a design."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from designkit.diagnostics import Diagnostic
from designkit.handouts.fault_hunt.draft import owners_of_flow
from designkit.handouts.fault_hunt.visible import PARTED
from designkit.source.load_code import LOOSE

ARROW = re.compile(r"([a-z0-9-]+) ?-> ?([a-z0-9-]+)")


def beyond(
    known: Iterable[Diagnostic], found: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...] | None:
    """Return what is `found` and was not `known`; nothing if something known went."""
    left = Counter(map(_identity, known))
    new = []
    for item in found:
        if left[_identity(item)] > 0:
            left[_identity(item)] -= 1
        else:
            new.append(item)
    return None if left.total() else tuple(new)


def _identity(found: Diagnostic) -> tuple[str, str]:
    """Return what a finding is, however its numbers read and its flows are counted."""
    is_counted = found.code in LOOSE
    return found.code, found.message if is_counted else found.element


def owners_of(found: Diagnostic) -> frozenset[str]:
    """Return the parts of the design at which a finding lies."""
    if arrow := ARROW.search(found.element):
        return frozenset(owners_of_flow(arrow[1], arrow[2]))
    return frozenset({".".join(found.element.split(".")[:2])})


def named_in(found: Diagnostic) -> frozenset[str]:
    """Return the parts of the design that the message of a finding may name."""
    words = re.findall(r"[a-z][a-z0-9-]*", found.message)
    return frozenset(f"{section}.{word}" for section in PARTED for word in words)
