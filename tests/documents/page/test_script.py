"""The script that is committed is the one that its sources give."""

import pytest

from docs.page_script import PAGE, TOOLS, built, digest


def test_the_script_is_built_of_its_sources_as_they_are() -> None:
    first = (PAGE / "page.js").read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"/* sources {digest()} */", "run: make page"


def test_it_is_small() -> None:
    assert len((PAGE / "page.js").read_bytes()) <= 60_000


@pytest.mark.slow
def test_it_is_the_same_when_it_is_built_again() -> None:
    if not (TOOLS / "esbuild").exists():
        pytest.fail("esbuild is not there: .ci/tools installs it")

    assert built() == (PAGE / "page.js").read_text(encoding="utf-8")
