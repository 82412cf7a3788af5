"""Sizes side by side in one unit."""

import pytest

from designkit.quantities.alike import bytes_like


@pytest.mark.parametrize(
    ("size", "stated", "text"),
    [
        (6.56e12, "4096 GB", "6,560 GB"),
        (800e9, "1 TB", "0.8 TB"),
        (120e6, "4 GB", "0.12 GB"),
        (2.0**31, "1 GiB..4 GiB", "2 GiB"),
        (999.7e9, "64 GB", "1,000 GB"),
        (5e3, "4 TB", "5 kB"),
        (5e15, "4 kB", "5 PB"),
        (5e9, "4", "5 GB"),
    ],
)
def test_a_size_takes_the_unit_of_the_one_beside_it(
    size: float, stated: str, text: str
) -> None:
    assert bytes_like(size, stated) == text
