from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from designkit.diagnostics import Diagnostic, Severity
from designkit.errors import FaultsError
from designkit.handouts.fault_hunt.losses import TOLD, losses
from designkit.source.loader import load_text
from tests.mutated import DESIGNS, shipped


@cache
def lost(name: str) -> Mapping[str, Sequence[Diagnostic]]:
    return losses(shipped(name))


def told(name: str, id: str) -> list[str]:
    return [f"{item.severity} {item.name}" for item in lost(name)[id]]


def test_what_is_gone_is_missed() -> None:
    assert told("fraud", "registry") == [
        "error missing-input",
        "error no-registry",
        "warning given-without-having",
    ]
    assert told("fraud", "online") == ["error offline-only-feature"]
    assert told("fraud", "audit") == ["warning no-audit-trail"]


def test_what_a_neighbour_lacks_is_told_only_where_nothing_else_is() -> None:
    assert told("fraud", "ingest") == ["error no-source"]
    assert told("fraud", "orchestrator") == ["warning dead-end"]


def test_a_design_can_do_without_some_parts() -> None:
    assert told("fraud", "tracker") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", DESIGNS)
def test_most_parts_of_a_shipped_design_are_missed(name: str) -> None:
    found = lost(name)
    counts = [len(items) for items in found.values()]
    levels = {item.severity for items in found.values() for item in items}

    assert list(found) == list(shipped(name).design.components)  # type: ignore[union-attr]
    assert max(counts) == TOLD
    assert sum(map(bool, counts)) > 0.6 * len(counts)
    assert levels == {Severity.ERROR, Severity.WARNING}


def test_a_design_that_does_not_load_has_no_parts() -> None:
    with pytest.raises(FaultsError, match=r"bad\.yaml does not load"):
        losses(load_text("designkit: 1", "bad.yaml"))
