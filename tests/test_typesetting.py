import json

import pytest

from designkit import typesetting
from designkit.errors import MissingLibraryError
from designkit.typesetting import marked, typeset

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


@pytest.mark.parametrize("text", ["#panic()", '#read("/etc/hostname")', "$x"])
def test_an_input_is_no_program(text: str) -> None:
    assert json.loads(marked(PROGRAM, {"text": text}, "told")) == [
        {"length": len(text)}
    ]


def test_without_typst_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetting, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match=r"pip install 'designkit\[pdf\]'"):
        marked(PROGRAM, {}, "told")
