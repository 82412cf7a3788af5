from pathlib import Path

import pytest

from designkit.errors import SettingsError
from designkit.source.settings import Settings, find_settings

OWN = """\
select = ["DK1"]
fail-on = "warning"
[severities]
no-baseline = "off"
[icons]
feast = "icons/feast.svg"
"""


def test_no_file_decides_nothing(tmp_path: Path):
    assert find_settings(tmp_path) == Settings()


def test_the_nearest_file_above_is_read(tmp_path: Path):
    (tmp_path / "designkit.toml").write_text(OWN)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)

    assert find_settings(below) == Settings(
        select=("DK1",),
        fail_on="warning",
        severities={"no-baseline": "off"},
        icons={"feast": tmp_path / "icons" / "feast.svg"},
    )


def test_a_byte_order_mark_at_the_head_is_passed_over(tmp_path: Path):
    for name, head in (
        ("designkit.toml", ""),
        ("pyproject.toml", "[tool.designkit]\n"),
    ):
        file = tmp_path / name
        file.write_text(f'\ufeff{head}ignore = ["DK7"]\n', encoding="utf-8")

        assert find_settings(tmp_path) == Settings(ignore=("DK7",))
        file.unlink()


def test_where_nothing_is_said_it_is_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "designkit.toml").write_text('ignore = ["DK8"]\n')
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")

    assert find_settings() == find_settings(".") == Settings(ignore=("DK8",))


def test_pyproject_has_a_table_for_it(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text('[tool.designkit]\nignore = ["DK8"]\n')

    assert find_settings(tmp_path) == Settings(ignore=("DK8",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            'selct = ["DK1"]', "unknown key 'selct'; did you mean select", id="a typo"
        ),
        pytest.param(
            'fail-on = "never"',
            "fail-on is 'never', not error, warning or info",
            id="a bad value",
        ),
        pytest.param("select = 3", "select has the wrong shape", id="a wrong shape"),
        pytest.param("select = [", "designkit.toml: ", id="no TOML"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, text: str, message: str):
    (tmp_path / "designkit.toml").write_text(text)

    with pytest.raises(SettingsError, match=message):
        find_settings(tmp_path)
