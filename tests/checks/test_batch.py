"""Several files are checked with one choice of rules, and it is said if that fails."""

from pathlib import Path

import pytest

from designkit.checks.baseline import write_baseline
from designkit.checks.batch import CheckOptions, check_files, check_one
from designkit.errors import NotFoundError
from designkit.source.loader import load_text
from designkit.source.settings import Settings

UNSAFE = load_text(
    """\
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
""",
    "unsafe.yaml",
)
ONE = CheckOptions(select=("no-rollback",))
NOTHING = Settings()


def test_a_report_has_every_file_in_order() -> None:
    broken = load_text("designkit: 1\n", "broken.yaml")
    found = check_files([(UNSAFE, NOTHING), (broken, NOTHING)], ONE)

    assert [file.file for file in found.report.files] == ["unsafe.yaml", "broken.yaml"]
    assert (found.fails, found.has_crashed) == (True, False)


def test_one_file_is_checked_as_several_are() -> None:
    assert check_files([(UNSAFE, NOTHING)], ONE).report.files == (
        check_one(UNSAFE, ONE, NOTHING),
    )


@pytest.mark.parametrize(
    ("options", "settings", "fails"),
    [
        pytest.param(ONE, NOTHING, True, id="an error fails"),
        pytest.param(
            ONE,
            Settings(severities={"no-rollback": "warning"}),
            False,
            id="a warning does not",
        ),
        pytest.param(
            ONE,
            Settings(fail_on="warning", severities={"no-rollback": "warning"}),
            True,
            id="unless the settings say so",
        ),
        pytest.param(
            CheckOptions(select=("no-rollback",), fail_on="error"),
            Settings(fail_on="warning", severities={"no-rollback": "warning"}),
            False,
            id="and options win over settings",
        ),
    ],
)
def test_a_check_fails_by_its_options_and_its_settings(
    options: CheckOptions, settings: Settings, fails: bool
) -> None:
    assert check_files([(UNSAFE, settings)], options).fails is fails


def test_what_a_baseline_knows_is_left_out(tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    known.write_text(write_baseline(check_one(UNSAFE, ONE, NOTHING).diagnostics))
    options = CheckOptions(select=("no-rollback",), baseline=known)

    found = check_one(UNSAFE, options, NOTHING)

    assert (found.diagnostics, found.baselined) == ((), 1)


def test_a_severity_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NotFoundError, match="no severity is called 'never'"):
        check_files([], CheckOptions(fail_on="never"))


def test_each_file_is_checked_by_its_own_settings() -> None:
    strict, off = Settings(), Settings(ignore=("no-rollback",))
    found = check_files([(UNSAFE, strict), (UNSAFE, off), (UNSAFE, strict)], ONE)

    assert [len(file.diagnostics) for file in found.report.files] == [1, 0, 1]
    assert [rule.code for rule in found.report.rules].count("DK502") == 1


def test_a_file_fails_by_its_own_limit() -> None:
    mild = Settings(severities={"no-rollback": "warning"})
    strict = Settings(severities={"no-rollback": "warning"}, fail_on="warning")

    assert not check_files([(UNSAFE, mild)], ONE).fails
    assert check_files([(UNSAFE, mild), (UNSAFE, strict)], ONE).fails


def test_a_project_has_a_baseline_of_its_own(tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    known.write_text(write_baseline(check_one(UNSAFE, ONE, NOTHING).diagnostics))
    found = check_files([(UNSAFE, Settings(baseline=known)), (UNSAFE, NOTHING)], ONE)

    assert [file.baselined for file in found.report.files] == [1, 0]
