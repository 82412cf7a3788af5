"""Sweeps over many cases: a few of them always, all of them where there is time."""

from collections.abc import Mapping, Sequence

import pytest


def sampled(name: str, cases: Mapping[str, object] | Sequence[str], every: int):
    """Parametrize a test by `cases`; all but one of so many are slow."""
    named = cases if isinstance(cases, Mapping) else {case: case for case in cases}
    return pytest.mark.parametrize(
        name,
        [
            pytest.param(case, id=id, marks=() if at % every == 0 else pytest.mark.slow)
            for at, (id, case) in enumerate(named.items())
        ],
    )
