"""What is changed in a good design shows as often as it did: no share may fall."""

import pytest

from benchmarks.strength.measuring import Outcome, done_of, outcomes, tasks
from benchmarks.strength.mutations import Family
from benchmarks.strength.shares import SAMPLE, Share, floor, shares, unmoved
from designkit.source.inputs import shipped

RENEW = "python -m benchmarks.gates --record writes the shares down; say why they fell"


def fallen(which: str, found: tuple[Outcome, ...]) -> list[str]:
    """Say which shares are smaller than those that were recorded."""
    least = floor()[which]
    return [
        f"{name}: {share}, not {least[name]}; {RENEW}"
        for name, share in shares(found).items()
        if share.part < least[name].part
    ]


@pytest.mark.slow
def test_no_share_of_a_sample_falls() -> None:
    todo = tuple(tasks(shipped().values(), SAMPLE))

    assert fallen("sample", tuple(one for task in todo for one in done_of(task))) == []


@pytest.mark.slow
def test_no_share_falls() -> None:
    assert fallen("all", outcomes(tuple(tasks(shipped().values())))) == []


def outcome(family: Family, *, finds: bool, moves: bool) -> Outcome:
    place = "components.store.ttl"
    return Outcome("small", family, place, "1 h became 10 h", finds, moves)


def test_shares_are_counted_by_what_shows() -> None:
    found = [
        outcome(Family.DELETION, finds=True, moves=True),
        outcome(Family.VALUE, finds=True, moves=True),
        outcome(Family.VALUE, finds=False, moves=True),
        outcome(Family.VALUE, finds=False, moves=False),
    ]

    assert shares(found) == {
        "deletions found": Share(1, 1),
        "retypes found": Share(0, 0),
        "values that move a finding or a figure": Share(2, 3),
        "values that move a finding": Share(1, 3),
    }
    assert str(Share(2, 3)) == " 66.7%  2 of 3"
    assert list(unmoved(found)) == [
        "components.ttl: small components.store.ttl: 1 h became 10 h"
    ]
