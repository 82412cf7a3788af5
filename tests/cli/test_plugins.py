"""Rules of a project are checked, explained and listed like ours."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.cli.conftest import SKETCH, Run

DOCUMENTED = Path(__file__).parents[2] / "docs" / "checking.md"
LAKE = SKETCH.replace("flows:", "  lake: {kind: lake}\nflows:")
IMPORTING = "from designkit.checks.rules.release.no_rollback import no_rollback\n"


def documented() -> str:
    """The plugin that the documentation shows."""
    found = re.search(
        r"```python\n(.*?)\n```\n\nIts code", DOCUMENTED.read_text(), re.S
    )
    assert found
    return found[1]


@pytest.fixture(autouse=True)
def _forgotten(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let plugins be imported from here, anew for each test."""
    monkeypatch.syspath_prepend(here)
    yield
    sys.modules.pop("acme_rules", None)


@pytest.fixture
def plugged(here: Path) -> None:
    (here / "acme_rules.py").write_text(documented())
    (here / "designkit.toml").write_text('plugins = ["acme_rules"]\n')
    (here / "lake.yaml").write_text(LAKE)


@pytest.mark.usefixtures("plugged")
def test_a_rule_of_the_project_is_checked(run: Run) -> None:
    code, out, _ = run("check", "lake.yaml", "--select", "ACME", "--coverage")
    _, strict, _ = run("check", "lake.yaml", "--select", "ACME1", "--strict")

    assert code == 0
    assert "warning[ACME101]" in out
    assert "error[ACME101]" in strict
    assert "Name the team under `owner`" in out
    assert (
        out.splitlines()[-1] == "  project       yes             1                0 / 1"
    )


@pytest.mark.usefixtures("plugged")
def test_a_rule_of_the_project_is_explained(run: Run) -> None:
    code, out, _ = run("explain", "lake-without-owner")

    assert code == 0
    assert out.splitlines()[:2] == snapshot(
        ["ACME101 lake-without-owner", "error; stage: project; systems: all"]
    )
    assert "Page" not in out


@pytest.mark.usefixtures("plugged")
def test_a_rule_of_the_project_is_listed_behind_ours(run: Run) -> None:
    rules = json.loads(run("list", "rules", "--format", "json")[1])["rules"]

    assert (rules[-1]["code"], rules[-1]["url"]) == ("ACME101", "")
    assert "ACME101" in run("explain")[1]


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("1/0\n", "the plugin 'acme_rules' does not load: division by zero"),
        (
            documented().replace("ACME101", "DK502"),
            "has a rule DK502 lake-without-owner, and there is DK502 no-rollback",
        ),
        (
            documented().replace("lake_without_owner", "no_rollback"),
            "has a rule ACME101 no-rollback, and there is DK502 no-rollback",
        ),
        (
            documented().replace("ACME101", "acme-1"),
            "acme-1 lake-without-owner is not a code and a kebab name",
        ),
    ],
)
@pytest.mark.usefixtures("plugged")
def test_a_plugin_that_is_wrong_is_said(
    module: str, message: str, here: Path, run: Run
) -> None:
    (here / "acme_rules.py").write_text(module)
    code, out, err = run("check", "lake.yaml")

    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1


@pytest.mark.usefixtures("plugged")
def test_a_plugin_that_does_not_exist_is_said(here: Path, run: Run) -> None:
    (here / "acme_rules.py").unlink()

    assert "does not load: No module named 'acme_rules'" in run("explain")[2]


@pytest.mark.usefixtures("plugged")
def test_a_plugin_may_use_rules_of_ours(here: Path, run: Run) -> None:
    (here / "acme_rules.py").write_text(IMPORTING + documented())

    assert run("check", "lake.yaml", "--select", "ACME", "--coverage")[0] == 0


@pytest.fixture
def beside(here: Path) -> None:
    (here / "rules").mkdir()
    (here / "rules" / "ours.py").write_text(documented())
    (here / "designkit.toml").write_text('plugins = ["./rules/ours.py"]\n')
    (here / "lake.yaml").write_text(LAKE)


@pytest.mark.usefixtures("beside")
def test_a_file_of_the_project_runs_only_if_the_user_says_so(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = here / "home" / "designkit" / "config.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(here / "home"))

    assert run("check", "lake.yaml") == (
        2,
        "",
        "designkit: the plugin './rules/ours.py' is code of the project, which does not "
        f'run unasked: --allow-plugins lets it, or trusted = ["{here}"] in {config}\n',
    )
    code, out, _ = run("check", "lake.yaml", "--select", "ACME", "--allow-plugins")
    assert (code, out.count("ACME101")) == (0, 1)
    config.parent.mkdir(parents=True)
    config.write_text(f'trusted = ["{here}"]')
    assert run("check", "lake.yaml", "--select", "ACME")[1] == out


@pytest.mark.usefixtures("beside")
def test_a_file_of_the_project_counts_from_its_settings(run: Run, here: Path) -> None:
    (here / "deep").mkdir()
    (here / "lake.yaml").rename(here / "deep" / "lake.yaml")
    (here / "rules").rename(here / "gone")

    assert run("check", "deep/lake.yaml", "--allow-plugins")[::2] == (
        2,
        "designkit: the plugin './rules/ours.py' does not load: there is no such file\n",
    )


@pytest.mark.usefixtures("beside")
def test_what_may_not_run_is_left_out_of_lists(run: Run) -> None:
    assert "ACME101" not in run("explain")[1]
    assert run("list", "rules")[0] == 0


def test_the_current_directory_is_no_place_to_import_from(here: Path) -> None:
    (here / "yaml.py").write_text("raise SystemExit(7)")
    (here / "sketch.yaml").write_text(SKETCH)
    command = [sys.executable, "-m", "designkit", "check", "sketch.yaml"]
    paths = {"PYTHONPATH": str(Path(__file__).parents[2])}

    assert subprocess.run(command, env=paths, capture_output=True).returncode == 1
