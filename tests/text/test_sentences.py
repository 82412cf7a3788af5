import pytest

from designkit.text.sentences import capital, ended, sentence


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("appeals rise", "appeals rise."),
        ("appeals rise. ", "appeals rise."),
        ("Why not?", "Why not?"),
        ("see `log`", "see `log`."),
        ('he said "no."', 'he said "no."'),
        ("as follows:", "as follows:"),
        ("and so on …", "and so on …"),
        ("", ""),
    ],
)
def test_a_sentence_has_one_end(text: str, written: str) -> None:
    assert ended(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("dense retrieval alone", "Dense retrieval alone"),
        ("pCTR is off", "pCTR is off"),
        ("`log` is full", "`log` is full"),
        ("3 of 4", "3 of 4"),
        ("", ""),
    ],
)
def test_a_capital_is_given_to_plain_words(text: str, written: str) -> None:
    assert capital(text) == written


def test_a_fragment_becomes_a_sentence() -> None:
    assert sentence("no labels needed") == "No labels needed."
