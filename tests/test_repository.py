"""One repository, three teams: the same findings from wherever they are asked for."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from designkit.cli.app import main

ROOT = Path(__file__).parents[1]
SKETCH = """\
designkit: 1
name: {name}
system: generic
components:
  app: {{kind: client}}
  api: {{kind: gateway}}
  orders: {{kind: source-db}}
flows:
  calls: [app -> api: request]
"""
SETTINGS = 'select = ["orphan", "no-registry"]\n'
FILES = {
    "designkit.toml": SETTINGS + 'exclude = ["archive/"]\n',
    "search/designs/rank.yaml": SKETCH.format(name="Rank"),
    "risk/designkit.toml": 'extend = "../designkit.toml"\nbaseline = "known.json"\n',
    "risk/designs/pay.yaml": SKETCH.format(name="Pay"),
    "ads/designkit.toml": SETTINGS + 'fail-on = "info"\n'
    '[severities]\norphan = "info"\nno-registry = "off"\n',
    "ads/ctr/design.yaml": SKETCH.format(name="Click"),
    "archive/old.yaml": SKETCH.format(name="Old"),
    "deploy/compose.yaml": "services: {designkit: {image: x}}\n",
    "build/made.yaml": SKETCH.format(name="Made"),
}
ORPHAN = "DK033 orders has no flows"
REGISTRY = "DK108 model registry is missing: nothing keeps the versions of a model"
EXPECTED = {
    "ads/ctr/design.yaml": [f"info {ORPHAN}"],
    "search/designs/rank.yaml": [f"error {REGISTRY}", f"warning {ORPHAN}"],
}
"""What the risk team knows already is in its baseline."""

Check = Callable[..., tuple[int, dict[str, list[str]]]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "risk" / "known.json").write_text('{"version": 2, "findings": []}')
    monkeypatch.chdir(tmp_path / "risk")
    assert main(["check", "designs", "--write-baseline", "known.json"]) == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Check:
    def check(*words: str, at: str = ".") -> tuple[int, dict[str, list[str]]]:
        monkeypatch.chdir(repository / at)
        capsys.readouterr()
        code = main(["check", *words, "--format", "concise"])
        found: dict[str, list[str]] = {}
        for line in capsys.readouterr().out.splitlines():
            file, _, _, said = line.split(":", 3)
            found.setdefault(file, []).append(said.strip())
        return code, {file: sorted(said) for file, said in found.items()}

    return check


def test_the_root_is_checked_as_it_stands(check: Check) -> None:
    assert check() == (1, EXPECTED)


def test_a_team_sees_the_same_from_its_own_directory(check: Check) -> None:
    assert check(at="risk") == (0, {})
    assert check(at="ads") == (1, {"ads/ctr/design.yaml": [f"info {ORPHAN}"]})
    assert check("..", at="ads/ctr/") == check("ads")


@pytest.mark.parametrize("spelling", ["{}", "./{}", "search/../{}", "{root}/{}"])
def test_no_spelling_of_a_path_changes_a_finding(
    check: Check, repository: Path, spelling: str
) -> None:
    names = ("search", "risk", "ads")
    words = [spelling.format(name, root=repository) for name in names]

    assert check(*words, *names) == (1, EXPECTED)
    assert check(*(str(repository / name) for name in names), at="risk") == (
        1,
        EXPECTED,
    )


def test_a_fingerprint_is_the_same_from_everywhere(
    check: Check, repository: Path
) -> None:
    def prints(*words: str, at: str) -> set[str]:
        check(*words, "--output", f"sarif={repository}/out.sarif", at=at)
        run = json.loads((repository / "out.sarif").read_text())["runs"][0]
        return {
            f"{r['locations'][0]['physicalLocation']['artifactLocation']['uri']} "
            f"{r['partialFingerprints']['designkit/v2']}"
            for r in run["results"]
        }

    assert prints(at=".") == prints("../..", at="ads/ctr") != set()


def test_the_hook_checks_the_project_whatever_was_changed(
    check: Check, repository: Path
) -> None:
    hook, _ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

    assert hook["entry"].split() == ["designkit", "check"]
    assert hook["pass_filenames"] is False
    assert all(re.search(hook["files"], name) for name in EXPECTED)


@pytest.mark.skipif(not shutil.which("bash"), reason="the action runs in bash")
def test_the_script_of_the_action_finds_them_with_its_defaults(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    script = action["runs"]["steps"][-1]["run"]
    temp = tmp_path_factory.mktemp("runner")
    (temp / "designkit").write_text('#!/bin/sh\nexec python3 -P -m designkit "$@"\n')
    (temp / "designkit").chmod(0o755)
    env = {
        "PATH": f"{temp}:{_python_first()}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(temp / "out"),
        "DESIGNS": action["inputs"]["paths"]["default"],
        "FAIL_ON": action["inputs"]["fail-on"]["default"],
        "MORE": "",
    }
    ran = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=repository,
        env=env,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 1
    assert {
        line.split("file=")[1].split(",")[0] for line in ran.stdout.splitlines()
    } == {*EXPECTED}
    assert (temp / "designkit.sarif").is_file()


def _python_first() -> str:
    import os
    import sys

    return f"{Path(sys.executable).parent}:{os.environ['PATH']}"
