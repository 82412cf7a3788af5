"""Which logs have too few partitions for their peak."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.serving.too_few_partitions import too_few_partitions
from tests.computed import estimated, figure
from tests.rule_examples import told

LOG = "components: {{log: {{kind: event-log, {says}}}}}\n"
NINE = "peak-events: 9.2 M/s, event-size: 2 B, partition-bytes: 2.5 MB/s"


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        pytest.param(
            f"{NINE}, partitions: 1",
            snapshot(
                [
                    "1 error: log has 1 of the 8 partitions that the peak needs, "
                    "87.5% are missing: 9.2 M/s at peak \u00d7 2 B = 18.4 MB/s, 2.5 "
                    "MB/s "
                    "a partition"
                ]
            ),
            id="one of eight",
        ),
        pytest.param(
            f"{NINE}, partitions: 7",
            snapshot(
                [
                    "1 error: log has 7 of the 8 partitions that the peak needs, "
                    "12.5% are missing: 9.2 M/s at peak \u00d7 2 B = 18.4 MB/s, 2.5 "
                    "MB/s "
                    "a partition"
                ]
            ),
            id="one is missing",
        ),
        pytest.param(
            f"{NINE}, partitions: 8",
            snapshot(
                [
                    "1 info: the peak fills 92% of the 8 partitions of log, which "
                    "leaves little for a replay: 9.2 M/s at peak \u00d7 2 B = 18.4 "
                    "MB/s, "
                    "2.5 MB/s a partition"
                ]
            ),
            id="just enough",
        ),
        pytest.param(f"{NINE}, partitions: 12", snapshot([]), id="enough"),
        pytest.param(
            f"{NINE}, partitions: 4..9",
            snapshot(
                [
                    "1 info: the peak fills 82% of the 4..9 partitions of log, "
                    "which leaves little for a replay: 9.2 M/s at peak \u00d7 2 B = "
                    "18.4 "
                    "MB/s, 2.5 MB/s a partition"
                ]
            ),
            id="perhaps enough",
        ),
        pytest.param(
            "peak-events: 30 k/s..90 k/s, partition-events: 10 k/s, partitions: 2",
            snapshot(
                [
                    "1 error: log has 2 of the 3 partitions that the peak needs, "
                    "33.3% are missing: 30 k/s..90 k/s at peak, 10 k/s a partition"
                ]
            ),
            id="by events, a range",
        ),
        pytest.param(
            "peak-events: 100 k/s, event-size: 1 kB, partitions: 9, "
            "partition-bytes: 20 MB/s, partition-events: 10 k/s",
            snapshot(
                [
                    "1 error: log has 9 of the 10 partitions that the peak needs, "
                    "10% are missing: 100 k/s at peak \u00d7 1 kB = 100 MB/s, 20 MB/s "
                    "and 10 k/s a partition"
                ]
            ),
            id="by both",
        ),
        pytest.param(
            "peak-events: 9.2 M/s, event-size: 2 B, partitions: 1",
            snapshot([]),
            id="nothing said of one partition",
        ),
        pytest.param(
            "peak-events: 9.2 M/s, partition-bytes: 2 MB/s, partitions: 1",
            snapshot([]),
            id="no size",
        ),
    ],
)
def test_what_is_told(says: str, expected: list[str]) -> None:
    assert told(LOG.format(says=says), too_few_partitions) == expected


def test_the_peak_of_the_workload_is_that_of_the_only_log() -> None:
    text = """\
workload: {events-per-day: 8.64 bn, peak-factor: 3, event-size: 1 kB}
components:
  log: {kind: event-log, partition-bytes: 10 MB/s, partitions: 20}
"""

    assert told(text, too_few_partitions) == snapshot(
        [
            "3 error: log has 20 of the 30 partitions that the peak needs, 33.3% "
            "are missing: 8.64 bn a day \u00d7 3 at peak = 300,000/s \u00d7 1 kB = "
            "300 MB/s, "
            "10 MB/s a partition"
        ]
    )


def test_the_rule_counts_as_the_estimate_does() -> None:
    found = estimated(LOG.format(says=f"{NINE}, partitions: 1"))

    assert figure(found, "storage.log.partitions").value == 8
