"""What looks like a plain character is named, and read as it looks."""
# ruff: noqa: RUF001 - letters of other alphabets are what it is about

import pytest

from designkit.text.look_alikes import as_it_looks, look_alikes


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("7\u202fms", "7 ms"),
        ("30 \u041c", "30 M"),
        ("\uff12\uff15\uff05", "25%"),
        ("\u22124%", "-4%"),
        ("2\u200b GB", "2 GB"),
        ("9 \u03bcs", "9 \u00b5s"),
        ("40 ms", "40 ms"),
    ],
)
def test_a_text_is_read_as_it_looks(text: str, looks: str) -> None:
    assert as_it_looks(text) == looks


def test_a_look_alike_has_its_place_its_name_and_advice() -> None:
    found = [
        (it.index, it.name, it.advice) for it in look_alikes("trаiner\u00a0\u2060x")
    ]

    assert found == [
        (2, "U+0430 (cyrillic small letter a)", "type a instead"),
        (7, "U+00A0 (no-break space)", "type a plain space instead"),
        (8, "U+2060 (word joiner)", "remove it: it cannot be seen"),
    ]


@pytest.mark.parametrize(
    "text", ["тренер", "μέτρο", "naïve café", "10²", "①", "3–5 ms", "漢字"]
)
def test_words_of_other_languages_are_what_they_are(text: str) -> None:
    assert list(look_alikes(text)) == []
