"""What a catalogue asks is asked by a rule of ours, or has a reason why it is not."""

import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from designkit.checks.explanation import explanations

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture
def left_out(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DOCS))
    return importlib.import_module("pages.left_out")


def test_every_rule_that_the_catalogue_names_is_there(left_out: ModuleType) -> None:
    ours = {item.name for item in explanations()}
    named = {rule for part in left_out.parts() for rule in part.rules}

    assert named - ours == set()


def test_what_is_left_out_is_no_rule_by_now(left_out: ModuleType) -> None:
    ours = {item.name for item in explanations()}
    gone = {name for part in left_out.parts() for name in part.left_out}

    assert gone & ours == set()


def test_each_question_stands_once(left_out: ModuleType) -> None:
    names = Counter(
        name
        for part in left_out.parts()
        for name in (*part.same, *part.renamed, *part.left_out)
    )

    assert [name for name, times in names.items() if times > 1] == []


def test_what_others_say_names_them(left_out: ModuleType) -> None:
    items = [(n, i) for part in left_out.parts() for n, i in part.left_out.items()]

    assert [name for name, it in items if (it.reason == "said") != bool(it.by)] == []
