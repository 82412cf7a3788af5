"""A letter that will be a box is told once, at its place."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.documents.missing_letters import missing_letters
from designkit.pictures import coverage
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: "Pay \\U0001F680 now"   # \U0001f4b8 in a comment
system: generic
components:
  app: {kind: client, name: "\U0001f680 \uc11c\uc6b8", why: caf\u00e9}
  api: {kind: gateway, note: >-
    first
    then \uc6b8}
"""


@pytest.fixture(autouse=True)
def no_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(coverage, "machine_folders", lambda: (tmp_path,))


def told(text: str, *formats: str) -> str:
    return "\n".join(missing_letters(load_text(text, "pay.yaml"), formats))


def test_each_letter_is_told_once_where_it_first_stands() -> None:
    assert told(TEXT.replace(">-", "").replace("\n    ", " "), "png") == snapshot("""\
pay.yaml:2:7: no font here has 🚀 (U+1F680, rocket); it is a box in png: install a font that has it, or render svg
pay.yaml:5:32: no font here has 서 (U+C11C, hangul syllable seo); it is a box in png: install a font that has it, or render svg
pay.yaml:5:33: no font here has 울 (U+C6B8, hangul syllable ul); it is a box in png: install a font that has it, or render svg\
""")


def test_of_many_letters_some_are_told() -> None:
    text = f"designkit: 1\nname: {''.join(map(chr, range(0x4E00, 0x4E09)))}\n"

    assert told(text, "pdf", "png").splitlines()[-2:] == snapshot(
        [
            "pay.yaml:2:11: no font here has 丄 (U+4E04, cjk unified ideograph-4e04); it is a box in png and pdf: install a font that has it, or render svg",
            "and 4 letters more",
        ]
    )


def test_what_a_reader_draws_is_left_to_their_fonts() -> None:
    assert told(TEXT, "svg", "html", "md") == ""
