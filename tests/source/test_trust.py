"""Code of a project runs where the user's own configuration trusts it."""

from pathlib import Path

import pytest

from designkit.errors import SettingsError
from designkit.source.trust import is_trusted, user_config


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    user_config().parent.mkdir(parents=True)
    return user_config()


def test_nothing_is_trusted_until_the_user_says_so(tmp_path: Path) -> None:
    assert not is_trusted(tmp_path)


def test_what_the_user_names_is_trusted_and_what_lies_below_it(
    config: Path, tmp_path: Path
) -> None:
    config.write_text(f'trusted = ["{(tmp_path / "mine").as_posix()}"]')

    assert is_trusted(tmp_path / "mine" / "team")
    assert not is_trusted(tmp_path / "mine-too")


@pytest.mark.parametrize("text", ["trusted = [", "trusted = 1", "trusted = [1]"])
def test_a_configuration_that_cannot_be_read_is_an_error(
    config: Path, tmp_path: Path, text: str
) -> None:
    config.write_text(text)

    with pytest.raises(SettingsError, match=r"config\.toml: "):
        is_trusted(tmp_path)
