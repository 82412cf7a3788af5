"""`designkit check` finds, reports in every format, and says by its exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.checks.reporters import reporter_names

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

pytestmark = pytest.mark.usefixtures("here")

UNSAFE = """\
designkit: 1
name: No way back
system: generic
components:
  registry: {kind: model-registry}
  deploy: {kind: deployer, rollback: none}
  score: {kind: model-server}
flows:
  control:
    - registry -> deploy -> score: model
"""
ONE = ("--select", "no-rollback")


@pytest.fixture
def unsafe(here: Path) -> Path:
    path = here / "unsafe.yaml"
    path.write_text(UNSAFE)
    return path


def test_the_shipped_designs_are_clean(run: Run) -> None:
    code, out, err = run("check", "fraud", "recommendation", "--format", "concise")

    assert (code, out) == (0, "")
    assert err.startswith("2 designs: no findings; rules: ")


def test_a_finding_has_its_line_its_rule_and_a_way_out(run: Run, unsafe: Path) -> None:
    assert run("check", "unsafe.yaml", *ONE, "--coverage") == snapshot(
        (
            1,
            """\
error[DK502] no-rollback: deploy cannot take a bad model back
 --> unsafe.yaml:6:28
  |
6 |   deploy: {kind: deployer, rollback: none}
  |                            ^^^^^^^^
  |
  = help: Keep the last versions ready, roll back by itself when a guardrail breaks, take thresholds
          and indexes along, and practise it.
  = see: designkit explain no-rollback

coverage of unsafe.yaml
  stage         present  findings  passed / applicable
  completeness  yes             0                0 / 0
  wiring        yes             0                0 / 0
  consistency   no              0                0 / 0
  labels        no              0                0 / 0
  evaluation    no              0                0 / 0
  release       yes             1                0 / 1
  serving       yes             0                0 / 0
  monitoring    no              0                0 / 0
  governance    no              0                0 / 0
  domain        yes             0                0 / 0
""",
            "1 design: 1 error; rules: 0 passed, 0 not applicable, 0 waived\n",
        )
    )


@pytest.mark.parametrize("format", reporter_names())
def test_every_format_ends_with_the_same_code(
    run: Run, unsafe: Path, format: str
) -> None:
    assert run("check", "unsafe.yaml", *ONE, "--format", format)[0] == 1
    assert run("check", "fraud", "--format", format)[0] == 0


def test_several_reports_come_from_one_run(run: Run, unsafe: Path) -> None:
    code, out, _ = run(
        *("check", "unsafe.yaml", *ONE, "-f", "concise"),
        *("--output", "json=out/f.json", "--output", "sarif=out/f.sarif"),
    )

    found = json.loads(Path("out/f.json").read_text())["findings"]
    runs = json.loads(Path("out/f.sarif").read_text())["runs"]
    assert code == 1
    assert out.startswith("unsafe.yaml:6:")
    assert [item["name"] for item in found] == ["no-rollback"]
    assert [item["ruleId"] for item in runs[0]["results"]] == ["DK502"]


def test_what_is_not_said_counts_less_unless_strict(run: Run, unsafe: Path) -> None:
    unsafe.write_text(UNSAFE.replace(", rollback: none", ""))

    assert run("check", "unsafe.yaml", *ONE)[0] == 0
    assert run("check", "unsafe.yaml", *ONE, "--strict")[0] == 1
    assert run("check", "unsafe.yaml", *ONE, "--fail-on", "warning")[0] == 1


@pytest.mark.parametrize(
    "waiver",
    [
        pytest.param(
            "waivers: [{rule: no-rollback, at: deploy, reason: why}]", id="section"
        ),
        pytest.param("waivers: [{rule: DK502, reason: why}]", id="everywhere, by code"),
    ],
)
def test_a_waived_finding_stays_visible_and_does_not_fail(
    run: Run, unsafe: Path, waiver: str
) -> None:
    unsafe.write_text(f"{UNSAFE}{waiver}\n")

    code, out, err = run("check", "unsafe.yaml", *ONE, "--format", "json")

    assert code == 0
    assert [item["waived"] for item in json.loads(out)["findings"]] == ["why"]
    assert err.endswith("1 waived\n")


def test_a_comment_waives_too(run: Run, unsafe: Path) -> None:
    commented = UNSAFE.replace(
        "rollback: none}", "rollback: none}  # designkit: ignore[no-rollback] by hand"
    )
    unsafe.write_text(commented)

    assert run("check", "unsafe.yaml", *ONE)[0] == 0


def test_a_waiver_needs_a_rule_a_reason_and_a_use(run: Run, unsafe: Path) -> None:
    unsafe.write_text(
        UNSAFE.replace("rollback: none}", "rollback: auto}")
        + "waivers:\n"
        + "  - {rule: no-rolback, reason: a typo}\n"
        + "  - {rule: no-rollback, reason: not needed any more}\n"
    )

    code, out, _ = run("check", "unsafe.yaml", *ONE, "--format", "concise")

    assert code == 0
    assert out == snapshot("""\
unsafe.yaml:12:12: warning DK042 no rule is called 'no-rolback'
unsafe.yaml:13:12: warning DK040 the waiver of no-rollback covers no finding
""")


WIRED = """\
designkit: 1
name: Wired
system: generic
components:
  app: {kind: client}
  score: {kind: model-server}
flows:
  calls:
    - app -> score: request
  streams: [score -> app: embedding]
waivers:
"""
MISMATCH = ("--select", "DK030,DK04", "--format", "concise")


@pytest.mark.parametrize("at", ["app", "score -> app", "flows.score -> app"])
def test_a_waiver_may_name_a_flow_or_an_end_of_it(
    run: Run, here: Path, at: str
) -> None:
    entry = f"  - {{rule: DK030, at: {at}, reason: raw scores}}\n"
    (here / "wired.yaml").write_text(WIRED + entry)

    assert run("check", "wired.yaml", *MISMATCH)[:2] == (0, "")


def test_a_waiver_of_what_loading_finds_may_be_stale(run: Run, here: Path) -> None:
    entries = "".join(
        f"  - {{rule: DK030, at: {at}, reason: raw scores}}\n" for at in ("app", "zork")
    )
    (here / "wired.yaml").write_text(WIRED + entries)

    assert run("check", "wired.yaml", *MISMATCH)[:2] == (
        0,
        "wired.yaml:13:12: warning DK040 the waiver of DK030 covers no finding\n",
    )


@pytest.mark.parametrize(
    ("until", "today", "said"),
    [
        ("2027-06-30", "2027-06-30", []),
        ("2027-06-30", "2027-07-01", ["DK030", "DK043"]),
        ("next spring", "2027-07-01", ["DK043"]),
    ],
)
def test_a_waiver_ends_after_its_last_day(
    run: Run, here: Path, until: str, today: str, said: list[str]
) -> None:
    entry = f"  - {{rule: DK030, at: app, reason: raw scores, until: {until}}}\n"
    (here / "wired.yaml").write_text(WIRED + entry)

    _, out, _ = run("check", "wired.yaml", "--today", today, *MISMATCH)

    assert [line.split()[2] for line in out.splitlines()] == said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "stale-waiver"), ["DK040"]),
        (("--select", "DK042"), ["DK042"]),
        (("--select", "DK502", "--ignore", "DK04"), ["DK502"]),
        (("--select", "no-rollback"), ["DK502", "DK042", "DK040"]),
    ],
)
def test_what_is_wrong_with_waivers_is_selected_like_a_rule(
    run: Run, unsafe: Path, options: tuple[str, ...], said: list[str]
) -> None:
    waivers = "waivers:\n  - {rule: no-such, reason: x}\n"
    waivers += "  - {rule: no-rollback, at: registry, reason: x}\n"
    unsafe.write_text(UNSAFE + waivers)

    _, out, _ = run("check", "unsafe.yaml", "--format", "concise", *options)

    assert [line.split()[2] for line in out.splitlines()] == said


def test_what_is_wrong_with_waivers_may_have_another_level(
    run: Run, here: Path, unsafe: Path
) -> None:
    (here / "designkit.toml").write_text('[severities]\nstale-waiver = "error"\n')
    unsafe.write_text(
        UNSAFE.replace("none", "automatic")
        + "waivers: [{rule: no-rollback, at: registry, reason: x}]\n"
    )

    code, out, _ = run("check", "unsafe.yaml", *ONE, "--format", "concise")

    assert (code, out.split(":", 3)[3].split()[0]) == (1, "error")


def test_a_baseline_leaves_what_is_new(run: Run, unsafe: Path) -> None:
    assert run("check", "unsafe.yaml", *ONE, "--write-baseline", "known.json")[0] == 0
    unsafe.write_text("# moved down\n" + UNSAFE)

    assert run(
        "check", "unsafe.yaml", *ONE, "--baseline", "known.json", "-f", "concise"
    ) == snapshot(
        (
            0,
            "",
            "1 design: no findings; rules: 0 passed, 0 not applicable, 0 waived, 1 in the baseline\n",
        )
    )


def test_a_fixed_finding_is_told(run: Run, unsafe: Path) -> None:
    run("check", "unsafe.yaml", *ONE, "--write-baseline", "known.json")
    unsafe.write_text(UNSAFE.replace("rollback: none", "rollback: auto"))

    _, _, err = run("check", "unsafe.yaml", *ONE, "--baseline", "known.json")

    assert err.endswith(", 1 of the baseline fixed\n")


def test_a_design_that_does_not_load_fails(run: Run, broken: Path) -> None:
    code, out, _ = run("check", "broken.yaml", "--format", "concise")

    assert code == 1
    assert out.startswith("broken.yaml:5:16: error DK020 unknown kind 'gatway'")


def test_the_settings_of_the_project_count(run: Run, here: Path, unsafe: Path) -> None:
    (here / "designkit.toml").write_text(
        'select = ["no-rollback"]\n[severities]\nno-rollback = "info"\n'
    )

    assert run("check", "unsafe.yaml", "--format", "concise")[0] == 0
    assert run("check", "unsafe.yaml", "--fail-on", "info")[0] == 1


def test_a_crashed_rule_is_loud_and_the_others_still_run(
    run: Run, here: Path, unsafe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from designkit.checks import run as running
    from designkit.checks.rule_index import entry_of
    from designkit.checks.rules import all_rules

    def crash(facts: object) -> None:
        raise RuntimeError(f"cannot look at {type(facts).__name__}")

    def spoilt() -> tuple[object, ...]:
        return tuple(
            entry_of(replace(rule, check=crash) if rule.name == "big-bang" else rule)
            for rule in all_rules()
        )

    monkeypatch.setattr(running, "rule_entries", spoilt)

    code, out, _ = run(
        "check", "unsafe.yaml", "--select", "big-bang,no-rollback", "-f", "concise"
    )

    assert code == 2
    assert [line.split()[2] for line in out.splitlines()] == ["DK099", "DK502"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ("--select", "no-rolback"),
            "no rule is called 'no-rolback'; did you mean",
            id="rule",
        ),
        pytest.param(("--format", "xml"), "no format is called 'xml'", id="format"),
        pytest.param(("--output", "json"), "--output is FORMAT=FILE", id="output"),
        pytest.param(("--fail-on", "never"), "no severity is called", id="severity"),
        pytest.param(
            ("--baseline", "none.json"), "cannot read none.json", id="baseline"
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    run: Run, unsafe: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = run("check", "unsafe.yaml", *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(f"designkit: {message}")
    assert err.count("\n") == 1
