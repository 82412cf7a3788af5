import pytest

from designkit.checks.rules.consistency.ttl_hole import ttl_hole
from tests.rule_examples import told

TEXT = """\
tier: %s
components:
  load: {kind: materializer%s}
  online: {kind: online-store%s}
flows:
  batches: [load -> online: feature-values]
"""
DAILY = ", interval: 1 d, runtime: 20 min"
HOLE = (
    "4 error: ttl %s is shorter than the refresh by load (%s): "
    "values vanish for %s in every 1 d"
)
LOST_RUN = (
    "4 error: ttl 2 d is shorter than two intervals of load and a run "
    "(1 d + 1 d + 20 min): one lost run empties the store"
)


@pytest.mark.parametrize(
    ("tier", "load", "ttl", "expected"),
    [
        pytest.param(
            2,
            DAILY,
            ", ttl: 1 d",
            [HOLE % ("1 d", "1 d + 20 min", "20 min")],
            id="short",
        ),
        pytest.param(2, DAILY, ", ttl: 1460 min", [], id="just enough"),
        pytest.param(
            2,
            DAILY,
            ", ttl: 1 min",
            [HOLE % ("1 min", "1 d + 20 min", "1 d")],
            id="nearly always empty",
        ),
        pytest.param(
            2,
            ", interval: 1 d",
            ", ttl: 23 h",
            [HOLE % ("23 h", "1 d", "1 h")],
            id="the run takes no stated time",
        ),
        pytest.param(3, DAILY, ", ttl: 2 d", [], id="a lost run is borne"),
        pytest.param(1, DAILY, ", ttl: 2 d", [LOST_RUN], id="but not in tier 1"),
        pytest.param(1, DAILY, ", ttl: 49 h", [], id="just enough for tier 1"),
        pytest.param(1, DAILY, "", [], id="no expiry stated"),
        pytest.param(1, DAILY, ", ttl: none", [], id="no expiry"),
        pytest.param(1, "", ", ttl: 1 s", [], id="no schedule stated"),
    ],
)
def test_values_live_until_they_are_replaced(
    tier: int, load: str, ttl: str, expected: list[str]
):
    assert told(TEXT % (tier, load, ttl), ttl_hole) == expected


FAR = """\
tier: 2
components:
  compute: {kind: batch-transform, interval: 7 d}
  load: {kind: materializer, interval: 1 d}
  counts: {kind: stream-transform}
  first: {kind: online-store}
  online: {kind: online-store, ttl: %s}
flows:
  batches:
    - compute -> load: feature-table
    - %s -> first -> online: feature-values
"""


@pytest.mark.parametrize(
    ("ttl", "writer", "expected"),
    [
        pytest.param(
            "20 h",
            "load",
            [
                "7 error: ttl 20 h is shorter than the refresh by load (1 d): "
                "values vanish for 4 h in every 1 d"
            ],
            id="over another store",
        ),
        pytest.param("2 d", "load", [], id="only the last run writes"),
        pytest.param("20 h", "counts", [], id="a stream writes all the time"),
    ],
)
def test_a_run_that_writes_over_another_store_counts(
    ttl: str, writer: str, expected: list[str]
):
    assert told(FAR % (ttl, writer), ttl_hole) == expected


TABLES = """\
components:
  fast: {kind: stream-transform}
  nightly: {kind: batch-transform, interval: 24 h, runtime: 1 h}
  load: {kind: gateway}
  online:
    kind: online-store
    tables:
      profile: {ttl: %s%s}
      counters: {ttl: 1 h%s}
flows:
  streams:
    - fast -> online: feature-values
  batches:
    - nightly -> load -> online: feature-values
"""
GONE = "ttl {} is shorter than the refresh by nightly (24 h + 1 h): values vanish for"


@pytest.mark.parametrize(
    ("ttl", "profile", "counters", "expected"),
    [
        pytest.param("2 d", "", "", [], id="it may write the one that lives long"),
        pytest.param(
            "2 d", ", written-by: load", ", written-by: fast", [], id="each its own"
        ),
        pytest.param(
            "12 h",
            ", written-by: nightly",
            ", written-by: fast",
            [f"8 error: profile: {GONE.format('12 h')} 13 h in every 24 h"],
            id="named, and too short",
        ),
        pytest.param(
            "2 d",
            ", written-by: fast",
            ", written-by: load",
            [f"9 error: counters: {GONE.format('1 h')} 1 d in every 24 h"],
            id="by what hands it on",
        ),
        pytest.param(
            "12 h",
            "",
            "",
            [f"8 error: profile: {GONE.format('12 h')} 13 h in every 24 h"],
            id="too short in any of them",
        ),
    ],
)
def test_each_table_lives_as_long_as_its_own_writer_needs(
    ttl: str, profile: str, counters: str, expected: list[str]
) -> None:
    assert told(TABLES % (ttl, profile, counters), ttl_hole) == expected
