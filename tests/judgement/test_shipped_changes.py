"""One line changed in a shipped design, and what has to come of it."""

from collections.abc import Mapping

import pytest

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.estimates.estimator import estimate
from designkit.source.inputs import find_shipped
from designkit.source.loader import Loaded, load_text

OF_LAKE = """\
    format: Iceberg tables
    pii: personal
    region: [eu-west-1, us-east-1]
"""


def changed(name: str, changes: Mapping[str, str]) -> Loaded:
    text = find_shipped(name).read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load_text(text, f"{name}.yaml")


@pytest.mark.parametrize(
    ("name", "changes", "rules"),
    [
        pytest.param(
            "fraud",
            {
                "youngest: 28 d\n    delayed-feedback: a fraud already": (
                    "youngest: 1 d\n    delayed-feedback: a fraud already"
                )
            },
            {"immature-negatives"},
            id="learnt from payments of yesterday",
        ),
        pytest.param(
            "fraud",
            {
                "split: [time, group]\n    group-by: card\n    lookback: 118 d": (
                    "split: [group]\n    group-by: card\n    lookback: 118 d"
                )
            },
            {"random-split-in-time"},
            id="time is gone from a split",
        ),
        pytest.param(
            "fraud",
            {"sla: 30 d": "sla: 180 d"},
            {"no-deletion-path"},
            id="late deletion",
        ),
        pytest.param(
            "fraud",
            {
                OF_LAKE: OF_LAKE.replace("    pii: personal\n", ""),
                "covers: [log, lake, ": "covers: [log, ",
            },
            {"no-deletion-path"},
            id="a lake that is not called personal",
        ),
        pytest.param(
            "search-ranking",
            {
                "    lag: 5 s\n    max-events: 20 k/s": (
                    "    lag: 10 min\n    max-events: 20 k/s"
                )
            },
            {"stale-by-design"},
            id="changes come late",
        ),
    ],
)
def test_what_a_change_breaks_is_found(
    name: str, changes: Mapping[str, str], rules: set[str]
) -> None:
    found = check(changed(name, changes), all_rules()).diagnostics

    assert {item.name for item in found} == rules


def test_what_is_needed_is_paid_and_what_never_ends_has_no_latency() -> None:
    loaded = changed("fraud", {"day: {value: 30 M,": "day: {value: 300 M,"})
    assert loaded.design is not None
    known = estimate(loaded.design)
    replicas, cost = (
        known.get("serving.score.replicas"),
        known.get("cost.score.per-hour"),
    )

    assert replicas is not None
    assert replicas.value == 29
    assert cost is not None
    assert cost.value == pytest.approx(29 * 0.40)
    assert "latency.p99-estimate" not in {figure.id for figure in known.figures}
    assert {d.name for d in check(loaded, all_rules()).diagnostics} == {
        "under-provisioned"
    }


def test_requests_of_a_canary_are_whole_and_only_where_a_rate_is_stated() -> None:
    design = load_text(find_shipped("search-ranking").read_text("utf-8")).design
    assert design is not None
    ids = [figure.id for figure in estimate(design).figures]

    assert [id for id in ids if id.endswith("requests-needed")] == []
