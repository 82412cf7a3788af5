"""Icons of the user are drawn within limits, or refused in a line."""

from pathlib import Path

import pytest

from designkit.errors import SettingsError
from designkit.pictures import icon_files
from designkit.pictures.icon_files import PNG_HEAD, drawn_apart, is_plain
from designkit.pictures.icons import icon_file, read_icons

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
SQUARE = '<path d="M0 0h8v8z"/>'
TWICE = '<g id="b{0}"><use href="#b{1}"/><use href="#b{1}"/></g>'
MANY = "".join(TWICE.format(n + 1, n) for n in range(40))
AGAIN = f'{HEAD}<g id="b0">{SQUARE}</g>{MANY}<use href="#b40"/></svg>'


def refusal(here: Path, picture: bytes, name: str = "own.svg") -> str:
    path = here / name
    path.write_bytes(picture)
    with pytest.raises(SettingsError) as refused:
        read_icons({"feast": path})
    return str(refused.value)


def nested(levels: int) -> str:
    return f"{HEAD}{'<g>' * levels}{SQUARE}{'</g>' * levels}</svg>"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        pytest.param("a text", "it is no SVG: no XML at line 1, column 1", id="text"),
        pytest.param("", "it is no SVG: no XML at line 1, column 1", id="nothing"),
        pytest.param("<html/>", "it is no SVG: it holds <html>", id="another format"),
        pytest.param(
            f"{HEAD}</svg>",
            "it draws nothing; text must be turned into paths",
            id="empty",
        ),
        pytest.param(
            f"{HEAD}<text>F</text></svg>",
            "it draws nothing; text must be turned into paths",
            id="letters alone",
        ),
        pytest.param(
            AGAIN,
            "it draws nothing; text must be turned into paths",
            id="a thousand times itself",
        ),
        pytest.param(
            nested(50_000),
            "its elements are nested more than 64 levels deep",
            id="nested",
        ),
        pytest.param(" " * 1_000_001, "it has more than 1,000,000 bytes", id="large"),
    ],
)
def test_what_cannot_be_drawn_is_refused(tmp_path: Path, picture: str, reason: str):
    assert refusal(tmp_path, picture.encode()) == f"icons.feast: own.svg: {reason}"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        pytest.param(b"a text", "it is no PNG", id="text"),
        pytest.param(
            PNG_HEAD + b"\0\0\0\rIHDR" + b"\xff" * 17,
            "its sides are not between 1 and 4,096 pixels",
            id="huge",
        ),
    ],
)
def test_a_png_is_one_of_a_size_that_an_icon_has(
    tmp_path: Path, picture: bytes, reason: str
):
    told = refusal(tmp_path, picture, "own.png")

    assert told == f"icons.feast: own.png: {reason}"


def test_what_takes_for_ever_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(icon_files, "SECONDS_AT_MOST", 0.001)

    told = refusal(tmp_path, f"{HEAD}{SQUARE}<filter/></svg>".encode())

    assert told == "icons.feast: own.svg: it is too intricate to be drawn as an icon"


def test_what_is_nested_as_drawings_are_is_drawn(tmp_path: Path):
    path = tmp_path / "own.svg"
    path.write_text(nested(60))

    assert read_icons({"feast": path})["feast"].startswith(PNG_HEAD)


def test_what_is_not_plain_looks_the_same_from_another_process(tmp_path: Path):
    plain, costly = tmp_path / "plain.svg", tmp_path / "costly.svg"
    plain.write_text(f"{HEAD}{SQUARE}</svg>")
    costly.write_text(f"{HEAD}{SQUARE}<clipPath id='none'/></svg>")
    icons = read_icons({"plain": plain, "costly": costly})

    assert not is_plain(costly.read_bytes())
    assert icons["costly"] == icons["plain"]


def test_a_process_that_dies_is_an_icon_that_cannot_be_drawn():
    with pytest.raises(
        ValueError, match=r"^it is too intricate to be drawn as an icon$"
    ):
        drawn_apart(nested(5_000))


def test_a_png_of_the_user_is_drawn(tmp_path: Path):
    path = tmp_path / "own.png"
    path.write_bytes(icon_file("onprem.queue.Kafka").read_bytes())

    assert read_icons({"feast": path})["feast"].startswith(PNG_HEAD)
