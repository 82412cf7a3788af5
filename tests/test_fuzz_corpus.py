"""What once broke something breaks nothing any more; `make fuzz` finds the next."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzzing import CORPUS, fault_of, fuzz, seeds, shortened, spoilt

KEPT = sorted(CORPUS.glob("*.yaml"))


@pytest.mark.parametrize("path", [pytest.param(it, id=it.stem) for it in KEPT])
def test_what_broke_once_is_read_or_refused(path: Path):
    assert fault_of(path.read_text(encoding="utf-8")) == ""


def test_the_same_seed_spoils_the_same_way():
    text = seeds()[0]

    assert spoilt(text, Random(7)) == spoilt(text, Random(7)) != text


def test_a_fault_is_found_named_shortened_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fails_on_owner(text: str) -> None:
        if "owner" in text:
            raise KeyError("owner")

    monkeypatch.setattr("tests.fuzzing.CORPUS", tmp_path)
    monkeypatch.setattr("tests.fuzzing.exercise", fails_on_owner)

    assert fuzz(0.05, 1) == 1
    (kept,) = tmp_path.iterdir()
    assert kept.read_text().count("\n") == 0
    assert "owner" in kept.read_text()
    assert "KeyError in test_fuzz_corpus.py" in capsys.readouterr().out


def test_what_does_not_fail_is_not_shortened():
    assert shortened("a\nb", "KeyError in x") == "a\nb"
