"""What all formats of findings have in common."""

from pathlib import Path

import pytest

from designkit.checks import reporters
from designkit.checks.report import Reporter
from designkit.checks.reporters import all_reporters, find_reporter, reporter_names
from designkit.errors import NotFoundError
from tests.checks.reporters.samples import FULL, PARTLY

every_reporter = pytest.mark.parametrize(
    "reporter", all_reporters(), ids=lambda reporter: reporter.name
)


def test_the_formats_are_those_of_the_modules():
    files = Path(reporters.__file__).parent.glob("[!_]*.py")
    names = tuple(sorted(file.stem for file in files))

    assert reporter_names() == names
    assert tuple(reporter.name for reporter in all_reporters()) == names


@every_reporter
def test_a_reporter_is_found_by_its_name(reporter: Reporter):
    assert find_reporter(reporter.name) == reporter


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(
        NotFoundError, match=r"no format is called 'xml'; there are con"
    ):
        find_reporter("xml")


@every_reporter
def test_a_report_ends_with_one_line_break(reporter: Reporter):
    report = reporter.report(FULL)

    assert report.endswith("\n")
    assert not report.endswith("\n\n")


@every_reporter
def test_a_reporter_says_what_it_is_for_in_one_sentence(reporter: Reporter):
    assert reporter.summary.endswith(".")


IN_PART = (
    "judged in part: 2 things could not be read; "
    "1 rule asked for one of them and went no further"
)


@every_reporter
def test_a_report_says_which_designs_are_judged_in_part(reporter: Reporter):
    says_so = IN_PART in reporter.report(PARTLY)

    wanted = reporter.name != "gitlab"  # which has findings and nothing else
    assert says_so is wanted, "print `judged_in_part` of each of the files"
    assert "judged in part" not in reporter.report(FULL)
