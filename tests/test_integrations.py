"""The GitHub Action and the pre-commit hook run a command that exists."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from designkit.cli.app import main

ROOT = Path(__file__).parents[1]
SKETCH = (
    "designkit: 1\nname: Sketch\nsystem: generic\ncomponents:\n  app: {kind: client}\n"
)
BROKEN = SKETCH.replace("client", "clint")

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")


def steps() -> list[dict[str, object]]:
    return yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]


def hooks() -> dict[str, dict[str, object]]:
    found = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return {hook["id"]: hook for hook in found}


def run_check(directory: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as a runner does."""
    bin = directory / "bin"
    bin.mkdir()
    command = bin / "designkit"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m designkit "$@"\n')
    command.chmod(0o755)
    given = {"DESIGNS": ".", "FAIL_ON": "error", "MORE": ""} | inputs
    places = {"RUNNER_TEMP": str(directory), "GITHUB_OUTPUT": str(directory / "out")}
    path = f"{bin}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [
            "bash",
            "--noprofile",
            "--norc",
            "-eo",
            "pipefail",
            "-c",
            str(steps()[-1]["run"]),
        ],
        cwd=directory,
        env={**os.environ, **places, **given, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@needs_bash
def test_the_action_annotates_fails_and_leaves_sarif(tmp_path: Path):
    (tmp_path / "pay.yaml").write_text(BROKEN)

    ran = run_check(tmp_path, DESIGNS="*.yaml", MORE="--strict --ignore DK1")

    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=pay.yaml,line=5,")
    told = (tmp_path / "out").read_text()
    assert told == f"sarif={tmp_path.as_posix()}/designkit.sarif\n"
    (run,) = json.loads((tmp_path / "designkit.sarif").read_text())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["DK020"]


def test_no_input_of_the_action_stands_in_a_script():
    assert [step["run"] for step in steps() if "${{" in str(step.get("run"))] == []


def test_what_the_action_uses_is_pinned_by_its_hash_and_says_its_version():
    text = (ROOT / "action.yml").read_text()
    used = re.findall(r"^ *- uses: (.+)$", text, re.MULTILINE)
    pinned = r"[\w.-]+/[\w.-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+"

    assert used
    assert [line for line in used if not re.fullmatch(pinned, line)] == []


def test_every_input_of_the_action_is_used():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    used = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", json.dumps(action["runs"]))

    assert sorted(used) == sorted(action["inputs"])


def test_the_hook_checks_the_project(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    hook = hooks()["designkit-check"]
    (tmp_path / "designs").mkdir()
    (tmp_path / "designs" / "pay.yaml").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)

    code = main(shlex.split(hook["entry"])[1:])

    assert code == 1
    assert "DK020" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "is_reason"),
    [
        ("designs/fraud.yaml", True),
        ("teams/pay/fraud.yml", True),
        ("risk/designkit.toml", True),
        ("pyproject.toml", False),
        ("designs/icons/feast.svg", False),
    ],
)
def test_the_hook_runs_when_a_design_or_the_settings_change(path: str, is_reason: bool):
    hook = hooks()["designkit-check"]

    assert bool(re.search(hook["files"], path)) == is_reason


def test_the_hook_of_pages_fills_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    hook = hooks()["designkit-embed"]
    page = "<!-- designkit: findings pay.yaml -->{}<!-- /designkit -->\n"
    (tmp_path / "pay.yaml").write_text(SKETCH)
    (tmp_path / "designkit.toml").write_text('select = ["orphan"]\n')
    (tmp_path / "README.md").write_text(page.format("?"))
    monkeypatch.chdir(tmp_path)

    code = main([*shlex.split(str(hook["entry"]))[1:], *hook["args"]])

    assert code == 0
    assert capsys.readouterr().out == "README.md\n"
    assert (tmp_path / "README.md").read_text() == page.format("0 errors, 0 warnings")
