import io
import json
import subprocess

import pypdf
import pytest

from designkit.errors import MissingLibraryError
from designkit.pictures import typst
from designkit.pictures.typst import marked, typeset
from tests.fonts import fonts_of
from tests.sizes import tool

PROGRAM = b"""
#set text(font: "Inter")
#sys.inputs.text
#metadata((length: sys.inputs.text.len())) <told>
"""


def test_equal_inputs_give_equal_bytes() -> None:
    first, second = (typeset(PROGRAM, {"text": "one"}) for _ in range(2))

    assert first.startswith(b"%PDF-")
    assert first == second
    assert first != typeset(PROGRAM, {"text": "two"})


def test_a_program_tells_what_it_has_marked() -> None:
    assert json.loads(marked(PROGRAM, {"text": "three"}, "told")) == [{"length": 5}]


def fonts_for(text: str) -> set[str]:
    return fonts_of(pypdf.PdfReader(io.BytesIO(typeset(PROGRAM, {"text": text}))))


def machine_has(language: str) -> bool:
    found = subprocess.run(
        [tool("fc-list"), f":lang={language}"], capture_output=True, check=True
    )
    return bool(found.stdout)


def test_texts_are_set_in_the_shipped_font() -> None:
    assert fonts_for("p99 of 5 ms → ≥ 1,389/s") == {"Inter"}


def test_signs_of_formulas_are_in_a_font_that_typst_brings() -> None:
    assert fonts_for("⌈6.94 / 4⌉") == {"Inter", "NewCMMath"}


@pytest.mark.slow
def test_letters_that_the_shipped_font_lacks_come_from_the_machine() -> None:
    assert machine_has("zh"), "no font here has Chinese letters: run .ci/tools"
    found = fonts_for("Fraud 不正検知")

    assert "Inter" in found
    assert len(found) > 1


@pytest.mark.parametrize("text", ["#panic()", '#read("/etc/hostname")', "$x"])
def test_an_input_is_no_program(text: str) -> None:
    assert json.loads(marked(PROGRAM, {"text": text}, "told")) == [
        {"length": len(text)}
    ]


def test_without_typst_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typst, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install typst"):
        marked(PROGRAM, {}, "told")
