"""What the index says is what the rules say, and no rule is missing for its sake."""

import subprocess
import sys
from pathlib import Path

import pytest

from designkit.analysis.facts import Facts
from designkit.checks import rule_index
from designkit.checks.rule_index import (
    INDEX,
    RuleEntry,
    entry_of,
    index_text,
    rule_entries,
)
from designkit.checks.rules import all_rules
from designkit.source.loader import load_text

ROOT = Path(__file__).parents[2]
SKETCH = "designkit: 1\nname: A\nsystem: generic\ncomponents: {app: {kind: client}}\n"


@pytest.fixture
def stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the index lack its first rule."""
    first, _, rest = INDEX.read_text().removeprefix("{\n").partition("\n")
    assert first.endswith("],")
    (tmp_path / "index.json").write_text("{\n" + rest)
    monkeypatch.setattr(rule_index, "INDEX", tmp_path / "index.json")


def test_the_index_is_fresh() -> None:
    assert INDEX.read_text() == index_text(), "run `make docs`"


def test_the_index_says_of_a_rule_what_the_rule_says() -> None:
    assert rule_entries() == tuple(map(entry_of, all_rules()))


def test_an_entry_imports_its_rule() -> None:
    assert tuple(entry.rule for entry in rule_entries()) == all_rules()


@pytest.mark.usefixtures("stale")
def test_a_rule_that_is_not_indexed_is_there_all_the_same() -> None:
    entries = rule_entries.__wrapped__()

    assert tuple(entry.rule for entry in entries) == all_rules()


@pytest.mark.parametrize("text", ["", "{torn"])
def test_without_an_index_all_rules_are_imported(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.json").write_text(text)
    monkeypatch.setattr(rule_index, "INDEX", tmp_path / "index.json")

    assert rule_entries.__wrapped__() == tuple(map(entry_of, all_rules()))


def test_a_rule_of_another_code_than_the_index_says_is_refused() -> None:
    entry: RuleEntry = rule_entries()[0]
    module = entry.rule.check.__module__

    with pytest.raises(LookupError, match=f"^{module} has no rule DK999; run `make"):
        rule_index._import(module, "DK999")


def imported(*arguments: str) -> set[str]:
    """Return the rules that a command imports, by module."""
    script = (
        "import sys; from designkit.cli.app import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return {m for m in ran.stderr.split() if m.startswith("designkit.checks.rules.")}


def test_a_list_of_rules_imports_none() -> None:
    assert imported("list", "rules") == set()


def test_a_rule_that_is_not_asked_for_is_not_imported() -> None:
    assert imported("check", "fraud", "--select", "no-rollback") == {
        "designkit.checks.rules.release",
        "designkit.checks.rules.release.no_rollback",
    }


def test_a_rule_whose_scope_does_not_cover_a_design_is_not_imported(
    tmp_path: Path,
) -> None:
    sketch = tmp_path / "sketch.yaml"
    sketch.write_text(SKETCH)
    design = load_text(SKETCH).design
    assert design is not None
    covering = {
        entry.rule.check.__module__
        for entry in rule_entries()
        if entry.scope.covers(Facts(design))
    }
    ran = imported("check", str(sketch), "--select", "DK")

    assert len(covering) < len(rule_entries()) / 2
    assert {m for m in ran if m.count(".") == 4} == covering
