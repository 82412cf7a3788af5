"""An estimate is told whole in every format, as it is and as it would be."""

import json

import pytest

from designkit.errors import NotFoundError
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.estimates.formats import account_names, find_account
from designkit.estimates.report import EstimateReport, SweepReport
from designkit.estimates.what_if import changed, read_change, read_sweep
from tests.computed import estimated, of_shipped
from tests.golden_files import assert_golden
from tests.hostile import every_hostile_text
from tests.markdown_tokens import inline_tokens, tokens
from tests.mutated import DESIGNS, shipped

every_format = pytest.mark.parametrize("format", account_names())
SUFFIXES = {"text": "txt", "md": "md", "json": "json"}


def telling(name: str, *changes: str) -> EstimateReport:
    design = shipped(name).design
    other = changed(shipped(name), [read_change(change) for change in changes]).design
    assert design is not None
    assert other is not None
    before = of_shipped(name) if changes else None
    return EstimateReport(design.name, estimate(other), before, changes)


def told(format: str, wanted: EstimateReport) -> str:
    return find_account(format).tell(wanted) + "\n"


@pytest.mark.parametrize("name", DESIGNS)
def test_the_numbers_of_a_shipped_design_are_told(name: str) -> None:
    assert_golden(f"estimates/{name}.txt", told("text", telling(name)))


@pytest.mark.parametrize("format", ["md", "json"])
def test_the_numbers_are_told_in_the_other_formats(format: str) -> None:
    assert_golden(f"estimates/fraud.{SUFFIXES[format]}", told(format, telling("fraud")))


@pytest.mark.parametrize("format", ["text", "md"])
def test_a_change_is_told_beside_what_was(format: str) -> None:
    wanted = telling("fraud", "workload.requests-per-day=300M")

    assert_golden(f"estimates/fraud-300M.{SUFFIXES[format]}", told(format, wanted))


def test_json_tells_a_change_as_a_part_of_what_was() -> None:
    found = json.loads(told("json", telling("fraud", "workload.requests-per-day=300M")))
    moves = {
        item["id"]: (item["before"], item["change"]) for item in found["figures"][:4]
    }

    assert moves == {
        "traffic.average-qps": (347.222222222, 9),
        "traffic.peak-qps": (1388.88888889, 9),
        "traffic.peak-qps-next-year": (1736.11111111, 9),
        "latency.p99-budget": (0.051, 0),
    }


@every_format
def test_a_sweep_is_told_by_the_figures_that_react(format: str) -> None:
    sweep = read_sweep("components.score.latency.p99=10 ms..70 ms:3", shipped("fraud"))
    steps = [changed(shipped("fraud"), (change,)).design for change in sweep.changes]
    swept = SweepReport(
        "Fraud", sweep.name, sweep.values, tuple(estimate(s) for s in steps if s)
    )
    text = find_account(format).tell_sweep(swept) + "\n"

    assert_golden(f"estimates/sweep.{SUFFIXES[format]}", text)


def test_json_has_a_version_and_one_list_with_base_units() -> None:
    found = json.loads(told("json", telling("fraud")))
    peak = next(item for item in found["figures"] if item["id"] == "traffic.peak-qps")

    assert list(found) == ["version", "figures"]
    assert found["version"] == 1
    assert peak["value"] == 1388.88888889
    assert peak["unit"] == "/s"
    assert [item["from"] for item in peak["inputs"]] == ["derived", "assumed"]


def test_json_tells_a_figure_that_cannot_be_computed_with_what_it_needs() -> None:
    found = json.loads(find_account("json").tell(EstimateReport("X", sketch())))

    assert all(item["value"] is None for item in found["figures"])
    assert found["figures"][0]["needs"] == [
        {"path": "workload.requests-per-day", "meaning": "Requests on a day."}
    ]


def sketch() -> Estimate:
    return estimated("components: {app: {kind: client}}")


@every_format
@every_hostile_text
def test_hostile_names_stay_texts(format: str, text: str) -> None:
    found = find_account(format).tell(EstimateReport(text, sketch()))

    assert "\x1b" not in found
    assert "\x00" not in found
    if format == "md":
        assert not [t for t in tokens(found) if t.type == "html_block"]
        assert not [t for t in inline_tokens(found) if t.type == "html_inline"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(NotFoundError, match="did you mean json"):
        find_account("jsn")
