"""What is to be printed is read from words, and refused where it makes no sense."""

import pytest

from designkit.errors import NotFoundError
from designkit.handouts.job import HandoutJob, read_job
from designkit.handouts.variant import HandoutOptions


def test_nothing_said_is_what_is_usual() -> None:
    assert read_job("full") == HandoutJob("full", (), HandoutOptions())


def test_words_hold_several_names_by_commas() -> None:
    assert read_job("Blank", ["md,html"], masks=["names,flows"], seed=0) == HandoutJob(
        "blank", ("md", "html"), HandoutOptions(seed=0, masks=("names", "flows"))
    )


@pytest.mark.parametrize(
    ("variant", "formats", "masks", "message"),
    [
        ("ful", [], None, "no variant is called 'ful'; did you mean full?"),
        ("full", ["doc"], None, "no format is called 'doc'"),
        ("blank", [], ["nmes"], "no mask is called 'nmes'; did you mean names?"),
        ("full", [], ["names"], "--mask changes nothing in full"),
    ],
)
def test_what_makes_no_sense_is_refused(
    variant: str, formats: list[str], masks: list[str] | None, message: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        read_job(variant, formats, masks=masks)

    assert message in str(caught.value)
